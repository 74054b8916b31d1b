using System.Text;
using Renstra.SampleData.Files;
using Renstra.Transform.Tests.Workbooks.Corpus;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Workbooks.OpenXml;

public sealed class XlsxReaderTests
{
    [Fact]
    public void A_formula_whose_result_was_not_saved_is_told_from_a_blank_cell()
    {
        var sheet = Read("<row r='1'><c r='A1'><f>SUM(B1:C1)</f></c><c r='B1'><f>1+1</f><v></v></c><c r='C1' s='0'/></row>");

        Assert.Equal((CellKind.FormulaWithoutValue, "=SUM(B1:C1)", true), (sheet[0, 0].Kind, sheet[0, 0].Text, sheet[0, 0].IsFormula));
        Assert.Equal((CellKind.FormulaWithoutValue, "=1+1"), (sheet[0, 1].Kind, sheet[0, 1].Text));
        Assert.True(sheet[0, 2].IsBlank);
    }

    [Fact]
    public void A_formula_whose_result_is_empty_text_is_a_blank_cell()
    {
        var sheet = Read("<row r='1'><c r='A1' t='str'><f>\"\"</f><v></v></c><c r='B1'><v>1</v></c></row>");

        Assert.True(sheet[0, 0].IsBlank);
    }

    [Fact]
    public void A_shared_formula_without_a_result_is_a_formula_too()
    {
        var sheet = Read("<row r='1'><c r='A1'><f t='shared' si='0'/></c></row>");

        Assert.Equal((CellKind.FormulaWithoutValue, "="), (sheet[0, 0].Kind, sheet[0, 0].Text));
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("-0", "0")]
    [InlineData("0.1", "0.1")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("0.28999999999999998", "0.29")]
    [InlineData("1234567890123456789", "1234567890123460000")]
    [InlineData("1.5E3", "1500")]
    [InlineData("1e-7", "0.0000001")]
    [InlineData(" 12 ", "12")]
    [InlineData("12.50", "12.5")]
    public void A_number_is_what_was_typed_and_not_what_the_binary_fraction_came_to(string written, string expected)
    {
        var cell = Read($"<row><c><v>{written}</v></c></row>")[0, 0];

        Assert.Equal((CellKind.Number, expected), (cell.Kind, cell.Text));
    }

    [Fact]
    public void A_number_that_no_decimal_holds_is_text()
    {
        var cell = Read("<row><c><v>1E+30</v></c></row>")[0, 0];

        Assert.Equal((CellKind.Text, "1E+30"), (cell.Kind, cell.Text));
    }

    [Theory]
    [InlineData("<row r='1'><c r='A1'><v>dua</v></c></row>")]
    [InlineData("<row r='1'><c r='A1'><v>1,5</v></c></row>")]
    [InlineData("<row r='1'><c r='A1'><v>NaN</v></c></row>")]
    [InlineData("<row r='1'><c r='A1' t='s'><v>7</v></c></row>")]
    [InlineData("<row r='1'><c r='A2'><v>1</v></c></row>")]
    [InlineData("<row r='0'><c r='A0'><v>1</v></c></row>")]
    [InlineData("<row r='1'><c r='XFE1'><v>1</v></c></row>")]
    [InlineData("<row r='1'><c r='1'><v>1</v></c></row>")]
    [InlineData("<row r='1'><c r='A1'><v>1</v></row>")]
    [InlineData("<row r='1'><c r='A1'><v>1</v></c><row r='2'><c r='A2'><v>2</v></c></row></row>")]
    [InlineData("<row r='1'/><c r='A1'><v>1</v></c>")]
    public void A_sheet_that_contradicts_itself_is_corrupt_and_never_guessed(string rows)
    {
        Assert.Equal(FileProblemKind.Corrupt, WorkbookReader.Read(Write(rows), WorkbookLimits.Default).Problem?.Kind);
    }

    [Fact]
    public void Rich_text_is_one_text_without_phonetic_hints()
    {
        var sheet = Read("<row><c t='inlineStr'><is><r><t>Kab. </t></r><r><t>Kupang</t></r><rPh sb='0' eb='1'><t>hint</t></rPh></is></c></row>");

        Assert.Equal("Kab. Kupang", sheet[0, 0].Text);
    }

    [Fact]
    public void Characters_that_XML_cannot_hold_are_written_out_and_come_back()
    {
        var sheet = Read("<row><c t='str'><f>x</f><v>a_x000D_b_x005F_x_x12</v></c></row>");

        Assert.Equal("a\rb_x_x12", sheet[0, 0].Text);
    }

    [Fact]
    public void Values_in_extensions_and_comments_of_the_markup_are_no_cells()
    {
        var sheet = Read(
            "<!-- <row><c><v>1</v></c></row> --><row r='1'><c r='A1'><v>1</v><x:v xmlns:x='urn:x'>2</x:v></c><x:c xmlns:x='urn:x'><v>3</v></x:c></row>");

        Assert.Equal(1, sheet[0, 0].Number);
        Assert.Equal((1, 1), (sheet.RowCount, sheet.ColumnCount));
    }

