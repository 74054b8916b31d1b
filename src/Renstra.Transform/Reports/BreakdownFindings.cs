using Renstra.Transform.Indicators;
using static Renstra.Transform.Reports.IndonesianText;

namespace Renstra.Transform.Reports;

/// <content>R: breakdowns (<i>rincian</i>).</content>
public static partial class FindingCodes
{
    /// <summary>The parts of a breakdown do not add up to their component.</summary>
    public const string PartsDoNotAddUp = "R01";

    /// <summary>Some of what a component counts is more than all of it.</summary>
    public const string PartsOverTotal = "R02";

    /// <summary>Of the parts that together are the component some are filled in and others blank.</summary>
    public const string BreakdownIncomplete = "R03";

    /// <summary>A breakdown is filled in, what it breaks down is not.</summary>
    public const string BreakdownWithoutTotal = "R04";

    /// <summary>A part is filled in, but of which component is not clear, or it is no part of that one; it is not read.</summary>
    public const string PartUnplaced = "R05";
}

/// <content>What is said of breakdowns.</content>
internal static partial class FindingTexts
{
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
}
