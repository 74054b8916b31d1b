using Azure.Data.Tables;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Storage;

/// <summary>Every report ever, accepted or returned, insert-only: table <c>RiwayatLaporan</c>, which is the truth.</summary>
internal sealed class HistoryStore(StorageClients storage)
{
    /// <summary>Table Storage takes fifteen comparisons in a filter; one is needed beside these.</summary>
    private const int MostConditions = 14;

    /// <summary>
    /// Adds a submission's reports, those about one month in one transaction. One that is there already stays as it is: the submission
    /// was ingested before then, and what it said is what it says.
    /// </summary>
    public async Task AddAsync(IReadOnlyList<StoredReport> reports, CancellationToken cancellation)
    {
        foreach (var batch in reports.GroupBy(report => report.Key.Month).SelectMany(month => month.Chunk(Tables.LargestBatch)))
        {
            if (batch.Length == 1 || !await AddTogetherAsync(batch, cancellation))
            {
                foreach (var report in batch)
                {
                    await storage.History.AddEntityAsync(ReportEntity.ForHistory(report), cancellation).WonAsync();
                }
            }
        }
    }

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

    /// <summary>A report; null when there is none.</summary>
    public Task<StoredReport?> FindAsync(ReportKey key, SubmissionId submission, CancellationToken cancellation) =>
        storage.History.FindAsync(HistoryKeys.Partition(key), HistoryKeys.Row(key, submission), ReportEntity.Read, cancellation);

    /// <summary>The reports that stand under keys: of those accepted and not withdrawn the ones of the latest submissions; a key under which none does is left out.</summary>
    /// <param name="range">Where the keys lie.</param>
    /// <param name="withdrawn">The submissions that are withdrawn.</param>
    /// <param name="cancellation">Stops between two pages.</param>
    public async Task<IReadOnlyDictionary<ReportKey, StoredReport>> StandingAsync(
        PartitionRange range, IReadOnlySet<SubmissionId> withdrawn, CancellationToken cancellation)
    {
        var standing = new Dictionary<ReportKey, StoredReport>();
        await foreach (var report in storage.History.ReadAsync(range, row => ReportEntity.Read(row)!, cancellation))
        {
            // Rows come in the order of their keys, which end in the submission: the last that qualifies is the latest.
            if (report.IsAccepted && !withdrawn.Contains(report.Submission))
            {
                standing[report.Key] = report;
            }
        }

        return standing;
    }

    /// <summary>
    /// The reports of a range of months, in portions as storage gives them, ascending by month, region, holder and submission.
    /// </summary>
    public IAsyncEnumerable<IReadOnlyList<StoredReport>> ReadAsync(PartitionRange range, CancellationToken cancellation) =>
        storage.History.PortionsAsync(range, row => ReportEntity.Read(row)!, cancellation);

    private Task<bool> AddTogetherAsync(IEnumerable<StoredReport> reports, CancellationToken cancellation) => storage.History
        .SubmitTransactionAsync(reports.Select(report => new TableTransactionAction(TableTransactionActionType.Add, ReportEntity.ForHistory(report))), cancellation)
        .WonAsync();
}

/// <summary>A report as the history keeps it.</summary>
/// <param name="Key">What it speaks about.</param>
/// <param name="Submission">The submission that it came in.</param>
/// <param name="BlobName">Where the file lies in <c>kiriman</c>.</param>
/// <param name="IsAccepted">Accepted whole, or returned whole.</param>
/// <param name="Figures">What was understood, with the cell of every amount.</param>
internal sealed record StoredReport(ReportKey Key, SubmissionId Submission, string BlobName, bool IsAccepted, IReadOnlyList<Figure> Figures)
{
    /// <summary>The report as calculations take it.</summary>
    public CurrentReport ToCurrent() => new(Key, Submission, Figures);
}

/// <summary>Keys of <c>RiwayatLaporan</c>: partition the reporting month, row <c>&lt;region&gt;-&lt;holder&gt;-&lt;submission&gt;</c>.</summary>
internal static class HistoryKeys
{
    public static string Partition(ReportKey report) => ReportKeys.Partition(report);

    public static string Row(ReportKey report, SubmissionId submission) => $"{ReportKeys.Row(report)}-{submission}";

    public static SubmissionId ParseSubmission(string rowKey)
    {
        var afterRegion = rowKey.IndexOf('-', StringComparison.Ordinal);
        var afterHolder = rowKey.IndexOf('-', afterRegion + 1);
        return SubmissionId.Parse(rowKey[(afterHolder + 1)..]);
    }

    /// <summary>The history under one key.</summary>
    public static PartitionRange Of(ReportKey report) => PartitionRange.Of(report.Month, $"{ReportKeys.Row(report)}-");
}