    [Fact]
    public void A_day_counts_from_1904_where_the_workbook_says_so_in_either_way_of_saying_yes()
    {
        var spec = new WorkbookSpec(new SheetSpec("S", new CellSpec("A1", 44012d, "yyyy-mm-dd"))) { Is1904 = true };
        var written = XlsxFile.Write(spec);
        var asTrue = ZipFile.Rewrite(written, (_, text) => text.Replace("date1904=\"1\"", "date1904=\"true\"", StringComparison.Ordinal));

        Assert.Equal("2024-07-01", Only(written)[0, 0].Text);
        Assert.Equal("2024-07-01", Only(asTrue)[0, 0].Text);
        Assert.Equal("2024-07-01", Only(XlsbFile.Write(spec))[0, 0].Text);
        Assert.Equal("2024-07-01", Only(XlsFile.Write(spec, BiffVersion.Biff5))[0, 0].Text);
    }

    [Fact]
    public void A_date_may_be_written_as_a_date()
    {
        var cell = Read("<row><c t='d'><v>2024-07-31T13:45:30</v></c></row>")[0, 0];

        Assert.Equal((CellKind.Date, new DateTime(2024, 7, 31, 13, 45, 30)), (cell.Kind, cell.Date));
    }

    [Fact]
    public void A_sheet_of_a_chart_is_no_sheet_of_cells()
    {
        var workbook = ZipFile.Rewrite(
            XlsxFile.Write(new WorkbookSpec(new SheetSpec("Grafik"), new SheetSpec("Data", new CellSpec("A1", 1d)))),
            (name, text) => name == "xl/_rels/workbook.xml.rels" ? ReplaceFirst(text, "relationships/worksheet", "relationships/chartsheet") : text);

        var reading = WorkbookReader.Read(workbook, WorkbookLimits.Default);

        Assert.Equal(["Data"], reading.Workbook?.Sheets.Select(sheet => sheet.Name));
    }

    [Fact]
    public void Columns_without_a_width_are_columns()
    {
        var workbook = Write("<row r='1'><c r='A1'><v>1</v></c></row>", "<cols><col min='1' max='16384' hidden='true'/></cols>");

        Assert.True(Only(workbook).IsColumnHidden(0));
    }

    [Theory]
    [InlineData("<!DOCTYPE worksheet [<!ENTITY a \"1\">]>", "<row r='1'><c r='A1'><v>&a;</v></c></row>")]
    [InlineData("<!DOCTYPE worksheet SYSTEM \"http://127.0.0.1/x.dtd\">", "")]
    public void Entities_are_not_expanded_and_nothing_is_fetched(string documentType, string rows)
    {
        var workbook = ZipFile.Rewrite(Write(rows), (name, text) => name.Contains("/sheet", StringComparison.Ordinal) ? documentType + text : text);

        Assert.Equal(FileProblemKind.Corrupt, WorkbookReader.Read(workbook, WorkbookLimits.Default).Problem?.Kind);
    }

    [Fact]
    public void Two_parts_of_one_name_leave_open_which_of_them_counts()
    {
        var parts = ZipFile.Read(Write("<row r='1'><c r='A1'><v>1</v></c></row>"));
        var doubled = ZipFile.Write([.. parts, parts.Single(part => part.Name.Contains("/sheet", StringComparison.Ordinal))]);

        Assert.Equal(FileProblemKind.Corrupt, WorkbookReader.Read(doubled, WorkbookLimits.Default).Problem?.Kind);
    }

    [Fact]
    public void Names_of_parts_lead_nowhere_outside_of_the_file()
    {
        var parts = ZipFile.Read(Write("<row r='1'><c r='A1'><v>7</v></c></row>"));
        var absolute = ZipFile.Write([.. parts.Select(part => ("/" + part.Name, part.Content)), ("../../etc/passwd", [1]), ("C:\\x", [1])]);

        Assert.Equal(7, Only(absolute)[0, 0].Number);
    }

    [Fact]
    public void A_flipped_bit_within_a_part_is_noticed_even_where_the_markup_stays_sound()
    {
        var workbook = Write("<row r='1'><c r='A1'><v>3517</v></c></row>");
        var stored = Store(workbook);
        var at = stored.AsSpan().IndexOf("3517"u8);

        stored[at] ^= 1;

        Assert.True(at > 0);
        Assert.Equal(FileProblemKind.Corrupt, WorkbookReader.Read(stored, WorkbookLimits.Default).Problem?.Kind);
    }

    private static Sheet Read(string rows) => Only(Write(rows));

    private static Sheet Only(byte[] workbook)
    {
        var reading = WorkbookReader.Read(workbook, WorkbookLimits.Default);
        Assert.Null(reading.Problem);
        return Assert.Single(reading.Workbook!.Sheets);
    }

    private static byte[] Write(string rows, string beforeRows = "") => ZipFile.Write(
        ("xl/workbook.xml", "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets><sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' Target='/xl/sheets/../sheets/sheet.xml'/></Relationships>"),
        ("xl/sheets/sheet.xml", $"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>{beforeRows}<sheetData>{rows}</sheetData></worksheet>"));

    private static byte[] Store(byte[] zip)
    {
        var stream = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create))
        {
            foreach (var (name, content) in ZipFile.Read(zip))
            {
                using var part = archive.CreateEntry(name, System.IO.Compression.CompressionLevel.NoCompression).Open();
                part.Write(content);
            }
        }

        return stream.ToArray();
    }

    private static string ReplaceFirst(string text, string sought, string replacement)
    {
        var at = text.IndexOf(sought, StringComparison.Ordinal);
        return new StringBuilder(text).Remove(at, sought.Length).Insert(at, replacement).ToString();
    }
}
