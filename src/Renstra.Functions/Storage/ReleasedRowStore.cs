using System.Text.Json;
using Azure.Data.Tables;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Performance;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Storage;

/// <summary>The rows of releases, under their fingerprints: table <c>KinerjaTetap</c>.</summary>
internal sealed class ReleasedRowStore(StorageClients storage)
{
    /// <summary>The rows under a fingerprint, in order of region and plan.</summary>
    /// <param name="month">The reporting month.</param>
    /// <param name="fingerprint">The release's fingerprint.</param>
    /// <param name="region">Only those of a region (one point read), or all when null.</param>
    /// <param name="cancellation">Stops between two pages.</param>
    public async Task<IReadOnlyList<PerformanceRow>> ReadAsync(ReportingMonth month, string fingerprint, RegionCode? region, CancellationToken cancellation) => region is { } code
        ? await storage.ReleasedRows.FindAsync(ReleasedRowKeys.Partition(month), ReleasedRowKeys.Row(fingerprint, code), ReleasedRowEntity.Read, cancellation) ?? []
        : await storage.ReleasedRows.ReadAsync(ReleasedRowKeys.Of(month, fingerprint), ReleasedRowEntity.Read, cancellation).SelectMany(rows => rows).ToListAsync(cancellation);

    /// <summary>Writes rows under a fingerprint; written again they are the same rows.</summary>
    public Task WriteAsync(ReportingMonth month, string fingerprint, IReadOnlyList<PerformanceRow> rows, CancellationToken cancellation) => storage.ReleasedRows.UpsertAsync(
        rows.GroupBy(row => row.Region).Select(region => ReleasedRowEntity.For(month, fingerprint, region.Key, region)), cancellation);
}

/// <summary>Keys of <c>KinerjaTetap</c>: partition the reporting month, row <c>&lt;fingerprint12&gt;-&lt;region&gt;</c>.</summary>
internal static class ReleasedRowKeys
{
    public static string Partition(ReportingMonth month) => month.ToString();

    public static string Row(string fingerprint, RegionCode region) => $"{fingerprint}-{region}";

    public static string ParseFingerprint(string rowKey) => rowKey[..rowKey.IndexOf('-', StringComparison.Ordinal)];

    public static RegionCode ParseRegion(string rowKey) => RegionCode.Parse(rowKey[(rowKey.IndexOf('-', StringComparison.Ordinal) + 1)..]);

    /// <summary>The rows of one fingerprint.</summary>
    public static PartitionRange Of(ReportingMonth month, string fingerprint) => PartitionRange.Of(month, $"{fingerprint}-");
}

/// <summary>
/// All of one region's rows in a release as one entity of <c>KinerjaTetap</c>, so that a region of a released month costs one
/// read. The rows are JSON in <c>Baris</c>; JSON numbers keep every digit of a decimal.
/// </summary>
internal static class ReleasedRowEntity
{
    private const string RowsColumn = "Baris";

    public static TableEntity For(ReportingMonth month, string fingerprint, RegionCode region, IEnumerable<PerformanceRow> rows)
    {
        // A province row names every region that is missing: of a country they do not fit into one column.
        var entity = new TableEntity(ReleasedRowKeys.Partition(month), ReleasedRowKeys.Row(fingerprint, region));
        LongText.Write(entity, RowsColumn, JsonSerializer.Serialize(rows.Select(Row.From)));
        return entity;
    }

    public static IReadOnlyList<PerformanceRow> Read(TableEntity entity)
    {
        var month = ReportingMonth.Parse(entity.PartitionKey);
        var region = ReleasedRowKeys.ParseRegion(entity.RowKey);
        return [.. JsonSerializer.Deserialize<List<Row>>(LongText.Read(entity, RowsColumn)!)!.Select(row => row.To(month, region))];
    }

    /// <summary>One row as text.</summary>
    public static string WriteRow(PerformanceRow row) => JsonSerializer.Serialize(Row.From(row));

    /// <summary>The row of a text.</summary>
    public static PerformanceRow ReadRow(ReportingMonth month, RegionCode region, string row) =>
        JsonSerializer.Deserialize<Row>(row)!.To(month, region);

    private sealed record Row(
        string Indikator,
        decimal? PembilangBulan,
        decimal? PenyebutBulan,
        decimal? RealisasiBulan,
        decimal? Pembilang,
        decimal? Penyebut,
        decimal? Realisasi,
        decimal? Target,
        decimal? RasioCapaian,
        string? Skala,
        int? UrutanKategori,
        string? Kategori,
        decimal? BatasBawah,
        string? DataBulan,
        bool Berjalan,
        bool Lapor,
        int? WilayahMelapor,
        int? WilayahWajib,
        bool? Lengkap,
        IReadOnlyList<string> WilayahBelum,
        string? LaporanMasuk,
        DateTimeOffset? DiubahPada)
    {
        public static Row From(PerformanceRow row) => new(
            row.Indicator.Value,
            row.MonthNumerator,
            row.MonthDenominator,
            row.MonthRealisation,
            row.Numerator,
            row.Denominator,
            row.Realisation,
            row.Target,
            row.Achievement,
            row.Category?.Scale,
            row.Category?.Order,
            row.Category?.Label,
            row.Category?.LowerBound,
            row.DataMonth?.ToString(),
            row.IsRunning,
            row.IsReported,
            row.RegionsReporting,
            row.RegionsRequired,
            row.IsComplete,
            [.. row.MissingRegions.Select(region => region.Value)],
            row.Submission?.ToString(),
            row.ChangedAt);

        public PerformanceRow To(ReportingMonth month, RegionCode region) => new()
        {
            Region = region,
            Month = month,
            Indicator = IndicatorCode.Parse(Indikator),
            MonthNumerator = PembilangBulan,
            MonthDenominator = PenyebutBulan,
            MonthRealisation = RealisasiBulan,
            Numerator = Pembilang,
            Denominator = Penyebut,
            Realisation = Realisasi,
            Target = Target,
            Achievement = RasioCapaian,
            Category = Kategori is null ? null : new Category(Skala!, UrutanKategori!.Value, Kategori, BatasBawah!.Value, ""),
            DataMonth = DataBulan is null ? null : ReportingMonth.Parse(DataBulan),
            IsRunning = Berjalan,
            IsReported = Lapor,
            RegionsReporting = WilayahMelapor,
            RegionsRequired = WilayahWajib,
            IsComplete = Lengkap,
            MissingRegions = [.. WilayahBelum.Select(RegionCode.Parse)],
            Submission = LaporanMasuk is null ? null : SubmissionId.Parse(LaporanMasuk),
            ChangedAt = DiubahPada,
        };
    }
}
