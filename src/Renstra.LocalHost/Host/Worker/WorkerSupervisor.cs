using System.Globalization;
using Renstra.LocalHost.Host.Rpc;

namespace Renstra.LocalHost.Host.Worker;

/// <summary>
/// Keeps one worker running. One that ends without being asked is replaced and its calls fail; the third such end within half
/// an hour is the last.
/// </summary>
internal sealed class WorkerSupervisor : IAsyncDisposable
{
    private const int FailuresAllowed = 2;

    private static readonly TimeSpan FailuresCountFor = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly RpcServer _server;
    private readonly string _folder;
    private readonly Func<WorkerStart, IWorkerProcess> _start;
    private readonly Action<RpcLog> _log;
    private readonly TimeProvider _clock;
    private readonly Queue<long> _failures = new();
    private readonly TaskCompletionSource _stopping = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _keeping;
    private volatile TaskCompletionSource<RunningWorker> _current = NewCurrent();

    private WorkerSupervisor(RpcServer server, string folder, Func<WorkerStart, IWorkerProcess> start, Action<RpcLog> log, TimeProvider clock)
    {
        _server = server;
        _folder = folder;
        _start = start;
        _log = log;
        _clock = clock;
        _keeping = KeepAsync();
    }

    /// <summary>Never completes but with <see cref="WorkerGivenUpException"/>: no worker will come any more.</summary>
    public Task Broken => _broken.Task;

