namespace Renstra.Transform.Workbooks.Xls;

/// <summary>What ExcelDataReader does not tell about a sheet.</summary>
internal sealed class BiffNotes
{
    /// <summary>Rows down to the last one with content.</summary>
    public int RowCount { get; private set; }

    /// <summary>Columns up to the last one with content.</summary>
    public int ColumnCount { get; private set; }

    /// <summary>The cells that hold an error, with the error as shown.</summary>
    public Dictionary<(int Row, int Column), string> Errors { get; } = [];

    /// <summary>The cells with a formula; true where its result is text that is not empty.</summary>
    public Dictionary<(int Row, int Column), bool> Formulas { get; } = [];

    /// <summary>The cells with a formula whose result was never worked out.</summary>
    public HashSet<(int Row, int Column)> Uncalculated { get; } = [];

    /// <summary>The cells whose font marks all that is in them.</summary>
    public Dictionary<(int Row, int Column), FontMark> Marks { get; } = [];

    /// <summary>The cells with text in which fonts set parts apart: where each part begins, and what its font does.</summary>
    public Dictionary<(int Row, int Column), (int Start, FontMark Mark)[]> Runs { get; } = [];

    /// <summary>Hidden rows.</summary>
    public List<int> HiddenRows { get; } = [];

    /// <summary>First and last column of what is hidden.</summary>
    public List<(int First, int Last)> HiddenColumns { get; } = [];

    /// <summary>Merged ranges.</summary>
    public List<CellRange> Merged { get; } = [];

    /// <summary>Notes that a cell has content.</summary>
    public void Occupy(int row, int column)
    {
        RowCount = Math.Max(RowCount, row + 1);
        ColumnCount = Math.Max(ColumnCount, column + 1);
    }
}
