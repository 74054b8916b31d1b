using System.Globalization;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reports;
using Renstra.Transform.Wordings;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reading.Tables;

/// <summary>
/// Finds tables of indicators wherever they stand on a sheet, by the words of their headers. A header has a column for codes,
/// indicators or components and one for numbers, and may take up several rows.
/// </summary>
internal sealed class TableFinder(Vocabulary vocabulary, HeadingSubjects subjects)
{
    private const int MostHeaderRows = 4;

    private readonly Heading _heading = new(vocabulary);

    /// <summary>
    /// The tables of a sheet, from top to bottom. Each ends where the header of the next one begins, unless that one stands beside it: then
    /// neither has anything of the other's columns.
    /// </summary>
    public IReadOnlyList<Table> Find(SheetText sheet)
    {
        var tables = new List<Table>();
        var whole = new Area(sheet, 0, sheet.Sheet.ColumnCount);
        for (var row = 0; row < sheet.Sheet.RowCount; row++)
        {
            if (!MayBeHeader(whole, row))
            {
                continue;
            }

            var header = HeaderAt(whole, row, tables);
            var (start, end) = tables.Count == 0 ? (0, 0) : (tables[^1].Span.First, tables[^1].Columns.Max(column => column.Index) + 1);
            if (end > 0 && (header is null || header.Keys[0] >= end) && HeaderAt(whole with { First = end }, row, tables) is { } right)
            {
                tables[^1] = tables[^1] with { Span = (start, end) };
                tables.AddRange(SideBySide(right with { Table = right.Table with { Span = (end, int.MaxValue) } }, row));
            }
            else if (header is null && start > 0 && HeaderAt(whole with { End = start }, row, tables) is { } left)
            {
                tables.AddRange(SideBySide(left with { Table = left.Table with { Span = (0, start) } }, row));
            }
            else if (header is not null)
            {
                tables.AddRange(SideBySide(header, row));
                row = header.LastRow;
            }
        }

        return [.. tables.Select(table => tables.Where(other => other.HeaderRow > table.HeaderRow && other.IsInTheWayOf(table)).MinBy(other => other.HeaderRow) is { } next ? table with { EndRow = next.HeaderRow } : table)];
    }

