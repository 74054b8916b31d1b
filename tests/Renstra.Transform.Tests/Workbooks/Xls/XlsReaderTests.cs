using Renstra.SampleData.Files;
using Renstra.Transform.Tests.Workbooks.Corpus;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Workbooks.Xls;

/// <summary>What ExcelDataReader keeps to itself or trips over: each part of our own reading of .xls has a test here that fails without it.</summary>
public sealed class XlsReaderTests
{
    private const int Dimensions = 0x200;
    private const int Number = 0x203;
    private const int Window = 0x23E;
    private const int Formula = 0x06;
    private const int Font = 0x31;
    private const int CellFormat = 0xE0;
    private const int CodePage = 0x42;
    private const int BoundSheet = 0x85;
    private const int SharedStrings = 0xFC;
    private const int Continue = 0x3C;
    private const int SharedString = 0xFD;
    private const int PackedNumbers = 0xBD;
    private const int MergedCells = 0xE5;

    private static readonly WorkbookSpec TwoNumbers = new(new SheetSpec("Rekap", new("A1", 25d), new("B1", 30d)) { Merged = ["A1:B1"] });
    private static readonly WorkbookSpec Texts = new(new SheetSpec("Rekap", new("A1", "satu"), new("B1", "dua")));

    [Fact]
    public void Numbers_are_struck_out_one_by_one_packed_into_one_record_or_not() =>
        Assert.Equal(["A1 Number 25", "B1 SetApart 3\u03360\u0336", "D1 SetApart 7\u0336"], Cells(RewrittenWithStruckFormat(new WorkbookSpec(new SheetSpec("Rekap", new("A1", 25d), new("B1", 30d), new("D1", 7d))), (type, content) => type switch
        {
            Number when content[2] == 3 => [(type, [.. content[..4], 16, 0, .. content[6..]])],
            Number when content[2] == 0 => [(PackedNumbers, [0, 0, 0, 0, .. Packed(15, 25), .. Packed(16, 30), 1, 0])],
            Number => [],
            _ => [(type, content)],
        })));

    /// <summary>A font within a text can also take back what the font of the cell does.</summary>
    [Fact]
    public void Fonts_within_a_text_stand_before_the_font_of_the_cell() => Assert.Equal(
        ["A1 Text tu", "B1 Text dua"],
        Cells(RewrittenWithStruckFormat(Texts, (type, content) => type switch
        {
            SharedStrings => [(type, [2, 0, 0, 0, 2, 0, 0, 0, 4, 0, 8, 1, 0, .. "satu"u8, 2, 0, 0, 0, 3, 0, 0, .. "dua"u8])],
            SharedString when content[2] == 0 => [(type, [.. content[..4], 16, 0, .. content[6..]])],
            _ => [(type, content)],
        })));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Packed_numbers_that_do_not_fill_their_record_are_damage(bool isLonger) =>
        Assert.Equal(FileProblemKind.Corrupt, Read(Rewritten(TwoNumbers, (type, content) => type switch
        {
            Number when content[2] == 0 => [(PackedNumbers, [0, 0, 0, 0, .. Packed(15, 25), .. Packed(15, 30), (byte)(isLonger ? 2 : 0), 0])],
            Number => [],
            _ => [(type, content)],
        })).Problem?.Kind);

    /// <summary>As libraries write that leave calculating to the next program; a workbook that was calculated shows it somewhere.</summary>
    [Theory]
    [InlineData(true, null, CellKind.FormulaWithoutValue)]
    [InlineData(false, null, CellKind.Number)]
    [InlineData(true, 3d, CellKind.Number)]
    [InlineData(true, "ada", CellKind.Number)]
    [InlineData(true, "#N/A", CellKind.Number)]
    public void A_zero_behind_a_formula_is_no_result_where_nothing_was_ever_worked_out(bool isToBeWorkedOut, object? beside, CellKind expected)
    {
        const int Flags = 14;
        const byte WorkOutOnLoad = 2;
        var other = beside is "#N/A" ? new ErrorLiteral("#N/A") : beside;
        CellSpec[] cells = [new("A1", 0d, Formula: "1-1"), .. other is null ? [] : new[] { new CellSpec("A2", other, Formula: "1") }];
        var file = Rewritten(new WorkbookSpec(new SheetSpec("Rumus", cells)), (type, content) =>
            type == Formula && isToBeWorkedOut ? [(type, [.. content[..Flags], WorkOutOnLoad, .. content[(Flags + 1)..]])] : [(type, content)]);

        Assert.Equal(expected, First(file)[0, 0].Kind);
    }

