using Azure.Data.Tables;
using Renstra.Transform.Calendar;
using Renstra.Transform.Performance;
using Renstra.Transform.Regions;
using Renstra.Transform.Releases;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Storage;

/// <summary>A changed row as an entity of <c>PerubahanPenetapan</c>.</summary>
internal static class ReleaseChangeEntity
{
    private const string BeforeColumn = "Sebelum";
    private const string AfterColumn = "Sesudah";
    private const string CausesColumn = "Sebab";
    private const string SubmissionsColumn = "LaporanMasuk";
    private const string TotalColumn = "BanyakLaporanMasuk";

    public static TableEntity For(StoredChange change) => new(
        ReleaseChangeKeys.Partition(change.Month),
        ReleaseChangeKeys.Row(change.Number, change.Fingerprint, change.Region, change.Indicator))
    {
        [BeforeColumn] = change.Before is { } before ? ReleasedRowEntity.WriteRow(before) : null,
        [AfterColumn] = change.After is { } after ? ReleasedRowEntity.WriteRow(after) : null,
        [CausesColumn] = string.Join(';', change.Causes),
        [SubmissionsColumn] = string.Join(';', change.Submissions),
        [TotalColumn] = change.SubmissionsTotal,
    };

    public static StoredChange Read(TableEntity entity)
    {
        var month = ReportingMonth.Parse(entity.PartitionKey);
        var (number, fingerprint, region, indicator) = ReleaseChangeKeys.Parse(entity.RowKey);
        return new StoredChange(
            month,
            number,
            fingerprint,
            region,
            indicator,
            ReadRow(entity, BeforeColumn, month, region),
            ReadRow(entity, AfterColumn, month, region),
            [.. Split(entity, CausesColumn).Select(Enum.Parse<ChangeCause>)],
            [.. Split(entity, SubmissionsColumn).Select(SubmissionId.Parse)],
            entity.GetInt32(TotalColumn)!.Value);
    }

    private static PerformanceRow? ReadRow(TableEntity entity, string column, ReportingMonth month, RegionCode region) =>
        entity.GetString(column) is { } row ? ReleasedRowEntity.ReadRow(month, region, row) : null;

    private static string[] Split(TableEntity entity, string column) => entity.GetString(column).Split(';', StringSplitOptions.RemoveEmptyEntries);
}
