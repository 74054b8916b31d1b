namespace Renstra.Functions.Consolidation;

/// <summary>The function that closes months, daily at 06.00 WITA.</summary>
internal sealed class ConsolidateMonth(Consolidator consolidator)
{
    /// <summary>Releases every month that is due and has no release of its present fingerprint.</summary>
    public Task RunAsync(CancellationToken cancellation) => consolidator.CloseDueMonthsAsync(cancellation);
}
