using System.Globalization;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Releases.Files;

/// <summary>What a release's workbook says, in Indonesian, together so that it can be read and improved as one text.</summary>
internal static class ReleaseTexts
{
    public const string Office = "Dinas Ketenagakerjaan dan Transmigrasi";

    public const string TableSheet = "Penetapan";
    public const string CompletenessSheet = "Kelengkapan";
    public const string ChangesSheet = "Perubahan";
    public const string CausesSheet = "Sebab perubahan";
    public const string LineageSheet = "Asal data";

    /// <summary>The most missing reports that are named in one sentence; all stand in the table of <see cref="CompletenessSheet"/>.</summary>
    public const int MostNamed = 60;

    public const string Number = "No";
    public const string Rank = "Peringkat";
    public const string Indicator = "Indikator Kinerja";
    public const string Unit = "Satuan";
    public const string Category = "Kategori";
    public const string Reporting = "Wilayah Melapor";
    public const string Remarks = "Keterangan";
    public const string Region = "Kabupaten/Kota";
    public const string Numerator = "Pembilang";
    public const string Denominator = "Penyebut";
    public const string Standing = "Laporan Bulan Ini";
    public const string DataMonth = "Angka dari Bulan";
    public const string MissingMonths = "Bulan yang Belum Masuk Hitungan";
    public const string Holder = "Pemegang Data";
    public const string Status = "Status";
    public const string SubmittedAt = "Diserahkan pada";
    public const string Submission = "Kiriman";
    public const string File = "Berkas";
    public const string Component = "Komponen";
    public const string Month = "Bulan";
    public const string Amount = "Angka";
    public const string Raw = "Tertulis di Sel";
    public const string Sheet = "Lembar";
    public const string Cell = "Sel";
    public const string Cause = "Sebab";
    public const string Report = "Laporan";

    public const string Reported = "Sudah";
    public const string NotReported = "Belum";
    public const string Complete = "Lengkap";
    public const string Incomplete = "Belum lengkap";
    public const string NoData = "Belum ada data";
    public const string NoFigures = "Tidak ada angka yang berubah.";
    public const string NoCauses = "Tidak ada laporan, data acuan, maupun cara penghitungan yang berubah.";
    public const string CausesUnknown = "Daftar laporan penetapan sebelumnya tidak tersimpan lagi, sehingga sebab perubahan tidak dapat ditelusuri.";
    public const string FirstRelease = "Ini penetapan pertama untuk bulan ini; belum ada pembandingnya.";
    public const string LineageNote =
        "Setiap angka yang membentuk capaian sampai dengan bulan ini, dengan berkas dan sel asalnya. Capaian provinsi adalah jumlah angka kabupaten/kota.";

    public const string Place = "Kupang, ……………………………………";
    public const string SignedBy = "Kepala Dinas Ketenagakerjaan dan Transmigrasi";
    public const string SignName = "(……………………………………………)";
    public const string SignNumber = "NIP ……………………………………";

    public static string Government(Region province) => $"PEMERINTAH {province.FullName.ToUpperInvariant()}";

    public static string TableTitle(ReportingMonth month) => $"PENCAPAIAN KINERJA SAMPAI DENGAN {month.IndonesianName.ToUpperInvariant()}";

    public static string TableSubtitle(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"menurut Rencana Strategis Tahun 2024–2026 · Penetapan ke-{number}");

    public static string SheetSubtitle(ReportingMonth month, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"Sampai dengan {month.IndonesianName} · Penetapan ke-{number}");

    public static string TargetOf(int year) => string.Create(CultureInfo.InvariantCulture, $"Target Renstra Tahun {year}");

    public static string RealisationThrough(ReportingMonth month) => $"Realisasi Capaian s.d. {month.IndonesianName}";

    public static string Achievement => "Rasio Capaian (%)";

    public static string CountOf(int some, int all) => string.Create(CultureInfo.InvariantCulture, $"{some} dari {all}");

    public static string FromTo(string before, string after) => before == after ? after : $"{before} → {after}";

