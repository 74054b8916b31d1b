using System.Text;
using Renstra.SampleData.Files;
using Renstra.Transform.Tests.Workbooks.Corpus;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Workbooks.OpenDocument;

/// <summary>What only OpenDocument spreadsheets do; what all formats do is in <see cref="EveryFormatTests"/>.</summary>
public sealed class OdsReaderTests
{
    [Theory]
    [InlineData("<t:table-cell o:value-type='string'><x:p>satu</x:p><x:p>dua</x:p></t:table-cell>", "Text satu\ndua")]
    [InlineData("<t:table-cell o:value-type='string'><x:p>satu<x:line-break/>dua<x:tab/>tiga<x:s x:c='3'/>.</x:p></t:table-cell>", "Text satu\ndua\ttiga   .")]
    [InlineData("<t:table-cell o:value-type='string'><x:p>\n   satu\n   dua</x:p></t:table-cell>", "Text satu dua")]
    [InlineData("<t:table-cell o:value-type='string'><x:p><x:a>tautan</x:a> dan <x:span>lagi</x:span></x:p></t:table-cell>", "Text tautan dan lagi")]
    [InlineData("<t:table-cell o:value-type='string' o:string-value='nilai'/>", "Text nilai")]
    [InlineData("<t:table-cell><x:p>tanpa jenis</x:p></t:table-cell>", "Text tanpa jenis")]
    [InlineData("<t:table-cell o:value-type='float' o:value='12'><o:annotation><x:p>catatan 99</x:p></o:annotation><x:p>12</x:p></t:table-cell>", "Number 12")]
    [InlineData("<t:table-cell o:value-type='string'><o:annotation><x:p>catatan</x:p></o:annotation><x:p>isi</x:p></t:table-cell>", "Text isi")]
    [InlineData("<t:table-cell o:value-type='string'><d:frame><d:text-box><x:p>gambar</x:p></d:text-box></d:frame><x:p>isi</x:p></t:table-cell>", "Text isi")]
    [InlineData("<t:table-cell o:value-type='string'><x:p>isi<d:frame><d:text-box><x:p>gambar</x:p></d:text-box></d:frame></x:p></t:table-cell>", "Text isi")]
    [InlineData("<t:table-cell o:value-type='percentage' o:value='0.75'><x:p>75%</x:p></t:table-cell>", "Number % 0.75")]
    [InlineData("<t:table-cell o:value-type='currency' o:currency='IDR' o:value='1500'><x:p>Rp1.500</x:p></t:table-cell>", "Number 1500")]
    [InlineData("<t:table-cell o:value-type='float' o:value='1E+30'/>", "Text 1E+30")]
    [InlineData("<t:table-cell o:value-type='date' o:date-value='2024-07-31'/>", "Date 2024-07-31")]
    [InlineData("<t:table-cell o:value-type='date' o:date-value='1650-01-01'/>", "Text 1650-01-01")]
    [InlineData("<t:table-cell o:value-type='date' o:date-value='31 Juli'/>", "Text 31 Juli")]
    [InlineData("<t:table-cell o:value-type='time' o:time-value='PT12H30M00S'/>", "Date 12:30:00")]
    [InlineData("<t:table-cell o:value-type='time' o:time-value='P1M'/>", "Date 1900-01-30")]
    [InlineData("<t:table-cell o:value-type='time' o:time-value='lama'/>", "Text lama")]
    [InlineData("<t:table-cell o:value-type='boolean' o:boolean-value='true'/>", "Boolean TRUE")]
    [InlineData("<t:table-cell t:formula='of:=SUM([.A1:.A2])'/>", "FormulaWithoutValue =SUM([.A1:.A2])")]
    [InlineData("<t:table-cell t:formula='of:=SUM([.A1:.A2])' o:value-type='float'/>", "FormulaWithoutValue =SUM([.A1:.A2])")]
    [InlineData("<t:table-cell t:formula='of:=1/0' o:value-type='string' o:string-value='' c:value-type='error'><x:p>#DIV/0!</x:p></t:table-cell>", "Error #DIV/0!")]
    [InlineData("<t:table-cell t:formula='of:=1/0'><x:p>Err:502</x:p></t:table-cell>", "Error Err:502")]
    [InlineData("<t:table-cell t:formula='of:=1/0' o:value-type='string'><x:p>#N/A</x:p></t:table-cell>", "Error #N/A")]
    [InlineData("<t:table-cell t:formula='of:=\"\"' o:value-type='string' o:string-value=''><x:p/></t:table-cell>", "Blank ")]
    [InlineData("<t:table-cell t:style-name='coret' o:value-type='float' o:value='25'><x:p>25</x:p></t:table-cell>", "SetApart ")]
    [InlineData("<t:table-cell o:value-type='string'><x:p>30<x:span x:style-name='atas'>1</x:span></x:p></t:table-cell>", "Text 30")]
    [InlineData("<t:table-cell t:style-name='coret' o:value-type='string'><x:p>3<x:span x:style-name='biasa'>30</x:span></x:p></t:table-cell>", "Text 30")]
    [InlineData("<t:table-cell t:style-name='anak' o:value-type='float' o:value='25'/>", "SetApart ")]
    public void A_cell_is_what_a_person_sees(string cell, string expected) =>
        Assert.Equal(expected, Described(Read(Content($"<t:table t:name='A'><t:table-row>{cell}</t:table-row></t:table>")).Sheets[0][0, 0]));

