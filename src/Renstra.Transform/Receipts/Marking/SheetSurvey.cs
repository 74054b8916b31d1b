using System.Globalization;
using Renstra.Transform.Workbooks;
using Renstra.Transform.Workbooks.Xml;

namespace Renstra.Transform.Receipts.Marking;

/// <summary>What must be known of a sheet before cells of it are marked: merged ranges, sizes, and what is drawn on it already.</summary>
internal sealed class SheetSurvey
{
    private const decimal PixelsPerCharacter = 7;
    private const int CellPadding = 5;
    private const int DefaultColumnPixels = 64;
    private const int DefaultRowPixels = 20;
    private const decimal PixelsPerPoint = 96m / 72m;

    private readonly Dictionary<(int Row, int Column), CellRange> _merged = [];
    private readonly List<(int First, int Last, int Pixels)> _columns = [];
    private readonly Dictionary<int, int> _rows = [];
    private int _defaultColumn = DefaultColumnPixels;
    private int _defaultRow = DefaultRowPixels;

    private SheetSurvey()
    {
    }

    /// <summary>What the sheet calls the drawing that its notes are in; null when it has none.</summary>
    public string? NoteDrawing { get; private set; }

    /// <summary>Goes through a sheet once.</summary>
    /// <param name="content">The worksheet part.</param>
    /// <param name="dialect">Its dialect.</param>
    /// <param name="cells">The cells that are to be marked, zero-based.</param>
    public static SheetSurvey Of(Stream content, Dialect dialect, IReadOnlyCollection<(int Row, int Column)> cells)
    {
        const int RowsBelow = 60;
        var lastRow = cells.Max(cell => cell.Row) + RowsBelow;
        var survey = new SheetSurvey();
        using var xml = new XmlPart(content);
        if (!xml.ReadElement() || xml.Name != "worksheet" || xml.RootNamespace != dialect.Main.NamespaceName)
        {
            throw UnreadableFileException.Corrupt();
        }

        var row = -1;
        while (xml.ReadElement())
        {
            switch (xml.Name)
            {
                case "sheetFormatPr":
                    survey._defaultColumn = Number(xml.Attribute("defaultColWidth")) is { } width ? ColumnPixels(width) : DefaultColumnPixels;
                    survey._defaultRow = Number(xml.Attribute("defaultRowHeight")) is { } height ? (int)(height * PixelsPerPoint) : DefaultRowPixels;
                    break;
                case "col":
                    survey.Follow(xml);
                    break;
                case "row":
                    row = xml.Attribute("r") is { } number ? WholeNumber.Parse(number, 1, CellAddress.MostRows) - 1 : row + 1;
                    if (row <= lastRow && (xml.Flag("hidden") ? 0 : Number(xml.Attribute("ht")) * PixelsPerPoint) is { } pixels)
                    {
                        survey._rows[row] = (int)pixels;
                    }

                    break;
                case "mergeCell":
                    survey.Merge(xml.Attribute("ref") ?? "", cells);
                    break;
                case "legacyDrawing":
                    survey.NoteDrawing = xml.Attribute("id", dialect.Relations.NamespaceName);
                    break;
            }
        }

        return survey;
    }

    /// <summary>The range that a cell is seen as: the merged one that covers it, else the cell.</summary>
    public CellRange RangeOf(int row, int column) => _merged.TryGetValue((row, column), out var range) ? range : new CellRange(row, column, row, column);

    /// <summary>How wide a column is on a screen.</summary>
    public int ColumnPixels(int column)
    {
        foreach (var (first, last, pixels) in _columns)
        {
            if (column >= first && column <= last)
            {
                return pixels;
            }
        }

        return _defaultColumn;
    }

    /// <summary>How high a row is on a screen, as far as the file tells.</summary>
    public int RowPixels(int row) => _rows.GetValueOrDefault(row, _defaultRow);

    private void Follow(XmlPart xml)
    {
        var first = WholeNumber.Parse(xml.Attribute("min"), 1, CellAddress.MostColumns) - 1;
        var last = WholeNumber.Parse(xml.Attribute("max"), first + 1, CellAddress.MostColumns) - 1;
        var pixels = xml.Flag("hidden") ? 0 : Number(xml.Attribute("width")) is { } width ? ColumnPixels(width) : _defaultColumn;
        _columns.Add((first, last, pixels));
    }

    private void Merge(string reference, IEnumerable<(int Row, int Column)> cells)
    {
        var ends = reference.Split(':');
        if (!CellAddress.TryParse(ends[0], out var firstRow, out var firstColumn) || !CellAddress.TryParse(ends[^1], out var lastRow, out var lastColumn))
        {
            throw UnreadableFileException.Corrupt();
        }

        foreach (var cell in cells.Where(cell => cell.Row >= firstRow && cell.Row <= lastRow && cell.Column >= firstColumn && cell.Column <= lastColumn))
        {
            _merged[cell] = new CellRange(firstRow, firstColumn, lastRow, lastColumn);
        }
    }

    private static int ColumnPixels(decimal characters) => (int)(characters * PixelsPerCharacter) + CellPadding;

    private static decimal? Number(string? text)
    {
        const decimal Most = 1_000;
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 0, Most) : null;
    }
}
