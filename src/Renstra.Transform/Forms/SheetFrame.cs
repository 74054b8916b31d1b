using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Renstra.Transform.Forms;

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
