namespace Renstra.Transform.Spreadsheets;

/// <summary>What surrounds the cells of a sheet that is written row by row.</summary>
/// <param name="Name">The sheet's name.</param>
/// <param name="Columns">The columns' widths, in pixels at 100 %.</param>
/// <param name="HeaderRow">The row of column heads, from 1: it stays in sight, and every page that is printed begins with it; 0 for none.</param>
/// <param name="Footer">What stands at the left of the foot of every page; the page's number stands at its right.</param>
internal sealed record SheetPage(string Name, IReadOnlyList<int> Columns, int HeaderRow, string Footer)
{
    /// <summary>Whether it is printed on one page, smaller if need be, and not only on the width of one.</summary>
    public bool IsOnePage { get; init; }
}
