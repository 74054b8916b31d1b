using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Renstra.LocalHost.Host;

/// <summary>Watches a container and calls a function once for every version of every blob, again when that fails, five times in all.</summary>
internal sealed class BlobTrigger(
    BlobFunction function,
    HostStorage storage,
    Handler handler,
    InvocationJournal journal,
    FunctionsHostOptions options,
    CancellationToken stopping) : IAsyncDisposable
{
    /// <summary>How often a blob is tried before it is set aside.</summary>
    public const int Attempts = 5;

    private static readonly TimeSpan PauseBetweenAttempts = TimeSpan.FromMilliseconds(200);

    private readonly BlobContainerClient _container = storage.Container(function.Path.Container);
    private readonly ConcurrentDictionary<BlobVersion, Task> _running = new();
    private readonly SemaphoreSlim _polling = new(1, 1);
    private readonly SemaphoreSlim _slots = new(options.BlobConcurrency, options.BlobConcurrency);
    private HashSet<BlobVersion>? _known;

    /// <summary>Watches until the host stops.</summary>
    public async Task RunAsync()
    {
        while (true)
        {
            await PollAsync(stopping);
            await Task.Delay(options.PollInterval, TimeProvider.System, stopping);
        }
    }

    /// <summary>Returns when nothing is running and a look into the container, begun after the call, has found nothing new.</summary>
    public async Task WaitUntilIdleAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var started = await PollAsync(cancellation);
            var running = _running.Values.ToArray();
            if (started == 0 && running.Length == 0)
            {
                return;
            }

            await Task.WhenAll(running).WaitAsync(cancellation);
        }
    }

    /// <summary>Waits for the calls that the host's stop has given up.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_running.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _polling.Dispose();
        _slots.Dispose();
    }

    private async Task<int> PollAsync(CancellationToken cancellation)
    {
        await _polling.WaitAsync(cancellation);
        try
        {
            await ForgetDoneAsync();

            _known ??= await storage.ReceiptsAsync(function, cancellation);

            return await StartNewAsync(_known, cancellation);
        }
        finally
        {
            _polling.Release();
        }
    }

    private async Task ForgetDoneAsync()
    {
        foreach (var (version, task) in _running)
        {
            if (task.IsCompleted)
            {
                // Awaited, so that broken storage stops the trigger instead of going unseen.
                await task;
                _running.TryRemove(version, out _);
            }
        }
    }

    private async Task<int> StartNewAsync(HashSet<BlobVersion> known, CancellationToken cancellation)
    {
        var started = 0;
        try
        {
            await foreach (var blob in _container.GetBlobsAsync(cancellationToken: cancellation))
            {
                var version = new BlobVersion(blob.Name, blob.Properties.ETag.GetValueOrDefault().ToString().Trim('"'));
                if (function.Path.Match(blob.Name) is { } parts && known.Add(version))
                {
                    _running[version] = ProcessAsync(version, parts);
                    started++;
                }
            }
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            // The app makes its containers; until it has, there is nothing to call it for.
        }

        return started;
    }

    private async Task ProcessAsync(BlobVersion version, IReadOnlyList<KeyValuePair<string, string>> parts)
    {
        await _slots.WaitAsync(stopping);
        try
        {
            if (!await TryAllAttemptsAsync(version, parts))
            {
                await storage.AddPoisonAsync(function, version, stopping);
            }

            await storage.AddReceiptAsync(function, version, stopping);
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task<bool> TryAllAttemptsAsync(BlobVersion version, IReadOnlyList<KeyValuePair<string, string>> parts)
    {
        for (var attempt = 1; ; attempt++)
        {
            // Gone or written again in between: its next version, if any, has a call of its own.
            if (await EnvelopeAsync(version, parts) is not { } envelope)
            {
                return true;
            }

            var result = await handler.InvokeAsync(function.Name, envelope, stopping);
            journal.Enter(version.Name, result, isLastAttempt: attempt == Attempts);
            if (result.Succeeded || attempt == Attempts)
            {
                return result.Succeeded;
            }

            await Task.Delay(PauseBetweenAttempts, TimeProvider.System, stopping);
        }
    }

    private async Task<byte[]?> EnvelopeAsync(BlobVersion version, IReadOnlyList<KeyValuePair<string, string>> parts)
    {
        var blob = _container.GetBlobClient(version.Name);
        var unchanged = new BlobRequestConditions { IfMatch = new ETag(version.ETag) };
        try
        {
            var properties = await blob.GetPropertiesAsync(unchanged, stopping);
            var content = await blob.DownloadContentAsync(new BlobDownloadOptions { Conditions = unchanged }, stopping);

            return InvocationEnvelope.ForBlob(
                function, blob.Uri, parts, properties.Value, content.Value.Content.ToMemory(), options.Clock.GetUtcNow());
        }
        catch (RequestFailedException exception)
            when (exception.Status is StatusCodes.Status404NotFound or StatusCodes.Status412PreconditionFailed)
        {
            return null;
        }
    }
}
