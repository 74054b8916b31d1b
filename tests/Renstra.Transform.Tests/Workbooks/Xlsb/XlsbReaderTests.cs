using System.Text;
using Renstra.SampleData.Files;
using Renstra.Transform.Tests.Workbooks.Corpus;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Workbooks.Xlsb;

/// <summary>What the other suites do not ask of .xlsb: values that our own writer does not write, and records that break the rules.</summary>
public sealed class XlsbReaderTests
{
    private static readonly WorkbookSpec Spec = new(new SheetSpec("Rekap", new CellSpec("A1", 25d), new CellSpec("B1", "nihil", "dd/mm/yyyy")) { HiddenColumns = [1], Merged = ["A1:B1"] });

    /// <summary>Records that a sheet of Excel has beside those of our own writer, or has otherwise.</summary>
    public static TheoryData<string, byte[], string> Cells => new()
    {
        { "a packed fraction", Record(2, [0, 0, 0, 0, 0, 0, 0, 0, .. BitConverter.GetBytes((1234 << 2) | 3)]), "Number 12.34" },
        { "the upper half of a binary fraction", Record(2, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xF8, 0x3F]), "Number 1.5" },
        { "an error that no formula gave", Record(3, 0, 0, 0, 0, 0, 0, 0, 0, 0x2A), "Error #N/A" },
        { "a text within the cell", Record(6, [0, 0, 0, 0, 0, 0, 0, 0, .. Text("ada")]), "Text ada" },
        { "a text with fonts within the cell", Record(62, [0, 0, 0, 0, 0, 0, 0, 0, 0, .. Text("ada")]), "Text ada" },
        { "a truth that a formula gave", Record(10, 0, 0, 0, 0, 0, 0, 0, 0, 1), "Boolean TRUE" },
        { "a number beyond decimals", Record(5, [0, 0, 0, 0, 0, 0, 0, 0, .. BitConverter.GetBytes(1e300)]), "Text 1E+300" },
        { "other bits above the number of the format", Record(5, [0, 0, 0, 0, 1, 0, 0, 1, .. BitConverter.GetBytes(45474d)]), "Date 2024-07-01" },
        { "a text that is not there", Record(8, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF), "Blank " },
    };

    public static TheoryData<string, byte[]> Damages => new()
    {
        { "a cell that is cut short", Record(5, 0, 0, 0, 0, 0, 0, 0, 0, 1) },
        { "a row beyond the last", Record(0, 0, 0, 0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) },
        { "a column beyond the last", Record(2, 0, 0x40, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0) },
        { "a text that the workbook does not have", Record(7, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0) },
        { "a text longer than its record", Record(6, 0, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 65, 0) },
        { "a text of two thousand million letters", Record(6, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x7F, 65, 0) },
        { "a merged range that ends before it begins", Record(176, [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0]) },
        { "columns that are defined again", Record(60, [1, 0, 0, 0, 1, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 1, 0]) },
        { "columns that end before they begin", Record(60, [9, 0, 0, 0, 8, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 1, 0]) },
        { "fonts that come after the record", Record(62, [0, 0, 0, 0, 0, 0, 0, 0, 1, .. Text("ada"), 9, 0, 0, 0]) },
        { "a record that is cut short", [6, 20, 1] },
        { "a record without a length", [6, 0x80] },
        { "a number of a record that is cut short", [0x86] },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_cell_is_read_however_it_is_kept(string what, byte[] record, string expected)
    {
        var sheet = WorkbookReader.Read(With(Record(0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), record), WorkbookLimits.Default).Workbook?.Sheets[0];

        Assert.True(expected == $"{sheet?[4, 0].Kind} {sheet?[4, 0].Text}", $"{what}: {sheet?[4, 0].Kind} {sheet?[4, 0].Text}");
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void What_breaks_the_rules_is_damage(string what, byte[] record)
    {
        var reading = WorkbookReader.Read(Changed("sheet1.bin", content => [.. content, .. record]), WorkbookLimits.Default);

        Assert.True(reading.Problem?.Kind == FileProblemKind.Corrupt, $"{what}: {reading.Problem?.Kind.ToString() ?? "read"}");
    }

    [Fact]
    public void A_cell_before_the_first_row_is_damage() => Assert.Equal(
        FileProblemKind.Corrupt,
        WorkbookReader.Read(Changed("sheet1.bin", _ => Record(2, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0)), WorkbookLimits.Default).Problem?.Kind);

    /// <summary>A table of texts that no cell shows, and text within a cell, are counted too.</summary>
    [Fact]
    public void Texts_are_counted_wherever_they_are_kept()
    {
        byte[] texts = [.. Enumerable.Repeat(Record(19, 0, 0, 0, 0, 0), 5).SelectMany(record => record)];

        Assert.Equal(FileProblemKind.TooManyCells, WorkbookReader.Read(Changed("sharedStrings.bin", _ => texts), new WorkbookLimits { MaxCells = 4 }).Problem?.Kind);
        Assert.Equal(
            FileProblemKind.TooMuchText,
            WorkbookReader.Read(With(Record(6, [2, 0, 0, 0, 0, 0, 0, 0, .. Text("ada")])), new WorkbookLimits { MaxTextCharacters = 7 }).Problem?.Kind);
    }

    /// <summary>Pictures and queries lie in records of megabytes, of which nothing is asked.</summary>
    [Fact]
    public void A_long_record_is_passed_over()
    {
        const int Length = 3 << 20;
        var sheet = WorkbookReader.Read(
            With([0xFF, 0x7F, Length & 0x7F | 0x80, (Length >> 7 & 0x7F) | 0x80, (Length >> 14 & 0x7F) | 0x80, Length >> 21, .. new byte[Length], .. Record(2, 2, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0)]),
            WorkbookLimits.Default).Workbook!.Sheets[0];

        Assert.Equal(1, sheet[0, 2].Number);
    }

    [Fact]
    public void Days_count_from_1904_where_the_workbook_says_so()
    {
        var spec = new WorkbookSpec(new SheetSpec("Rekap", new CellSpec("A1", 44012d, "dd/mm/yyyy"))) { Is1904 = true };

        Assert.Equal("2024-07-01", WorkbookReader.Read(XlsbFile.Write(spec), WorkbookLimits.Default).Workbook?.Sheets[0][0, 0].Text);
    }

    /// <summary>Tables of texts and of formats are left out where a workbook has none.</summary>
    [Fact]
    public void A_workbook_without_texts_and_formats_is_read()
    {
        var parts = ZipFile.Read(XlsbFile.Write(new WorkbookSpec(new SheetSpec("Rekap", new CellSpec("A1", 25d)))))
            .Where(part => !part.Name.EndsWith("styles.bin", StringComparison.Ordinal) && !part.Name.EndsWith("Strings.bin", StringComparison.Ordinal));
        var bare = ZipFile.Rewrite(ZipFile.Write([.. parts]), (name, text) => name.EndsWith("workbook.bin.rels", StringComparison.Ordinal)
            ? text[..text.IndexOf("<Relationship Id=\"rIdStyles\"", StringComparison.Ordinal)] + "</Relationships>"
            : text);

        Assert.Equal(25, WorkbookReader.Read(bare, WorkbookLimits.Default).Workbook?.Sheets[0][0, 0].Number);
    }

    /// <summary>A chart sheet is a tab without cells.</summary>
    [Fact]
    public void A_sheet_that_is_no_worksheet_is_passed_over()
    {
        var two = XlsbFile.Write(new WorkbookSpec(new SheetSpec("Grafik"), new SheetSpec("Rekap", new CellSpec("A1", 25d))));
        var file = ZipFile.Rewrite(two, (name, text) => name.EndsWith("workbook.bin.rels", StringComparison.Ordinal)
            ? text.Replace("/worksheet\" Target=\"worksheets/sheet1.bin\"", "/chartsheet\" Target=\"worksheets/sheet1.bin\"", StringComparison.Ordinal)
            : text);

        Assert.Equal(["Rekap"], WorkbookReader.Read(file, WorkbookLimits.Default).Workbook?.Sheets.Select(sheet => sheet.Name));
    }

    /// <summary>The records come behind those of the sheet's own first row.</summary>
    private static byte[] With(params byte[][] records) => Changed("sheet1.bin", content =>
    {
        // The end of the cells, and what comes after it, is 146 and following.
        var end = content.AsSpan().LastIndexOf(Record(146));
        return [.. content[..end], .. records.SelectMany(record => record), .. content[end..]];
    });

    private static byte[] Changed(string part, Func<byte[], byte[]> change) => ZipFile.Write([.. ZipFile.Read(XlsbFile.Write(Spec)).Select(one =>
        one.Name.EndsWith(part, StringComparison.Ordinal) ? (one.Name, change(one.Content)) : one)]);

    private static byte[] Text(string text) => [.. BitConverter.GetBytes(text.Length), .. Encoding.Unicode.GetBytes(text)];

    private static byte[] Record(int type, params byte[] content) =>
        [.. type < 128 ? [(byte)type] : new[] { (byte)(type | 0x80), (byte)(type >> 7) }, (byte)content.Length, .. content];
}