    /// <summary>A chart keeps its numbers as cells, and merged ranges come after it.</summary>
    [Fact]
    public void A_chart_within_a_sheet_is_no_part_of_its_cells()
    {
        var sheet = First(Rewritten(TwoNumbers, (type, content) => type == Window
            ? [(0x809, [0, 6, 0x20, 0, .. new byte[12]]), (Number, [0, 0, 0, 0, 15, 0, .. BitConverter.GetBytes(99d)]), (0x205, [0, 0, 1, 0, 15, 0, 0x2A, 1]), (0x0A, []), (type, content)]
            : [(type, content)]));

        Assert.Equal(["A1 Number 25", "B1 Number 30"], Cells(sheet));
        Assert.Equal(["A1:B1"], sheet.MergedRanges.Select(range => range.ToString()));
    }

    /// <summary>What a sheet says of its own size is not believed.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(60_000, 256)]
    public void Every_cell_is_read_whatever_size_the_sheet_claims(int rows, int columns) => Assert.Equal(
        ["A1 Number 25", "B1 Number 30", "C4 Number 7"],
        Cells(Rewritten(new WorkbookSpec(new SheetSpec("Rekap", new("A1", 25d), new("B1", 30d), new("C4", 7d))), (type, content) => type == Dimensions
            ? [(type, [0, 0, 0, 0, .. BitConverter.GetBytes(rows), 0, 0, .. BitConverter.GetBytes((ushort)columns), 0, 0])]
            : [(type, content)])));

    [Fact]
    public void A_sheet_wider_than_the_format_allows_is_damage() =>
        Assert.Equal(FileProblemKind.Corrupt, Read(Rewritten(TwoNumbers, (type, content) => type == Dimensions
            ? [(type, [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0])]
            : [(type, content)])).Problem?.Kind);

    [Theory]
    [InlineData(1252, "Né")]
    [InlineData(10000, "NÈ")]
    [InlineData(12345, null)]
    public void Text_is_in_the_code_page_that_the_workbook_names_if_there_is_such_a_one(int codePage, string? expected)
    {
        var stream = XlsFile.WriteStream(new WorkbookSpec(new SheetSpec("Rekap", new CellSpec("A1", "Né"))), BiffVersion.Biff5);

        var reading = Read(BiffStream.Rewrite(stream, (type, content) => [(type, type == CodePage ? BitConverter.GetBytes((ushort)codePage) : content)]));

        Assert.Equal(expected, reading.Workbook?.Sheets[0][0, 0].Text);
        Assert.Equal(expected is null ? FileProblemKind.Corrupt : null, reading.Problem?.Kind);
    }

    [Fact]
    public void A_sheet_of_its_own_can_name_a_code_page_that_does_not_exist()
    {
        var stream = new BiffWriter().Add(0x809, [0, 5, 0x10, 0, 0, 0, 0, 0]).Add(CodePage, [0x39, 0x30]).Add(0x204, [0, 0, 0, 0, 0, 0, 2, 0, (byte)'N', 0xE9]).Add(0x0A, []).ToArray();

        Assert.Equal(FileProblemKind.Corrupt, Read(stream).Problem?.Kind);
    }

    [Fact]
    public void A_text_that_the_workbook_does_not_have_is_damage_and_no_blank_cell() =>
        Assert.Equal(FileProblemKind.Corrupt, Read(Rewritten(Texts, (type, content) => [(type, type == SharedString ? [.. content[..6], 2, 0, 0, 0] : content)])).Problem?.Kind);

    /// <summary>The record that comes after the table looks like one more text of it.</summary>
    [Theory]
    [InlineData(3u)]
    [InlineData(uint.MaxValue)]
    public void More_texts_claimed_than_there_are_is_damage(uint claimed) => Assert.Equal(
        FileProblemKind.Corrupt,
        Read(Rewritten(Texts, (type, content) => type == SharedStrings
            ? [(type, [.. content[..4], .. BitConverter.GetBytes(claimed), .. content[8..]]), (0xFF, [1, 0, 0, (byte)'x'])]
            : [(type, content)])).Problem?.Kind);