    /// <summary>Begins to start a worker.</summary>
    /// <param name="folder">The app.</param>
    /// <param name="start">Starts a process.</param>
    /// <param name="log">Is told every line that a worker logs.</param>
    /// <param name="clock">Measures how long failures count.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<WorkerSupervisor> StartAsync(
        string folder, Func<WorkerStart, IWorkerProcess> start, Action<RpcLog> log, TimeProvider clock, CancellationToken cancellation) =>
        new(await RpcServer.StartAsync(cancellation), folder, start, log, clock);

    /// <summary>The worker that runs, once its functions are loaded; while one is replaced, the next.</summary>
    /// <exception cref="WorkerGivenUpException">None will come any more.</exception>
    public Task<RunningWorker> CurrentAsync(CancellationToken cancellation) => _current.Task.WaitAsync(cancellation);

    /// <summary>Asks the worker to end in order, and ends it by force if that takes it too long. What must not be dropped has to be done before.</summary>
    public async ValueTask DisposeAsync()
    {
        _stopping.TrySetResult();
        await _keeping;
        await _server.DisposeAsync();
    }

    private async Task KeepAsync()
    {
        // Not in the constructor's time: a process starts here.
        await Task.Yield();
        try
        {
            while (true)
            {
                var end = await RunOneAsync();
                if (_stopping.Task.IsCompleted)
                {
                    _current.TrySetException(new WorkerGivenUpException("The host is stopping."));
                    return;
                }

                if (IsOneTooMany())
                {
                    throw new WorkerGivenUpException($"The app's worker has failed three times within half an hour and is not started again. {end}");
                }
            }
        }
        catch (Exception exception)
        {
            // Whatever it is, nobody may wait for a worker that never comes.
            _current.TrySetException(exception);
            _broken.TrySetException(exception);
        }
    }

    /// <summary>Starts a worker and stays with it to its end.</summary>
    /// <returns>How it ended.</returns>
    private async Task<string> RunOneAsync()
    {
        var start = new WorkerStart(_server.Address, Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        var channel = new WorkerChannel(start.WorkerId, _log);
        _server.Expect(channel);
        await using var process = _start(start);
        using var patience = new CancellationTokenSource(StartPatience, TimeProvider.System);
        var starting = StartFunctionsAsync(channel, process, patience.Token);
        var reason = "";
        if (await Task.WhenAny(starting, process.Ended, _stopping.Task) == starting)
        {
            try
            {
                _current.SetResult(await starting);
                await Task.WhenAny(process.Ended, channel.Closed, _stopping.Task);
                _current = NewCurrent();
            }
            catch (Exception exception) when (exception is WorkerLostException or OperationCanceledException or InvalidDataException)
            {
                reason = exception is OperationCanceledException ? "It did not start within three minutes." : exception.Message;
            }
        }

        _server.Forget(channel);
        if (_stopping.Task.IsCompleted && starting.IsCompletedSuccessfully)
        {
            channel.Terminate(Grace);
            await Task.WhenAny(process.Ended, Task.Delay(Grace, TimeProvider.System));
        }

        // A stream that broke without its process, or a process that cannot be talked to, is of no use.
        process.Kill();
        var end = await process.Ended;
        channel.Fail("the worker ended");
        await ((Task)starting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return reason.Length == 0 ? end : $"{reason} {end}";
    }

    private async Task<RunningWorker> StartFunctionsAsync(WorkerChannel channel, IWorkerProcess process, CancellationToken cancellation)
    {
        var (capabilities, functions) = await channel.StartAsync(_folder, cancellation);
        return new RunningWorker(channel, process, capabilities, functions);
    }

    private bool IsOneTooMany()
    {
        var now = _clock.GetTimestamp();
        while (_failures.TryPeek(out var oldest) && _clock.GetElapsedTime(oldest, now) > FailuresCountFor)
        {
            _failures.Dequeue();
        }

        _failures.Enqueue(now);
        return _failures.Count > FailuresAllowed;
    }

    private static TaskCompletionSource<RunningWorker> NewCurrent()
    {
        var current = new TaskCompletionSource<RunningWorker>(TaskCreationOptions.RunContinuationsAsynchronously);

        // It may be that nobody has asked.
        _ = current.Task.ContinueWith(
            static faulted => _ = faulted.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return current;
    }
}

/// <summary>A worker whose functions are loaded.</summary>
internal sealed class RunningWorker
{
    private readonly WorkerChannel _channel;
    private readonly IWorkerProcess _process;
    private readonly Dictionary<string, string> _ids;

    public RunningWorker(
        WorkerChannel channel, IWorkerProcess process, IReadOnlyDictionary<string, string> capabilities, IReadOnlyList<RpcFunctionMetadata> functions)
    {
        _channel = channel;
        _process = process;
        Functions = functions;
        _ids = functions.ToDictionary(function => function.Name, function => function.FunctionId, StringComparer.Ordinal);
        Http = capabilities.TryGetValue("HttpUri", out var uri) ? new Uri(uri) : null;
    }

    /// <summary>What the worker says of its functions.</summary>
    public IReadOnlyList<RpcFunctionMetadata> Functions { get; }

    /// <summary>Where the worker takes HTTP requests; null when it takes none.</summary>
    public Uri? Http { get; }

    /// <summary>Has a function called once; a call that takes too long ends the worker, and every other call with it.</summary>
    /// <param name="function">The function's name.</param>
    /// <param name="call">What it is called with; which function it is for is filled in.</param>
    /// <param name="timeout">How long it may take.</param>
    /// <param name="cancellation">Gives the call up; that is not a failure of the function.</param>
    public async Task<InvocationResult> InvokeAsync(string function, InvocationRequest call, TimeSpan timeout, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(timeout);
        try
        {
            call.FunctionId = _ids[function];
            var response = await _channel.InvokeAsync(call, patience.Token);
            return new InvocationResult(function, FailureIn(response.Result));
        }
        catch (WorkerLostException lost)
        {
            return new InvocationResult(function, $"the worker was lost: {lost.Message}") { WorkerLost = true };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            _process.Kill();
            return new InvocationResult(function, string.Create(CultureInfo.InvariantCulture, $"it took longer than {timeout}")) { WorkerLost = true };
        }
    }

    private static string? FailureIn(StatusResult? result) => result switch
    {
        { Status: StatusResult.Types.Status.Success } => null,
        { Exception: { } exception } => exception.Type.Length > 0 ? $"{exception.Type}: {exception.Message}" : exception.Message,
        { Status: StatusResult.Types.Status.Cancelled } => "it was cancelled",
        _ => "it failed without saying why",
    };
}

/// <summary>Workers fail again and again; the message ends with the last one's last words.</summary>
internal sealed class WorkerGivenUpException(string message) : Exception(message);

/// <summary>How one call of a function ended.</summary>
/// <param name="Function">The function.</param>
/// <param name="Failure">Why a Functions host takes the call for failed; null when it succeeded.</param>
internal sealed record InvocationResult(string Function, string? Failure)
{
    /// <summary>Whether the function did its work.</summary>
    public bool Succeeded => Failure is null;

    /// <summary>Whether the worker ended before it answered: the call failed for no fault of its own.</summary>
    public bool WorkerLost { get; init; }
}
