using System.Globalization;
using Renstra.LocalHost.Host.Worker;

namespace Renstra.LocalHost.Host;

/// <summary>What a host remembers of a timer.</summary>
/// <param name="Last">When it last ran; the smallest time when it never has.</param>
/// <param name="Next">When it is due next.</param>
/// <param name="LastUpdated">When this was written; the smallest time when it has never run.</param>
internal sealed record TimerStatus(DateTimeOffset Last, DateTimeOffset Next, DateTimeOffset LastUpdated)
{
    /// <summary>That of a timer which has never run.</summary>
    public static TimerStatus NeverRun(DateTimeOffset next) => new(DateTimeOffset.MinValue, next, DateTimeOffset.MinValue);

    /// <summary>That after a run.</summary>
    public static TimerStatus After(DateTimeOffset run, DateTimeOffset next) => new(run, next, run);
}

/// <summary>Calls a function when its schedule says so, or on demand, never twice at once.</summary>
/// <param name="function">The function.</param>
/// <param name="state">What earlier hosts have done.</param>
/// <param name="invoker">Calls functions.</param>
/// <param name="journal">Is told of every call.</param>
/// <param name="clock">The clock that the schedule goes by.</param>
/// <param name="abandoning">From then on calls under way are given up.</param>
internal sealed class TimerTrigger(
    TimerFunction function,
    HostState state,
    FunctionInvoker invoker,
    InvocationJournal journal,
    TimeProvider clock,
    CancellationToken abandoning) : IDisposable
{
    // The clock may be set forward at any time; this is how long that may go unnoticed.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _invoking = new(1, 1);

    /// <summary>The function's name.</summary>
    public string Name => function.Name;

    /// <summary>
    /// Keeps the schedule until cancelled; a call that is under way then is waited for. A time that passed while no host was running is
    /// made up for at once, as past due. A run that fails, its worker's end included, waits for its next time, as in Azure.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (Status().Next < clock.GetUtcNow())
        {
            await InvokeAsync(isPastDue: true, isLastAttempt: true, cancellation);
        }

        while (true)
        {
            var next = Status().Next;
            while (next - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait < LongestSleep ? wait : LongestSleep, clock, cancellation);
            }

            await InvokeAsync(isPastDue: false, isLastAttempt: true, cancellation);
        }
    }

    /// <summary>Calls the function now, once; and again only when the worker ended under the call, because whoever asks wants it done.</summary>
    public async Task<InvocationResult> FireAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var result = await InvokeAsync(isPastDue: false, isLastAttempt: false, cancellation);
            if (!result.WorkerLost)
            {
                return result;
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _invoking.Dispose();

    private async Task<InvocationResult> InvokeAsync(bool isPastDue, bool isLastAttempt, CancellationToken cancellation)
    {
        await _invoking.WaitAsync(cancellation);
        try
        {
            cancellation.ThrowIfCancellationRequested();
            var now = clock.GetUtcNow();
            var result = await invoker.InvokeAsync(FunctionCall.ForTimer(function, Status(), isPastDue, now), abandoning);
            journal.Enter(now.ToString("u", CultureInfo.InvariantCulture), result, isLastAttempt || !result.WorkerLost);

            // Failed or not, a timer waits for its next time.
            state.SetStatus(function, TimerStatus.After(now, function.NextAfter(now)));
            return result;
        }
        finally
        {
            _invoking.Release();
        }
    }

    private TimerStatus Status()
    {
        if (state.StatusOf(function) is { } status)
        {
            return status;
        }

        var fresh = TimerStatus.NeverRun(function.NextAfter(clock.GetUtcNow()));
        state.SetStatus(function, fresh);
        return fresh;
    }
}
