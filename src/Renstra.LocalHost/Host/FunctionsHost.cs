namespace Renstra.LocalHost.Host;

/// <summary>
/// Plays the Azure Functions host to the app: blobs, timers and clients reach it as they do in Azure. Blobs and clients are
/// served from the start, timers when told.
/// </summary>
internal sealed class FunctionsHost : IAsyncDisposable
{
    private readonly Handler _handler;
    private readonly HttpFront _front;
    private readonly BlobTrigger[] _blobs;
    private readonly TimerTrigger[] _timers;
    private readonly CancellationTokenSource _stopping;
    private readonly List<Task> _background = [];
    private readonly TaskCompletionSource _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task? _stopped;

    private FunctionsHost(
        Handler handler,
        HttpFront front,
        BlobTrigger[] blobs,
        TimerTrigger[] timers,
        InvocationJournal journal,
        CancellationTokenSource stopping)
    {
        _stopping = stopping;
        _handler = handler;
        _front = front;
        _blobs = blobs;
        _timers = timers;
        Journal = journal;
    }

    /// <summary>Where clients reach the app.</summary>
    public Uri Address => _front.Address;

    /// <summary>What was called, and what failed.</summary>
    public InvocationJournal Journal { get; }

    /// <summary>Never completes but with the error that has stopped a trigger: storage that no longer answers.</summary>
    public Task Broken => _broken.Task;

    /// <summary>Starts it. The app and its storage must be up.</summary>
    /// <exception cref="CannotStartException">The port for clients is taken.</exception>
    /// <exception cref="InvalidDataException">The app's declarations cannot be read.</exception>
    public static async Task<FunctionsHost> StartAsync(FunctionsHostOptions options, CancellationToken cancellation)
    {
        var declarations = FunctionDeclarations.Read(options.AppFolder);
        var storage = new HostStorage(options.StorageConnectionString);
        await storage.CreateAsync(cancellation);
        var front = await HttpFront.StartAsync(declarations.Http, options.Handler, options.Port, cancellation);

        var handler = new Handler(options.Handler, declarations.Timeout);
        var journal = new InvocationJournal();
        var stopping = new CancellationTokenSource();
        var host = new FunctionsHost(
            handler,
            front,
            [.. declarations.Blobs.Select(function => new BlobTrigger(function, storage, handler, journal, options, stopping.Token))],
            [.. declarations.Timers.Select(function => new TimerTrigger(function, storage, handler, journal, options.Clock))],
            journal,
            stopping);
        host.StartInBackground(host._blobs.Select(trigger => trigger.RunAsync()));

        return host;
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

    /// <summary>Ends it. Calls that are under way are given up and count for nothing: a later run makes them again.</summary>
    public ValueTask DisposeAsync() => new(_stopped ??= StopAsync());

    private async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_background);
        foreach (var trigger in _blobs)
        {
            await trigger.DisposeAsync();
        }

        foreach (var trigger in _timers)
        {
            trigger.Dispose();
        }

        await _front.DisposeAsync();
        _handler.Dispose();
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
