using System.Text;
using Renstra.Transform.Tests.Workbooks.Corpus;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Workbooks.Texts;

public sealed class DelimitedTextTests
{
    static DelimitedTextTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with mark", "utf-16 with mark", "utf-16", "utf-16BE with mark", "utf-16BE", "windows-1252"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_that_offices_write_gives_the_same_text(string name)
    {
        const string Text = "Kode;Nama\r\nIKU-1;Né – “kutip”\r\n";
        var encoding = Encoding.GetEncoding(name.Split(' ')[0]);
        byte[] content = [.. name.EndsWith("mark", StringComparison.Ordinal) ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)];

        Assert.Equal(["Kode|Nama", "IKU-1|Né – “kutip”"], Rows(content));
    }

    [Theory]
    [InlineData("a;b;c\n1;2;3\n")]
    [InlineData("a,b,c\n1,2,3\n")]
    [InlineData("a\tb\tc\n1\t2\t3\n")]
    [InlineData("a|b|c\n1|2|3\n")]
    [InlineData("sep=;\r\na;b;c\r\n1;2;3\r\n")]
    [InlineData("sep=^\na^b^c\n1^2^3")]
    [InlineData("a;b;c\r1;2;3\r")]
    public void Every_delimiter_and_line_end_gives_the_same_rows(string text)
    {
        Assert.Equal(["a|b|c", "1|2|3"], Rows(text));
    }

    [Fact]
    public void Commas_in_decimals_do_not_outvote_the_semicolon()
    {
        Assert.Equal(["1.234,50|2.345,60", "3,10|4,20"], Rows("1.234,50;2.345,60\n3,10;4,20\n"));
    }

    [Fact]
    public void A_letterhead_above_the_table_does_not_hide_the_delimiter()
    {
        Assert.Equal(
            ["Dinas Nakertrans, Kota Kupang", "Bulan: Juli", "Kode|Jumlah", "IKU-1|1", "IKU-2|2"],
            Rows("Dinas Nakertrans, Kota Kupang\nBulan: Juli\nKode;Jumlah\nIKU-1;1\nIKU-2;2\n"));
    }

    [Fact]
    public void Quoted_fields_keep_line_breaks_delimiters_and_doubled_quotes()
    {
        Assert.Equal(["a\nb|c;d|\"e\"", "1|2|3"], Rows("\"a\nb\";\"c;d\";\"\"\"e\"\"\"\n1;2;3\n"));
    }

    [Fact]
    public void Empty_lines_and_fields_are_blank_cells_in_their_place()
    {
        var sheet = Read(Encoding.UTF8.GetBytes(OtherFiles.Csv));

        Assert.Equal("1.234,00", sheet[1, 2].Text);
        Assert.Equal((CellKind.Blank, CellKind.Blank), (sheet[2, 0].Kind, sheet[2, 2].Kind));
        Assert.Equal("IKU-2", sheet[3, 0].Text);
        Assert.Equal(4, sheet.RowCount);
        Assert.Equal("", sheet.Name);
    }

    [Fact]
    public void Numbers_stay_the_text_that_they_are()
    {
        var cell = Read("1.234;007\n"u8.ToArray())[0, 0];

        Assert.Equal((CellKind.Text, "1.234", 0), (cell.Kind, cell.Text, cell.Number));
    }

    [Fact]
    public void A_quote_that_never_closes_does_not_lose_what_comes_before_it()
    {
        var sheet = Read("a;b\n1;\"2\n3;4\n"u8.ToArray());

        Assert.Equal("1", sheet[1, 0].Text);
        Assert.Equal(2, sheet.RowCount);
    }

    [Fact]
    public void Text_under_the_name_of_a_workbook_is_text()
    {
        Assert.Equal(FileFormat.Csv, WorkbookReader.Read("a;b\n"u8.ToArray(), WorkbookLimits.Default).Workbook?.Format);
    }

    private static string[] Rows(string text) => Rows(Encoding.UTF8.GetBytes(text));

    private static string[] Rows(byte[] content)
    {
        var sheet = Read(content);
        return
        [
            .. Enumerable.Range(0, sheet.RowCount).Select(row => string.Join(
                '|',
                Enumerable.Range(0, sheet.ColumnCount).Select(column => sheet[row, column].Text)).TrimEnd('|')),
        ];
    }

    private static Sheet Read(byte[] content)
    {
        var reading = WorkbookReader.Read(content, WorkbookLimits.Default);
        Assert.Null(reading.Problem);
        return Assert.Single(reading.Workbook!.Sheets);
    }
}
