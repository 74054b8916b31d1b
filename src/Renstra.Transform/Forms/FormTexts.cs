using System.Globalization;
using Renstra.Transform.Indicators;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Forms;

/// <summary>What the form says, in Indonesian, together so that it can be read and improved as one text.</summary>
internal static class FormTexts
{
    public const string ReportSheet = "Laporan";
    public const string BreakdownSheet = "Rincian";
    public const string InstructionSheet = "Petunjuk";
    public const string ListSheet = "Daftar";

    public const string Title = "LAPORAN BULANAN INDIKATOR KINERJA";
    public const string MainIndicatorsTitle = "LAPORAN BULANAN INDIKATOR KINERJA UTAMA";
    public const string Office = "Dinas Ketenagakerjaan dan Transmigrasi Provinsi Nusa Tenggara Timur";
    public const string RegionLabel = "Kabupaten/Kota";
    public const string ProvinceLabel = "Provinsi";
    public const string MonthLabel = "Bulan";
    public const string YearLabel = "Tahun";
    public const string OfficerLabel = "Nama petugas";
    public const string DateLabel = "Tanggal pengisian";
    public const string HolderLabel = "Pemegang data";

    public const string CodeHeader = "Kode";
    public const string IndicatorHeader = "Indikator";
    public const string NumeratorHeader = "Pembilang (yang dihitung)";
    public const string DenominatorHeader = "Penyebut (pembandingnya)";
    public const string PeriodHeader = "Periode dan satuan";
    public const string NumeratorAmountHeader = "Angka pembilang";
    public const string DenominatorAmountHeader = "Angka penyebut";
    public const string CheckHeader = "Hasil pemeriksaan";
    public const string BreakdownTitle = "RINCIAN (TIDAK WAJIB)";
    public const string BreakdownReminder =
        "Lembar ini boleh dikosongkan seluruhnya. Bila datanya ada, rincilah angka yang sudah Anda isi di lembar Laporan, untuk bulan yang sama; angkanya harus sesuai. Sel kosong berarti tidak dirinci; bila sudah dihitung dan memang tidak ada, tulis 0.";

    /// <summary>Heads a column that is not read, since what stands there names whole components.</summary>
    public const string ExplanationHeader = "Keterangan";
    public const string DimensionHeader = "Dirinci menurut";
    public const string PartHeader = "Rincian";
    public const string AmongThem = "Di antaranya";

    public const string NoDenominator = "(tanpa penyebut)";

    public const string CheckComplete = "Lengkap";
    public const string CheckBlank = "Belum diisi";
    public const string CheckHalfFilled = "Mohon isi kedua angka";
    public const string CheckNotANumber = "Mohon isi dengan angka saja";

    public const string CheckNotBrokenDown = "Tidak dirinci";
    public const string CheckPartsAgree = "Sesuai";
    public const string CheckPartsMissing = "Belum lengkap; bila memang tidak ada, tulis 0";
    public const string PleaseLook = "mohon diperiksa";

    public const string Legend =
        "Kuning: perlu diisi.   Putih: sudah terisi.   Abu-abu: tidak perlu diubah.      Sel kosong berarti belum dilaporkan. Bila sudah dihitung dan memang tidak ada, tulis 0.";

    public const string NumberErrorTitle = "Mohon isi dengan angka";
    public const string WholeNumberError =
        "Isilah dengan bilangan bulat, 0 atau lebih, tanpa tulisan lain. Contoh: 1234. Bila memang tidak ada, tulis 0. Bila datanya belum ada, biarkan kosong.";
    public const string DecimalNumberError =
        "Isilah dengan angka, 0 atau lebih, tanpa tulisan lain. Bila datanya belum ada, biarkan kosong.";
    public const string ListErrorTitle = "Mohon pilih dari daftar";
    public const string ListError = "Isian ini dipilih dari daftar: klik tanda panah di sebelah kanan sel.";
    public const string DateErrorTitle = "Mohon isi dengan tanggal";
    public const string DateError = "Isilah dengan tanggal hari Anda mengisi formulir ini: hari, bulan, tahun.";

    public static string Version => string.Create(CultureInfo.InvariantCulture, $"Formulir versi {MonthlyFormWriter.Version}");

    public static string Reminder(int dueDay) => string.Create(
        CultureInfo.InvariantCulture,
        $"Semua angka hanya untuk wilayah ini. Isi sel kuning sampai kolom kanan berbunyi “Lengkap”. Simpan di folder kantor Anda paling lambat tanggal {dueDay} bulan berikutnya.");

    public static string Plan(int firstYear, int lastYear) =>
        string.Create(CultureInfo.InvariantCulture, $"{Office}  ·  Rencana Strategis {firstYear}–{lastYear}");

    public static string DocumentTitle(Region region, string month) => $"Laporan Bulanan IKU {region.FullName}, {month}";

    public static string Completeness(int complete, int rows) =>
        string.Create(CultureInfo.InvariantCulture, $"{complete} dari {rows} indikator lengkap");

    public static string CompletenessFormula(string range, int rows) =>
        string.Create(CultureInfo.InvariantCulture, $"COUNTIF({range},\"{CheckComplete}*\")&\" dari {rows} indikator lengkap\"");

    public static string CheckOutOfRange(Component component) =>
        component.Decimals == 0 ? "Mohon isi dengan bilangan bulat, 0 atau lebih" : "Mohon isi dengan angka 0 atau lebih";

    public static string CheckOverDenominator(Severity severity) => severity == Severity.Kesalahan
        ? "Pembilang melebihi penyebut, mohon diperbaiki"
        : $"{CheckComplete}; pembilang melebihi penyebut, mohon diperiksa";

