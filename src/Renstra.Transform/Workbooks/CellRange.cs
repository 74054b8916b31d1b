namespace Renstra.Transform.Workbooks;

/// <summary>A rectangle of cells; all indexes are zero-based and inclusive.</summary>
/// <param name="FirstRow">Top row.</param>
/// <param name="FirstColumn">Left column.</param>
/// <param name="LastRow">Bottom row, not above the top one.</param>
/// <param name="LastColumn">Right column, not left of the left one.</param>
public readonly record struct CellRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    /// <summary>Whether the cell lies inside.</summary>
    public bool Contains(int row, int column) =>
        row >= FirstRow && row <= LastRow && column >= FirstColumn && column <= LastColumn;

    /// <summary>The range in A1 notation, such as <c>B2:C5</c>.</summary>
    public override string ToString() => $"{CellAddress.Of(FirstRow, FirstColumn)}:{CellAddress.Of(LastRow, LastColumn)}";
}
