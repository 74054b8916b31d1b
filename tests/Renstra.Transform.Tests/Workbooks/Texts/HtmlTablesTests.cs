using System.Text;
using Renstra.Transform.Tests.Workbooks.Corpus;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Workbooks.Texts;

public sealed class HtmlTablesTests
{
    [Fact]
    public void A_page_is_one_sheet_with_its_headings_and_tables_one_below_the_other()
    {
        var sheet = Read(OtherFiles.Html);

        Assert.Equal(
            [
                "A1 Bulan: Juli\u00A02024", "A2 Uraian", "C2 Jumlah", "A3 IKU-1", "B3 Penempatan & pelatihan", "C3 3.517",
                "B4 Terdaftar", "C4 4\n5", "A5 Kepala Dinas",
            ],
            Cells(sheet));
        Assert.Equal(["A2:B2", "A3:A4"], sheet.MergedRanges.Select(range => range.ToString()));
        Assert.True(sheet.IsRowHidden(3));
    }

    [Fact]
    public void A_page_of_LibreOffice_is_read_like_the_workbook_that_it_was_made_of()
    {
        var reading = WorkbookReader.Read(TestData.Read("acuan.html"), WorkbookLimits.Default);

        Assert.Equal(FileFormat.Html, reading.Workbook?.Format);
        var sheet = reading.Workbook!.Sheets[0];
        Assert.Contains("C6 3,517", Cells(sheet));
        Assert.Contains("B8 Né – “kutip”\u00A0akhir", Cells(sheet));
    }

    /// <summary>Web applications sort by keys that they hide before the numbers.</summary>
    [Theory]
    [InlineData("<table><tr><td><span style='display:none'>0001</span>1</td><td>2</td></tr></table>")]
    [InlineData("<table><tr><td>1<div style='Display : None'>9<b>9</b></div></td><td>2</td></tr></table>")]
    [InlineData("<style>.k{display:none}</style><table><tr><td><i class='x k'>9</i>1</td><td>2</td><td class=k>3</td></tr></table>")]
    [InlineData("<table><tr><td><span style='mso-hide:all'>9</span>1</td><td>2<b style='visibility: hidden'>9</b></td></tr></table>")]
    [InlineData("<table><tr><td>1<span hidden>9</span></td><td>2</td></tr></table>")]
    public void What_a_browser_does_not_show_is_not_read(string html)
    {
        Assert.Equal(["A1 1", "B1 2"], Cells(Read(html)));
    }

    /// <summary>Office shows what stands between these marks in one program and not in another.</summary>
    [Theory]
    [InlineData("<table><tr><td>30<![if !supportMisalignedColumns]>9<![endif]></td></tr></table>", "A1 30\n9")]
    [InlineData("<table><tr><td><![if !supportLists]>1.<![endif]>30</td></tr></table>", "A1 1.\n30")]
    [InlineData("<table><tr><td>30<![if !supportEmptyParas]>&nbsp;<![endif]></td></tr></table>", "A1 30")]
    public void What_Office_shows_here_and_hides_there_stands_apart(string html, string cell)
    {
        Assert.Equal([cell], Cells(Read(html)).Select(text => text.Replace("\u00A0", "", StringComparison.Ordinal).TrimEnd('\n')));
    }

    [Theory]
    [InlineData("<table><tr><td>1</td><td><script>if (a < b) document.write('<td>9</td>')</script>2</td></tr></table>")]
    [InlineData("<TABLE><TR><TD title='a > b'>1<TD TITLE=Juma't>2</TABLE>")]
    [InlineData("<table><td>1<td>2</table>")]
    [InlineData("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><table><tbody><tr><td>1</td><td>2</td></tr></tbody></table></html>")]
    [InlineData("<table><tr><td>\n  1\n</td><td><b>2</b></td></tr></table>")]
    public void Sloppy_markup_is_read_as_browsers_do(string html)
    {
        Assert.Equal(["A1 1", "B1 2"], Cells(Read(html)));
    }

    [Fact]
    public void A_table_within_a_table_is_not_guessed_at()
    {
        var reading = WorkbookReader.Read("<table><tr><td><table><tr><td>1</table></table>"u8.ToArray(), WorkbookLimits.Default);

        Assert.Equal(FileProblemKind.Html, reading.Problem?.Kind);
    }

    [Fact]
    public void A_page_that_stops_within_its_table_is_cut_short()
    {
        var reading = WorkbookReader.Read("<table><tr><td>1</td></tr><tr><td>2"u8.ToArray(), WorkbookLimits.Default);

        Assert.Equal(FileProblemKind.Corrupt, reading.Problem?.Kind);
    }

    private static Sheet Read(string html)
    {
        var reading = WorkbookReader.Read(Encoding.UTF8.GetBytes(html), WorkbookLimits.Default);
        Assert.Equal(FileFormat.Html, reading.Workbook?.Format);
        return Assert.Single(reading.Workbook!.Sheets);
    }

    private static IEnumerable<string> Cells(Sheet sheet) =>
        from row in Enumerable.Range(0, sheet.RowCount)
        from column in Enumerable.Range(0, sheet.ColumnCount)
        where !sheet[row, column].IsBlank
        select $"{Sheet.AddressOf(row, column)} {sheet[row, column].Text}";
}
