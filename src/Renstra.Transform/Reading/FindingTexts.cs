using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reading.Identities;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;
using static Renstra.Transform.Reports.IndonesianText;

namespace Renstra.Transform.Reading;

/// <summary>A finding as it is made: its severity is not yet looked up, and its cell not yet put into words.</summary>
/// <param name="Code">One of <see cref="FindingCodes"/>.</param>
/// <param name="Message">From <see cref="FindingTexts"/>.</param>
/// <param name="Place">The cell; null when it is about the whole file.</param>
/// <param name="Raw">What stands in the cell; null when there is no cell.</param>
/// <param name="Indicator">The indicator concerned, if any.</param>
/// <param name="Report">The report concerned; null when it concerns the whole submission.</param>
internal sealed record Remark(
    string Code,
    string Message,
    Place? Place = null,
    string? Raw = null,
    IndicatorCode? Indicator = null,
    ReportKey? Report = null)
{
    /// <summary>The indicators that a row could be about; that they have no row of their own is the same mistake, and said once.</summary>
    public IReadOnlyList<IndicatorCode> Candidates { get; init; } = [];
}

/// <summary>
/// What findings about the contents of a workbook say, in Indonesian, together so that they can be read and improved as one text:
/// what is wrong, where, what was read there, and how to mend it. The reader is an officer in a kabupaten, not an engineer.
/// What is said of whole files is in <see cref="FileTexts"/>.
/// </summary>
internal static class FindingTexts
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

    public const string NothingReported =
        "Belum ada satu pun angka yang diisi. Mohon isi angkanya, lalu kirim kembali. Bila sudah dihitung dan memang tidak ada, tulis 0.";

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

    public static string MonthsDisagree(MonthClaim claim, MonthClaim other) =>
        $"{Said(claim.Source, claim.Place)}{Hidden(claim)} menyebut {Quote(claim.Raw)}, sedangkan {Said(other.Source, other.Place, claim.Place)}{Hidden(other)} menyebut {Quote(other.Raw)}. "
        + "Mohon perbaiki yang keliru, sehingga keduanya menyebut bulan dan tahun yang sama.";

    private static string Hidden(MonthClaim claim) => claim.IsHidden ? " (tersembunyi; tampilkan barisnya atau kolomnya dengan Unhide)" : "";

    public static string FileNameNamesOtherMonth(string fileName, ReportingMonth month) =>
        $"Nama berkas {Quote(fileName)} menyebut bulan lain, sedangkan isinya untuk {month.IndonesianName}. Mohon perbaiki salah satunya.";

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

    public static string ColumnsAreOfOtherMonths(Place place, ReportingMonth month, IEnumerable<ReportingMonth> columns) =>
        $"{Cell(place)}: kolom tabelnya untuk {And(columns.Select(column => column.IndonesianName))}, sedangkan laporannya untuk {month.IndonesianName}. Mohon samakan bulannya.";

    public static string RowsAreOfOtherMonths(Place place, ReportingMonth month) =>
        $"{Cell(place)}: baris tabelnya untuk bulan lain, sedangkan laporannya untuk {month.IndonesianName}. Mohon samakan bulannya.";

    public static string RowsAreOfOtherRegions(Place place, Region region) =>
        $"{Cell(place)}: baris tabelnya untuk kabupaten/kota lain, sedangkan laporannya tentang {region.FullName}. Mohon samakan kabupaten/kotanya.";

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

    public static string PartsDoNotAddUp(Component component, string dimension, Place total, decimal amount, IReadOnlyList<Place> parts, decimal sum) =>
        $"{Cell(total)}: “{component.Name}” berjumlah {Number(amount)}, sedangkan rinciannya menurut {dimension.ToLowerInvariant()} ({Cells(parts, total)}) berjumlah {Number(sum)}. "
        + "Mohon periksa keduanya, lalu perbaiki angka yang keliru.";

    public static string PartsOverTotal(Component component, string dimension, Place total, decimal amount, IReadOnlyList<Place> parts, decimal sum) =>
        $"{Cell(parts[0])}: rincian menurut {dimension.ToLowerInvariant()} {(parts.Count == 1 ? "" : $"({Cells(parts, parts[0])}) ")}berjumlah {Number(sum)}, lebih besar daripada "
        + $"“{component.Name}” sendiri di {Cell(total, parts[0])} ({Number(amount)}). Mohon diperiksa.";

    public static string BreakdownIncomplete(Component component, string dimension, Place place, IEnumerable<BreakdownPart> missing) =>
        $"{Cell(place)}: “{component.Name}” dirinci menurut {dimension.ToLowerInvariant()}, tetapi {And(missing.Select(part => $"“{part.Name}”"))} belum diisi. Bila memang tidak ada, mohon tulis 0.";

    public static string BreakdownWithoutTotal(Component component, Place place) =>
        $"{Cell(place)}: rincian “{component.Name}” sudah diisi, sedangkan jumlahnya belum. Mohon isi jumlahnya juga; rincian tidak dijumlahkan otomatis.";

    public static string PartUnplaced(Place place, string raw) =>
        $"{Cell(place)}: rincian {Quote(raw)} tidak dibaca, karena tidak jelas angka mana yang dirinci. Bila perlu dibaca, mohon taruh barisnya tepat di bawah angka yang dirinci.";

    public static string PartColumnUnplaced(Place place, string raw) =>
        $"{Cell(place)}: kolom {Quote(raw)} tidak dibaca, karena tidak jelas apakah merinci pembilang atau penyebut. Bila perlu dibaca, mohon tulis judulnya lengkap, misalnya “Pembilang: Laki-laki”.";

    public static string PartOfOtherComponent(Place place, BreakdownPart part, Component component) =>
        $"{Cell(place)}: “{part.Name}” bukan rincian dari “{component.Name}”, sehingga angkanya tidak dibaca. Bila angka itu milik baris atau kolom lain, mohon pindahkan ke sana.";

    /// <summary>Where a region or a month is named: a cell, or the name on the sheet's tab, which stands in none.</summary>
    private static string Said(ClaimSource source, Place place) => source == ClaimSource.SheetName ? "Nama lembar" : Cell(place);

    private static string Said(ClaimSource source, Place place, Place mentioned) => source == ClaimSource.SheetName ? "nama lembar" : Cell(place, mentioned);

    private static string Cells(IReadOnlyList<Place> places, Place mentioned) =>
        places.All(place => place.SheetIndex == places[0].SheetIndex)
            ? $"{Cell(places[0], mentioned)}{string.Concat(places.Skip(1).Select(place => $", {place.Location.Cell}"))}"
            : And(places.Select(place => Cell(place, mentioned)));

    private static string Named(Indicator indicator) => $"{indicator.Code} ({indicator.Name})";
}
