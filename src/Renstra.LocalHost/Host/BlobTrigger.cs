using System.Collections.Concurrent;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;

namespace Renstra.LocalHost.Host;

/// <summary>Raises an event for every version of every blob in a container, and calls a function with it: again when that fails, five times in all.</summary>
/// <remarks>
/// In Azure, Event Grid tells the host of new blobs and the host keeps no receipts by ETag: an event that comes twice calls the
/// function twice. Here the container is looked into, which raises one event for each version while this host runs. An event is done
/// with when its function has succeeded or it was set aside, and only then is that written down: what was under way when a host
/// stopped or was killed is raised again by the next, and so is all of it where nothing was written down.
/// </remarks>
internal sealed class BlobTrigger : IAsyncDisposable
{
    /// <summary>How often a blob is tried before it is set aside.</summary>
    public const int Attempts = 5;

    /// <summary>The queue, in the account of the blobs, of events that were set aside.</summary>
    public const string PoisonQueue = "webjobs-blobtrigger-poison";

    private static readonly TimeSpan PauseBetweenAttempts = TimeSpan.FromMilliseconds(200);

    private readonly BlobFunction _function;
    private readonly HostState _state;
    private readonly FunctionInvoker _invoker;
    private readonly InvocationJournal _journal;
    private readonly TimeSpan _pollInterval;
    private readonly CancellationToken _stopping;
    private readonly CancellationToken _abandoning;
    private readonly BlobContainerClient _container;
    private readonly QueueClient _poison;
    private readonly ConcurrentDictionary<BlobVersion, Task> _running = new();
    private readonly SemaphoreSlim _polling = new(1, 1);
    private readonly SemaphoreSlim _slots;
    private readonly HashSet<BlobVersion> _known;

