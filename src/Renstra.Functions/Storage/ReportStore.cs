using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
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
    /// <summary>From how many keys of a month on the month is read at once instead of key by key.</summary>
    private const int ManyKeys = 3;

    /// <summary>
    /// Makes the view of keys say what their history says: of the accepted reports that are not withdrawn, the one of the latest
    /// submission. The view's ETags are read before the withdrawals and the history, so a report that arrives in between makes the write
    /// fail and the refresh begin anew. Keys of one month are written together.
    /// </summary>
    /// <param name="keys">The keys.</param>
    /// <param name="withdrawn">Which submissions are withdrawn.</param>
    /// <param name="cancellation">Stops between two requests.</param>
    public Task RefreshViewsAsync(IReadOnlyCollection<ReportKey> keys, WithdrawnSubmissions withdrawn, CancellationToken cancellation) =>
        RefreshViewsAsync(keys, withdrawn, always: false, cancellation);

    /// <summary>
    /// The same after a change of the withdrawals. The view is written even when it says the right thing already: whoever read its ETag
    /// before, and has yet to write by the withdrawals of then, fails.
    /// </summary>
    public Task RewriteViewsAsync(IReadOnlyCollection<ReportKey> keys, WithdrawnSubmissions withdrawn, CancellationToken cancellation) =>
        RefreshViewsAsync(keys, withdrawn, always: true, cancellation);

    /// <summary>The reports that stand for a month.</summary>
    /// <param name="month">The reporting month.</param>
    /// <param name="region">Only those about a region, or all when null.</param>
    /// <param name="cancellation">Stops between two pages.</param>
    public async Task<IReadOnlyList<StoredReport>> CurrentAsync(ReportingMonth month, RegionCode? region, CancellationToken cancellation) =>
        await storage.Reports.ReadAsync(PartitionRange.Of(month, region is { } code ? $"{code}-" : ""), ReportEntity.Read, cancellation)
            .OfType<StoredReport>()
            .ToListAsync(cancellation);

    /// <summary>The same, with a version that is another as soon as a row is written: what <see cref="VersionsAsync"/> says of the month.</summary>
    public async Task<(string Version, IReadOnlyList<StoredReport> Reports)> CurrentWithVersionAsync(ReportingMonth month, RegionCode? region, CancellationToken cancellation)
    {
        var rows = await storage.Reports.ReadAsync(
            PartitionRange.Of(month, region is { } code ? $"{code}-" : ""), row => (Row: RowVersion.Of(row), Report: ReportEntity.Read(row)), cancellation).ToListAsync(cancellation);
        return (RowVersion.Together(rows.Select(row => row.Row)), [.. rows.Select(row => row.Report).OfType<StoredReport>()]);
    }

    /// <summary>The versions of months of a range, read from keys alone; a month without rows is left out.</summary>
    public async Task<IReadOnlyDictionary<ReportingMonth, string>> VersionsAsync(ReportingMonth first, ReportingMonth last, RegionCode? region, CancellationToken cancellation)
    {
        var rows = await storage.Reports.QueryAsync<TableEntity>(
            new PartitionRange(first, last, region is { } code ? $"{code}-" : "").Filter,
            select: [nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey), nameof(TableEntity.Timestamp), ReportEntity.SubmissionColumn],
            cancellationToken: cancellation).Select(row => (row.PartitionKey, Row: RowVersion.Of(row))).ToListAsync(cancellation);
        return rows.GroupBy(row => row.PartitionKey, row => row.Row).ToDictionary(month => ReportingMonth.Parse(month.Key), RowVersion.Together);
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

    /// <summary>The reports that stand in a range of months, in portions as storage gives them, ascending by month, region and holder.</summary>
    public IAsyncEnumerable<IReadOnlyList<StoredReport>> CurrentAsync(PartitionRange range, CancellationToken cancellation) =>
        storage.Reports.PortionsAsync(range, ReportEntity.Read, cancellation)
            .Select(IReadOnlyList<StoredReport> (portion) => [.. portion.OfType<StoredReport>()]);

    private async Task RefreshViewsAsync(IEnumerable<ReportKey> keys, WithdrawnSubmissions withdrawn, bool always, CancellationToken cancellation)
    {
        foreach (var month in keys.Distinct().GroupBy(key => key.Month))
        {
            var parts = month.Count() < ManyKeys
                ? month.Select(key => (PartitionRange.Of(key.Month), HistoryKeys.Of(key), Keys: (IReadOnlyList<ReportKey>)[key]))
                : month.Chunk(Tables.LargestBatch).Select(part => (PartitionRange.Of(month.Key), PartitionRange.Of(month.Key), Keys: (IReadOnlyList<ReportKey>)part));
            foreach (var (view, past, part) in parts)
            {
                while (!await TryRefreshViewsAsync(part, view, past, withdrawn, always, cancellation))
                {
                    cancellation.ThrowIfCancellationRequested();
                }
            }
        }
    }

    private async Task<bool> TryRefreshViewsAsync(
        IReadOnlyList<ReportKey> keys, PartitionRange view, PartitionRange past, WithdrawnSubmissions withdrawn, bool always, CancellationToken cancellation)
    {
        var shown = await ShownAsync(keys, view, cancellation);
        var standing = await history.StandingAsync(past, await withdrawn(cancellation), cancellation);
        var writes = keys
            .Select(key => (Shown: shown.GetValueOrDefault(key), Stands: standing.GetValueOrDefault(key), Key: key))
            .Where(each => always || each.Shown?.Report?.Submission != each.Stands?.Submission)
            .Select(each => WriteOf(each.Stands is { } report ? ReportEntity.ForView(report) : ReportEntity.ForEmptyView(each.Key), each.Shown?.ETag))
            .ToList();
        return writes.Count == 0 || await WriteAsync(writes, cancellation).WonAsync();
    }

    private async Task<IReadOnlyDictionary<ReportKey, ShownReport>> ShownAsync(IReadOnlyList<ReportKey> keys, PartitionRange view, CancellationToken cancellation) => keys is [var only]
        ? await storage.Reports.FindAsync(ReportKeys.Partition(only), ReportKeys.Row(only), ShownReport.Read, cancellation) is { } shown
            ? new Dictionary<ReportKey, ShownReport> { [only] = shown }
            : []
        : await storage.Reports.ReadAsync(view, ShownReport.Read, cancellation).ToDictionaryAsync(each => each.Key, cancellationToken: cancellation);

    private static TableTransactionAction WriteOf(TableEntity entity, ETag? seen) => seen is { } etag
        ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, etag)
        : new TableTransactionAction(TableTransactionActionType.Add, entity);

    private Task WriteAsync(IReadOnlyList<TableTransactionAction> writes, CancellationToken cancellation) => writes switch
    {
        [{ ActionType: TableTransactionActionType.Add, Entity: TableEntity entity }] => storage.Reports.AddEntityAsync(entity, cancellation),
        [{ Entity: TableEntity entity, ETag: var etag }] => storage.Reports.UpdateEntityAsync(entity, etag, TableUpdateMode.Replace, cancellation),
        _ => storage.Reports.SubmitTransactionAsync(writes, cancellation),
    };

    /// <summary>Tells a row as it is from what it was.</summary>
    private static class RowVersion
    {
        public static string Of(TableEntity row) =>
            string.Create(CultureInfo.InvariantCulture, $"{row.RowKey}\t{row.Timestamp:O}\t{row.GetString(ReportEntity.SubmissionColumn)}\n");

        public static string Together(IEnumerable<string> rows)
        {
            var text = string.Concat(rows);
            return text.Length == 0 ? "" : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        }
    }

    /// <summary>A view as it was seen.</summary>
    private sealed record ShownReport(ReportKey Key, StoredReport? Report, ETag ETag)
    {
        public static ShownReport Read(TableEntity row) => new(ReportKeys.Parse(row.PartitionKey, row.RowKey), ReportEntity.Read(row), row.ETag);
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
