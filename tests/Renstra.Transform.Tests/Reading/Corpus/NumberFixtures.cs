using System.Globalization;
using Renstra.Transform.Workbooks;
using static Renstra.Transform.Tests.Reading.Corpus.CorpusLines;

namespace Renstra.Transform.Tests.Reading.Corpus;

/// <summary>The ways in which offices write numbers, and what stands in number cells besides.</summary>
internal static class NumberFixtures
{
    private static readonly NumberFormatInfo Indonesian = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    public static IEnumerable<Fixture> All =>
    [
        Written("angka biasa", "Angka sebagai angka", [Code], amount => amount),
        Written("angka berformat ribuan", "Angka dengan format #.##0", [], amount => Cell.OfNumber(amount, "#,##0")),
        Written("angka tulisan polos", "1234 sebagai tulisan", [TextNumbers], amount => Text(amount, "0")),
        Written("angka bertitik", "1.234 sebagai tulisan", [Points, TextNumbers], amount => Text(amount, "#,##0")),
        Written("angka berspasi", "1 234", [Spaces], amount => Text(amount, "#,##0").Replace('.', ' ')),
        Written("angka berspasi keras", "1 234 dengan spasi yang tidak terputus", [HardSpaces], amount => Text(amount, "#,##0").Replace('.', '\u00A0')),
        Written("angka bertitik dan desimal nol", "1.234,00", [PointsAndDecimals], amount => Text(amount, "#,##0.00")),
        Written("angka gaya Inggris berdesimal", "1,234.00, yang tidak dapat berarti lain", [], amount => Text(amount, "#,##0.00", NumberFormatInfo.InvariantInfo)),
        Written("angka dan orang", "1.234 orang", [Orang], amount => Text(amount, "#,##0") + " orang"),
        Written("angka dan unit", "1234 Unit", [Unit], amount => Text(amount, "0") + " Unit"),
        Written("angka berpetik", "'1234: petik yang memaksa tulisan", [TextNumbers], amount => "'" + Text(amount, "0")),
        Written("angka bertepi spasi", "Spasi di depan dan di belakang", [HardSpaces], amount => $" {Text(amount, "0")}\u00A0"),
        Written("angka hasil rumus", "Rumus dengan hasil tersimpan", [Formulas], amount => Cell.OfNumber(amount, isFormula: true)),

        Cells("tanda hubung", "Tanda - pada kedua sel: belum dilaporkan", [Hyphen], ("C5", "-"), ("D5", "-")).Remarked(Without(1), "N13 C5", "N13 D5"),
        Cells("tanda pisah", "Tanda – pada kedua sel: belum dilaporkan", [Dash], ("C5", "–"), ("D5", "–")).Remarked(Without(1), "N13 C5", "N13 D5"),
        Cells("belum tersedia", "N/A pada kedua sel: belum dilaporkan", [NotAvailable], ("C5", "N/A"), ("D5", "n/a")).Remarked(Without(1), "N13 C5", "N13 D5"),
        Cells("nihil", "nihil: nol", [Nihil], ("C5", "nihil"), ("D5", "NIHIL")).Remarked(Replaced(1, "0/0")),
        Cells("kosong", "Sel kosong: belum dilaporkan, bukan nol", [Blank], ("C6", null), ("D6", null)).Remarked(Without(2), "N07 C6"),
        Cells("separuh kosong", "Hanya pembilang yang diisi", [Blank], ("D6", null)).Returned(Without(2), "N06 D6"),
        Cells("semua kosong", "Tidak ada satu pun yang diisi", [Blank], [.. Submissions.IndicatorsOfTts.Index().SelectMany(row => new[] { ($"C{row.Index + 5}", (object?)null), ($"D{row.Index + 5}", null) })])
            .Returned([], "N08 B5"),
        Cells("rumus tanpa hasil", "Rumus yang hasilnya tidak tersimpan", [EmptyFormula], ("D6", Cell.OfFormulaWithoutValue("SUM(D12:D20)"))).Returned(Without(2), "N12 D6") with { IsPlainText = false },
        Cells("galat", "#DIV/0!", [CellErrors], ("C6", Cell.OfError("#DIV/0!"))).Returned(Without(2), "N11 C6") with { IsPlainText = false },
        Cells("tanggal di sel angka", "1.234 yang diubah Excel menjadi tanggal", [Dates], ("D6", new DateTime(2024, 7, 12))).Returned(Without(2), "N10 D6") with { IsPlainText = false },
        Cells("desimal", "Bilangan orang dengan desimal", [Decimals], ("D6", 12.5m)).Returned(Without(2), "N02 D6") with { IsPlainText = false },
        Cells("desimal sebagai tulisan", "12,5 orang", [Decimals], ("D6", "12,5 orang")).Returned(Without(2), "N02 D6"),
        Cells("negatif", "Bilangan negatif", [Negative], ("C6", -3)).Returned(Without(2), "N03 C6"),
        Cells("negatif sebagai tulisan", "Bilangan negatif dengan tanda minus panjang", [Negative], ("C6", "−3")).Returned(Without(2), "N03 C6"),
        Cells("persen sebagai tulisan", "75% di tempat bilangan", [Percent], ("C6", "75%")).Returned(Without(2), "N14 C6"),
        Cells("persen sebagai format", "75% di tempat bilangan, sebagai format sel", [Percent], ("C6", Cell.OfNumber(0.75m, "0%"))).Returned(Without(2), "N14 C6") with { IsPlainText = false },
        Cells("semua penyebut seratus", "Persentase yang diketik sebagai jumlah: 80 dari 100", [Percent], [.. Enumerable.Range(5, 7).Select(row => ($"D{row}", (object?)100))])
            .Remarked([.. Submissions.FiguresOfReport.Select(figure => $"{figure[..figure.IndexOf('/', StringComparison.Ordinal)]}/100")], "N16 D5"),
        Cells("bukan angka", "Tulisan di tempat bilangan", [TextNumbers], ("C5", "dua belas")).Returned(Without(1), "N01 C5"),
        Cells("huruf O", "Huruf O di antara angka", [TextNumbers], ("D5", "1O")).Returned(Without(1), "N01 D5"),
        Cells("koma yang bermakna ganda", "1,234: seribu lebih, atau satu koma dua", [TextNumbers], ("D6", "1,234")).Returned(Without(2), "N09 D6"),
        Cells("angka terlalu besar", "Lebih dari yang mungkin", [TextNumbers], ("D6", 12_345_678_901L)).Returned(Without(2), "N15 D6"),
        Cells("pembilang melebihi penyebut", "IKU-3: pembilang di atas penyebut", [], ("C7", 1234)).Returned(Replaced(3, "1234/30"), "N04 C7"),
        Cells("pembilang melebihi penyebut yang boleh", "IKU-1: pembilang di atas penyebut, hanya peringatan", [], ("C5", 12)).Remarked(Replaced(1, "12/10"), "N04 C5"),
        Cells("penyebut nol", "IKU-3: penyebut 0, pembilang tidak", [], ("D7", 0)).Returned(Replaced(3, "3/0"), "N05 C7"),
        Cells("keduanya nol", "0 dari 0 adalah angka", [], ("C5", 0), ("D5", 0)).Remarked(Replaced(1, "0/0")),
        Cells("semua kesalahan sekaligus", "Setiap kesalahan disebut, sekali kirim", [], ("C5", "lima"), ("D6", -3), ("C7", "1,234"), ("D8", "tujuh puluh"), ("D9", null))
            .Returned(Without(1, 2, 3, 4, 5), "N01 C5", "N03 D6", "N09 C7", "N01 D8", "N06 D9"),
    ];