    public static string IndicatorTitle(Indicator indicator) => $"{indicator.Code}: {indicator.Name}";

    public static string Components(Indicator indicator) => indicator.Denominator is { } denominator
        ? $"Pembilang: {Describe(indicator.Numerator)}. Penyebut: {Describe(denominator)}. Peringkat menurut rasio capaian."
        : $"{Describe(indicator.Numerator)}. Peringkat menurut rasio capaian.";

    public static string Completeness(Completeness completeness, ReferenceData reference) => completeness.Missing.Count == 0
        ? $"Kelengkapan: {CountOf(completeness.Received, completeness.Due)} laporan telah diterima."
        : $"Kelengkapan: {CountOf(completeness.Received, completeness.Due)} laporan telah diterima. Belum: {string.Join("; ", completeness.Missing.Take(MostNamed).Select(key => NameOf(key, reference)))}{Others(completeness.Missing.Count - MostNamed)}.";

    public static string Running(ReportingMonth month) => string.Create(
        CultureInfo.InvariantCulture, $"Tahun {month.Year} masih berjalan: realisasi sampai dengan {month.IndonesianName} dibandingkan dengan target yang berlaku, sehingga capaian ini belum final.");

    public static string WhyIncomplete(ReportingMonth month) =>
        $"“{Incomplete}”: angka {month.IndonesianName}, atau bulan sebelumnya yang ikut dijumlahkan, dari sebagian kabupaten/kota belum masuk; lihat lembar indikatornya.";

    public static string RegionsOf(int count) => string.Create(CultureInfo.InvariantCulture, $"pada {count} wilayah");

    /// <summary>Months of one year, ascending; three or more in a row as "Maret–Mei".</summary>
    public static string? Runs(IReadOnlyList<ReportingMonth> months) => months.Count == 0
        ? null
        : string.Join(", ", months
            .Index()
            .GroupBy(entry => entry.Item.Month - entry.Index, entry => ReportingMonth.NameOf(entry.Item.Month))
            .Select(run => run.ToList())
            .Select(names => names.Count < 3 ? string.Join(", ", names) : $"{names[0]}–{names[^1]}"));

    public static string Identity(ReleaseContent content) => string.Create(
        CultureInfo.InvariantCulture,
        $"Sidik jari {content.Fingerprint} · data acuan angka {content.FiguresVersion} · cara penghitungan versi {content.CalculationVersion}. Sidik jari yang sama berarti angka yang sama.");

    public static string ComparedWith(ReleaseContent before) =>
        string.Create(CultureInfo.InvariantCulture, $"Dibandingkan dengan penetapan ke-{before.Number} (sidik jari {before.Fingerprint}).");

    public static string VersionChange(object before, object after) => string.Create(CultureInfo.InvariantCulture, $"dari versi {before} ke versi {after}");

    public static string Footer(ReleaseContent content) =>
        string.Create(CultureInfo.InvariantCulture, $"{Office} · {content.Month.IndonesianName}, penetapan ke-{content.Number} · {content.Fingerprint}");

    public static string NameOf(RegionCode code, ReferenceData reference) => reference.Regions.TryFind(code, out var region) ? region.FullName : code.Value;

    /// <summary>A report, by its region, and by its holder where that is not the region itself.</summary>
    private static string NameOf(ReportKey key, ReferenceData reference) =>
        key.Holder == DataHolder.Region ? NameOf(key.Region, reference) : $"{NameOf(key.Region, reference)} ({key.Holder})";

    private static string Others(int count) => count > 0 ? string.Create(CultureInfo.InvariantCulture, $"; dan {count} lainnya (lembar {CompletenessSheet})") : "";

    private static string Describe(Component component) => $"{component.Name} ({component.Unit}, {component.Accumulation switch
    {
        Accumulation.Jumlah => "dijumlahkan sejak Januari",
        Accumulation.Kumulatif => "sejak Januari menurut laporan terakhir",
        Accumulation.Posisi => "menurut laporan terakhir",
        _ => "angka tahunan",
    }})";
}
