using Renstra.LocalHost.Host.Worker;

namespace Renstra.LocalHost.Host;

/// <summary>
/// Plays the Azure Functions host to the app: blobs, timers and clients reach it as they do in Azure. Blobs and clients are
/// served from the start, timers when told.
/// </summary>
internal sealed class FunctionsHost : IAsyncDisposable
{
    private static readonly TimeSpan RequestPatience = TimeSpan.FromSeconds(5);

    private readonly FunctionsHostOptions _options;
    private readonly WorkerSupervisor _workers;
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _abandoning = new();
    private readonly List<Task> _background = [];
    private readonly TaskCompletionSource _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private BlobTrigger[] _blobs = [];
    private TimerTrigger[] _timers = [];
    private HttpFront? _front;
    private Task? _stopped;

    private FunctionsHost(FunctionsHostOptions options, WorkerSupervisor workers)
    {
        _options = options;
        _workers = workers;
    }

    /// <summary>Where clients reach the app.</summary>
    public Uri Address => _front!.Address;

    /// <summary>What was called, and what failed.</summary>
    public InvocationJournal Journal { get; } = new();

    /// <summary>Never completes but with the error that has stopped it: storage that no longer answers, or a worker that fails again and again.</summary>
    public Task Broken => _broken.Task;

    /// <summary>Starts it, and a worker. The app's storage must be up.</summary>
    /// <exception cref="CannotStartException">The port for clients is taken, or there is no app.</exception>
    /// <exception cref="WorkerGivenUpException">Three workers have failed to start.</exception>
    /// <exception cref="InvalidDataException">The app asks for what is not played here.</exception>
    public static async Task<FunctionsHost> StartAsync(FunctionsHostOptions options, CancellationToken cancellation)
    {
        var json = HostJson.Read(options.AppFolder);
        var workers = await WorkerSupervisor.StartAsync(options.AppFolder, options.StartWorker, options.Log, TimeProvider.System, cancellation);
        var host = new FunctionsHost(options, workers);
        try
        {
            await host.StartAsync(json, cancellation);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>From now on timers keep their schedules. Until then they run on demand only. Call it once.</summary>
    public void StartTimers() => StartInBackground(_timers.Select(trigger => trigger.RunAsync(_stopping.Token)));

    /// <summary>Runs a timer function now, whether it is due or not, and waits for it to end.</summary>
    /// <exception cref="ArgumentException">There is no such timer.</exception>
    public Task<InvocationResult> FireAsync(string function, CancellationToken cancellation)
    {
        var trigger = Array.Find(_timers, trigger => trigger.Name == function)
            ?? throw new ArgumentException($"The app has no timer \"{function}\".", nameof(function));

        return trigger.FireAsync(cancellation);
    }

    /// <summary>Returns when every blob there is, those written by the functions meanwhile included, is done with or given up.</summary>
    public async Task WaitUntilIdleAsync(CancellationToken cancellation)
    {
        foreach (var trigger in _blobs)
        {
            await trigger.WaitUntilIdleAsync(cancellation);
        }
    }

    /// <summary>
    /// Ends it: nothing new begins, what is under way is waited for, then the worker is asked to end. A call that takes too long is
    /// given up and counts for nothing: a later run makes it again.
    /// </summary>
    public ValueTask DisposeAsync() => new(_stopped ??= StopAsync());

    private async Task StartAsync(HostJson json, CancellationToken cancellation)
    {
        var worker = await _workers.CurrentAsync(cancellation);
        var declared = FunctionDeclarations.Of(worker.Functions, json.RoutePrefix, _options.Settings);
        var invoker = new FunctionInvoker(_workers, json.FunctionTimeout);
        var state = new HostState(_options.StateFolder);
        _front = await HttpFront.StartAsync(declared.Http, invoker, json, _options.Port, cancellation);
        _blobs = [.. declared.Blobs.Select(function =>
            new BlobTrigger(function, _options, state, invoker, Journal, _stopping.Token, _abandoning.Token))];
        _timers = [.. declared.Timers.Select(function => new TimerTrigger(function, state, invoker, Journal, _options.Clock, _abandoning.Token))];
        _ = WatchAsync(_workers.Broken);
        StartInBackground(_blobs.Select(trigger => trigger.RunAsync()));
    }

    private async Task StopAsync()
    {
        await _stopping.CancelAsync();
        _abandoning.CancelAfter(_options.DrainPatience);
        await Task.WhenAll(_background);
        foreach (var trigger in _blobs)
        {
            await trigger.DisposeAsync();
        }

        foreach (var trigger in _timers)
        {
            trigger.Dispose();
        }

        if (_front is not null)
        {
            await _front.StopAsync(RequestPatience);
            await _front.DisposeAsync();
        }

        // Calls of blobs and timers that it was still at would be dropped; there are none left.
        await _workers.DisposeAsync();
        _abandoning.Dispose();
        _stopping.Dispose();
    }

    private void StartInBackground(IEnumerable<Task> triggers) => _background.AddRange(triggers.Select(WatchAsync));

    private async Task WatchAsync(Task trigger)
    {
        await trigger.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (trigger.IsFaulted)
        {
            _broken.TrySetException(trigger.Exception.InnerExceptions);
        }
    }
}