    [Fact]
    public void What_repeats_is_written_once_and_stands_in_every_cell()
    {
        const string Table = """
            <t:table t:name='A'><t:table-column t:number-columns-repeated='16384'/>
            <t:table-row t:number-rows-repeated='2'><t:table-cell t:number-columns-repeated='2' o:value-type='float' o:value='7'/><t:table-cell t:number-columns-repeated='16382'/></t:table-row>
            <t:table-row t:number-rows-repeated='3'><t:table-cell t:number-columns-repeated='16384'/></t:table-row>
            <t:table-row-group><t:table-header-rows><t:table-row><t:table-cell/><t:covered-table-cell/><t:table-cell o:value-type='string'><x:p>akhir</x:p></t:table-cell></t:table-row></t:table-header-rows></t:table-row-group>
            <t:table-row t:number-rows-repeated='1048570'><t:table-cell t:number-columns-repeated='16384'/></t:table-row></t:table>
            """;

        var sheet = Read(Content(Table)).Sheets[0];

        Assert.Equal((6, 3), (sheet.RowCount, sheet.ColumnCount));
        Assert.Equal([7m, 7m, 7m, 7m], new[] { sheet[0, 0], sheet[0, 1], sheet[1, 0], sheet[1, 1] }.Select(cell => cell.Number));
        Assert.Equal("akhir", sheet[5, 2].Text);
    }

    [Fact]
    public void A_style_that_shows_thousands_is_the_format_that_does_so()
    {
        var cell = Read(Content("<t:table t:name='A'><t:table-row><t:table-cell t:style-name='ribuan' o:value-type='float' o:value='30000'><x:p>30</x:p></t:table-cell></t:table-row></t:table>")).Sheets[0][0, 0];

        Assert.Equal((30_000m, "0,"), (cell.Number, cell.NumberFormat));
    }

    [Theory]
    [InlineData("<t:table-row t:number-rows-repeated='1048576'><t:table-cell o:value-type='float' o:value='7'/></t:table-row>", FileProblemKind.TooManyRows)]
    [InlineData("<t:table-row><t:table-cell t:number-columns-repeated='16384' o:value-type='float' o:value='7'/></t:table-row>", FileProblemKind.TooManyColumns)]
    [InlineData("<t:table-row t:number-rows-repeated='20000'><t:table-cell t:number-columns-repeated='200' o:value-type='float' o:value='7'/></t:table-row>", FileProblemKind.TooManyCells)]
    [InlineData("<t:table-row t:number-rows-repeated='0'/>", FileProblemKind.Corrupt)]
    [InlineData("<t:table-row t:number-rows-repeated='99999999999'/>", FileProblemKind.Corrupt)]
    [InlineData("<t:table-row><t:table-cell o:value-type='float' o:value='tujuh'/></t:table-row>", FileProblemKind.Corrupt)]
    public void Claims_of_millions_of_cells_end_at_the_limits(string row, FileProblemKind expected) =>
        Assert.Equal(expected, WorkbookReader.Read(Packed(Content($"<t:table t:name='A'>{row}</t:table>")), WorkbookLimits.Default).Problem?.Kind);

    [Fact]
    public void Filtered_rows_and_hidden_columns_and_sheets_are_read_and_said_to_be_hidden()
    {
        const string Table = """
            <t:table t:name='A' t:style-name='tersembunyi'><t:table-column/><t:table-column t:visibility='collapse' t:number-columns-repeated='16383'/>
            <t:table-row t:visibility='filter'><t:table-cell o:value-type='float' o:value='7'/></t:table-row></t:table>
            """;

        var sheet = Read(Content(Table)).Sheets[0];

        Assert.True(sheet.IsHidden);
        Assert.True(sheet.IsRowHidden(0));
        Assert.Equal((false, true), (sheet.IsColumnHidden(0), sheet.IsColumnHidden(1)));
        Assert.Equal(7, sheet[0, 0].Number);
    }