    /// <param name="function">The function.</param>
    /// <param name="options">Of the host; its settings hold the connection.</param>
    /// <param name="state">What earlier hosts have done.</param>
    /// <param name="invoker">Calls functions.</param>
    /// <param name="journal">Is told of every call.</param>
    /// <param name="stopping">From then on no call is begun.</param>
    /// <param name="abandoning">From then on calls under way are given up.</param>
    public BlobTrigger(
        BlobFunction function,
        FunctionsHostOptions options,
        HostState state,
        FunctionInvoker invoker,
        InvocationJournal journal,
        CancellationToken stopping,
        CancellationToken abandoning)
    {
        _function = function;
        _state = state;
        _invoker = invoker;
        _journal = journal;
        _pollInterval = options.PollInterval;
        _stopping = stopping;
        _abandoning = abandoning;
        var connection = options.Settings.TryGetValue(function.Connection, out var value)
            ? value
            : throw new InvalidDataException($"The function {function.Name} cannot be served: there is no setting {function.Connection}.");
        _container = new BlobContainerClient(connection, function.Path.Container);
        _poison = new QueueClient(connection, PoisonQueue, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        _slots = new SemaphoreSlim(options.BlobConcurrency, options.BlobConcurrency);
        _known = state.DoneWith(function);
    }

    /// <summary>Watches until the host stops.</summary>
    public async Task RunAsync()
    {
        while (true)
        {
            await PollAsync(_stopping);
            await Task.Delay(_pollInterval, TimeProvider.System, _stopping);
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

    /// <summary>Waits for the calls that are under way; what has not begun is left for another host.</summary>
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
            return await StartNewAsync(cancellation);
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

    private async Task<int> StartNewAsync(CancellationToken cancellation)
    {
        var started = 0;
        try
        {
            var options = new GetBlobsOptions { Traits = BlobTraits.Metadata };
            await foreach (var blob in _container.GetBlobsAsync(options, cancellation))
            {
                var version = new BlobVersion(blob.Name, blob.Properties.ETag.GetValueOrDefault().ToString().Trim('"'));
                if (_function.Path.Match(blob.Name) is { } parts && _known.Add(version))
                {
                    _running[version] = ProcessAsync(version, parts, ListedProperties.Of(blob));
                    started++;
                }
            }
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            // The app's deployment makes its containers; until it has, there is nothing to call the app for.
        }

        return started;
    }

    private async Task ProcessAsync(BlobVersion version, IReadOnlyList<KeyValuePair<string, string>> parts, BlobProperties properties)
    {
        await _slots.WaitAsync(_stopping);
        try
        {
            if (!await TryAllAttemptsAsync(version, parts, properties))
            {
                await AddPoisonAsync(version);
            }

            _state.AddDone(_function, version);
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task<bool> TryAllAttemptsAsync(BlobVersion version, IReadOnlyList<KeyValuePair<string, string>> parts, BlobProperties properties)
    {
        var uri = _container.GetBlobClient(version.Name).Uri;
        for (var attempt = 1; ; attempt++)
        {
            _stopping.ThrowIfCancellationRequested();
            var result = await _invoker.InvokeAsync(FunctionCall.ForBlob(_function, uri, version.Name, parts, properties), _abandoning);
            _journal.Enter(version.Name, result, isLastAttempt: attempt == Attempts);
            if (result.Succeeded || attempt == Attempts)
            {
                return result.Succeeded;
            }

            await Task.Delay(PauseBetweenAttempts, TimeProvider.System, _stopping);

            // Gone or written again in between: its next version, if any, has an event of its own.
            if (!await IsStillThereAsync(version))
            {
                return true;
            }
        }
    }

    private async Task<bool> IsStillThereAsync(BlobVersion version)
    {
        try
        {
            await _container.GetBlobClient(version.Name).GetPropertiesAsync(new BlobRequestConditions { IfMatch = new ETag(version.ETag) }, _abandoning);
            return true;
        }
        catch (RequestFailedException exception)
            when (exception.Status is StatusCodes.Status404NotFound or StatusCodes.Status412PreconditionFailed)
        {
            return false;
        }
    }

    private async Task AddPoisonAsync(BlobVersion version)
    {
        var message = JsonSerializer.Serialize(new
        {
            Type = "BlobTrigger",
            FunctionId = "Host.Functions." + _function.Name,
            BlobType = "BlockBlob",
            ContainerName = _function.Path.Container,
            BlobName = version.Name,
            version.ETag,
        });
        await _poison.CreateIfNotExistsAsync(cancellationToken: _abandoning);
        await _poison.SendMessageAsync(message, _abandoning);
    }

    /// <summary>A listing brings all that is known of a blob, so that no further request is needed.</summary>
    private static class ListedProperties
    {
        public static BlobProperties Of(BlobItem blob) => BlobsModelFactory.BlobProperties(
            lastModified: blob.Properties.LastModified.GetValueOrDefault(),
            createdOn: blob.Properties.CreatedOn.GetValueOrDefault(),
            accessTierChangedOn: blob.Properties.AccessTierChangedOn ?? blob.Properties.CreatedOn.GetValueOrDefault(),
            metadata: blob.Metadata,
            blobType: blob.Properties.BlobType.GetValueOrDefault(),
            leaseStatus: blob.Properties.LeaseStatus ?? LeaseStatus.Unlocked,
            leaseState: blob.Properties.LeaseState ?? LeaseState.Available,
            contentLength: blob.Properties.ContentLength.GetValueOrDefault(),
            contentType: blob.Properties.ContentType,
            contentHash: blob.Properties.ContentHash,
            eTag: blob.Properties.ETag.GetValueOrDefault(),
            acceptRanges: "bytes",
            isServerEncrypted: blob.Properties.ServerEncrypted ?? true,
            accessTier: (blob.Properties.AccessTier ?? AccessTier.Hot).ToString(),
            accessTierInferred: blob.Properties.AccessTierInferred,
            immutabilityPolicy: new BlobImmutabilityPolicy());
    }
}
