using System.Globalization;

namespace Renstra.LocalHost.Host;

/// <summary>Calls a function when its schedule says so, or on demand, never twice at once.</summary>
internal sealed class TimerTrigger(
    TimerFunction function,
    HostStorage storage,
    Handler handler,
    InvocationJournal journal,
    TimeProvider clock) : IDisposable
{
    // The clock may be set forward at any time; this is how long that may go unnoticed.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _invoking = new(1, 1);

    /// <summary>The function's name.</summary>
    public string Name => function.Name;

    /// <summary>
    /// Keeps the schedule until cancelled. A time that passed while no host was running is made up for at once, as past due.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var status = await StatusAsync(cancellation);
        if (status.Next < clock.GetUtcNow())
        {
            await InvokeAsync(isPastDue: true, cancellation);
        }

        while (true)
        {
            var next = (await StatusAsync(cancellation)).Next;
            while (next - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait < LongestSleep ? wait : LongestSleep, clock, cancellation);
            }

            await InvokeAsync(isPastDue: false, cancellation);
        }
    }

    /// <summary>Calls the function now, once.</summary>
    public Task<InvocationResult> FireAsync(CancellationToken cancellation) => InvokeAsync(isPastDue: false, cancellation);

    /// <inheritdoc />
    public void Dispose() => _invoking.Dispose();

    private async Task<InvocationResult> InvokeAsync(bool isPastDue, CancellationToken cancellation)
    {
        await _invoking.WaitAsync(cancellation);
        try
        {
            var now = clock.GetUtcNow();
            var status = await StatusAsync(cancellation);
            var envelope = InvocationEnvelope.ForTimer(function, status, isPastDue, now);
            var result = await handler.InvokeAsync(function.Name, envelope, cancellation);
            journal.Enter(now.ToString("u", CultureInfo.InvariantCulture), result, isLastAttempt: true);

            // Failed or not, a timer waits for its next time.
            await storage.SetTimerStatusAsync(function, TimerStatus.After(now, function.NextAfter(now)), cancellation);

            return result;
        }
        finally
        {
            _invoking.Release();
        }
    }

    private async Task<TimerStatus> StatusAsync(CancellationToken cancellation)
    {
        if (await storage.TimerStatusAsync(function, cancellation) is { } status)
        {
            return status;
        }

        var fresh = TimerStatus.NeverRun(function.NextAfter(clock.GetUtcNow()));
        await storage.SetTimerStatusAsync(function, fresh, cancellation);

        return fresh;
    }
}
