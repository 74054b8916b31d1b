using Azure.Data.Tables;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Storage;

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
            [SeverityColumn] = finding.Severity.ToString(),
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
            Enum.Parse<Severity>(entity.GetString(SeverityColumn)),
            entity.GetString(MessageColumn),
            entity.GetString(CellColumn) is { } cell ? new CellLocation(entity.GetString(SheetColumn), cell) : null,
            entity.GetString(RawColumn),
            entity.GetString(IndicatorColumn) is { } indicator ? IndicatorCode.Parse(indicator) : null,
            entity.GetString(RegionColumn) is { } region
                ? new ReportKey(RegionCode.Parse(region), ReportingMonth.Parse(entity.GetString(MonthColumn)), DataHolder.Parse(entity.GetString(HolderColumn)))
                : null));
    }
}
