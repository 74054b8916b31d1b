using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Regions;
using static Renstra.Transform.Reports.IndonesianText;

namespace Renstra.Transform.Reports;

/// <content>T: tables, their rows and columns.</content>
public static partial class FindingCodes
{
    /// <summary>No table of indicators was found.</summary>
    public const string TableMissing = "T01";

    /// <summary>An indicator that the region has to report has no row.</summary>
    public const string IndicatorMissing = "T02";

    /// <summary>The same indicator stands twice.</summary>
    public const string IndicatorTwice = "T03";

    /// <summary>An indicator that does not apply to the region has figures.</summary>
    public const string IndicatorNotApplicable = "T04";

    /// <summary>An indicator that another holder reports has figures.</summary>
    public const string IndicatorOfOtherHolder = "T05";

    /// <summary>A row with numbers is about no known indicator and is not read.</summary>
    public const string RowUnknown = "T06";

    /// <summary>A row's name is like several indicators' and clearly none's.</summary>
    public const string IndicatorUnclear = "T07";

    /// <summary>Two cells could be the amount of one component.</summary>
    public const string AmountTwice = "T08";

    /// <summary>A row's code and its name belong to different indicators.</summary>
    public const string CodeAndNameDisagree = "T09";

    /// <summary>The numbers are about another period than the one asked for.</summary>
    public const string WrongPeriod = "T10";

    /// <summary>The month's number and the cumulative number beside it cannot both be right.</summary>
    public const string CumulativeDisagrees = "T11";

    /// <summary>A stock has different numbers for the month and to date, and neither is called its state at the month's end.</summary>
    public const string PositionUnclear = "T12";

    /// <summary>Numbers were read from a hidden row or column.</summary>
    public const string HiddenCellsRead = "T13";

    /// <summary>A sheet with a table was not read: it is hidden, or called instructions.</summary>
    public const string HiddenSheetIgnored = "T14";

    /// <summary>The file has columns for several months and says itself which one it reports; the others were not read.</summary>
    public const string OtherMonthsNotRead = "T15";

    /// <summary>An indicator was known by a name cut short, which its number or its place in the table confirms.</summary>
    [IntroducedAs(Severity.Peringatan)]
    public const string NameAbbreviated = "T16";

    /// <summary>A heading or a note says that numbers are in thousands or millions.</summary>
    [IntroducedAs(Severity.Kesalahan)]
    public const string NumbersScaled = "T17";

    /// <summary>A table whose title calls it targets, or an example, was not read.</summary>
    [IntroducedAs(Severity.Peringatan)]
    public const string TargetsIgnored = "T18";
}

/// <content>What is said of tables.</content>
internal static partial class FindingTexts
{
    public const string TableMissing =
        "Tabel indikator tidak ditemukan. Mohon pakai formulir resmi, atau beri tabel Anda baris judul dengan kolom “Indikator”, “Pembilang”, dan “Penyebut”.";

    public const string NoNumbersButPictures =
        "Berkas ini tidak berisi angka di dalam sel, hanya gambar atau kotak teks, dan itu tidak dapat dibaca. Mohon ketik angkanya langsung ke dalam sel, paling mudah pada formulir resmi, lalu kirim kembali.";

    public const string NothingWritten =
        "Lembar-lembar dalam berkas ini kosong. Mohon buka berkas aslinya, pastikan laporannya ada dan tersimpan, lalu kirim kembali.";

    public static string TableOnItsSide(Place place) =>
        $"{Cell(place)}: indikatornya berjajar ke samping, sehingga tabel ini tidak terbaca. "
        + "Mohon susun ke bawah, satu baris untuk setiap indikator, dengan kolom “Indikator”, “Pembilang”, dan “Penyebut”, atau pakai formulir resmi.";

    public static string RegionsSideBySide(Place first, Place last) =>
        $"{Cell(first)} sampai {Cell(last, first)}: kolom-kolom ini untuk kabupaten/kota yang berbeda, sehingga tidak jelas mana yang dilaporkan. "
        + "Mohon buat satu lembar untuk setiap kabupaten/kota, atau tulis nama kabupaten/kota pada setiap baris di bawah judul “Kabupaten/Kota”.";

    public static string NumbersScaled(Place place, string raw) =>
        $"{Cell(place)}: {Quote(raw)} berarti angkanya disingkat, sedangkan yang diminta adalah angka lengkap. "
        + "Mohon tulis angka lengkapnya, misalnya 1234 dan bukan 1,2, lalu hapus keterangan itu.";

    public static string IndicatorMissing(Indicator indicator, Region region) =>
        $"{region.FullName} perlu melaporkan {Named(indicator)}, tetapi barisnya tidak ada. Mohon tambahkan barisnya; bila datanya belum ada, biarkan angkanya kosong.";

    public static string IndicatorTwice(Indicator indicator, Place place, Place first, bool isHidden) =>
        $"{Cell(place)}: {indicator.Code} sudah ada di {Cell(first, place)}{(isHidden ? "; salah satu dari kedua baris itu tersembunyi (tampilkan dengan Unhide)" : "")}. "
        + "Bila salah satunya indikator lain, mohon perbaiki kode atau namanya; bila memang indikator yang sama, mohon pindahkan baris yang tidak dilaporkan ke lembar lain, tanpa judul kolomnya.";

    public static string IndicatorNotApplicable(Place place, Indicator indicator, Region region) =>
        $"{Cell(place)}: {indicator.Code} tidak berlaku bagi {region.FullName}, sehingga angkanya tidak dipakai. Bila memang berlaku, mohon hubungi dinas provinsi.";

