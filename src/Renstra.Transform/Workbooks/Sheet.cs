namespace Renstra.Transform.Workbooks;

/// <summary>
/// A sheet of cells. Indexes are zero-based everywhere; <see cref="AddressOf"/> gives what a person calls a cell. Only cells with
/// content are kept, so a sheet with one value far down costs no more than that value.
/// </summary>
public sealed class Sheet
{
    private readonly int[] _rowStarts;
    private readonly ushort[] _columns;
    private readonly ChunkedList<Cell> _cells;
    private readonly HashSet<int> _hiddenRows;
    private readonly HashSet<int> _hiddenColumns;
    private readonly MergedRanges _merged;

    /// <param name="name">The name on the tab.</param>
    /// <param name="isHidden">Whether the tab is hidden.</param>
    /// <param name="rowStarts">For each row and one past the last, where its cells begin in <paramref name="cells"/>.</param>
    /// <param name="columns">The column of each cell, ascending within a row.</param>
    /// <param name="cells">The cells with content, row by row.</param>
    /// <param name="hiddenRows">Hidden rows.</param>
    /// <param name="hiddenColumns">Hidden columns.</param>
    /// <param name="mergedRanges">Merged ranges as the file has them.</param>
    internal Sheet(
        string name,
        bool isHidden,
        int[] rowStarts,
        ushort[] columns,
        ChunkedList<Cell> cells,
        HashSet<int> hiddenRows,
        HashSet<int> hiddenColumns,
        IEnumerable<CellRange> mergedRanges)
    {
        Name = name;
        IsHidden = isHidden;
        _rowStarts = rowStarts;
        _columns = columns;
        _cells = cells;
        _hiddenRows = hiddenRows;
        _hiddenColumns = hiddenColumns;
        RowCount = rowStarts.Length - 1;
        ColumnCount = columns.Length == 0 ? 0 : columns.Max() + 1;
        _merged = new MergedRanges(mergedRanges, RowCount, ColumnCount);
    }

    /// <summary>The name on the tab; empty for delimited text and HTML.</summary>
    public string Name { get; }

    /// <summary>Whether the tab is hidden, from the user or from the menu too.</summary>
    public bool IsHidden { get; }

    /// <summary>Rows down to the last one with content, counted from the top of the sheet.</summary>
    public int RowCount { get; }

    /// <summary>Columns up to the last one with content, counted from column A.</summary>
    public int ColumnCount { get; }

    /// <summary>
    /// Merged ranges that begin within <see cref="RowCount"/> and <see cref="ColumnCount"/>. The value is in the first cell; the others
    /// are usually blank.
    /// </summary>
    public IReadOnlyList<CellRange> MergedRanges => _merged.All;

    /// <summary>
    /// How many fields each row of a text has that commas divide, blank ones included; null for everything else. Where a comma stands
    /// in numbers too, a row has more of them than its heading.
    /// </summary>
    internal IReadOnlyList<int>? CommaFields { get; init; }

    /// <summary>The cell at a row and column; a blank one outside the content.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Row or column is negative.</exception>
    public Cell this[int row, int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfNegative(column);
            if (row >= RowCount || column >= ColumnCount)
            {
                return default;
            }

            var start = _rowStarts[row];
            var index = _columns.AsSpan(start, _rowStarts[row + 1] - start).BinarySearch((ushort)column);
            return index < 0 ? default : _cells[start + index];
        }
    }

    /// <summary>Whether a row is hidden, by hand or by a filter.</summary>
    public bool IsRowHidden(int row) => _hiddenRows.Contains(row);

    /// <summary>Whether a column is hidden.</summary>
    public bool IsColumnHidden(int column) => _hiddenColumns.Contains(column);

    /// <summary>The merged range that covers a cell; null where none does.</summary>
    public CellRange? MergedRangeAt(int row, int column) => _merged.At(row, column);

    /// <summary>The address of a cell as a person calls it: row 6, column 1 is <c>B7</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Row or column is negative.</exception>
    public static string AddressOf(int row, int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        return CellAddress.Of(row, column);
    }
}
