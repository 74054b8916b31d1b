using System.Text;
using Renstra.SampleData.Files;
using Renstra.Transform.Tests.Workbooks.Corpus;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Workbooks;

/// <summary>What is raised, lowered or struck out is no part of what a person reads in a cell, in any format that can say so.</summary>
public sealed class SetApartTests
{
    private const string WholeOfIt = "SetApart  | ";
    private const string RaisedNumber = WholeOfIt + "²⁵";

    /// <summary>LibreOffice knows no cell that is raised as a whole.</summary>
    public static TheoryData<string, string> Files => new() { { "tanda.xlsx", RaisedNumber }, { "tanda-inline.xlsx", RaisedNumber }, { "tanda.xls", "Number 25 | 25" } };

    /// <summary>The .xlsx were written by hand, the other by LibreOffice from it.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void A_raised_footnote_and_struck_digits_are_no_digits_of_the_number(string file, string raisedNumber) => Assert.Equal(
        [
            "Text 30 | 30¹",
            "Text 30 | 3\u033630",
            "Text Pencari kerja | Pencari kerja¹⁾",
            WholeOfIt + "2\u03365\u0336",
            raisedNumber,
            WholeOfIt + "10⁵",
            "Text 30 orang | 30 orang",
            "Text 30 | 30₂",
            "Text catatan kecil | catatan kecil",
            "Text  Februari | J\u0336a\u0336n\u0336u\u0336a\u0336r\u0336i\u0336 Februari",
            "Text 45 | 45",
            WholeOfIt + "M\u0336a\u0336r\u0336e\u0336t\u0336",
            WholeOfIt + "⁷",
            "Number 25 | 25",
        ],
        Cells(TestData.Read(file)));

    [Fact]
    public void Text_that_python_wrote_with_fonts_of_its_own_is_read_without_its_footnotes() => Assert.Equal(
        [
            "Text 30 | 30¹", "Text 30 | 3\u033630", "Text Pencari kerja | Pencari kerja¹⁾", WholeOfIt + "2\u03365\u0336", WholeOfIt + "²⁵", WholeOfIt + "10⁵", "Text 30 orang | 30 orang",
        ],
        Cells(TestData.Read("xlwt.xls")));

    [Fact]
    public void A_binary_workbook_keeps_fonts_within_a_text_apart()
    {
        var xlsb = XlsbFile.Write(new WorkbookSpec(new SheetSpec("Tanda", new("A1", "301"), new("A2", "330"), new("A3", "30 orang"), new("A4", 25d, "0"), new("A5", "ab", "0"))));
        byte[] fonts = [.. Record(611, 3, 0, 0, 0), .. Font(0, 0), .. Font(8, 0), .. Font(0, 1), .. Record(612)];
        byte[] strings =
        [
            .. Record(159, 4, 0, 0, 0, 4, 0, 0, 0),
            .. Record(19, [1, .. Text("301"), 1, 0, 0, 0, 2, 0, 2, 0]),
            .. Record(19, [1, .. Text("330"), 2, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0]),
            .. Record(19, [0, .. Text("30 orang")]),
            .. Record(19, [1, .. Text("ab"), 1, 0, 0, 0, 1, 0, 0, 0]),
            .. Record(160),
        ];
        xlsb = ZipFile.Write([.. ZipFile.Read(xlsb).Select(part => part.Name switch
        {
            "xl/sharedStrings.bin" => (part.Name, strings),

            // The format of A4 and A5, the last one, gets the struck font.
            "xl/styles.bin" => (part.Name, (byte[])[.. fonts, .. WithFontOfLastFormat(part.Content, 1)]),
            _ => part,
        })]);

        Assert.Equal(["Text 30 | 30¹", "Text 30 | 3\u033630", "Text 30 orang | 30 orang", WholeOfIt + "2\u03365\u0336", "Text b | a\u0336b"], Cells(xlsb));
    }

    [Fact]
    public void Excel_95_keeps_fonts_within_a_cell()
    {
        var stream = XlsFile.WriteStream(new WorkbookSpec(new SheetSpec("Tanda", new("A1", "301"), new("A2", "30"))), BiffVersion.Biff5);
        var rewritten = new List<byte>();
        for (var at = 0; at < stream.Length; at += 4 + BitConverter.ToUInt16(stream, at + 2))
        {
            var (type, content) = (BitConverter.ToUInt16(stream, at), stream[(at + 4)..(at + 4 + BitConverter.ToUInt16(stream, at + 2))]);
            if (type == 0x3D)
            {
                // A raised font in place of a record that is as long and says nothing of cells: font 0, which all cells have.
                (type, content) = (0x31, [200, 0, 0, 0, 0xFF, 0x7F, 0x90, 1, 1, 0, 0, 0, 0, 0, 3, (byte)'A', (byte)'r', (byte)'l']);
            }

            if (type == 0x204 && content[6] == 3)
            {
                (type, content) = (0xD6, [.. content, 2, 0, 1, 2, 0]);
            }

            rewritten.AddRange([.. BitConverter.GetBytes(type), .. BitConverter.GetBytes((ushort)content.Length), .. content]);
        }

        Assert.Equal(["Text 30 | 30¹", WholeOfIt + "³⁰"], Cells([.. rewritten]));
    }

    [Theory]
    [InlineData("30<sup>1</sup>", "Text 30 | 30¹")]
    [InlineData("30 <sup>1)</sup>", "Text 30 | 30 ¹⁾")]
    [InlineData("30<SUP><font size=1>1</font></SUP> orang", "Text 30 orang | 30¹ orang")]
    [InlineData("30<sub>2</sub>", "Text 30 | 30₂")]
    [InlineData("<s>3</s>30", "Text 30 | 3\u033630")]
    [InlineData("<strike>3</strike>30", "Text 30 | 3\u033630")]
    [InlineData("<del>25</del> 30", "Text 30 | 2\u03365\u0336 30")]
    [InlineData("<del>25</del><ins>30</ins>", "Text 30 | 2\u03365\u033630")]
    [InlineData("<span style='text-decoration: line-through'>3</span>30", "Text 30 | 3\u033630")]
    [InlineData("<span style=\"vertical-align:super\">3</span>30", "Text 30 | ³30")]
    [InlineData("<font class=coret>3</font>30", "Text 30 | 3\u033630")]
    [InlineData("<b>3</b>0", "Text 30 | 30")]
    [InlineData("<s>30</s>", WholeOfIt + "3\u03360\u0336")]
    [InlineData("10<sup>5</sup>", WholeOfIt + "10⁵")]
    [InlineData("30</s>", "Text 30 | 30")]
    public void A_page_sets_apart_by_elements_styles_and_classes(string cell, string expected)
    {
        var page = $"<html><head><style>td {{}} .coret {{ text-decoration:line-through; }}</style></head><body><table><tr><td>{cell}</td></tr></table></body></html>";

        Assert.Equal([expected], Cells(Encoding.UTF8.GetBytes(page)));
    }

    [Fact]
    public void What_one_cell_of_a_page_opens_does_not_reach_into_the_next() => Assert.Equal(
        ["Text 30 | 30¹", "Text 40 | 40", WholeOfIt + "5\u03360\u0336"],
        Cells("<table><tr><td>30<sup>1</td></tr><tr><td>40</td></tr><tr><td style='text-decoration:line-through'>50</td></tr></table>"u8.ToArray()));

    [Fact]
    public void A_spreadsheet_in_xml_sets_apart_by_elements_and_styles()
    {
        const string Xml = """
            <?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
            <Styles><Style ss:ID="s1"><Font ss:StrikeThrough="1"/></Style><Style ss:ID="s2"><Font ss:VerticalAlign="Superscript"/></Style><Style ss:ID="s3"><Font ss:Bold="1"/></Style></Styles>
            <Worksheet ss:Name="Tanda"><Table>
            <Row><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">30<Sup><Font>1</Font></Sup></ss:Data></Cell></Row>
            <Row><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><S>3</S><Font>30</Font></ss:Data></Cell></Row>
            <Row><Cell ss:StyleID="s1"><Data ss:Type="Number">25</Data></Cell></Row>
            <Row><Cell ss:StyleID="s2"><Data ss:Type="String">25</Data></Cell></Row>
            <Row><Cell ss:StyleID="s3"><Data ss:Type="Number">25</Data></Cell></Row>
            </Table></Worksheet></Workbook>
            """;

        Assert.Equal(["Text 30 | 30¹", "Text 30 | 3\u033630", WholeOfIt + "2\u03365\u0336", WholeOfIt + "²⁵", "Number 25 | 25"], Cells(Encoding.UTF8.GetBytes(Xml)));
    }

    /// <summary>As python's xlwt writes them: empty text in place of every result.</summary>
    [Fact]
    public void Formulas_that_nobody_worked_out_are_not_empty_cells()
    {
        var sheet = WorkbookReader.Read(TestData.Read("xlwt.xls"), WorkbookLimits.Default).Workbook!.Sheets[1];

        Assert.Equal(
            [CellKind.FormulaWithoutValue, CellKind.FormulaWithoutValue, CellKind.FormulaWithoutValue, CellKind.FormulaWithoutValue],
            Enumerable.Range(0, 4).Select(row => sheet[row, 1].Kind));
    }

    /// <summary>What a formula that was never worked out consists of, alone in its workbook: a text in it may be what it gives, a reference alone is never empty.</summary>
    [Theory]
    [InlineData(new byte[] { 0x17, 0, 0 }, CellKind.Blank)]
    [InlineData(new byte[] { 0x44, 0, 0, 0, 0xC0 }, CellKind.FormulaWithoutValue)]
    [InlineData(new byte[] { 0x17, 1, 0, (byte)'x', 0x44, 0, 0, 0, 0xC0, 0x03 }, CellKind.FormulaWithoutValue)]
    [InlineData(new byte[] { 0x17, 1, 1, (byte)'x', 0, 0x1D, 1, 0x08 }, CellKind.Blank)]
    [InlineData(new byte[] { 0x1C, 0x2A }, CellKind.FormulaWithoutValue)]
    [InlineData(new byte[] { 0x1D, 1 }, CellKind.FormulaWithoutValue)]
    [InlineData(new byte[] { 0x1E, 1, 0 }, CellKind.FormulaWithoutValue)]
    [InlineData(new byte[] { 0x1F, 0, 0, 0, 0, 0, 0, 0, 0 }, CellKind.FormulaWithoutValue)]
    [InlineData(new byte[] { 0x17, 0, 0, 0x44, 0, 0, 0, 0xC0, 0x41, 24, 0 }, CellKind.FormulaWithoutValue)]
    [InlineData(new byte[] { 0x43, 1, 0, 0, 0 }, CellKind.FormulaWithoutValue)]
    [InlineData(new byte[] { 0x5A, 0, 0, 1, 0, 0, 0 }, CellKind.FormulaWithoutValue)]
    [InlineData(new byte[] { 0x3B, 0, 0, 1, 0, 2, 0, 0, 0, 0, 0, 0x19, 0x10, 0, 0 }, CellKind.FormulaWithoutValue)]
    [InlineData(new byte[] { 0x17, 0, 0, 0x44, 0, 0, 0, 0xC0, 0x44, 0, 0, 1, 0xC0, 0x03, 0x15 }, CellKind.FormulaWithoutValue)]
    [InlineData(new byte[] { 0x17, 0, 0, 0x44, 0, 0, 0, 0xC0, 0x44, 0, 0, 1, 0xC0, 0x03, 0x19, 0x40, 0, 1 }, CellKind.FormulaWithoutValue)]
    [InlineData(new byte[] { 0x44, 0, 0, 0, 0xC0, 0x19, 0x04, 1, 0, 0, 0, 0, 0, 0x1E, 1, 0 }, CellKind.FormulaWithoutValue)]
    [InlineData(new byte[] { 0x1E, 1, 0, 0x7F }, CellKind.Blank)]
    public void Empty_text_alone_in_a_workbook_is_a_result_where_the_formula_can_give_it(byte[] tokens, CellKind expected) =>
        Assert.Equal(expected, KindOfEmpty(tokens, new SheetSpec("Rumus", new CellSpec("A1", "", Formula: "\"\""))));

    /// <summary>Two tokens of reference and a plus give a number; one that was worked out stands beside it.</summary>
    [Theory]
    [InlineData(new byte[] { 0x17, 0, 0 }, CellKind.Blank)]
    [InlineData(new byte[] { 0x44, 0, 0, 0, 0xC0 }, CellKind.Blank)]
    [InlineData(new byte[] { 0x44, 0, 0, 0, 0xC0, 0x44, 1, 0, 0, 0xC0, 0x03 }, CellKind.FormulaWithoutValue)]
    [InlineData(new byte[] { 0x25, 0, 0, 1, 0, 0, 0xC0, 0, 0xC0, 0x19, 0x10, 0, 0 }, CellKind.FormulaWithoutValue)]
    [InlineData(new byte[] { 0x25, 0, 0, 1, 0, 0, 0xC0, 0, 0xC0, 0x42, 1, 4, 0 }, CellKind.FormulaWithoutValue)]
    [InlineData(new byte[] { 0x7F }, CellKind.Blank)]
    public void Empty_text_is_a_result_where_the_workbook_was_calculated_and_the_formula_can_give_it(byte[] tokens, CellKind expected) =>
        Assert.Equal(expected, KindOfEmpty(tokens, new SheetSpec("Rumus", new("A1", "", Formula: "\"\""), new("A2", 3d, Formula: "1+2"))));

    private static CellKind KindOfEmpty(byte[] tokens, SheetSpec sheet)
    {
        var stream = XlsFile.WriteStream(new WorkbookSpec(sheet), BiffVersion.Biff8);
        var at = stream.AsSpan().IndexOf((byte[])[0x06, 0, 0x19, 0, 0, 0, 0, 0]);
        byte[] changed =
        [
            .. stream[..(at + 2)], .. BitConverter.GetBytes((ushort)(22 + tokens.Length)), .. stream[(at + 4)..(at + 24)],
            .. BitConverter.GetBytes((ushort)tokens.Length), .. tokens, .. stream[(at + 29)..],
        ];

        return WorkbookReader.Read(CompoundFileWriter.Write(("Workbook", changed)), WorkbookLimits.Default).Workbook!.Sheets[0][0, 0].Kind;
    }

    /// <summary>As libraries write them that leave calculating to the next program.</summary>
    [Theory]
    [InlineData("<calcPr calcId=\"124519\" fullCalcOnLoad=\"1\"/>", CellKind.FormulaWithoutValue)]
    [InlineData("<calcPr calcId=\"124519\"/>", CellKind.Number)]
    public void A_zero_behind_a_formula_is_no_result_where_the_file_asks_to_be_calculated(string properties, CellKind expected)
    {
        var xlsx = XlsxFile.Write(new WorkbookSpec(new SheetSpec("Rumus", new CellSpec("A1", 0d, Formula: "1-1"))));
        xlsx = ZipFile.Rewrite(xlsx, (name, text) => name == "xl/workbook.xml" ? text.Replace("</x:workbook>", properties.Replace("<calc", "<x:calc", StringComparison.Ordinal) + "</x:workbook>", StringComparison.Ordinal) : text);

        Assert.Equal(expected, WorkbookReader.Read(xlsx, WorkbookLimits.Default).Workbook!.Sheets[0][0, 0].Kind);
    }

    private static IEnumerable<string> Cells(byte[] file)
    {
        var reading = WorkbookReader.Read(file, WorkbookLimits.Default);
        Assert.Null(reading.Problem);
        var sheet = reading.Workbook!.Sheets[0];
        return Enumerable.Range(0, sheet.RowCount).Select(row => sheet[row, 0]).Select(cell => $"{cell.Kind} {cell.Text} | {cell.Raw}");
    }

    private static byte[] Font(byte flags, byte script) => Record(43, [220, 0, flags, 0, 0x90, 1, script, 0, 0, 0, 0, 0, 7, 1, 0, 0, 0, 0, 0, 0, 0, .. Text("Calibri")]);

    private static byte[] Text(string text) => [.. BitConverter.GetBytes(text.Length), .. Encoding.Unicode.GetBytes(text)];

    private static byte[] Record(int type, params byte[] content) =>
        [.. type < 128 ? [(byte)type] : new[] { (byte)(type | 0x80), (byte)(type >> 7) }, (byte)content.Length, .. content];

    /// <summary>Cell formats are the last records of 16 bytes before the end of their list.</summary>
    private static byte[] WithFontOfLastFormat(byte[] styles, byte font)
    {
        var end = styles.AsSpan().LastIndexOf(Record(618));
        styles[end - 12] = font;
        return styles;
    }
}
