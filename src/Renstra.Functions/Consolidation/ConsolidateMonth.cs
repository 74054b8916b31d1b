using Renstra.Functions.Withdrawals;

namespace Renstra.Functions.Consolidation;

/// <summary>The function that closes months, daily at 06.00 WITA.</summary>
internal sealed class ConsolidateMonth(WithdrawalSweep withdrawals, Consolidator consolidator, OrphanSweep orphans)
{
    /// <summary>Releases every month that is due and has no release of its present fingerprint.</summary>
    /// <exception cref="Azure.RequestFailedException">Storage fails, all retries included.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await withdrawals.RunAsync(cancellation);
        await consolidator.CloseDueMonthsAsync(cancellation);
        await orphans.RunAsync(cancellation);
    }
}
