using Azure;
using Azure.Data.Tables;
using Renstra.Transform.Calendar;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Storage;

/// <summary>
/// The history of reports, which is the truth, and the view of it that says which report stands under each key. The view depends
/// on the set of reports in the history, never on the order in which they came.
/// </summary>
internal sealed class ReportStore(StorageClients storage)
{
    /// <summary>Table Storage takes fifteen comparisons in a filter; one is needed beside these.</summary>
    private const int MostConditions = 14;

    /// <summary>Adds a report to the history; one that is there already stays as it is.</summary>
    public async Task AddToHistoryAsync(StoredReport report, CancellationToken cancellation)
    {
        try
        {
            await storage.History.AddEntityAsync(ReportEntity.ForHistory(report), cancellation);
        }
        catch (RequestFailedException conflict) when (conflict.Status == StatusCodes.Status409Conflict)
        {
            // The same submission was ingested before: a re-delivery. What it said then is what it says now.
        }
    }

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

    /// <summary>What the accepted reports of submissions speak about. The whole history is searched, in as many requests as it has thousands of reports.</summary>
    public async Task<IReadOnlyList<ReportKey>> KeysOfAsync(IReadOnlyCollection<SubmissionId> submissions, CancellationToken cancellation)
    {
        var keys = new HashSet<ReportKey>();
        foreach (var some in submissions.Chunk(MostConditions))
        {
            await foreach (var entity in storage.History.QueryAsync<TableEntity>(
                ReportEntity.AcceptedOf(some), select: [nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey)], cancellationToken: cancellation))
            {
                keys.Add(ReportKeys.Parse(entity.PartitionKey, entity.RowKey));
            }
        }

        return [.. keys];
    }

    /// <summary>The reports that stand for a month.</summary>
    /// <param name="month">The reporting month.</param>
    /// <param name="region">Only those about a region, or all when null.</param>
    /// <param name="cancellation">Stops between two pages.</param>
    public async Task<IReadOnlyList<StoredReport>> CurrentAsync(ReportingMonth month, RegionCode? region, CancellationToken cancellation)
    {
        var range = region is { } code ? ReportKeys.Of(month, code) : ReportKeys.In(month);
        var reports = new List<StoredReport>();
        await foreach (var entity in storage.Reports.QueryAsync<TableEntity>(range.Filter, cancellationToken: cancellation))
        {
            if (ReportEntity.Read(entity) is { } report)
            {
                reports.Add(report);
            }
        }

        return reports;
    }

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

    /// <summary>A report of the history; null when there is none.</summary>
    public async Task<StoredReport?> FindInHistoryAsync(ReportKey key, SubmissionId submission, CancellationToken cancellation)
    {
        var entity = await storage.History.GetEntityIfExistsAsync<TableEntity>(
            HistoryKeys.Partition(key), HistoryKeys.Row(key, submission), cancellationToken: cancellation);
        return entity.HasValue ? ReportEntity.Read(entity.Value!) : null;
    }

    /// <summary>The report that stood under a key until a submission; null when none did.</summary>
    public async Task<StoredReport?> StandingBeforeAsync(
        ReportKey key, SubmissionId submission, IReadOnlySet<SubmissionId> withdrawn, CancellationToken cancellation)
    {
        StoredReport? standing = null;
        await foreach (var entity in storage.History.QueryAsync<TableEntity>(HistoryKeys.Of(key).Filter, cancellationToken: cancellation))
        {
            if (ReportEntity.Read(entity) is not { } report || string.CompareOrdinal(report.Submission.ToString(), submission.ToString()) >= 0)
            {
                break;
            }

            if (report.IsAccepted && !withdrawn.Contains(report.Submission))
            {
                standing = report;
            }
        }

        return standing;
    }

    /// <summary>The reports that stand in a range of months, in portions as storage gives them, ascending by month, region and holder.</summary>
    public IAsyncEnumerable<IReadOnlyList<StoredReport>> CurrentAsync(PartitionRange range, CancellationToken cancellation) =>
        StandingIn(storage.Reports.PortionsAsync(range, ReportEntity.Read, cancellation));

    /// <summary>
    /// Every report ever about a range of months, accepted or returned, in portions as storage gives them, ascending by month, region,
    /// holder and submission.
    /// </summary>
    public IAsyncEnumerable<IReadOnlyList<StoredReport>> HistoryAsync(PartitionRange range, CancellationToken cancellation) =>
        StandingIn(storage.History.PortionsAsync(range, ReportEntity.Read, cancellation));

    private static IAsyncEnumerable<IReadOnlyList<StoredReport>> StandingIn(IAsyncEnumerable<IReadOnlyList<StoredReport?>> portions) =>
        portions.Select(IReadOnlyList<StoredReport> (portion) => [.. portion.OfType<StoredReport>()]);

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
        var standing = await StandingReportAsync(key, await withdrawn(cancellation), cancellation);
        var shown = view.HasValue ? ReportEntity.Read(view.Value!) : null;
        if (!always && shown?.Submission == standing?.Submission)
        {
            return true;
        }

        var entity = standing is null ? ReportEntity.ForEmptyView(key) : ReportEntity.ForView(standing);
        try
        {
            await (view.HasValue
                ? storage.Reports.UpdateEntityAsync(entity, view.Value!.ETag, TableUpdateMode.Replace, cancellation)
                : storage.Reports.AddEntityAsync(entity, cancellation));
            return true;
        }
        catch (RequestFailedException lost) when (lost.Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed)
        {
            return false;
        }
    }

    private async Task<StoredReport?> StandingReportAsync(ReportKey key, IReadOnlySet<SubmissionId> withdrawn, CancellationToken cancellation)
    {
        StoredReport? standing = null;
        await foreach (var entity in storage.History.QueryAsync<TableEntity>(HistoryKeys.Of(key).Filter, cancellationToken: cancellation))
        {
            // Rows come in the order of their keys, which end in the submission: the last that qualifies is the latest.
            if (ReportEntity.Read(entity) is { IsAccepted: true } report && !withdrawn.Contains(report.Submission))
            {
                standing = report;
            }
        }

        return standing;
    }
}
