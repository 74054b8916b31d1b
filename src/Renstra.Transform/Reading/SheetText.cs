using Renstra.Transform.Reports;
using Renstra.Transform.Wordings;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reading;

/// <summary>A sheet as its words are looked for: text normalised, merged cells standing for every cell that they cover.</summary>
/// <param name="sheet">The sheet.</param>
/// <param name="index">Zero-based position of its tab.</param>
internal sealed class SheetText(Sheet sheet, int index)
{
    /// <summary>A sheet that a person made has no more different texts; one that is made to fill the memory shall not fill it twice.</summary>
    private const int MostRemembered = 50_000;

    /// <summary>Letterhead, title and labels of a report are fewer than a hundred texts.</summary>
    private const int MostTextsAtEitherEnd = 1_000;

    private readonly Dictionary<string, string> _normalised = new(StringComparer.Ordinal);

    public Sheet Sheet => sheet;

    public int Index => index;

    public Place At(int row, int column) => new(index, sheet.Name, row, column);

    /// <summary>
    /// The rows in which a sheet may say what it is about: all of them, or where they hold more texts than anybody writes there, the first
    /// and the last ones. What follows from a file must not take longer than reading it.
    /// </summary>
    /// <param name="firstRow">The first row.</param>
    /// <param name="endRow">The row to stop before.</param>
    public IEnumerable<int> RowsToSearch(int firstRow, int endRow)
    {
        var end = Math.Min(endRow, sheet.RowCount);
        var first = firstRow;
        for (var texts = 0; first < end && texts < MostTextsAtEitherEnd; first++)
        {
            texts += TextsIn(first);
        }

        var last = end;
        for (var texts = 0; last > first && texts < MostTextsAtEitherEnd; last--)
        {
            texts += TextsIn(last - 1);
        }

        return Enumerable.Range(firstRow, first - firstRow).Concat(Enumerable.Range(last, end - last));
    }

    private int TextsIn(int row)
    {
        var texts = 0;
        for (var column = 0; column < sheet.ColumnCount; column++)
        {
            texts += sheet[row, column].Kind == CellKind.Text ? 1 : 0;
        }

        return texts;
    }

    /// <summary>The cell itself; where it is covered by a merged range, the one that shows in its place.</summary>
    public Cell Shown(int row, int column)
    {
        var cell = sheet[row, column];
        return cell.IsBlank && sheet.MergedRangeAt(row, column) is { } range ? sheet[range.FirstRow, range.FirstColumn] : cell;
    }

    /// <summary>Whether a cell is covered by a merged range that begins elsewhere.</summary>
    public bool IsCovered(int row, int column) =>
        sheet.MergedRangeAt(row, column) is { } range && (range.FirstRow != row || range.FirstColumn != column);

    /// <summary>The words shown in a cell; empty where there is no text, or text too long to be a phrase.</summary>
    public string Words(int row, int column) => Words(Shown(row, column));

    /// <summary>The words of a cell; empty where there is no text, or text too long to be a phrase.</summary>
    public string Words(Cell cell)
    {
        if (cell.Kind != CellKind.Text || cell.Text.Length > Wording.LongestPhrase)
        {
            return "";
        }

        if (_normalised.TryGetValue(cell.Text, out var known))
        {
            return known;
        }

        var words = Wording.Corrected(Wording.Normalise(cell.Text));
        if (_normalised.Count < MostRemembered)
        {
            _normalised.Add(cell.Text, words);
        }

        return words;
    }
}
