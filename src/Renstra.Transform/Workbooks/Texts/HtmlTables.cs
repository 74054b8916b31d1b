using System.Globalization;

namespace Renstra.Transform.Workbooks.Texts;

/// <summary>
/// Reads an HTML page that is sent as a workbook: one sheet, on which text outside of tables takes a row each and tables follow one
/// another, as Excel shows such a page. All cells are text. A table within a table leaves open which row a value is in, and is not read.
/// </summary>
internal sealed class HtmlTables
{
    /// <summary>The most columns that a cell may span (HTML, 4.9.11).</summary>
    private const int MaxColumnSpan = 1_000;

    /// <summary>The most rows that a cell may span (HTML, 4.9.11).</summary>
    private const int MaxRowSpan = 65_534;

    private static readonly HashSet<string> LineBreaks = new(StringComparer.Ordinal)
    {
        "br", "p", "/p", "div", "/div", "li", "/li", "h1", "/h1", "h2", "/h2", "h3", "/h3", "h4", "/h4", "h5", "/h5", "h6", "/h6",
        "center", "/center", "caption", "/caption", "hr", "pre", "/pre", "body", "/body",
    };

    private readonly HtmlTokens _tokens;
    private readonly ReadingBudget _budget;
    private readonly SheetBuilder _sheet;
    private readonly MarkedTextBuilder _text = new();
    private readonly HtmlMarks _marks;

    /// <summary>For each column the last row that a cell from further up covers.</summary>
    private readonly int[] _coveredThrough;

    private int _row = -1;
    private int _column;
    private bool _isInTable;
    private bool _isInCell;
    private bool _hasTable;

    private HtmlTables(string html, ReadingBudget budget)
    {
        _tokens = new HtmlTokens(html);
        _marks = new HtmlMarks(html);
        _budget = budget;
        _sheet = new SheetBuilder("", budget: budget);
        _coveredThrough = new int[budget.Limits.MaxColumns];
        Array.Fill(_coveredThrough, -1);
    }

    /// <summary>Whether text is a page: it begins with markup and has a table or says that it is HTML.</summary>
    public static bool IsHtml(ReadOnlySpan<char> text)
    {
        var start = text.TrimStart();
        return start.StartsWith("<", StringComparison.Ordinal)
            && (start.Contains("<table", StringComparison.OrdinalIgnoreCase) || start.Contains("<html", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Reads the page as one sheet.</summary>
    public static Sheet Read(string html, ReadingBudget budget) => new HtmlTables(html, budget).Read();

    private static UnreadableFileException NotASheet() => new(new FileProblem(FileProblemKind.Html));

    private Sheet Read()
    {
        while (_tokens.Read())
        {
            if (_tokens.Tag is null)
            {
                Append(_tokens.Text);
            }
            else
            {
                Follow(_tokens.Tag);
            }
        }

        if (_isInTable)
        {
            // The page stops before its table does: what is missing, nobody can tell.
            throw UnreadableFileException.Corrupt();
        }

        EndLine();
        return _hasTable ? _sheet.Build() : throw NotASheet();
    }

    private void Follow(string tag)
    {
        switch (tag)
        {
            case "table":
                if (_isInTable)
                {
                    throw NotASheet();
                }

                EndLine();
                _isInTable = _hasTable = true;
                break;
            case "/table":
                EndCell();
                _isInTable = false;
                break;
            case "tr" when _isInTable:
                BeginRow();
                break;
            case "td" or "th" when _isInTable:
                BeginCell();
                break;
            case "/td" or "/th" or "/tr":
                EndCell();
                break;
            default:
                if (LineBreaks.Contains(tag))
                {
                    Break();
                }

                if (HtmlMarks.IsInline(tag))
                {
                    _marks.Follow(tag, _tokens);
                }

                break;
        }
    }

    private void Append(string text)
    {
        if ((_isInCell || !_isInTable) && !_marks.IsHidden)
        {
            // What is longer than the budget ends the reading when the cell does.
            _text.Append(text.AsSpan(0, Math.Clamp(_budget.Limits.MaxTextCharacters + 1 - _text.Text.WrittenCount, 0, text.Length)), _marks.Current);
        }
    }

    private void Break()
    {
        if (_isInCell)
        {
            _text.Append("\n", FontMark.None);
        }
        else if (!_isInTable)
        {
            EndLine();
        }
    }

    private void EndLine()
    {
        if (TakeText() is { IsBlank: false } line)
        {
            _row++;
            _sheet.Add(_row, 0, line);
        }
    }

    private void BeginRow()
    {
        EndCell();
        _row++;
        _column = 0;
        if (_marks.IsHiddenBy(_tokens))
        {
            _sheet.HideRow(_row);
        }
    }

    private void BeginCell()
    {
        EndCell();
        if (_row < 0)
        {
            _row = 0;
        }

        while (_column < _coveredThrough.Length && _coveredThrough[_column] >= _row)
        {
            _column++;
        }

        _isInCell = true;
        _marks.Begin(_tokens);
        var lastColumn = _column + SpanOf("colspan", MaxColumnSpan) - 1;
        var lastRow = _row + SpanOf("rowspan", MaxRowSpan) - 1;
        for (var column = _column; column <= Math.Min(lastColumn, _coveredThrough.Length - 1); column++)
        {
            _coveredThrough[column] = lastRow;
        }

        if (lastColumn > _column || lastRow > _row)
        {
            _sheet.Merge(new CellRange(_row, _column, lastRow, lastColumn));
        }
    }

    private void EndCell()
    {
        if (_isInCell)
        {
            _sheet.Add(_row, _column, TakeText());
            _isInCell = false;
            _marks.Clear();
            _column++;
        }
    }

    private Cell TakeText()
    {
        _budget.TakeText(_text.Text.WrittenCount);
        var text = _text.ToText();
        _text.Clear();
        return text is MarkedText marked ? Cell.OfText(marked.Trim(), isFormula: false) : Cell.OfText(((string)text).Trim(' ', '\n'));
    }

    private int SpanOf(string attribute, int most) =>
        int.TryParse(_tokens.Attribute(attribute), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var span)
            ? Math.Clamp(span, 1, most)
            : 1;
}
