using Azure;
using Azure.Data.Tables;
using Renstra.Transform.Calendar;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Storage;

/// <summary>Every file received: table <c>LaporanMasuk</c>.</summary>
internal sealed class SubmissionStore(StorageClients storage)
{
    /// <summary>Records that a file has arrived; of a re-delivery, what was recorded first stands.</summary>
    /// <returns>The submission as it stands recorded; null when another file stands under the same identity.</returns>
    public async Task<StoredSubmission?> TryArriveAsync(StoredSubmission submission, CancellationToken cancellation)
    {
        if (await storage.Submissions.AddEntityAsync(SubmissionEntity.ForArrival(submission), cancellation).WonAsync())
        {
            return submission;
        }

        var recorded = await FindAsync(submission.Id, cancellation);
        return recorded?.BlobName == submission.BlobName ? recorded : null;
    }

    /// <summary>Records that every step is done, without touching what was recorded of its delivery.</summary>
    public Task FinishAsync(SubmissionId submission, SubmissionOutcome outcome, CancellationToken cancellation) =>
        storage.Submissions.UpdateEntityAsync(SubmissionEntity.ForOutcome(submission, outcome), ETag.All, TableUpdateMode.Merge, cancellation);

    /// <summary>Records that the receipt lies in the sender's folder.</summary>
    public Task MarkDeliveredAsync(SubmissionId submission, DateTimeOffset deliveredAt, CancellationToken cancellation) =>
        storage.Submissions.UpdateEntityAsync(SubmissionEntity.ForDelivery(submission, deliveredAt), ETag.All, TableUpdateMode.Merge, cancellation);

    /// <summary>A submission; null when it never arrived.</summary>
    public Task<StoredSubmission?> FindAsync(SubmissionId submission, CancellationToken cancellation) =>
        storage.Submissions.FindAsync(SubmissionKeys.Partition(submission), SubmissionKeys.Row(submission), SubmissionEntity.Read, cancellation);

    /// <summary>The submissions received in a month (WITA), oldest first.</summary>
    public async Task<IReadOnlyList<StoredSubmission>> ReceivedInAsync(ReportingMonth month, CancellationToken cancellation) =>
        await storage.Submissions.ReadAsync(PartitionRange.Of(month), SubmissionEntity.Read, cancellation).ToListAsync(cancellation);

    /// <summary>The submissions received in a range of months (WITA), in portions as storage gives them, oldest first.</summary>
    public IAsyncEnumerable<IReadOnlyList<StoredSubmission>> ReceivedAsync(PartitionRange range, CancellationToken cancellation) =>
        storage.Submissions.PortionsAsync(range, SubmissionEntity.Read, cancellation);
}

/// <summary>A file received, and how far it has come (<c>LaporanMasuk</c>).</summary>
internal sealed record StoredSubmission
{
    /// <summary>The submission.</summary>
    public required SubmissionId Id { get; init; }

    /// <summary>Where the file lies in <c>kiriman</c>.</summary>
    public required string BlobName { get; init; }

    /// <summary>The file's name as the sender gave it.</summary>
    public required string FileName { get; init; }

    /// <summary>The region whose folder it came from; the province's code when the province sent it, null when unknown.</summary>
    public RegionCode? Folder { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of the bytes, 64 lower-case hexadecimal digits; null for a file over the size limit, which is not read.</summary>
    public required string? Sha256 { get; init; }

    /// <summary>
    /// The reference data that it is read by: those in force when it arrived, whenever ingestion ends, so that no file is read
    /// half by one version and half by another.
    /// </summary>
    public required string ReferenceVersion { get; init; }

    /// <summary>The number on the receipt.</summary>
    public required string ReceiptNumber { get; init; }

    /// <summary>What came of it; null until it is finished.</summary>
    public SubmissionOutcome? Outcome { get; init; }

    /// <summary>When the receipt was put into the sender's folder, UTC; null until then.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Whether every step of ingestion is done.</summary>
    public bool IsFinished => Outcome is not null;
}

/// <summary>What came of a submission.</summary>
/// <param name="Verdict">What the sender is told.</param>
/// <param name="Reports">How many reports were found in it.</param>
/// <param name="AcceptedReports">How many of them are accepted.</param>
/// <param name="Findings">How many findings there are, those not kept included.</param>
/// <param name="FinishedAt">When it was finished, UTC: the only value that depends on when it was processed.</param>
internal sealed record SubmissionOutcome(
    Verdict Verdict,
    int Reports,
    int AcceptedReports,
    int Findings,
    DateTimeOffset FinishedAt);

/// <summary>Keys of <c>LaporanMasuk</c>: partition the month received (WITA), row the submission.</summary>
internal static class SubmissionKeys
{
    public static string Partition(SubmissionId submission) => Wita.MonthOf(submission.SubmittedAt).ToString();