    [Fact]
    public void Cells_have_the_style_of_their_row_or_column_where_they_have_none()
    {
        const string Table = """
            <t:table t:name='A'><t:table-column/><t:table-column t:default-cell-style-name='coret'/>
            <t:table-row><t:table-cell o:value-type='float' o:value='1'/><t:table-cell o:value-type='float' o:value='2'/></t:table-row>
            <t:table-row t:default-cell-style-name='coret'><t:table-cell o:value-type='float' o:value='3'/></t:table-row></t:table>
            """;

        var sheet = Read(Content(Table)).Sheets[0];

        Assert.Equal([CellKind.Number, CellKind.SetApart, CellKind.SetApart], new[] { sheet[0, 0], sheet[0, 1], sheet[1, 0] }.Select(cell => cell.Kind));
    }

    [Fact]
    public void A_flat_document_is_read_as_a_package_is()
    {
        var workbook = Read(OdsFile.WriteFlat(ReferenceWorkbook.Spec));

        Assert.Equal(FileFormat.Ods, workbook.Format);
        Assert.Equal(Cells(Read(OdsFile.Write(ReferenceWorkbook.Spec))), Cells(workbook));
    }

    [Fact]
    public void A_spreadsheet_with_a_password_is_returned_in_words_of_libreoffice() =>
        Assert.Equal(FileProblemKind.OpenDocumentPassword, WorkbookReader.Read(TestData.Read("sandi.ods"), WorkbookLimits.Default).Problem?.Kind);

    [Theory]
    [InlineData("tanda.ods")]
    public void What_libreoffice_raises_and_strikes_out_is_set_apart(string file) => Assert.Equal(
        [
            "Text 30", "Text 30", "Text Pencari kerja", "SetApart ", "Number 25", "SetApart ", "Text 30 orang", "Text 30", "Text catatan kecil", "Text  Februari", "Text 45", "SetApart ", "SetApart ", "Number 25",
        ],
        Enumerable.Range(0, 14).Select(row => Described(Read(TestData.Read(file)).Sheets[0][row, 0])));

    private static string Described(Cell cell) => $"{cell.Kind}{(cell.IsPercentage ? " %" : "")} {cell.Text}";

    private static IEnumerable<string> Cells(Workbook workbook) =>
        from sheet in workbook.Sheets
        from row in Enumerable.Range(0, sheet.RowCount)
        from column in Enumerable.Range(0, sheet.ColumnCount)
        select $"{sheet.Name} {Sheet.AddressOf(row, column)} {Described(sheet[row, column])}";

    private static Workbook Read(byte[] file)
    {
        var reading = WorkbookReader.Read(file, WorkbookLimits.Default);
        Assert.Null(reading.Problem);
        return reading.Workbook!;
    }

    private static Workbook Read(string content) => Read(Packed(content));

    private static byte[] Packed(string content) => ZipFile.Write(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content));

    private static string Content(string tables)
    {
        const string Prefix = "urn:oasis:names:tc:opendocument:xmlns:";
        return new StringBuilder()
            .Append($"<o:document-content xmlns:o='{Prefix}office:1.0' xmlns:t='{Prefix}table:1.0' xmlns:x='{Prefix}text:1.0' xmlns:y='{Prefix}style:1.0' xmlns:d='{Prefix}drawing:1.0' xmlns:n='{Prefix}datastyle:1.0'")
            .Append(" xmlns:c='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'><o:automatic-styles>")
            .Append("<y:style y:name='coret' y:family='table-cell'><y:text-properties y:text-line-through-style='solid'/></y:style>")
            .Append("<y:style y:name='anak' y:family='table-cell' y:parent-style-name='coret'><y:text-properties/></y:style>")
            .Append("<y:style y:name='atas' y:family='text'><y:text-properties y:text-position='33% 58%'/></y:style>")
            .Append("<y:style y:name='biasa' y:family='text'><y:text-properties y:text-line-through-style='none'/></y:style>")
            .Append("<n:number-style y:name='N1'><n:number n:decimal-places='0' n:display-factor='1000'/></n:number-style>")
            .Append("<y:style y:name='ribuan' y:family='table-cell' y:data-style-name='N1'/>")
            .Append("<y:style y:name='tersembunyi' y:family='table'><y:table-properties t:display='false'/></y:style>")
            .Append("</o:automatic-styles><o:body><o:spreadsheet>").Append(tables).Append("</o:spreadsheet></o:body></o:document-content>")
            .ToString();
    }
}
