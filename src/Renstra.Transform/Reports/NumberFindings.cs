using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using static Renstra.Transform.Reports.IndonesianText;

namespace Renstra.Transform.Reports;

/// <content>N: numbers (<i>nilai</i>).</content>
public static partial class FindingCodes
{
    /// <summary>A cell for a count holds something that is not a number.</summary>
    public const string NotANumber = "N01";

    /// <summary>A count has decimals.</summary>
    public const string NotWhole = "N02";

    /// <summary>A count is below 0.</summary>
    public const string Negative = "N03";

    /// <summary>The numerator is over the denominator.</summary>
    public const string NumeratorOverDenominator = "N04";

    /// <summary>The denominator is 0 and the numerator is not.</summary>
    public const string DenominatorZero = "N05";

    /// <summary>One component of an indicator is filled in, the other is blank.</summary>
    public const string HalfFilled = "N06";

    /// <summary>An indicator's cells are blank: not reported, which is not 0.</summary>
    public const string NotReported = "N07";

    /// <summary>Not one indicator of the report is filled in.</summary>
    public const string NothingReported = "N08";

    /// <summary>A number that is one thing in Indonesian notation and another in English, such as <c>1,234</c>.</summary>
    public const string AmbiguousNumber = "N09";

    /// <summary>A date where a number belongs.</summary>
    public const string DateInsteadOfNumber = "N10";

    /// <summary>An error value such as <c>#DIV/0!</c>.</summary>
    public const string CellError = "N11";

    /// <summary>A formula whose result was not saved.</summary>
    public const string FormulaWithoutValue = "N12";

    /// <summary>A sign or word such as <c>-</c> was read as not reported, which is not 0.</summary>
    public const string MarkedAsMissing = "N13";

    /// <summary>A percentage where a count belongs.</summary>
    public const string Percentage = "N14";

    /// <summary>A number too large to be true.</summary>
    public const string TooLarge = "N15";

    /// <summary>Every denominator is 100, as if percentages had been typed.</summary>
    public const string DenominatorsOfHundred = "N16";
}

/// <content>What is said of numbers.</content>
internal static partial class FindingTexts
{
    public const string NothingReported =
        "Belum ada satu pun angka yang diisi. Mohon isi angkanya, lalu kirim kembali. Bila sudah dihitung dan memang tidak ada, tulis 0.";

    public static string NotANumber(Place place, string raw) =>
        $"{Cell(place)}: {Quote(raw)} bukan angka. Mohon isi dengan angka saja, misalnya 1234"
        + (raw.Any(char.IsDigit) ? "." : "; bila memang tidak ada, tulis 0; bila datanya belum ada, sel ini boleh dikosongkan.");

    public static string SetApart(Place place, string raw) =>
        $"{Cell(place)}: {Quote(raw)} dicoret, atau ditulis kecil di atas atau di bawah garis, sehingga tidak pasti angka mana yang berlaku. Mohon tulis ulang angkanya saja tanpa coretan, misalnya 1234.";

    public static string SeveralNumbers(Place place, string raw) =>
        $"{Cell(place)}: {Quote(raw)} berisi lebih dari satu angka. Mohon isi satu angka saja di sel ini; angka yang lain di sel atau kolomnya sendiri.";

    public static string NotWhole(Place place, string raw, Component component, bool isRounded) => component.Decimals == 0
        ? $"{Cell(place)}: {Quote(raw)} terbaca sebagai bilangan pecahan, padahal jumlah {component.Unit} adalah bilangan bulat{(isRounded ? " (di layar tampak bulat karena format selnya)" : "")}. Mohon isi tanpa titik dan koma, misalnya 1234."
        : $"{Cell(place)}: {Quote(raw)} terlalu rinci. Mohon isi dengan paling banyak {component.Decimals} angka di belakang koma.";

    public static string Negative(Place place, string raw) =>
        $"{Cell(place)}: {Quote(raw)} kurang dari 0. Mohon isi dengan angka 0 atau lebih.";

    public static string AmbiguousNumber(Place place, string raw) =>
        $"{Cell(place)}: {Quote(raw)} dapat dibaca sebagai ribuan atau sebagai desimal. Mohon isi tanpa titik dan koma, misalnya 1234.";

    public static string NumberShownOtherwise(Place place, string raw, string? format) =>
        $"{Cell(place)}: isi sel ini {raw}, tetapi format angkanya ({format}) menampilkan angka lain, sehingga tidak pasti mana yang dimaksud. "
        + "Mohon ubah format selnya menjadi Number (Angka), lalu periksa apakah angka yang tampak itu yang dilaporkan.";

