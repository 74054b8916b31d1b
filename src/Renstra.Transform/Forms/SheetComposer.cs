using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Renstra.Transform.Spreadsheets;

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

/// <summary>What the sheets of a form have in common around their cells: protection, columns, paper.</summary>
internal static class SheetFrame
{
    private const uint A4 = 9;
    private const uint LastColumn = 16_384;

    /// <summary>Protects without a password: against a slip of the hand, not against the officer.</summary>
    /// <param name="entriesOnly">Lets the cursor go to unlocked cells alone, so that Enter and Tab lead from entry to entry.</param>
    public static SheetProtection Protection(bool entriesOnly = false) => new()
    {
        Sheet = true,
        Objects = true,
        Scenarios = true,
        FormatColumns = false,
        FormatRows = false,
        SelectLockedCells = entriesOnly,
    };

    /// <summary>Columns of the given widths in pixels at 100 %, and none beyond them.</summary>
    public static Columns Columns(params IReadOnlyList<int> pixels)
    {
        var columns = new Columns(pixels.Select((width, index) => new Column
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = WidthOf(width),
            CustomWidth = true,
        }));
        columns.Append(new Column { Min = (uint)pixels.Count + 1, Max = LastColumn, Width = WidthOf(64), CustomWidth = true, Hidden = true });
        return columns;
    }

    /// <summary>Rows below the last are hidden: the form ends where it ends.</summary>
    public static SheetFormatProperties RowsEndHere() => new() { DefaultRowHeight = 15, ZeroHeight = true };

    public static PageMargins Margins() => new() { Left = 0.4, Right = 0.4, Top = 0.75, Bottom = 0.65, Header = 0.3, Footer = 0.3 };

    /// <summary>A4, the whole sheet on one page.</summary>
    public static PageSetup Page(OrientationValues orientation) =>
        new() { PaperSize = A4, Orientation = orientation, FitToWidth = 1, FitToHeight = 1 };

    public static HeaderFooter HeaderAndFooter() => new(
        new OddHeader($"&L&8{FormTexts.Office}&R&8{FormTexts.Version}"),
        new OddFooter("&L&8&F&C&8&A&R&8Halaman &P dari &N"));

    public static string Range(char first, uint firstRow, char last, uint lastRow) =>
        string.Create(CultureInfo.InvariantCulture, $"{first}{firstRow}:{last}{lastRow}");

    // A column's width counts digits of the standard font, seven pixels each in Arial 10, after five pixels of padding.
    private static double WidthOf(int pixels) => Math.Round((pixels - 5) / 7.0, 2);
}

/// <summary>The texts of a workbook, each once, in the order in which they were first used.</summary>
internal sealed class SharedStrings
{
    private readonly Dictionary<(string Strong, string Plain), int> _indices = [];
    private readonly SharedStringTable _table = new();

    public int IndexOf(string text) => IndexOf("", text);

    /// <summary>A text whose first line is bold.</summary>
    public int IndexOf(string strong, string plain)
    {
        if (!_indices.TryGetValue((strong, plain), out var index))
        {
            index = _indices.Count;
            _indices.Add((strong, plain), index);
            _table.Append(strong.Length == 0
                ? new SharedStringItem(new Text(plain) { Space = SpaceProcessingModeValues.Preserve })
                : new SharedStringItem(RunOf(strong + "\n", SheetColors.Ink, isBold: true), RunOf(plain, SheetColors.Quiet, isBold: false)));
        }

        return index;
    }

    public SharedStringTable Build()
    {
        _table.UniqueCount = (uint)_indices.Count;
        return _table;
    }

    private static Run RunOf(string text, string color, bool isBold)
    {
        var properties = new RunProperties();
        if (isBold)
        {
            properties.Append(new Bold());
        }

        properties.Append(new FontSize { Val = 9 }, new Color { Rgb = color }, new RunFont { Val = FontPart.Family }, new FontFamily { Val = 2 });
        return new Run(properties, new Text(text) { Space = SpaceProcessingModeValues.Preserve });
    }
}
