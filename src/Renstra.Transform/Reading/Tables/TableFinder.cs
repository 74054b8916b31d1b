using System.Globalization;
using Renstra.Transform.Wordings;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reading.Tables;

/// <summary>
/// Finds tables of indicators wherever they stand on a sheet, by the words of their headers. A header has a column for codes,
/// indicators or components and one for numbers, and may take up several rows.
/// </summary>
internal sealed class TableFinder(Vocabulary vocabulary)
{
    private const int MostHeaderRows = 4;

    private readonly Heading _heading = new(vocabulary);

    /// <summary>The tables of a sheet, from top to bottom. Each ends where the next one's header begins.</summary>
    public IReadOnlyList<Table> Find(SheetText sheet)
    {
        var tables = new List<Table>();
        for (var row = 0; row < sheet.Sheet.RowCount; row++)
        {
            if (KeyColumnsOf(sheet, row) is not { Count: > 0 } keys)
            {
                continue;
            }

            var first = FirstHeaderRow(sheet, row, keys, tables.Count == 0 ? 0 : tables[^1].FirstRow);
            var last = LastHeaderRow(sheet, row, keys);
            var columns = ColumnsOf(sheet, first, last);
            if (columns.Any(HoldsNumbers))
            {
                var below = last + 1;
                var whole = new Table(sheet, first, IsNumbering(sheet, below) ? below + 1 : below, sheet.Sheet.RowCount, columns);
                tables.AddRange(SideBySide(whole, row, keys));
                row = last;
            }
        }

        return [.. tables.Select(table => tables.Find(other => other.HeaderRow > table.HeaderRow) is { } next ? table with { EndRow = next.HeaderRow } : table)];
    }

    private static bool HoldsNumbers(Column column) => column.Kind is ColumnKind.Amount or ColumnKind.PossibleAmount or ColumnKind.Part;

    /// <summary>The tables under one header: where its first heading of codes or names stands there again, behind columns of numbers, another table begins.</summary>
    private static IEnumerable<Table> SideBySide(Table whole, int row, List<int> keys)
    {
        var first = whole.Sheet.Words(row, keys[0]);
        var starts = new List<int> { 0 };
        foreach (var key in keys.Skip(1).Where(key => whole.Sheet.Words(row, key) == first))
        {
            var isBehindNumbers = whole.Columns.Any(column => column.Index >= starts[^1] && column.Index < key && HoldsNumbers(column));
            starts.AddRange(isBehindNumbers && whole.Columns.Any(column => column.Index > key && HoldsNumbers(column)) ? [key] : []);
        }

        return starts.Select((start, at) => (start, End: at + 1 < starts.Count ? starts[at + 1] : int.MaxValue))
            .Select(span => whole with { Columns = [.. whole.Columns.Where(column => column.Index >= span.start && column.Index < span.End)], Span = span });
    }

    /// <summary>The columns of codes and names, if the row is part of a header.</summary>
    private List<int> KeyColumnsOf(SheetText sheet, int row)
    {
        // Of most rows no cell names anything; what else a heading may be is asked only of the others.
        var keys = new List<int>();
        for (var column = 0; column < sheet.Sheet.ColumnCount; column++)
        {
            var cell = sheet.Sheet[row, column];
            if (cell.Kind == CellKind.Text && _heading.IsKey(sheet.Words(cell)))
            {
                keys.Add(column);
            }
        }

        var headings = 0;
        for (var column = 0; column < sheet.Sheet.ColumnCount && keys.Count > 0; column++)
        {
            var cell = sheet.Sheet[row, column];
            if (cell.IsBlank)
            {
                continue;
            }

            var words = sheet.Words(cell);
            if (IsFigure(cell, words))
            {
                return [];
            }

            headings += _heading.IsHeading(cell, words) ? 1 : 0;
        }

        return headings >= 2 ? keys : [];
    }

    /// <summary>A number that is no year does not stand in a header, whatever words stand beside it.</summary>
    private static bool IsFigure(Cell cell, string words) => cell.Kind == CellKind.Number
        ? cell.Number is not (>= 2000 and < 2200)
        : cell.Kind == CellKind.Text && words.Length is > 0 and < 4 && words.All(char.IsAsciiDigit);