    public static string CutByCommas(Place place) =>
        $"{Cell(place)}: baris ini berisi lebih banyak kolom daripada judulnya, mungkin karena koma di dalam angka seperti “1,234” terbaca sebagai pemisah kolom. "
        + "Mohon tulis angkanya tanpa koma dan titik, atau simpan sebagai Excel Workbook (.xlsx), lalu kirim kembali.";

    public static string DateInsteadOfNumber(Place place, DateTime date) =>
        $"{Cell(place)}: sel ini berisi {(date.Year < 1900 ? "jam" : $"tanggal ({Wita.WriteDay(DateOnly.FromDateTime(date))})")}, bukan angka. Mohon ubah format selnya menjadi Number (Angka), lalu ketik kembali angkanya.";

    public static string CellError(Place place, string raw) =>
        $"{Cell(place)}: rumusnya menghasilkan {raw}. Mohon perbaiki rumusnya, atau ketik angkanya.";

    public static string FormulaWithoutValue(Place place) =>
        $"{Cell(place)}: sel ini berisi rumus yang hasilnya tidak tersimpan. Mohon buka berkasnya di Excel, simpan, lalu kirim kembali; atau ketik angkanya.";

    public static string Percentage(Place place, string raw, Component component) =>
        $"{Cell(place)}: {Quote(raw)} adalah persentase, sedangkan yang diminta adalah jumlah {component.Unit}. Mohon isi jumlahnya.";

    public static string TooLarge(Place place, string raw) =>
        $"{Cell(place)}: {Quote(raw)} terlalu besar. Mohon periksa kembali angkanya.";

    public static string DenominatorsOfHundred(Place place) =>
        $"{Cell(place)}: semua penyebut yang diisi adalah 100, seperti pada persentase. Yang diminta adalah jumlahnya, misalnya jumlah orang atau perusahaan. Mohon diperiksa.";

    public static string NumeratorOverDenominator(Indicator indicator, Place place, decimal numerator, decimal denominator) =>
        $"{Cell(place)}: pada {indicator.Code}, pembilang ({Number(numerator)}) lebih besar daripada penyebut ({Number(denominator)}). Mohon periksa kedua angka itu; mungkin tertukar.";

    public static string DenominatorZero(Indicator indicator, Place place, decimal numerator) =>
        $"{Cell(place)}: pada {indicator.Code}, penyebutnya 0 sedangkan pembilangnya {Number(numerator)}. Mohon periksa kedua angka itu.";

    public static string HalfFilled(Place place, Component component) =>
        $"{Cell(place)}: “{component.Name}” belum diisi, sedangkan pasangannya sudah. Mohon isi juga angka itu{(component.Role == ComponentRole.Pembilang ? "; bila memang tidak ada, tulis 0" : "")}.";

    public static string HalfMarked(Place place, Component component, string raw) =>
        $"{Cell(place)}: {Quote(raw)} untuk “{component.Name}” terbaca sebagai belum dilaporkan, sedangkan pasangannya sudah diisi. Bila maksudnya tidak ada, mohon tulis 0.";

    public static string ComponentMissing(Indicator indicator, Component component) =>
        $"Angka “{component.Name}” ({indicator.Code}) tidak ditemukan, sedangkan pasangannya sudah diisi. "
        + $"Mohon tambahkan kolom berjudul “{component.Role}”, atau baris “{component.Name}”.";

    public static string ComponentsNotTold(Place place, Indicator indicator) =>
        $"{Cell(place)}: pada baris {indicator.Code} hanya ada satu angka, sedangkan yang diminta dua: {And(indicator.Components.Select(component => $"“{component.Name}”"))}. "
        + "Mohon beri setiap angka kolom atau baris sendiri.";

    public static string ComponentRowsNotTold(Place place, Indicator indicator) =>
        $"{Cell(place)}: angka di bawah {indicator.Code} tidak jelas mana pembilang dan mana penyebutnya. "
        + "Mohon tulis “Pembilang” atau “Penyebut”, atau nama lengkapnya, di depan setiap angka.";

    public static string NotReported(Place place, Indicator indicator) =>
        $"{Cell(place)}: {Named(indicator)} belum diisi, sehingga dicatat sebagai belum dilaporkan, bukan 0. Bila memang tidak ada, mohon tulis 0.";

    public static string MarkedAsMissing(Place place, string raw) =>
        $"{Cell(place)}: {Quote(raw)} dibaca sebagai belum dilaporkan, bukan 0. Bila maksudnya tidak ada, mohon tulis 0.";
}
