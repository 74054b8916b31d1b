using System.Globalization;
using Azure.Data.Tables;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Storage;

/// <summary>What was found in the files received: table <c>CatatanVerifikasi</c>.</summary>
internal sealed class FindingStore(StorageClients storage)
{
    /// <summary>Records what was found; written again, the same findings are the same rows.</summary>
    public Task WriteAsync(SubmissionId submission, IReadOnlyList<Finding> findings, CancellationToken cancellation) =>
        storage.Findings.UpsertAsync(findings.Select((finding, index) => FindingEntity.For(submission, index + 1, finding)), cancellation);

    /// <summary>The findings of one submission, in order.</summary>
    public async Task<IReadOnlyList<StoredFinding>> OfAsync(SubmissionId submission, CancellationToken cancellation) =>
        await storage.Findings.ReadAsync(FindingKeys.Of(submission), FindingEntity.Read, cancellation).ToListAsync(cancellation);

    /// <summary>The findings of the submissions received in a range of months (WITA), in portions as storage gives them, in order.</summary>
    public IAsyncEnumerable<IReadOnlyList<StoredFinding>> ReceivedAsync(PartitionRange range, CancellationToken cancellation) =>
        storage.Findings.PortionsAsync(range, FindingEntity.Read, cancellation);
}

/// <summary>A finding as it is kept.</summary>
/// <param name="Submission">The submission it was found in.</param>
/// <param name="Sequence">From 1, in the order in which an officer meets the findings.</param>
/// <param name="Finding">What was found.</param>
internal sealed record StoredFinding(SubmissionId Submission, int Sequence, Finding Finding);

/// <summary>Keys of <c>CatatanVerifikasi</c>: partition the month received (WITA), row <c>&lt;submission&gt;-&lt;sequence 000&gt;</c>.</summary>
internal static class FindingKeys
{
    public static string Partition(SubmissionId submission) => SubmissionKeys.Partition(submission);

    /// <param name="submission">The submission.</param>
    /// <param name="sequence">From 1, in the order in which an officer meets the findings.</param>
    public static string Row(SubmissionId submission, int sequence) => string.Create(CultureInfo.InvariantCulture, $"{submission}-{sequence:000}");

    public static (SubmissionId Submission, int Sequence) Parse(string rowKey)
    {
        var dash = rowKey.LastIndexOf('-');
        return (SubmissionId.Parse(rowKey[..dash]), int.Parse(rowKey.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture));
    }

    /// <summary>The findings of one submission.</summary>
    public static PartitionRange Of(SubmissionId submission) => PartitionRange.Of(Wita.MonthOf(submission.SubmittedAt), $"{submission}-");
}

/// <summary>A finding as an entity of <c>CatatanVerifikasi</c>.</summary>
internal static class FindingEntity
{
    private const string CodeColumn = "Kode";
    private const string SeverityColumn = "Tingkat";
    private const string MessageColumn = "Uraian";
    private const string SheetColumn = "Lembar";
    private const string CellColumn = "Sel";
    private const string RawColumn = "Isi";
    private const string IndicatorColumn = "Indikator";
    private const string RegionColumn = "KodeWilayah";
    private const string MonthColumn = "Bulan";
    private const string HolderColumn = "PemegangData";

    public static TableEntity For(SubmissionId submission, int sequence, Finding finding) =>
        new(FindingKeys.Partition(submission), FindingKeys.Row(submission, sequence))
        {
            [CodeColumn] = finding.Code,
            [SeverityColumn] = StoredWords.Severities.Write(finding.Severity),
            [MessageColumn] = finding.Message,
            [SheetColumn] = finding.Location?.Sheet,
            [CellColumn] = finding.Location?.Cell,
            [RawColumn] = finding.Raw,
            [IndicatorColumn] = finding.Indicator?.Value,
            [RegionColumn] = finding.Report?.Region.Value,
            [MonthColumn] = finding.Report?.Month.ToString(),
            [HolderColumn] = finding.Report?.Holder.Value,
        };

    public static StoredFinding Read(TableEntity entity)
    {
        var (submission, sequence) = FindingKeys.Parse(entity.RowKey);
        return new StoredFinding(submission, sequence, new Finding(
            entity.GetString(CodeColumn),
            StoredWords.Severities.Read(entity.GetString(SeverityColumn)),
            entity.GetString(MessageColumn),
            entity.GetString(CellColumn) is { } cell ? new CellLocation(entity.GetString(SheetColumn), cell) : null,
            entity.GetString(RawColumn),
            entity.GetString(IndicatorColumn) is { } indicator ? IndicatorCode.Parse(indicator) : null,
            entity.GetString(RegionColumn) is { } region
                ? new ReportKey(RegionCode.Parse(region), ReportingMonth.Parse(entity.GetString(MonthColumn)), DataHolder.Parse(entity.GetString(HolderColumn)))
                : null));
    }
}