    /// <summary>Of most rows no cell names anything; what else a heading may be is asked only of the others.</summary>
    private bool MayBeHeader(Area area, int row)
    {
        for (var column = area.First; column < area.End; column++)
        {
            var cell = area.Sheet.Sheet[row, column];
            if (cell.Kind == CellKind.Text && area.Sheet.Words(cell) is { Length: > 0 } words && (_heading.IsKey(words) || _heading.IsOfRegions(words)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The table whose header has this row for the one that names its columns; null for none.</summary>
    private Header? HeaderAt(Area area, int row, List<Table> above)
    {
        if (KeyColumnsOf(area, row) is not { Count: > 0 } keys)
        {
            return null;
        }

        var floor = above.Where(table => table.Span.End > area.First).Select(table => table.FirstRow).LastOrDefault();
        var first = FirstHeaderRow(area, row, keys, floor);
        var last = LastHeaderRow(area, row, keys);
        var columns = ColumnsOf(area, first, last);
        var below = last + 1;
        return columns.Any(HoldsNumbers)
            ? new Header(new Table(area.Sheet, first, IsNumbering(area, below) ? below + 1 : below, area.Sheet.Sheet.RowCount, columns), keys, last)
            : null;
    }

    private static bool HoldsNumbers(Column column) => column.Kind is ColumnKind.Amount or ColumnKind.PossibleAmount or ColumnKind.Part;

    /// <summary>The tables under one header: where its first heading of codes or names stands there again, behind columns of numbers, another table begins.</summary>
    private static IEnumerable<Table> SideBySide(Header header, int row)
    {
        var (whole, keys) = (header.Table, header.Keys);
        var first = whole.Sheet.Words(row, keys[0]);
        var starts = new List<int> { whole.Span.First };
        foreach (var key in keys.Skip(1).Where(key => whole.Sheet.Words(row, key) == first))
        {
            var isBehindNumbers = whole.Columns.Any(column => column.Index >= starts[^1] && column.Index < key && HoldsNumbers(column));
            starts.AddRange(isBehindNumbers && whole.Columns.Any(column => column.Index > key && HoldsNumbers(column)) ? [key] : []);
        }

        return starts.Select((start, at) => (start, End: at + 1 < starts.Count ? starts[at + 1] : whole.Span.End))
            .Select(span => whole with { Columns = [.. whole.Columns.Where(column => column.Index >= span.start && column.Index < span.End)], Span = span });
    }

    /// <summary>The columns of codes and names, if the row is part of a header.</summary>
    private List<int> KeyColumnsOf(Area area, int row)
    {
        var sheet = area.Sheet;
        var keys = new List<int>();
        for (var column = area.First; column < area.End; column++)
        {
            var cell = sheet.Sheet[row, column];
            if (cell.Kind == CellKind.Text && _heading.IsKey(sheet.Words(cell)))
            {
                keys.Add(column);
            }
        }

        if (keys.Count == 0)
        {
            // Rows of regions need no codes or names where the headings name the indicators.
            var cells = Enumerable.Range(area.First, area.End - area.First).Select(column => sheet.Shown(row, column)).ToList();
            var regions = cells.FindIndex(cell => _heading.IsOfRegions(sheet.Words(cell)));
            keys.AddRange(regions >= 0 && cells.Select(subjects.IndicatorIn).OfType<Indicator>().Distinct().Count() > 1 ? [area.First + regions] : []);
        }

        var headings = 0;
        for (var column = area.First; column < area.End && keys.Count > 0; column++)
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

            headings += _heading.IsHeading(cell, words) || subjects.IsNamedIn(cell, sheet.At(row, column)) ? 1 : 0;
        }

        return headings >= 2 ? keys : [];
    }

    /// <summary>A number that is no year does not stand in a header, whatever words stand beside it.</summary>
    private static bool IsFigure(Cell cell, string words) => cell.Kind == CellKind.Number
        ? cell.Number is not (>= 2000 and < 2200)
        : cell.Kind == CellKind.Text && words.Length is > 0 and < 4 && words.All(char.IsAsciiDigit);

    /// <summary>Group headings, such as a month over a pair of columns, may stand above the row that names the columns.</summary>
    private int FirstHeaderRow(Area area, int row, List<int> keys, int floor)
    {
        var sheet = area.Sheet;
        var first = row;
        while (first > floor && row - first < MostHeaderRows - 1 && IsGroupRow(area, first - 1, keys.Max()))
        {
            first--;
        }

        return first;
    }

    private bool IsGroupRow(Area area, int row, int lastKey)
    {
        var sheet = area.Sheet;
        var headings = 0;
        var lastBelow = Enumerable.Range(area.First, area.End - area.First).LastOrDefault(column => !sheet.Shown(row + 1, column).IsBlank);
        for (var column = area.First; column < area.End; column++)
        {
            var cell = sheet.Sheet[row, column];
            if (!cell.IsBlank)
            {
                // Over nothing, "BULAN AGUSTUS 2024" is the title of what stands beside the table.
                var isOverNothing = column > lastBelow && !_heading.IsHeadingOfNumbers(sheet.Words(cell));
                if (column <= lastKey || isOverNothing || (!_heading.IsHeading(cell, sheet.Words(cell)) && !subjects.IsNamedIn(cell, sheet.At(row, column))))
                {
                    return false;
                }

                headings++;
            }
        }

        return headings > 0;
    }

    private int LastHeaderRow(Area area, int row, List<int> keys)
    {
        var sheet = area.Sheet;
        var last = row;
        while (last - row < MostHeaderRows - 1 && IsSubheadingRow(area, last + 1, row, keys))
        {
            last++;
        }

        return last;
    }

    /// <summary>A row that only says more about the number columns: nothing of its own stands below the headings of codes and names.</summary>
    private bool IsSubheadingRow(Area area, int row, int headerRow, List<int> keys)
    {
        var sheet = area.Sheet;
        if (row >= sheet.Sheet.RowCount
            || keys.Any(key => !sheet.Sheet[row, key].IsBlank || (sheet.Sheet.MergedRangeAt(row, key) is { } range && range.FirstRow > headerRow)))
        {
            return false;
        }

        var headings = 0;
        for (var column = area.First; column < area.End; column++)
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
    private static bool IsNumbering(Area area, int row)
    {
        var sheet = area.Sheet;
        var expected = 1;
        for (var column = area.First; column < area.End; column++)
        {
            var cell = sheet.Sheet[row, column];
            if (!cell.IsBlank && Wording.Normalise(cell.Text).Split(' ')[0] != (expected++).ToString(CultureInfo.InvariantCulture))
            {
                return false;
            }
        }

        return expected > 3;
    }

    private IReadOnlyList<Column> ColumnsOf(Area area, int first, int last)
    {
        var columns = new List<(Column Column, IReadOnlyList<(Cell Cell, Place Place)> Path)>();
        for (var column = area.First; column < area.End; column++)
        {
            var path = HeadingPath.Of(area.Sheet, area.First, first, last, column);
            if (path.Count > 0)
            {
                columns.Add((_heading.Read(column, [.. path.Select(each => each.Cell)], [.. path.Select(each => area.Sheet.Words(each.Cell))]), path));
            }
        }

        return subjects.Told(columns);
    }

    /// <summary>The columns of a sheet that are looked at.</summary>
    private sealed record Area(SheetText Sheet, int First, int End);

    /// <summary>A header that was found.</summary>
    /// <param name="Table">The table below it.</param>
    /// <param name="Keys">Its columns of codes and names.</param>
    /// <param name="LastRow">Its last row.</param>
    private sealed record Header(Table Table, List<int> Keys, int LastRow);
}