    public static string CheckPartsDiffer(Severity severity) => $"Jumlahnya berbeda dengan lembar Laporan, {Please(severity)}";

    public static string CheckPartsExceed(Severity severity) => $"Melebihi angka di lembar Laporan, {Please(severity)}";

    public static string BrokenDown(Indicator indicator) => indicator.Denominator is null
        ? indicator.Numerator.Name
        : $"Pembilang: {indicator.Numerator.Name}\nPenyebut: {indicator.Denominator.Name}";

    public static string CheckZeroDenominator(Severity severity) => severity == Severity.Kesalahan
        ? "Penyebut 0 tetapi pembilang tidak, mohon diperbaiki"
        : $"{CheckComplete}; penyebut 0, mohon diperiksa";

    private static string Please(Severity severity) => severity == Severity.Kesalahan ? "mohon diperbaiki" : PleaseLook;
}

/// <summary>What the instructions say, in Indonesian, together so that they can be read and improved as one text.</summary>
internal static class InstructionTexts
{
    public const string Title = "PETUNJUK PENGISIAN";
    public const string DefinitionsTitle = "Indikator dalam formulir ini (rumus menurut Rencana Strategis, Tabel 7.2: pembilang ÷ penyebut × 100)";

    /// <summary>A heading and what is said under it.</summary>
    public sealed record Section(string Title, bool IsOrdered, IReadOnlyList<string> Points);

    public static string Subtitle(Region region) => $"{FormTexts.Version}  ·  {region.FullName}";

    public static string Ordinal(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}.");

    public static IEnumerable<Section> Sections(FormContent content) =>
    [
        new Section("Cara mengisi", IsOrdered: true,
        [
            "Buka lembar Laporan. Periksa kabupaten/kota, bulan, dan tahun; bila perlu, pilih dari daftar.",
            "Isi nama petugas dan tanggal pengisian.",
            "Semua angka hanya untuk wilayah ini, juga bila namanya menyebut Provinsi NTT. Dinas provinsi yang menjumlahkannya.",
            "Isi pembilang (yang dihitung) dan penyebut (pembandingnya) pada setiap baris. Cukup angkanya, tanpa kata “orang”.",
            "Lihat kolom Hasil pemeriksaan: “Lengkap” berarti baris itu sudah siap, merah berarti perlu diperbaiki dahulu.",
            .. content.Breakdowns.Count == 0 ? [] : (string[])["Lembar Rincian tidak wajib. Bila Anda punya rinciannya, isilah; jumlahnya harus sesuai dengan lembar Laporan."],
        ]),
        new Section("Kosong tidak sama dengan nol", IsOrdered: false,
        [
            "Kosong berarti belum dilaporkan. Bila datanya belum ada, biarkan kedua sel kosong.",
            "Angka 0 berarti sudah dihitung dan memang tidak ada. Contoh: bila bulan ini tidak ada pelatihan, tulis 0 dan 0.",
        ]),
        new Section("Arti periode", IsOrdered: false, [.. PeriodsOf(content).Select(Explain)]),
        new Section("Menyimpan dan mengirim", IsOrdered: true,
        [
            $"Simpan berkas ini (tetap .xlsx) di folder bersama “{content.Region.FolderName}”, lalu tutup. Nama berkas boleh diubah.",
            string.Create(CultureInfo.InvariantCulture, $"Paling lambat tanggal {content.DueDay} bulan berikutnya, pukul 24.00 WITA. Yang terlambat tetap diterima, tetapi tercatat terlambat."),
            "Berkas Anda dipindahkan otomatis ke subfolder “arsip”. Tidak ada berkas yang dihapus.",
        ]),
        new Section("Yang Anda terima kembali", IsOrdered: false,
        [
            "Tanda terima di subfolder “hasil”, biasanya dalam beberapa menit setelah berkas disimpan.",
            "DITERIMA: laporan sudah tercatat; angka yang terbaca tercantum di dalamnya, mohon dicocokkan.",
            "DIKEMBALIKAN: laporan belum tercatat. Tanda terima menyebut sel yang perlu diperbaiki; perbaiki lalu simpan lagi di folder yang sama.",
            "Bila kemudian ada angka yang keliru, kirim lagi formulir bulan itu secara lengkap. Laporan terakhir yang diterima menggantikan seluruh laporan sebelumnya.",
        ]),
    ];

    /// <summary>What a component counts, when, and in what.</summary>
    public static string Definition(Component component) => $"{component.Name} ({component.Unit}, {component.PeriodLabel})";

    private static IEnumerable<Component> PeriodsOf(FormContent content) => content.Rows
        .SelectMany(row => row.Indicator.Components)
        .DistinctBy(component => component.Accumulation)
        .OrderBy(component => component.Accumulation);

    private static string Explain(Component component) => component.Accumulation switch
    {
        Accumulation.Jumlah => $"{component.PeriodLabel}: hanya yang terjadi selama bulan laporan, tanpa bulan-bulan sebelumnya.",
        Accumulation.Kumulatif => $"{component.PeriodLabel}: sejak 1 Januari sampai dengan akhir bulan laporan; setiap unit dihitung satu kali.",
        Accumulation.Tahunan => $"{component.PeriodLabel}: angka yang diterbitkan untuk tahun itu; cukup dilaporkan satu kali, pada bulan yang dirujuknya.",
        _ => $"{component.PeriodLabel}: keadaan pada hari terakhir bulan laporan.",
    };
}
