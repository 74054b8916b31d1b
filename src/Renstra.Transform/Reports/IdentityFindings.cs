using Renstra.Transform.Calendar;
using Renstra.Transform.Regions;
using static Renstra.Transform.Reports.IndonesianText;

namespace Renstra.Transform.Reports;

/// <content>I: identity, which region and which month.</content>
public static partial class FindingCodes
{
    /// <summary>No region is named.</summary>
    public const string RegionMissing = "I01";

    /// <summary>The region named is not one of the province's.</summary>
    public const string RegionUnknown = "I02";

    /// <summary>No month is named.</summary>
    public const string MonthMissing = "I03";

    /// <summary>The month named is not a month, or lies outside the months that can be reported.</summary>
    public const string MonthWrong = "I04";

    /// <summary>The folder belongs to one region, the workbook names another.</summary>
    public const string RegionContradiction = "I05";

    /// <summary>Two places in the file, or the file and its name, name different months.</summary>
    public const string MonthContradiction = "I06";

    /// <summary>The region named could be two: a bare "Kupang", or a code that the two systems give to different regions.</summary>
    public const string RegionAmbiguous = "I07";

    /// <summary>Two places in the file, or the file and its name, name different regions.</summary>
    public const string RegionsDisagree = "I08";
}

/// <content>What is said of region and month.</content>
internal static partial class FindingTexts
{
    private const string ExampleName = "Sabu Raijua";

    public const string MonthMissing =
        "Laporan ini belum menyebut bulan dan tahun. Mohon tulis di atas tabel, misalnya “Bulan: Juli 2024”.";

    /// <param name="label">A label with nothing behind it; null for none.</param>
    /// <param name="folder">The region whose folder the file came from, which is the example; null for none.</param>
    public static string RegionMissing(Place? label, Region? folder) => label is null
        ? $"Laporan ini belum menyebut kabupaten/kota. Mohon tulis di atas tabel, misalnya “Kabupaten/Kota: {folder?.Name ?? ExampleName}”."
        : $"{Cell(label)}: kabupaten/kota belum diisi. Mohon tulis namanya di sebelah kanan sel itu, misalnya “{folder?.Name ?? ExampleName}”.";

    public static string RegionUnknown(Place place, string raw, Region? nearest, Region? folder) =>
        $"{Cell(place)}: {Quote(raw)} bukan nama atau kode kabupaten/kota di NTT. "
        + (nearest is null ? $"Mohon tulis namanya secara lengkap, misalnya “{folder?.FullName ?? $"Kabupaten {ExampleName}"}”." : $"Apakah maksudnya {nearest.FullName}? Mohon perbaiki penulisannya.");

    public static string CodeAndRegionDisagree(Place place, string raw, Region byCode, Region byName) =>
        $"{Cell(place)}: pada {Quote(raw)}, kodenya milik {byCode.FullName}, sedangkan namanya {byName.FullName}. Mohon perbaiki kode atau namanya.";

    public static string RegionAmbiguous(ClaimSource source, Place place, string raw, IReadOnlyList<Region> candidates, RegionCode? folder)
    {
        var suggested = candidates.FirstOrDefault(region => region.Code == folder) ?? candidates[0];
        return $"{Said(source, place)}: {Quote(raw)} dapat berarti {Or(candidates.Select(region => region.FullName))}. Mohon tulis nama lengkapnya, misalnya “{suggested.FullName}”.";
    }

    public static string RegionsDisagree(ClaimSource source, Place place, string raw, ClaimSource otherSource, Place other, string otherRaw) =>
        $"{Said(source, place)} menyebut {Quote(raw)}, sedangkan {Said(otherSource, other, place)} menyebut {Quote(otherRaw)}. Mohon perbaiki yang keliru, sehingga keduanya menyebut kabupaten/kota yang sama.";

    public static string FileNameNamesOtherRegion(string fileName, Region region) =>
        $"Nama berkas {Quote(fileName)} menyebut kabupaten/kota lain, sedangkan isinya tentang {region.FullName}. Mohon perbaiki salah satunya.";

    public static string CoverNamesOtherRegion(Place place, string raw, Region region) =>
        $"{Cell(place)} menyebut {Quote(raw)}, sedangkan tabelnya tentang {region.FullName}. Mohon samakan kabupaten/kotanya.";

