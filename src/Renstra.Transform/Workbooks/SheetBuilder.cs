namespace Renstra.Transform.Workbooks;

/// <summary>
/// Gathers the cells of a sheet while a reader meets them. Cells come in any order: formats ask for ascending rows and columns, files do
/// not always comply. Of two values for one cell the later stands, as in Excel.
/// </summary>
internal sealed class SheetBuilder(string name, bool isHidden = false)
{
    private readonly List<long> _places = [];
    private readonly List<Cell> _cells = [];
    private readonly HashSet<int> _hiddenRows = [];
    private readonly HashSet<int> _hiddenColumns = [];
    private readonly List<CellRange> _merged = [];
    private bool _isAscending = true;

    /// <summary>The name on the tab.</summary>
    public string Name => name;

    /// <summary>Puts a cell at its place; a blank one is passed over.</summary>
    public SheetBuilder Add(int row, int column, Cell cell)
    {
        if (!cell.IsBlank)
        {
            var place = ((long)row << 16) | (long)(ushort)column;
            _isAscending &= _places.Count == 0 || place > _places[^1];
            _places.Add(place);
            _cells.Add(cell);
        }

        return this;
    }

    /// <summary>Marks a row as hidden.</summary>
    public SheetBuilder HideRow(int row)
    {
        _hiddenRows.Add(row);
        return this;
    }

    /// <summary>Marks a column as hidden.</summary>
    public SheetBuilder HideColumn(int column)
    {
        _hiddenColumns.Add(column);
        return this;
    }

    /// <summary>Adds a merged range.</summary>
    public SheetBuilder Merge(CellRange range)
    {
        _merged.Add(range);
        return this;
    }

    /// <summary>The sheet of all that was gathered.</summary>
    public Sheet Build()
    {
        var places = _places.ToArray();
        var cells = _cells.ToArray();
        if (!_isAscending)
        {
            (places, cells) = InOrder(places, cells);
        }

        var rowStarts = new int[places.Length == 0 ? 1 : (int)(places[^1] >> 16) + 2];
        var columns = new ushort[places.Length];
        for (int i = 0, row = 0; i < places.Length; i++)
        {
            for (var cellRow = (int)(places[i] >> 16); row < cellRow; row++)
            {
                rowStarts[row + 1] = i;
            }

            columns[i] = (ushort)places[i];
        }

        rowStarts[^1] = places.Length;
        return new Sheet(name, isHidden, rowStarts, columns, cells, _hiddenRows, _hiddenColumns, _merged);
    }

    private static (long[] Places, Cell[] Cells) InOrder(long[] places, Cell[] cells)
    {
        var order = Enumerable.Range(0, places.Length).OrderBy(index => places[index]).ToArray();
        var last = order.Where((index, at) => at + 1 == order.Length || places[order[at + 1]] != places[index]).ToArray();
        return (Array.ConvertAll(last, index => places[index]), Array.ConvertAll(last, index => cells[index]));
    }
}
