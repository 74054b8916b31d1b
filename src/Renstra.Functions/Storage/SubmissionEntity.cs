using Azure.Data.Tables;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Storage;

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
        entity[VerdictColumn] = outcome.Verdict.ToString();
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
                Enum.Parse<Verdict>(verdict),
                entity.GetInt32(ReportsColumn)!.Value,
                entity.GetInt32(AcceptedColumn)!.Value,
                entity.GetInt32(FindingsColumn)!.Value,
                entity.GetDateTimeOffset(FinishedAtColumn)!.Value)
            : null,
    };

    private static TableEntity Keyed(SubmissionId submission) => new(SubmissionKeys.Partition(submission), SubmissionKeys.Row(submission));
}
