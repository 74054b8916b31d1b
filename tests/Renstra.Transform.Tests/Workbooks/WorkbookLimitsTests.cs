using Renstra.SampleData.Files;
using Renstra.Transform.Tests.Workbooks.Corpus;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Workbooks;

public sealed class WorkbookLimitsTests
{
    public static TheoryData<string> ZippedFormats => ["xlsx", "xlsb"];

    public static TheoryData<string> Writers => ["xlsx", "xlsb", "xls", "xml"];

    [Fact]
    public void The_limits_are_those_of_the_documentation_unless_something_else_is_set()
    {
        var limits = WorkbookLimits.Default;

        Assert.Equal(10 * 1024 * 1024, limits.MaxFileBytes);
        Assert.Equal(100 * 1024 * 1024, limits.MaxUncompressedBytes);
        Assert.Equal((50, 20_000, 200), (limits.MaxSheets, limits.MaxRows, limits.MaxColumns));
        Assert.Equal((1_000_000, 10_000_000), (limits.MaxCells, limits.MaxTextCharacters));
    }

    [Fact]
    public void A_limit_outside_its_range_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkbookLimits { MaxRows = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkbookLimits { MaxRows = 1_048_577 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkbookLimits { MaxFileBytes = (100L << 20) + 1 });
    }

    [Fact]
    public void A_file_over_its_size_is_not_opened_whatever_it_is()
    {
        var reading = WorkbookReader.Read(new byte[1001], new WorkbookLimits { MaxFileBytes = 1000 });

        Assert.Equal(new FileProblem(FileProblemKind.TooLarge, Limit: 1000, Measured: 1001), reading.Problem);
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public void The_sheet_after_the_last_one_allowed_is_too_many(string format)
    {
        var spec = new WorkbookSpec([.. Enumerable.Range(1, 4).Select(number => new SheetSpec($"Lembar {number}", new CellSpec("A1", 1d)))]);

        var allowed = WorkbookReader.Read(Write(format, spec), new WorkbookLimits { MaxSheets = 4 });
        var refused = WorkbookReader.Read(Write(format, spec), new WorkbookLimits { MaxSheets = 3 });

        Assert.Equal(4, allowed.Workbook?.Sheets.Count);
        Assert.Equal((FileProblemKind.TooManySheets, 3), (refused.Problem?.Kind, refused.Problem?.Limit));
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public void A_value_below_the_last_row_is_one_too_many_and_formatting_is_not(string format)
    {
        var value = new WorkbookSpec(new SheetSpec("Rekap", new CellSpec("A1", 1d), new CellSpec("B11", "x")));
        var formatting = new WorkbookSpec(new SheetSpec("Rekap", new CellSpec("A1", 1d), new CellSpec("B11", null, "0.00")));
        var limits = new WorkbookLimits { MaxRows = 10 };

        var refused = WorkbookReader.Read(Write(format, value), limits);
        var allowed = WorkbookReader.Read(Write(format, formatting), limits);

        Assert.Equal(new FileProblem(FileProblemKind.TooManyRows, Limit: 10, Measured: 11, Sheet: "Rekap"), refused.Problem);
        Assert.Equal(1, allowed.Workbook?.Sheets[0].RowCount);
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public void A_value_right_of_the_last_column_is_one_too_many_and_formatting_is_not(string format)
    {
        var value = new WorkbookSpec(new SheetSpec("Rekap", new CellSpec("A1", 1d), new CellSpec("F1", "x")));
        var formatting = new WorkbookSpec(new SheetSpec("Rekap", new CellSpec("A1", 1d), new CellSpec("F1", null, "0.00")));
        var limits = new WorkbookLimits { MaxColumns = 5 };

        var refused = WorkbookReader.Read(Write(format, value), limits);
        var allowed = WorkbookReader.Read(Write(format, formatting), limits);

        Assert.Equal(new FileProblem(FileProblemKind.TooManyColumns, Limit: 5, Measured: 6, Sheet: "Rekap"), refused.Problem);
        Assert.Equal(1, allowed.Workbook?.Sheets[0].ColumnCount);
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public void Cells_and_text_are_counted_over_all_sheets_together(string format)
    {
        var spec = new WorkbookSpec(
            new SheetSpec("Satu", new CellSpec("A1", "abcde"), new CellSpec("A2", 1d)),
            new SheetSpec("Dua", new CellSpec("A1", "fghij"), new CellSpec("A2", 2d)));

        var cells = WorkbookReader.Read(Write(format, spec), new WorkbookLimits { MaxCells = 3 });
        var text = WorkbookReader.Read(Write(format, spec), new WorkbookLimits { MaxTextCharacters = 9 });

        Assert.Equal(new FileProblem(FileProblemKind.TooManyCells, Limit: 3, Measured: 4, Sheet: "Dua"), cells.Problem);
        Assert.Equal((FileProblemKind.TooMuchText, 9), (text.Problem?.Kind, text.Problem?.Limit));
        Assert.True(WorkbookReader.Read(Write(format, spec), new WorkbookLimits { MaxCells = 4 }).IsRead);
    }

    [Theory]
    [MemberData(nameof(ZippedFormats))]
    public void Inflated_bytes_are_counted_and_not_taken_from_what_the_file_declares(string format)
    {
        var spec = new WorkbookSpec(new SheetSpec("Rekap", [.. Enumerable.Range(1, 500).Select(row => new CellSpec($"A{row}", 0.5))]));

        var reading = WorkbookReader.Read(Write(format, spec), new WorkbookLimits { MaxUncompressedBytes = 8_000 });

        Assert.Equal((FileProblemKind.TooLargeUncompressed, 8_000), (reading.Problem?.Kind, reading.Problem?.Limit));
        Assert.True(reading.Problem?.Measured > 8_000);
    }

    [Fact]
    public void Delimited_text_and_pages_keep_to_the_same_limits()
    {
        var rows = string.Join('\n', Enumerable.Repeat("a;b;c", 11));
        var limits = new WorkbookLimits { MaxRows = 10, MaxColumns = 2 };

        Assert.Equal(
            new FileProblem(FileProblemKind.TooManyRows, 10, 11, ""),
            WorkbookReader.Read(System.Text.Encoding.UTF8.GetBytes(rows), limits with { MaxColumns = 3 }).Problem);
        Assert.Equal(
            new FileProblem(FileProblemKind.TooManyColumns, 2, 3, ""),
            WorkbookReader.Read("a;b;c\n"u8.ToArray(), limits).Problem);
        Assert.Equal(
            new FileProblem(FileProblemKind.TooManyColumns, 2, 3, ""),
            WorkbookReader.Read("<table><tr><td>a<td>b<td>c</table>"u8.ToArray(), limits).Problem);
    }

    private static byte[] Write(string format, WorkbookSpec spec) => format switch
    {
        "xlsx" => XlsxFile.Write(spec),
        "xlsb" => XlsbFile.Write(spec),
        "xls" => XlsFile.Write(spec, BiffVersion.Biff5),
        _ => SpreadsheetXmlFile.Write(spec),
    };
}
