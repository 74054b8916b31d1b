using Renstra.SampleData.Files;
using Renstra.Transform.Tests.Workbooks.Corpus;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Workbooks;

/// <summary>The same workbook in every format gives the same cells.</summary>
public sealed class EveryFormatTests
{
    public static TheoryData<string> Formats => [.. ReferenceFiles.All.Keys];

    /// <summary>Merged cells came with Excel 97.</summary>
    public static TheoryData<string> FormatsWithMergedCells => [.. ReferenceFiles.All.Keys.Where(format => !format.Contains("BIFF5", StringComparison.Ordinal))];

    /// <summary>The formats that keep a value and its format as they are given.</summary>
    public static TheoryData<string> Writers => ["xlsx", "xlsb", "xls, BIFF8", "xls, BIFF5"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_format_gives_the_same_cells(string format)
    {
        var sheet = Read(format).Sheets[0];

        var cells =
            from row in Enumerable.Range(0, sheet.RowCount)
            from column in Enumerable.Range(0, sheet.ColumnCount)
            let cell = sheet[row, column]
            where !cell.IsBlank

            // LibreOffice saves true and false as formulas.
            let isFormula = cell.IsFormula && cell.Kind != CellKind.Boolean
            select $"{Sheet.AddressOf(row, column)} {cell.Kind}{(isFormula ? " (formula)" : "")} {cell.Text}";
        Assert.Equal(
            [
                "A1 Text LAPORAN BULANAN KETENAGAKERJAAN",
                "A2 Text Kabupaten",
                "B2 Text Timor Tengah Selatan",
                "A3 Text Bulan",
                "B3 Date 2024-07-01",
                "A5 Text Kode",
                "B5 Text Uraian",
                "C5 Text Jumlah",
                "D5 Text Persen",
                "A6 Text IKU-1",
                "B6 Text Pencari kerja\nyang ditempatkan",
                "C6 Number 3517",
                "D6 Number 0.8774",
                "E6 Text nihil",
                "G6 Text kolom tersembunyi",
                "A7 Text IKU-2",
                "B7 Text  spasi di tepi ",
                "C7 Number 0",
                "D7 Number -12.5",
                "E7 Text 1.234",
                "F7 Text gabungan",
                "A8 Text 007",
                "B8 Text Né – “kutip”\u00A0akhir",
                "C8 Number (formula) 3517",
                "D8 Number (formula) 0.3",
                "E8 Text (formula) ada",
                "A9 Boolean TRUE",
                "B9 Error (formula) #DIV/0!",
                "C9 Number 123456789012345",
                "D9 Number 0.29",
                "E9 Date 2024-07-31 13:45:30",
                "A10 Date 12:00:00",
                "C10 Date 1900-01-01 12:00:00",
                "A11 Text baris tersembunyi",
                "A12 Text =SUM(C6:C7)",
            ],
            cells);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_format_keeps_hidden_sheets_rows_and_columns_and_says_that_they_are_hidden(string format)
    {
        var workbook = Read(format);

        Assert.Equal(["Laporan", "Referensi", "Kosong"], workbook.Sheets.Select(sheet => sheet.Name));
        Assert.Equal([false, true, false], workbook.Sheets.Select(sheet => sheet.IsHidden));
        Assert.Equal("rahasia", workbook.Sheets[1][0, 0].Text);
        Assert.Equal(42, workbook.Sheets[1][6, 1].Number);
        Assert.Equal((0, 0), (workbook.Sheets[2].RowCount, workbook.Sheets[2].ColumnCount));
        Assert.Equal([10], Enumerable.Range(0, 12).Where(workbook.Sheets[0].IsRowHidden));
        Assert.Equal([6], Enumerable.Range(0, 7).Where(workbook.Sheets[0].IsColumnHidden));
    }

    [Theory]
    [MemberData(nameof(FormatsWithMergedCells))]
    public void Every_format_keeps_merged_ranges(string format)
    {
        var sheet = Read(format).Sheets[0];

        Assert.Equal(["A1:E1", "F7:G8"], sheet.MergedRanges.Select(range => range.ToString()));
        Assert.Equal(sheet.MergedRanges[1], sheet.MergedRangeAt(7, 6));
        Assert.Null(sheet.MergedRangeAt(8, 6));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_format_tells_percentages_from_other_numbers(string format)
    {
        var sheet = Read(format).Sheets[0];

        Assert.True(sheet[5, 3].IsPercentage);
        Assert.False(sheet[5, 2].IsPercentage);
        Assert.Equal("#,##0", sheet[5, 2].NumberFormat);
        Assert.Null(sheet[6, 2].NumberFormat);
    }

    /// <summary>An error pasted as a value is as little a number as one that a formula gives.</summary>
    [Theory]
    [MemberData(nameof(Writers))]
    public void Every_format_tells_an_error_that_no_formula_gave(string format) => Assert.Equal(
        ["Error #DIV/0!", "Error #DIV/0! (formula)"],
        Column(format, new("A1", new ErrorLiteral("#DIV/0!")), new("A2", new ErrorLiteral("#DIV/0!"), Formula: "1/0")));

    /// <summary>A count under the format of a date or of hours: no calendar has that day, so it is the number that it is.</summary>
    [Theory]
    [MemberData(nameof(Writers))]
    public void Every_format_reads_a_day_that_is_none_as_a_number(string format) => Assert.Equal(
        ["Number -5", "Number 5000000", "Number -0.25", "Number -3.25", "Number -1.25", "Text 1E+300"],
        Column(format, new("A1", -5d, "dd/mm/yyyy"), new("A2", 5_000_000d, "[h]:mm"), new("A3", -0.25, "hh:mm"), new("A4", -3.25, "hh:mm"), new("A5", -1.25, "[h]:mm"), new("A6", 1e300)));

    private static IEnumerable<string> Column(string format, params CellSpec[] cells)
    {
        var spec = new WorkbookSpec(new SheetSpec("Rekap", cells));
        var reading = WorkbookReader.Read(
            format switch
            {
                "xlsx" => XlsxFile.Write(spec),
                "xlsb" => XlsbFile.Write(spec),
                "xls, BIFF8" => XlsFile.Write(spec, BiffVersion.Biff8),
                _ => XlsFile.Write(spec, BiffVersion.Biff5),
            },
            WorkbookLimits.Default);
        Assert.Null(reading.Problem);
        return Enumerable.Range(0, cells.Length).Select(row => reading.Workbook!.Sheets[0][row, 0]).Select(cell => $"{cell.Kind} {cell.Text}{(cell.IsFormula ? " (formula)" : "")}");
    }

    private static Workbook Read(string format)
    {
        var reading = WorkbookReader.Read(ReferenceFiles.All[format], WorkbookLimits.Default);
        Assert.Null(reading.Problem);
        return reading.Workbook!;
    }
}
