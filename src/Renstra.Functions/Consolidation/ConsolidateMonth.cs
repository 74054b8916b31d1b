using Microsoft.Azure.Functions.Worker;
using Renstra.Functions.Withdrawals;

namespace Renstra.Functions.Consolidation;

/// <summary>The function that closes months, daily at 06.00 WITA.</summary>
internal sealed class ConsolidateMonth(WithdrawalSweep withdrawals, Consolidator consolidator, OrphanSweep orphans)
{
    /// <summary>The timer's call; 22:00 UTC is 06.00 WITA.</summary>
    [Function(nameof(ConsolidateMonth))]
    public Task OnTimerAsync([TimerTrigger("0 0 22 * * *")] TimerInfo timer, CancellationToken cancellation) => RunAsync(cancellation);

    /// <summary>Releases every month that is due and has no release of its present fingerprint.</summary>
    /// <exception cref="Azure.RequestFailedException">Storage fails, all retries included.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await withdrawals.RunAsync(cancellation);
        await consolidator.CloseDueMonthsAsync(cancellation);
        await orphans.RunAsync(cancellation);
    }
}
