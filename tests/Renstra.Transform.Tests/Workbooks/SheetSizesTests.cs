using System.Globalization;
using System.Text;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Workbooks;

/// <summary>Cells are kept in pieces; where one piece ends and the next begins must not be seen.</summary>
public sealed class SheetSizesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1_024)]
    [InlineData(1_025)]
    [InlineData(2_048)]
    [InlineData(2_049)]
    [InlineData(20_000)]
    public void Every_cell_is_kept_at_its_place(int rows)
    {
        var content = Encoding.UTF8.GetBytes(string.Join("\r\n", Enumerable.Range(1, rows).Select(Line)));

        var sheet = Assert.Single(WorkbookReader.Read(content, WorkbookLimits.Default).Workbook!.Sheets);

        Assert.Equal(rows, sheet.RowCount);
        Assert.All(Enumerable.Range(1, rows), row => Assert.Equal(Line(row), $"{sheet[row - 1, 0].Text};{sheet[row - 1, 1].Text}"));
        Assert.True(sheet[rows, 0].IsBlank);
    }

    private static string Line(int number) => string.Create(CultureInfo.InvariantCulture, $"baris {number};{number}");
}
