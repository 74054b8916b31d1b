using System.ComponentModel;
using System.Runtime.CompilerServices;
using Renstra.Functions.Consolidation;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Functions.Storage;
using Renstra.Transform.Reference;
using Renstra.Transform.Releases;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Feed.Sets;

/// <summary>Every release there ever was.</summary>
internal sealed class PenetapanSet(ReleaseStore releases) : FeedSet(
    "Penetapan",
    "Semua penetapan: hasil penutupan bulan yang tidak berubah lagi, dengan kelengkapannya.",
    typeof(PenetapanRow),
    nameof(PenetapanRow.Bulan),
    nameof(PenetapanRow.PenetapanKe))
{
    public override string? LinkName => "Penetapan";

    public override async IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(
        FeedReading reading, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (first, last) = reading.Scope.MonthBounds(nameof(PenetapanRow.Bulan));
        var all = await releases.AllAsync(new PartitionRange(first, last), cancellation);
        yield return [.. all.Select(entry => new PenetapanRow(entry.Release, entry.IsInForce, reading.Reference))];
    }
}

/// <summary>A release.</summary>
internal sealed class PenetapanRow(Release release, bool isInForce, ReferenceData reference)
{
    [Description("Bulan yang ditetapkan, ditulis sebagai hari pertamanya.")]
    public DateOnly Bulan { get; } = release.Month.FirstDay;

    [NumberOf(nameof(Bulan), DateNumber.Month)]
    public int BulanAngka { get; } = ReferenceNames.NumberOf(release.Month);

    [Description("Penetapan keberapa untuk bulan itu, mulai dari 1.")]
    [Unit("penetapan")]
    public int PenetapanKe { get; } = release.Number;

    [Description("Benar bila penetapan ini yang berlaku sekarang.")]
    public bool Berlaku { get; } = isInForce;

    [Description("Waktu penetapan.")]
    public DateTimeOffset DitetapkanPada { get; } = release.ReleasedAt;

    [Description("Banyaknya laporan yang telah diterima untuk bulan itu pada waktu penetapan.")]
    [Unit("laporan")]
    public long LaporanDiterima { get; } = release.ReportsReceived;

    [Description("Banyaknya laporan yang wajib untuk bulan itu.")]
    [Unit("laporan")]
    public long LaporanWajib { get; } = release.ReportsDue;

    [Description("Laporan yang belum ada pada waktu penetapan: nama wilayah dan pemegang data, dipisahkan titik koma.")]
    [Empty("bila semua laporan sudah ada")]
    public string? LaporanBelum { get; } = release.MissingReports.Count == 0
        ? null
        : string.Join("; ", release.MissingReports.Select(row => NameOf(ReportKeys.Parse(release.Month.ToString(), row), reference)));

    [Description("Sidik jari dari semua yang menentukan hasil penetapan; sidik jari yang sama berarti hasil yang sama.")]
    public string SidikJari { get; } = release.Fingerprint;

    [Description("Versi data acuan yang dipakai, seluruhnya.")]
    public string VersiReferensi { get; } = release.ReferenceVersion;

    [Description("Versi bagian data acuan yang menentukan angka (indikator, target, skala), sebagaimana tercetak pada berkas penetapan.")]
    public string VersiAcuanAngka { get; } = release.FiguresVersion;

    [Description("Versi cara penghitungan yang dipakai.")]
    [Unit("versi")]
    public int VersiPerhitungan { get; } = release.CalculationVersion;

    [Description("Buku kerja penetapan (xlsx): nama blob dalam kontainer penetapan.")]
    public string BukuKerja { get; } = FileOf(release, ReleaseFiles.WorkbookName(release.Month, release.Number));

    [Description("Tabel penetapan sebagai CSV: nama blob dalam kontainer penetapan.")]
    public string BerkasCsv { get; } = FileOf(release, ReleaseFiles.CsvName(release.Month, release.Number));

    [Description("Daftar laporan dan versi yang mendasari penetapan (JSON): nama blob dalam kontainer penetapan.")]
    public string BerkasAsal { get; } = FileOf(release, ReleaseFiles.SourcesName);

    private static string FileOf(Release release, string name) => ReleaseBlobs.NameOf(release.Month, release.Fingerprint, release.Number, name);

    private static string NameOf(ReportKey report, ReferenceData reference) => $"{ReferenceNames.Of(report.Region, reference)} ({report.Holder})";
}
