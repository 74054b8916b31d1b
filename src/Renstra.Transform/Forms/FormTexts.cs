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