    /// <summary>Group headings, such as a month over a pair of columns, may stand above the row that names the columns.</summary>
    private int FirstHeaderRow(SheetText sheet, int row, List<int> keys, int floor)
    {
        var first = row;
        while (first > floor && row - first < MostHeaderRows - 1 && IsGroupRow(sheet, first - 1, keys.Max()))
        {
            first--;
        }

        return first;
    }

    private bool IsGroupRow(SheetText sheet, int row, int lastKey)
    {
        var headings = 0;
        for (var column = 0; column < sheet.Sheet.ColumnCount; column++)
        {
            var cell = sheet.Sheet[row, column];
            if (!cell.IsBlank)
            {
                if (column <= lastKey || !_heading.IsHeading(cell, sheet.Words(cell)))
                {
                    return false;
                }

                headings++;
            }
        }

        return headings > 0;
    }

    private int LastHeaderRow(SheetText sheet, int row, List<int> keys)
    {
        var last = row;
        while (last - row < MostHeaderRows - 1 && IsSubheadingRow(sheet, last + 1, row, keys))
        {
            last++;
        }

        return last;
    }

    /// <summary>A row that only says more about the number columns: nothing of its own stands below the headings of codes and names.</summary>
    private bool IsSubheadingRow(SheetText sheet, int row, int headerRow, List<int> keys)
    {
        if (row >= sheet.Sheet.RowCount
            || keys.Any(key => !sheet.Sheet[row, key].IsBlank || (sheet.Sheet.MergedRangeAt(row, key) is { } range && range.FirstRow > headerRow)))
        {
            return false;
        }

        var headings = 0;
        for (var column = 0; column < sheet.Sheet.ColumnCount; column++)
        {
            var cell = sheet.Sheet[row, column];
            var words = sheet.Words(cell);
            if (IsFigure(cell, words))
            {
                return false;
            }

            headings += _heading.IsHeadingOfNumbers(words) || _heading.MonthIn(cell) is not null ? 1 : 0;
        }

        return headings > 0;
    }

    /// <summary>Official tables number their columns below the header: 1, 2, 3, or (1), (2), (3 = 1 : 2).</summary>
    private static bool IsNumbering(SheetText sheet, int row)
    {
        var expected = 1;
        for (var column = 0; column < sheet.Sheet.ColumnCount; column++)
        {
            var cell = sheet.Sheet[row, column];
            if (!cell.IsBlank && Wording.Normalise(cell.Text).Split(' ')[0] != (expected++).ToString(CultureInfo.InvariantCulture))
            {
                return false;
            }
        }

        return expected > 3;
    }

    private List<Column> ColumnsOf(SheetText sheet, int first, int last)
    {
        var columns = new List<Column>();
        for (var column = 0; column < sheet.Sheet.ColumnCount; column++)
        {
            var path = PathOf(sheet, first, last, column);
            if (path.Count > 0)
            {
                columns.Add(_heading.Read(column, path, [.. path.Select(sheet.Words)]));
            }
        }

        return columns;
    }

    private static List<Cell> PathOf(SheetText sheet, int first, int last, int column)
    {
        var path = new List<Cell>();
        for (var row = first; row <= last; row++)
        {
            var cell = sheet.Shown(row, column);
            if (cell.IsBlank && row < last && HasBelow(sheet, row, last, column))
            {
                cell = GroupHeadingOf(sheet, row, last, column);
            }

            if (!cell.IsBlank && (path.Count == 0 || path[^1] != cell))
            {
                path.Add(cell);
            }
        }

        return path;
    }

    /// <summary>Formats without merged cells leave a group's heading over its first column only.</summary>
    private static Cell GroupHeadingOf(SheetText sheet, int row, int last, int column)
    {
        for (var left = column - 1; left >= 0; left--)
        {
            if (!sheet.Shown(row, left).IsBlank)
            {
                var isGroup = HasBelow(sheet, row, last, left) && sheet.Sheet.MergedRangeAt(row, left) is null;
                return isGroup ? sheet.Sheet[row, left] : default;
            }
        }

        return default;
    }

    private static bool HasBelow(SheetText sheet, int row, int last, int column)
    {
        for (var below = row + 1; below <= last; below++)
        {
            if (!sheet.Sheet[below, column].IsBlank)
            {
                return true;
            }
        }

        return false;
    }
}
