using Renstra.Transform.Reports;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reading.Tables;

/// <summary>The headings over a column, from the topmost to the one right above the numbers.</summary>
internal static class HeadingPath
{
    /// <summary>The headings of a column.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="start">The first column of the table.</param>
    /// <param name="first">The first row of the header.</param>
    /// <param name="last">Its last row.</param>
    /// <param name="column">The column.</param>
    public static IReadOnlyList<(Cell Cell, Place Place)> Of(SheetText sheet, int start, int first, int last, int column)
    {
        var path = new List<(Cell Cell, Place Place)>();
        for (var row = first; row <= last; row++)
        {
            var cell = sheet.Shown(row, column);
            if (cell.IsBlank && row < last && HasBelow(sheet, row, last, column))
            {
                cell = GroupHeadingOf(sheet, start, row, last, column);
            }

            if (!cell.IsBlank && (path.Count == 0 || path[^1].Cell != cell))
            {
                path.Add((cell, sheet.At(row, column)));
            }
        }

        return path;
    }

    /// <summary>Formats without merged cells leave a group's heading over its first column only.</summary>
    private static Cell GroupHeadingOf(SheetText sheet, int start, int row, int last, int column)
    {
        for (var left = column - 1; left >= start; left--)
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
