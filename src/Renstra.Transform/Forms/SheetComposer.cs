using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Renstra.Transform.Forms.Styling;

namespace Renstra.Transform.Forms;

/// <summary>Collects the cells of a sheet and gives them in the order that a workbook wants.</summary>
internal sealed class SheetComposer(SharedStrings strings)
{
    private readonly SortedDictionary<(uint Row, int Column), Cell> _cells = [];
    private readonly Dictionary<uint, double> _heights = [];
    private readonly List<string> _merges = [];

    public static string Address(char column, uint row) => string.Create(CultureInfo.InvariantCulture, $"{column}{row}");

    /// <summary>The rows, with every cell that was put into them.</summary>
    public SheetData Rows()
    {
        var data = new SheetData();
        foreach (var row in _heights.Keys.Union(_cells.Keys.Select(place => place.Row)).Order())
        {
            var element = new Row(_cells.Where(cell => cell.Key.Row == row).Select(cell => (OpenXmlElement)cell.Value)) { RowIndex = row };
            if (_heights.TryGetValue(row, out var height))
            {
                element.Height = height;
                element.CustomHeight = true;
            }

            data.Append(element);
        }

        return data;
    }

    public MergeCells? Merges() => _merges.Count == 0
        ? null
        : new MergeCells(_merges.Select(range => new MergeCell { Reference = range })) { Count = (uint)_merges.Count };

    /// <summary>Sets a row's height in points.</summary>
    public void Height(uint row, double points) => _heights[row] = points;

    /// <summary>Gives cells without content their look.</summary>
    public void Fill(char first, char last, uint row, FormStyle style)
    {
        for (var column = first; column <= last; column++)
        {
            Put(column, row, style);
        }
    }

    /// <summary>Joins cells of one or more rows; all of them take the look, so that their outline is whole.</summary>
    public void Merge(char first, char last, uint row, uint lastRow, FormStyle style)
    {
        for (var each = row; each <= lastRow; each++)
        {
            Fill(first, last, each, style);
        }

        _merges.Add($"{Address(first, row)}:{Address(last, lastRow)}");
    }

    public void Text(char column, uint row, string text, FormStyle style) => Text(column, row, strings.IndexOf(text), style);

    /// <summary>A text whose first line is bold.</summary>
    public void TwoLines(char column, uint row, string strong, string plain, FormStyle style) =>
        Text(column, row, strings.IndexOf(strong, plain), style);

    public void Number(char column, uint row, decimal? number, FormStyle style)
    {
        var cell = Put(column, row, style);
        if (number is { } value)
        {
            cell.CellValue = new CellValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A day, as the number of days that a workbook counts.</summary>
    public void Date(char column, uint row, DateOnly? day, FormStyle style) =>
        Number(column, row, day is { } value ? value.DayNumber - new DateOnly(1899, 12, 30).DayNumber : null, style);

    /// <summary>A formula that gives a text, with the text it gives at present.</summary>
    public void Formula(char column, uint row, string formula, string result, FormStyle style)
    {
        var cell = Put(column, row, style);
        cell.DataType = CellValues.String;
        cell.CellFormula = new CellFormula(formula);
        cell.CellValue = new CellValue(result);
    }

    private void Text(char column, uint row, int index, FormStyle style)
    {
        var cell = Put(column, row, style);
        cell.DataType = CellValues.SharedString;
        cell.CellValue = new CellValue(index);
    }

    private Cell Put(char column, uint row, FormStyle style)
    {
        var cell = new Cell { CellReference = Address(column, row), StyleIndex = FormStyleSheet.IndexOf(style) };
        _cells[(row, column)] = cell;
        return cell;
    }
}
