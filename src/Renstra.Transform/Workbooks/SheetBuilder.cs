namespace Renstra.Transform.Workbooks;

/// <summary>
/// Gathers the cells of a sheet while a reader meets them. Cells come in any order: formats ask for ascending rows and columns, files do
/// not always comply. Of two values for one cell the later stands, as in Excel.
/// </summary>
/// <param name="name">The name on the tab.</param>
/// <param name="isHidden">Whether the tab is hidden.</param>
/// <param name="budget">What the cells are counted against; null counts nothing.</param>
internal sealed class SheetBuilder(string name, bool isHidden = false, ReadingBudget? budget = null)
{
    private readonly ChunkedList<long> _places = new();
    private readonly ChunkedList<Cell> _cells = new();
    private readonly HashSet<int> _hiddenRows = [];
    private readonly HashSet<int> _hiddenColumns = [];
    private readonly List<CellRange> _merged = [];
    private List<int>? _commaFields;
    private bool _isHidden = isHidden;
    private long _lastPlace = -1;
    private bool _isAscending = true;

    /// <summary>The name on the tab.</summary>
    public string Name => name;

    /// <summary>Puts a cell at its place; a blank one is passed over.</summary>
    public SheetBuilder Add(int row, int column, Cell cell)
    {
        if (!cell.IsBlank)
        {
            budget?.TakeCell(name, row, column);
            var place = ((long)row << 16) | (long)(ushort)column;
            _isAscending &= place > _lastPlace;
            _lastPlace = place;
            _places.Add(place);
            _cells.Add(cell);
        }

        return this;
    }

    /// <summary>Marks the sheet as hidden, where the file says so only after its cells.</summary>
    public SheetBuilder Hide()
    {
        _isHidden = true;
        return this;
    }

    /// <summary>Marks a row as hidden; rows beyond the limit are of no interest.</summary>
    public SheetBuilder HideRow(int row)
    {
        if (row < (budget?.Limits.MaxRows ?? int.MaxValue))
        {
            _hiddenRows.Add(row);
        }

        return this;
    }

    /// <summary>
    /// Marks columns from one to another as hidden; columns beyond the limit are of no interest, and files hide all 16,384.
    /// </summary>
    public SheetBuilder HideColumns(int first, int last)
    {
        for (var column = first; column <= Math.Min(last, (budget?.Limits.MaxColumns ?? 16_384) - 1); column++)
        {
            _hiddenColumns.Add(column);
        }

        return this;
    }

    /// <summary>Adds a merged range. It counts as a cell; a range beyond the limits is of no interest, and one that ends before it begins is damage.</summary>
    public SheetBuilder Merge(CellRange range)
    {
        if (range.LastRow < range.FirstRow || range.LastColumn < range.FirstColumn)
        {
            throw UnreadableFileException.Corrupt();
        }

        if (budget is null)
        {
            _merged.Add(range);
        }
        else if (range.FirstRow < budget.Limits.MaxRows && range.FirstColumn < budget.Limits.MaxColumns)
        {
            budget.TakeCell(name, range.FirstRow, range.FirstColumn);
            _merged.Add(range);
        }

        return this;
    }

    /// <summary>Notes how many fields the next row has of a text that commas divide.</summary>
    public SheetBuilder CountCommaFields(int fields)
    {
        (_commaFields ??= []).Add(fields);
        return this;
    }

    /// <summary>The sheet of all that was gathered.</summary>
    public Sheet Build()
    {
        var (places, cells) = _isAscending ? (_places, _cells) : InOrder(_places, _cells);
        var rowStarts = new int[places.Count == 0 ? 1 : (int)(places[places.Count - 1] >> 16) + 2];
        var columns = new ushort[places.Count];
        for (int i = 0, row = 0; i < places.Count; i++)
        {
            for (var cellRow = (int)(places[i] >> 16); row < cellRow; row++)
            {
                rowStarts[row + 1] = i;
            }

            columns[i] = (ushort)places[i];
        }

        rowStarts[^1] = places.Count;
        return new Sheet(name, _isHidden, rowStarts, columns, cells, _hiddenRows, _hiddenColumns, _merged) { CommaFields = _commaFields };
    }

    private static (ChunkedList<long> Places, ChunkedList<Cell> Cells) InOrder(ChunkedList<long> places, ChunkedList<Cell> cells)
    {
        var order = Enumerable.Range(0, places.Count).OrderBy(index => places[index]).ToArray();
        var (orderedPlaces, orderedCells) = (new ChunkedList<long>(), new ChunkedList<Cell>());
        for (var at = 0; at < order.Length; at++)
        {
            // Sorting keeps the order of equals, so the last of several at one place is the later value.
            if (at + 1 == order.Length || places[order[at + 1]] != places[order[at]])
            {
                orderedPlaces.Add(places[order[at]]);
                orderedCells.Add(cells[order[at]]);
            }
        }

        return (orderedPlaces, orderedCells);
    }
}