    public static string IndicatorOfOtherHolder(Place place, Indicator indicator) =>
        $"{Cell(place)}: {indicator.Code} dilaporkan oleh pihak lain ({indicator.Holder}), bukan oleh kabupaten/kota, sehingga angka Anda tidak dipakai. Mohon biarkan baris ini kosong pada laporan berikutnya.";

    public static string RowUnknown(Place place, string raw) =>
        $"{Cell(place)}: baris {Quote(raw)} bukan indikator Renstra, sehingga tidak dibaca. Bila seharusnya dibaca, mohon tulis kode indikatornya, misalnya “IKU-1”.";

    public static string IndicatorUnclear(Place place, string raw, IReadOnlyList<Indicator> candidates) =>
        $"{Cell(place)}: {Quote(raw)} mirip dengan {Or(candidates.Select(Named))}. Mohon tulis kode indikatornya, misalnya “{candidates[0].Code}”.";

    public static string NameAbbreviated(Place place, string raw, Indicator indicator) =>
        $"{Cell(place)}: {Quote(raw)} dibaca sebagai {Named(indicator)}. Bila benar, tidak ada yang perlu diperbaiki; bila bukan, mohon tulis kode indikatornya, misalnya “{indicator.Code}”.";

    public static string CodeAndNameDisagree(Place place, string code, string name) =>
        $"{Cell(place)}: kode {Quote(code)} tidak cocok dengan nama {Quote(name)}. Mohon perbaiki kode atau namanya.";

    public static string AmountTwice(Component component, Place place, Place other) =>
        $"{Cell(place)} dan {Cell(other, place)} sama-sama berisi angka untuk “{component.Name}”, sehingga tidak jelas mana yang dilaporkan. "
        + "Mohon beri setiap kolom judul yang membedakannya, misalnya “Target” dan “Realisasi”; angkanya boleh tetap.";

    public static string RowsNotTold(Place place, Indicator indicator) =>
        $"{Cell(place)}: tidak jelas baris mana yang berisi realisasi {indicator.Code}, karena ada baris target, persentase, atau masa lain. "
        + "Mohon tulis “Realisasi” di depan angka yang dilaporkan; baris lainnya boleh tetap.";

    public static string WrongPeriod(Component component, Place place) =>
        $"{Cell(place)}: untuk “{component.Name}” yang diminta adalah angka {component.PeriodLabel}, bukan angka untuk masa lain. Mohon isi angka itu pada kolom berjudul “{component.PeriodLabel}”; kolom yang lain boleh tetap.";

    public static string SheetIsOfOtherPeriod(Component component, Place place, ClaimSource source, Place said, string raw) =>
        $"{Cell(place)}: {Said(source, said, place)} menyebut {Quote(raw)}, sedangkan untuk “{component.Name}” yang diminta adalah angka {component.PeriodLabel} saja. "
        + $"Bila angkanya memang {component.PeriodLabel} saja, mohon perbaiki keterangan itu; bila bukan, mohon isi angka {component.PeriodLabel}.";

    public static string CumulativeDisagrees(Component component, Place place, decimal month, decimal toDate) =>
        $"{Cell(place)}: angka s.d. bulan ini ({Number(toDate)}) tidak sesuai dengan angka bulan ini ({Number(month)}). "
        + $"Yang dipakai untuk “{component.Name}” adalah angka {component.PeriodLabel}. Mohon diperiksa.";

    public static string PositionUnclear(Component component, Place place, Place other) =>
        $"{Cell(place)} dan {Cell(other, place)} berisi angka berbeda untuk “{component.Name}”. "
        + "Yang diminta adalah posisi akhir bulan. Mohon tambahkan kolom berjudul “posisi akhir bulan” yang berisi angka itu; kedua angka yang sudah ada boleh tetap.";

    public static string HiddenCellsRead(Place place) =>
        $"{Cell(place)} ada pada baris atau kolom yang tersembunyi, tetapi angkanya tetap dibaca. Mohon tampilkan kembali (Unhide), lalu periksa apakah angka itu memang yang dilaporkan.";

    public static string HiddenSheetIgnored(string sheet) =>
        $"Lembar {Quote(sheet)} tersembunyi, sehingga tabel di dalamnya tidak dibaca. Bila itu laporannya, mohon tampilkan lembarnya lalu kirim kembali.";

    public static string InstructionsIgnored(string sheet) =>
        $"Lembar {Quote(sheet)} tidak dibaca, karena namanya menyebut petunjuk atau contoh. Bila itu laporannya, mohon ganti nama lembarnya, misalnya menjadi “Laporan”, lalu kirim kembali.";

    public static string TargetsIgnored(Place place, string raw) =>
        $"{Cell(place)}: tabel dengan judul {Quote(raw)} tidak dibaca, karena judul itu menyebut target atau contoh. "
        + "Bila isinya realisasi yang dilaporkan, mohon perbaiki judulnya, misalnya menjadi “Realisasi”, lalu kirim kembali.";

    public static string OtherMonthsNotRead(Place place, ReportingMonth month, IEnumerable<ReportingMonth> others) =>
        $"{Cell(place)}: tabel ini juga berisi {And(others.Select(other => other.IndonesianName))}, tetapi yang dibaca hanya {month.IndonesianName} sesuai keterangan bulannya. "
        + "Bila bulan lain juga dilaporkan, mohon buat lembar tersendiri untuk bulan itu, dengan keterangan bulannya.";
}