    /// <summary>The figures of the plain report without those of some indicators.</summary>
    public static IReadOnlyList<string> Without(params int[] indicators) =>
        [.. Submissions.FiguresOfReport.Where((_, at) => !indicators.Contains(at + 1))];

    private static IReadOnlyList<string> Replaced(int indicator, string amounts) =>
        [.. Submissions.FiguresOfReport.Select((figure, at) => at + 1 == indicator ? $"{figure[..figure.LastIndexOf(' ')]} {amounts}" : figure)];

    private static Fixture Cells(string name, string shows, string[] lines, params (string Address, object? Value)[] cells) =>
        Fixture.Of(name, shows, lines, cells.Aggregate(Grid.Report(), (grid, cell) => grid.With(cell.Address, cell.Value)));

    /// <summary>A report of 1,234, 2,234 and so on and ten times as much, all written one way.</summary>
    private static Fixture Written(string name, string shows, string[] lines, Func<int, object> write)
    {
        var grid = new Grid().Row(1, "Kabupaten/Kota", "TTS").Row(2, "Bulan", "Juli 2024").Row(4, "Kode", "Indikator", "Pembilang", "Penyebut")
            .Rows(5, (code, indicator, number, _) => [code, indicator, write((1000 * number) + 234), write((10_000 * number) + 2340)]);
        return Fixture.Of(name, shows, lines, grid)
            .Remarked([.. Submissions.IndicatorsOfTts.Select((indicator, at) => $"53.02 2024-07 KAB {indicator.Code} {at + 1}234/{at + 1}2340")]);
    }

    private static string Text(int amount, string format, NumberFormatInfo? notation = null) => amount.ToString(format, notation ?? Indonesian);
}