    /// <summary>Where a text goes on in another record it says anew whether its letters take one byte or two.</summary>
    [Theory]
    [InlineData(new byte[] { 0, (byte)'t', (byte)'u' })]
    [InlineData(new byte[] { 1, (byte)'t', 0, (byte)'u', 0 })]
    public void A_text_goes_on_in_the_next_record(byte[] rest) => Assert.Equal(
        ["A1 Text satu", "B1 Text dua"],
        Cells(WithStrings((SharedStrings, [2, 0, 0, 0, 2, 0, 0, 0, 4, 0, 1, (byte)'s', 0, (byte)'a', 0]), (Continue, rest), (Continue, [3, 0, 0, .. "dua"u8]))));

    /// <summary>Asian readings of a text, and fonts that change within it, come after it and are no part of the next one.</summary>
    [Fact]
    public void What_comes_after_a_text_goes_on_in_the_next_record_too() => Assert.Equal(
        ["A1 Text satu", "B1 Text dua"],
        Cells(WithStrings(
            (SharedStrings, [2, 0, 0, 0, 2, 0, 0, 0, 4, 0, 0x0C, 1, 0, 6, 0, 0, 0, .. "satu"u8, 0, 0]),
            (Continue, [0, 0, 1, 2, 3, 4]),
            (Continue, [5, 6, 3, 0, 0, .. "dua"u8]))));

    [Theory]
    [InlineData(Continue, new byte[0])]
    [InlineData(CodePage, new byte[] { 0, (byte)'t', (byte)'u' })]
    public void A_text_that_does_not_go_on_is_damage(int type, byte[] content) => Assert.Equal(
        FileProblemKind.Corrupt,
        Read(WithStrings((SharedStrings, [1, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0, (byte)'s', (byte)'a']), (type, content))).Problem?.Kind);

    /// <summary>Half of a letter is left in the record.</summary>
    [Fact]
    public void A_letter_cut_in_two_is_damage() => Assert.Equal(
        FileProblemKind.Corrupt,
        Read(WithStrings((SharedStrings, [1, 0, 0, 0, 1, 0, 0, 0, 4, 0, 1, (byte)'s', 0, (byte)'a']), (Continue, [1, (byte)'a', 0, (byte)'t', 0, (byte)'u', 0]))).Problem?.Kind);

    [Fact]
    public void A_merged_range_that_ends_before_it_begins_is_damage() =>
        Assert.Equal(FileProblemKind.Corrupt, Read(Rewritten(TwoNumbers, (type, content) => [(type, type == MergedCells ? [1, 0, 1, 0, 0, 0, 0, 0, 1, 0] : content)])).Problem?.Kind);

    /// <summary>Chart sheets and macro sheets stand between the tabs.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(6)]
    public void Sheets_that_hold_no_cells_are_passed_over(byte kind)
    {
        var spec = new WorkbookSpec(new SheetSpec("Grafik", new CellSpec("A1", 1d)), new SheetSpec("Rekap", new CellSpec("A1", 2d)));

        var workbook = Read(Rewritten(spec, (type, content) =>
            [(type, type == BoundSheet && content[8] == 'G' ? [.. content[..5], kind, .. content[6..]] : content)])).Workbook!;

        Assert.Equal(["Rekap"], workbook.Sheets.Select(sheet => sheet.Name));
        Assert.Equal(2, workbook.Sheets[0][0, 0].Number);
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(-1)]
    [InlineData(4)]
    [InlineData(20)]
    public void A_sheet_that_begins_nowhere_is_damage(int begins)
    {
        var stream = XlsFile.WriteStream(TwoNumbers, BiffVersion.Biff8);
        var at = stream.AsSpan().IndexOf((byte[])[BoundSheet, 0]);
        BitConverter.TryWriteBytes(stream.AsSpan(at + 4), begins);

        Assert.Equal(FileProblemKind.Corrupt, Read(stream).Problem?.Kind);
    }

    [Fact]
    public void A_stream_that_begins_with_something_else_is_damage() =>
        Assert.Equal(FileProblemKind.Corrupt, Read(CompoundFileWriter.Write(("Workbook", new BiffWriter().Add(CodePage, [0, 6, 0x10, 0]).Add(0x0A, []).ToArray()))).Problem?.Kind);