    public static string CoverNamesOtherMonth(Place place, string raw, ReportingMonth month) =>
        $"{Cell(place)} menyebut {Quote(raw)}, sedangkan tabelnya untuk {month.IndonesianName}. Mohon samakan bulan dan tahunnya.";

    public static string FolderIsAnothers(Place place, Region region, Region folder) =>
        $"{Cell(place)}: laporan ini tentang {region.FullName}, sedangkan berkasnya ada di folder {folder.FullName}. "
        + "Mohon perbaiki nama kabupaten/kota di laporan, atau pindahkan berkas ke folder yang benar.";

    public static string MonthBlank(Place label, bool hasMonth, bool hasYear)
    {
        var what = hasMonth ? "tahun" : hasYear ? "bulan" : "bulan dan tahun";
        return $"{Cell(label)}: {what} laporan belum diisi. Mohon tulis di sebelah kanan sel itu, misalnya “{(hasMonth ? "2024" : "Juli 2024")}”.";
    }

    public static string MonthHalfSaid(ClaimSource source, Place place, string raw, bool hasMonth) =>
        $"{Said(source, place)}: {Quote(raw)} belum menyebut {(hasMonth ? "tahunnya" : "bulannya")}. Mohon tulis bulan dan tahun, misalnya “Juli 2024”.";

    public static string MonthNotUnderstood(Place place, string raw) =>
        $"{Cell(place)}: {Quote(raw)} tidak terbaca sebagai satu bulan. Mohon tulis nama bulan dan tahunnya, misalnya “Juli 2024”.";

    public static string MonthTooEarly(ReportingMonth month, ReportingMonth first) =>
        $"Laporan ini untuk {month.IndonesianName}, sedangkan laporan yang diterima dimulai dari {first.IndonesianName}. Mohon periksa bulan dan tahunnya.";

    public static string MonthNotBegun(ReportingMonth month, ReportingMonth submitted) =>
        $"Laporan ini untuk {month.IndonesianName}, padahal dikirim pada {submitted.IndonesianName}: bulan itu belum mulai. Mohon periksa bulan dan tahunnya.";

    public static string MonthsDisagree((ClaimSource Source, Place Place, string Raw, bool IsHidden) claim, (ClaimSource Source, Place Place, string Raw, bool IsHidden) other) =>
        $"{Said(claim.Source, claim.Place)}{Hidden(claim.IsHidden)} menyebut {Quote(claim.Raw)}, sedangkan {Said(other.Source, other.Place, claim.Place)}{Hidden(other.IsHidden)} menyebut {Quote(other.Raw)}. "
        + "Mohon perbaiki yang keliru, sehingga keduanya menyebut bulan dan tahun yang sama.";

    private static string Hidden(bool isHidden) => isHidden ? " (tersembunyi; tampilkan barisnya atau kolomnya dengan Unhide)" : "";

    public static string FileNameNamesOtherMonth(string fileName, ReportingMonth month) =>
        $"Nama berkas {Quote(fileName)} menyebut bulan lain, sedangkan isinya untuk {month.IndonesianName}. Mohon perbaiki salah satunya.";

    public static string ColumnsAreOfOtherMonths(Place place, ReportingMonth month, IEnumerable<ReportingMonth> columns) =>
        $"{Cell(place)}: kolom tabelnya untuk {And(columns.Select(column => column.IndonesianName))}, sedangkan laporannya untuk {month.IndonesianName}. Mohon samakan bulannya.";

    public static string RowsAreOfOtherMonths(Place place, ReportingMonth month) =>
        $"{Cell(place)}: baris tabelnya untuk bulan lain, sedangkan laporannya untuk {month.IndonesianName}. Mohon samakan bulannya.";

    public static string RowsAreOfOtherRegions(Place place, Region region) =>
        $"{Cell(place)}: baris tabelnya untuk kabupaten/kota lain, sedangkan laporannya tentang {region.FullName}. Mohon samakan kabupaten/kotanya.";
}

/// <summary>Where a workbook says which region or month it is about, the plainest first.</summary>
internal enum ClaimSource
{
    /// <summary>A cell behind a label such as <c>Bulan</c>.</summary>
    Label,

    /// <summary>A title or letterhead above the table.</summary>
    Title,

    /// <summary>The name of the sheet.</summary>
    SheetName,

    /// <summary>A label for the province: it stands in every letterhead, and means something only where no kabupaten or kota is named.</summary>
    Province,
}
