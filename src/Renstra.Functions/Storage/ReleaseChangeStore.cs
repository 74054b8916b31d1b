using System.Globalization;
using Azure.Data.Tables;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Performance;
using Renstra.Transform.Regions;
using Renstra.Transform.Releases;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Storage;

/// <summary>What releases changed about the ones before them: table <c>PerubahanPenetapan</c>.</summary>
internal sealed class ReleaseChangeStore(StorageClients storage)
{
    /// <summary>Writes what a release changed about the one before it; written again they are the same rows.</summary>
    public Task WriteAsync(IEnumerable<StoredChange> changes, CancellationToken cancellation) =>
        storage.ReleaseChanges.UpsertAsync(changes.Select(ReleaseChangeEntity.For), cancellation);

    /// <summary>What one release changed, by region and indicator.</summary>
    public async Task<IReadOnlyList<StoredChange>> OfAsync(ReportingMonth month, int number, string fingerprint, CancellationToken cancellation) =>
        await storage.ReleaseChanges.ReadAsync(ReleaseChangeKeys.Of(month, number, fingerprint), ReleaseChangeEntity.Read, cancellation).ToListAsync(cancellation);

    /// <summary>
    /// What is kept of changes in a range of months, in portions as storage gives them; also of releases that were prepared and
    /// never came into force.
    /// </summary>
    public IAsyncEnumerable<IReadOnlyList<StoredChange>> ReadAsync(PartitionRange range, CancellationToken cancellation) =>
        storage.ReleaseChanges.PortionsAsync(range, ReleaseChangeEntity.Read, cancellation);
}

/// <summary>A row that a release changed about the one before it, as it is kept.</summary>
/// <param name="Month">The reporting month.</param>
/// <param name="Number">The release's number, from 2.</param>
/// <param name="Fingerprint">The release's fingerprint.</param>
/// <param name="Region">The region of the row.</param>
/// <param name="Indicator">The indicator of the row.</param>
/// <param name="Before">The row before; null when there was none.</param>
/// <param name="After">The row now; null when there is none.</param>
/// <param name="Causes">Why.</param>
/// <param name="Submissions">The submissions that made the difference, oldest first; at most <see cref="MostSubmissions"/>.</param>
/// <param name="SubmissionsTotal">How many there are, those not kept included.</param>
internal sealed record StoredChange(
    ReportingMonth Month,
    int Number,
    string Fingerprint,
    RegionCode Region,
    IndicatorCode Indicator,
    PerformanceRow? Before,
    PerformanceRow? After,
    IReadOnlyList<ChangeCause> Causes,
    IReadOnlyList<SubmissionId> Submissions,
    int SubmissionsTotal)
{
    /// <summary>As many as a column of Table Storage has room for; only province rows ever have so many, and their regions' rows name all.</summary>
    public const int MostSubmissions = 500;

    /// <summary>What a release changed.</summary>
    public static IEnumerable<StoredChange> Of(ReleaseDifference difference) => difference.Rows.Select(change =>
    {
        var submissions = change.Sources.Select(source => source.Source.Report.Submission).Distinct().Order().ToList();
        return new StoredChange(
            difference.After.Month,
            difference.After.Number,
            difference.After.Fingerprint,
            change.Region,
            change.Indicator,
            change.Before,
            change.After,
            change.Causes,
            [.. submissions.Take(MostSubmissions)],
            submissions.Count);
    });
}

/// <summary>
/// Keys of <c>PerubahanPenetapan</c>: partition the reporting month, row
/// <c>&lt;n 0000&gt;-&lt;fingerprint12&gt;-&lt;region&gt;-&lt;indicator&gt;</c>. The number is part of it, because what a release changed depends on
/// the one before it as well: a month that goes from A to B and back to A has the same fingerprint twice.
/// </summary>
internal static class ReleaseChangeKeys
{
    public static string Partition(ReportingMonth month) => month.ToString();

    public static string Row(int number, string fingerprint, RegionCode region, IndicatorCode indicator) =>
        $"{Prefix(number, fingerprint)}{region}-{indicator}";

    public static (int Number, string Fingerprint, RegionCode Region, IndicatorCode Indicator) Parse(string rowKey)
    {
        var parts = rowKey.Split('-', 4);
        return (int.Parse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture), parts[1], RegionCode.Parse(parts[2]), IndicatorCode.Parse(parts[3]));
    }

    /// <summary>The changes of one release.</summary>
    public static PartitionRange Of(ReportingMonth month, int number, string fingerprint) => PartitionRange.Of(month, Prefix(number, fingerprint));

    private static string Prefix(int number, string fingerprint) => $"{ReleaseKeys.Row(number)}-{fingerprint}-";
}

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
        [CausesColumn] = string.Join(';', change.Causes.Select(StoredWords.Causes.Write)),
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
            [.. Split(entity, CausesColumn).Select(StoredWords.Causes.Read)],
            [.. Split(entity, SubmissionsColumn).Select(SubmissionId.Parse)],
            entity.GetInt32(TotalColumn)!.Value);
    }

    private static PerformanceRow? ReadRow(TableEntity entity, string column, ReportingMonth month, RegionCode region) =>
        entity.GetString(column) is { } row ? ReleasedRowEntity.ReadRow(month, region, row) : null;

    private static string[] Split(TableEntity entity, string column) => entity.GetString(column).Split(';', StringSplitOptions.RemoveEmptyEntries);
}
