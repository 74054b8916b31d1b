using Azure.Data.Tables;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Storage;

/// <summary>Every report ever, accepted or returned, insert-only: table <c>RiwayatLaporan</c>, which is the truth.</summary>
internal sealed class HistoryStore(StorageClients storage)
{
    /// <summary>Table Storage takes fifteen comparisons in a filter; one is needed beside these.</summary>
    private const int MostConditions = 14;

    /// <summary>
    /// Adds a report; one that is there already stays as it is. The same submission was ingested before then: what it said is what it says.
    /// </summary>
    public Task AddAsync(StoredReport report, CancellationToken cancellation) =>
        storage.History.AddEntityAsync(ReportEntity.ForHistory(report), cancellation).WonAsync();

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

    /// <summary>The report that stands under a key: of those accepted and not withdrawn the one of the latest submission; null when none does.</summary>
    public async Task<StoredReport?> StandingAsync(ReportKey key, IReadOnlySet<SubmissionId> withdrawn, CancellationToken cancellation) =>
        await ReadAsync(key, cancellation).LastOrDefaultAsync(report => report.IsAccepted && !withdrawn.Contains(report.Submission), cancellation);

    /// <summary>The report that stood under a key until a submission; null when none did.</summary>
    public async Task<StoredReport?> StandingBeforeAsync(
        ReportKey key, SubmissionId submission, IReadOnlySet<SubmissionId> withdrawn, CancellationToken cancellation) =>
        await ReadAsync(key, cancellation)
            .TakeWhile(report => string.CompareOrdinal(report.Submission.ToString(), submission.ToString()) < 0)
            .LastOrDefaultAsync(report => report.IsAccepted && !withdrawn.Contains(report.Submission), cancellation);

    /// <summary>
    /// The reports of a range of months, in portions as storage gives them, ascending by month, region, holder and submission.
    /// </summary>
    public IAsyncEnumerable<IReadOnlyList<StoredReport>> ReadAsync(PartitionRange range, CancellationToken cancellation) =>
        storage.History.PortionsAsync(range, row => ReportEntity.Read(row)!, cancellation);

    // Rows come in the order of their keys, which end in the submission: the last that qualifies is the latest.
    private IAsyncEnumerable<StoredReport> ReadAsync(ReportKey key, CancellationToken cancellation) =>
        storage.History.ReadAsync(HistoryKeys.Of(key), row => ReportEntity.Read(row)!, cancellation);
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
