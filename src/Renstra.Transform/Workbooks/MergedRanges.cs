namespace Renstra.Transform.Workbooks;

/// <summary>
/// The merged ranges of a sheet, looked up by cell. Excel knows no overlapping ranges; where a file has them, the one that begins
/// further up or left stands and the other is dropped. Ranges are kept by blocks of rows, so that neither a tall range takes much memory
/// nor a look-up much time, whatever the file says.
/// </summary>
internal sealed class MergedRanges
{
    private const int BlockRows = 64;

    private readonly Dictionary<int, List<CellRange>> _byBlock = [];

    /// <param name="ranges">The ranges as the file has them, in any order.</param>
    /// <param name="rowCount">Rows with content; below them nothing is looked up.</param>
    /// <param name="columnCount">Columns with content.</param>
    public MergedRanges(IEnumerable<CellRange> ranges, int rowCount, int columnCount)
    {
        var takenThrough = new int[columnCount];
        Array.Fill(takenThrough, -1);
        var kept = new List<CellRange>();
        foreach (var range in ranges.OrderBy(range => range.FirstRow).ThenBy(range => range.FirstColumn))
        {
            if (range.FirstRow >= rowCount || range.FirstColumn >= columnCount)
            {
                continue;
            }

            var columns = takenThrough.AsSpan(range.FirstColumn, Math.Min(range.LastColumn + 1, columnCount) - range.FirstColumn);
            if (columns.ContainsAnyInRange(range.FirstRow, int.MaxValue))
            {
                continue;
            }

            columns.Fill(range.LastRow);
            kept.Add(range);
            for (var block = range.FirstRow / BlockRows; block <= Math.Min(range.LastRow, rowCount - 1) / BlockRows; block++)
            {
                if (!_byBlock.TryGetValue(block, out var inBlock))
                {
                    _byBlock[block] = inBlock = [];
                }

                inBlock.Add(range);
            }
        }

        All = kept;
    }

    /// <summary>The ranges that begin within the rows and columns with content, from top to bottom and left to right.</summary>
    public IReadOnlyList<CellRange> All { get; }

    /// <summary>The range that covers a cell; null where none does.</summary>
    public CellRange? At(int row, int column)
    {
        if (_byBlock.TryGetValue(row / BlockRows, out var inBlock))
        {
            foreach (var range in inBlock)
            {
                if (range.Contains(row, column))
                {
                    return range;
                }
            }
        }

        return null;
    }
}