    /// <summary>What ExcelDataReader makes of them is an exception of one kind or another.</summary>
    [Fact]
    public void What_breaks_the_rules_in_other_ways_is_damage()
    {
        var dated = new WorkbookSpec(new SheetSpec("Rekap", new("A1", 25d, "dd/mm/yyyy"), new("A2", 1e9, "[h]:mm")));
        var text = XlsFile.WriteStream(Texts, BiffVersion.Biff5);
        Dictionary<string, byte[]> files = new()
        {
            ["a format number that occurs twice"] = Rewritten(dated, (type, content) => type == 0x41E ? [(type, content), (type, content)] : [(type, content)]),
            ["a text longer than its record"] = BiffStream.Rewrite(text, (type, content) => [(type, type == 0x204 ? [.. content[..6], 200, 0, .. content[8..]] : content)]),
            ["an elapsed time of a million years"] = XlsFile.Write(dated, BiffVersion.Biff8),
            ["a version that does not exist"] = BiffStream.Rewrite(text, (type, content) => [(type, type == 0x809 ? [0, 1, .. content[2..]] : content)]),
        };

        Assert.All(files, file => Assert.True(Read(file.Value).Problem?.Kind == FileProblemKind.Corrupt, $"{file.Key}: {Read(file.Value).Problem?.Kind.ToString() ?? "read"}"));
    }

    /// <summary>The oldest Excel that is read is the one of 1993; nobody has sent an older file, and what it takes would be code without a use.</summary>
    [Theory]
    [InlineData(0x0009, 2)]
    [InlineData(0x0209, 3)]
    [InlineData(0x0409, 4)]
    public void A_sheet_of_excel_4_and_before_is_not_known(int type, byte version) => Assert.Equal(
        FileProblemKind.Unknown,
        Read(new BiffWriter().Add((ushort)type, [0, version, 0x10, 0, 0, 0]).Add(Number, [0, 0, 0, 0, 0, 0, .. BitConverter.GetBytes(25d)]).Add(0x0A, []).ToArray()).Problem?.Kind);

    /// <summary>As many small programs write: a sheet without a workbook around it, and without a version.</summary>
    [Fact]
    public void A_sheet_without_a_workbook_is_read()
    {
        var stream = new BiffWriter().Add(0x809, [0, 0, 0x10, 0, 0, 0, 0, 0]).Add(0x204, [0, 0, 0, 0, 0, 0, 4, 0, 0x93, .. "IKU"u8]).Add(Number, [0, 0, 1, 0, 0, 0, .. BitConverter.GetBytes(25d)]).Add(0x0A, []).ToArray();

        Assert.Equal(["A1 Text “IKU", "B1 Number 25"], Cells(stream));
    }

    [Fact]
    public void A_password_that_is_not_described_is_damage() =>
        Assert.Equal(FileProblemKind.Corrupt, Read(new BiffWriter().Add(0x809, [0, 5, 5, 0, 0, 0, 0, 0]).Add(0x2F, [0]).ToArray()).Problem?.Kind);

    private static byte[] Packed(byte format, int number) => [format, 0, .. BitConverter.GetBytes((number << 2) | 2)];

    private static byte[] WithStrings(params (int, byte[])[] strings) =>
        Rewritten(Texts, (type, content) => type == SharedStrings ? strings : [(type, content)]);

    /// <summary>The same with a second font, which strikes out, and a format with it: the seventeenth, after fifteen styles and the one that all cells have.</summary>
    private static byte[] RewrittenWithStruckFormat(WorkbookSpec spec, Func<int, byte[], IEnumerable<(int, byte[])>> change) => Rewritten(spec, (type, content) => type switch
    {
        Font => [(type, content), (type, [200, 0, 8, 0, .. content[4..]])],
        BoundSheet => [(CellFormat, [1, 0, 0, 0, 1, 0, 0x20, 0, 0, 4, .. new byte[10]]), (type, content)],
        _ => change(type, content),
    });

    private static byte[] Rewritten(WorkbookSpec spec, Func<int, byte[], IEnumerable<(int, byte[])>> change) =>
        CompoundFileWriter.Write(("Workbook", BiffStream.Rewrite(XlsFile.WriteStream(spec, BiffVersion.Biff8), change)));

    private static WorkbookReading Read(byte[] file) => WorkbookReader.Read(file, WorkbookLimits.Default);

    private static Sheet First(byte[] file)
    {
        var reading = Read(file);
        Assert.Null(reading.Problem);
        return reading.Workbook!.Sheets[0];
    }

    private static IEnumerable<string> Cells(byte[] file) => Cells(First(file));

    private static IEnumerable<string> Cells(Sheet sheet) =>
        from row in Enumerable.Range(0, sheet.RowCount)
        from column in Enumerable.Range(0, sheet.ColumnCount)
        let cell = sheet[row, column]
        where !cell.IsBlank
        select $"{Sheet.AddressOf(row, column)} {cell.Kind} {(cell.Kind == CellKind.SetApart ? cell.Raw : cell.Text)}";
}
