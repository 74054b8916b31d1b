using Renstra.SampleData.Files;
using static Renstra.Transform.Tests.Reading.Corpus.CorpusLines;

namespace Renstra.Transform.Tests.Reading.Corpus;

/// <summary>The layouts of <see cref="HouseStyleTests"/> as files: whatever the format, each is the plain report.</summary>
internal static class HouseStyleFixtures
{
    /// <summary>The lines that a layout proves besides being read.</summary>
    private static readonly Dictionary<string, string[]> LinesByStyle = new()
    {
        ["kop surat dan judul gabungan"] = [Letterhead, Merged, MonthName],
        ["tabel di mana saja"] = [Anywhere],
        ["bulan angka"] = [MonthNumber],
        ["bulan singkat"] = [MonthShort, MinistryCode],
        ["label, titik dua, isi"] = [MonthDate, Alias],
        ["kode BPS beserta nama"] = [StatisticsCode, BareCodeNamed, MonthSlash],
        ["kolom tertukar"] = [HeaderOrder],
        ["kolom tambahan"] = [ExtraColumns],
        ["target pembilang dan penyebut"] = [TwoRowHeader, Merged, ExtraColumns],
        ["judul dua baris tanpa gabungan"] = [TwoRowHeader],
        ["nama komponen di samping angkanya"] = [HeaderWording],
        ["kode tanpa tanda hubung"] = [SpacedCode],
        ["nomor saja"] = [Number],
        ["tanpa kode"] = [FullName],
        ["nama tanpa persen"] = [HeaderWording, FullName],
        ["nama salah ketik"] = [Misspelt],
        ["baris kosong, subjudul dan jumlah"] = [BlankRows, Subtotals],
        ["catatan dan tanda tangan di bawah"] = [NotesBelow],
        ["lembar lain yang tidak penting"] = [OtherSheets],
        ["komponen satu di bawah yang lain"] = [Stacked],
        ["komponen tanpa baris indikator"] = [ComponentName, Stacked],
        ["bulan ini dan s.d. bulan ini bersebelahan"] = [Cumulative],
        ["laki-laki, perempuan, jumlah"] = [Breakdown],
        ["pembilang dan penyebut menurut jenis kelamin"] = [Breakdown],
        ["angka sebagai tulisan"] = [TextNumbers],
    };

    public static IEnumerable<Fixture> All => HouseStyleTests.AllStyles.Select(style => Fixture.Of(style.Key, style.Key, LinesByStyle.GetValueOrDefault(style.Key) ?? []) with
    {
        Workbook = () => new WorkbookSpec([.. style.Value().Select(grid => grid.ToSpec())]),
        IsPlainText = style.Key != "bulan dan wilayah dari nama lembar",
    });
}