    public static string Row(SubmissionId submission) => submission.ToString();

    public static SubmissionId Parse(string rowKey) => SubmissionId.Parse(rowKey);
}

/// <summary>A submission as an entity of <c>LaporanMasuk</c>.</summary>
internal static class SubmissionEntity
{
    /// <summary>When the receipt was delivered; written apart from the rest.</summary>
    public const string DeliveredAtColumn = "DiantarPada";

    /// <summary>When ingestion finished.</summary>
    public const string FinishedAtColumn = "SelesaiPada";

    private const string BlobColumn = "NamaBlob";
    private const string FileColumn = "NamaBerkas";
    private const string FolderColumn = "Folder";
    private const string SizeColumn = "Ukuran";
    private const string HashColumn = "Sha256";
    private const string ReceiptColumn = "NomorTandaTerima";
    private const string VerdictColumn = "Putusan";
    private const string ReportsColumn = "JumlahLaporan";
    private const string AcceptedColumn = "JumlahDiterima";
    private const string FindingsColumn = "JumlahCatatan";
    private const string ReferenceColumn = "VersiReferensi";

    public static TableEntity ForArrival(StoredSubmission submission)
    {
        var entity = Keyed(submission.Id);
        entity[BlobColumn] = submission.BlobName;
        entity[FileColumn] = submission.FileName;
        entity[FolderColumn] = submission.Folder?.Value;
        entity[SizeColumn] = submission.Size;
        entity[HashColumn] = submission.Sha256;
        entity[ReceiptColumn] = submission.ReceiptNumber;
        entity[ReferenceColumn] = submission.ReferenceVersion;
        return entity;
    }

    public static TableEntity ForOutcome(SubmissionId submission, SubmissionOutcome outcome)
    {
        var entity = Keyed(submission);
        entity[VerdictColumn] = StoredWords.Verdicts.Write(outcome.Verdict);
        entity[ReportsColumn] = outcome.Reports;
        entity[AcceptedColumn] = outcome.AcceptedReports;
        entity[FindingsColumn] = outcome.Findings;
        entity[FinishedAtColumn] = outcome.FinishedAt;
        return entity;
    }

    public static TableEntity ForDelivery(SubmissionId submission, DateTimeOffset deliveredAt)
    {
        var entity = Keyed(submission);
        entity[DeliveredAtColumn] = deliveredAt;
        return entity;
    }

    public static StoredSubmission Read(TableEntity entity) => new()
    {
        Id = SubmissionKeys.Parse(entity.RowKey),
        BlobName = entity.GetString(BlobColumn),
        FileName = entity.GetString(FileColumn),
        Folder = RegionCode.TryParse(entity.GetString(FolderColumn), out var folder) ? folder : null,
        Size = entity.GetInt64(SizeColumn)!.Value,
        Sha256 = entity.GetString(HashColumn),
        ReceiptNumber = entity.GetString(ReceiptColumn),
        ReferenceVersion = entity.GetString(ReferenceColumn),
        DeliveredAt = entity.GetDateTimeOffset(DeliveredAtColumn),
        Outcome = entity.GetString(VerdictColumn) is { } verdict
            ? new SubmissionOutcome(
                StoredWords.Verdicts.Read(verdict),
                entity.GetInt32(ReportsColumn)!.Value,
                entity.GetInt32(AcceptedColumn)!.Value,
                entity.GetInt32(FindingsColumn)!.Value,
                entity.GetDateTimeOffset(FinishedAtColumn)!.Value)
            : null,
    };

    private static TableEntity Keyed(SubmissionId submission) => new(SubmissionKeys.Partition(submission), SubmissionKeys.Row(submission));
}
