using Azure.Data.Tables;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Storage;

/// <summary>
/// Which report stands under each key: table <c>Laporan</c>, a view of the history. It depends on the set of reports in the history,
/// never on the order in which they came.
/// </summary>
internal sealed class ReportStore(StorageClients storage, HistoryStore history)
{
    /// <summary>
    /// Makes the view of a key say what its history says: of the accepted reports that are not withdrawn, the one of the latest
    /// submission. The view's ETag is read before the withdrawals and the history, so a report that arrives in between makes the write
    /// fail and the refresh begin anew.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="withdrawn">Which submissions are withdrawn.</param>
    /// <param name="cancellation">Stops between two requests.</param>
    public Task RefreshViewAsync(ReportKey key, WithdrawnSubmissions withdrawn, CancellationToken cancellation) =>
        RefreshViewAsync(key, withdrawn, always: false, cancellation);

    /// <summary>
    /// The same after a change of the withdrawals. The view is written even when it says the right thing already: whoever read its ETag
    /// before, and has yet to write by the withdrawals of then, fails.
    /// </summary>
    public Task RewriteViewAsync(ReportKey key, WithdrawnSubmissions withdrawn, CancellationToken cancellation) =>
        RefreshViewAsync(key, withdrawn, always: true, cancellation);

    /// <summary>The reports that stand for a month.</summary>
    /// <param name="month">The reporting month.</param>
    /// <param name="region">Only those about a region, or all when null.</param>
    /// <param name="cancellation">Stops between two pages.</param>
    public async Task<IReadOnlyList<StoredReport>> CurrentAsync(ReportingMonth month, RegionCode? region, CancellationToken cancellation) =>
        await storage.Reports.ReadAsync(PartitionRange.Of(month, region is { } code ? $"{code}-" : ""), ReportEntity.Read, cancellation)
            .OfType<StoredReport>()
            .ToListAsync(cancellation);

    /// <summary>
    /// Which submissions stand in a range of months, by month: their keys alone, so that years of them are a few pages of one query.
    /// </summary>
    public async Task<ILookup<ReportingMonth, StandingReport>> StandingAsync(ReportingMonth first, ReportingMonth last, CancellationToken cancellation)
    {
        var standing = new List<StandingReport>();
        var keys = storage.Reports.QueryAsync<TableEntity>(
            new PartitionRange(first, last).Filter,
            select: [nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey), ReportEntity.SubmissionColumn],
            cancellationToken: cancellation);
        await foreach (var entity in keys)
        {
            if (entity.GetString(ReportEntity.SubmissionColumn) is { } submission)
            {
                standing.Add(new StandingReport(ReportKeys.Parse(entity.PartitionKey, entity.RowKey), SubmissionId.Parse(submission)));
            }
        }

        return standing.ToLookup(report => report.Key.Month);
    }

    /// <summary>The reports that stand in a range of months, in portions as storage gives them, ascending by month, region and holder.</summary>
    public IAsyncEnumerable<IReadOnlyList<StoredReport>> CurrentAsync(PartitionRange range, CancellationToken cancellation) =>
        storage.Reports.PortionsAsync(range, ReportEntity.Read, cancellation)
            .Select(IReadOnlyList<StoredReport> (portion) => [.. portion.OfType<StoredReport>()]);

    private async Task RefreshViewAsync(ReportKey key, WithdrawnSubmissions withdrawn, bool always, CancellationToken cancellation)
    {
        while (!await TryRefreshViewAsync(key, withdrawn, always, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private async Task<bool> TryRefreshViewAsync(ReportKey key, WithdrawnSubmissions withdrawn, bool always, CancellationToken cancellation)
    {
        var view = await storage.Reports.GetEntityIfExistsAsync<TableEntity>(ReportKeys.Partition(key), ReportKeys.Row(key), cancellationToken: cancellation);
        var standing = await history.StandingAsync(key, await withdrawn(cancellation), cancellation);
        var shown = view.HasValue ? ReportEntity.Read(view.Value!) : null;
        if (!always && shown?.Submission == standing?.Submission)
        {
            return true;
        }

        var entity = standing is null ? ReportEntity.ForEmptyView(key) : ReportEntity.ForView(standing);
        return await (view.HasValue
            ? storage.Reports.UpdateEntityAsync(entity, view.Value!.ETag, TableUpdateMode.Replace, cancellation)
            : storage.Reports.AddEntityAsync(entity, cancellation)).WonAsync();
    }
}

/// <summary>Which submission stands under a key, without what it says.</summary>
/// <param name="Key">The key.</param>
/// <param name="Submission">The submission.</param>
internal readonly record struct StandingReport(ReportKey Key, SubmissionId Submission);

/// <summary>
/// The submissions that are withdrawn, read anew each time: a view is written under an ETag that was read before them, so that of two
/// writers the one that saw an older list loses.
/// </summary>
internal delegate Task<IReadOnlySet<SubmissionId>> WithdrawnSubmissions(CancellationToken cancellation);

/// <summary>Keys of <c>Laporan</c>: partition the reporting month, row <c>&lt;region&gt;-&lt;holder&gt;</c>.</summary>
internal static class ReportKeys
{
    public static string Partition(ReportKey report) => report.Month.ToString();

    public static string Row(ReportKey report) => $"{report.Region}-{report.Holder}";

    public static ReportKey Parse(string partitionKey, string rowKey)
    {
        var parts = rowKey.Split('-', 3);
        return new ReportKey(RegionCode.Parse(parts[0]), ReportingMonth.Parse(partitionKey), DataHolder.Parse(parts[1]));
    }


}
