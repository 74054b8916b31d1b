using System.Globalization;
using System.Text;
using Renstra.Transform.Workbooks.Xml;

namespace Renstra.Transform.Workbooks.Texts;

/// <summary>Reads XML Spreadsheet 2003, which Excel saves and web systems send under the name of .xls.</summary>
internal sealed class SpreadsheetXml
{
    /// <summary>The namespace of elements and attributes alike.</summary>
    public const string Namespace = "urn:schemas-microsoft-com:office:spreadsheet";

    /// <summary>The namespace of what only Excel wants to know, such as which sheets are hidden.</summary>
    private const string ExcelNamespace = "urn:schemas-microsoft-com:office:excel";

    private const int MostRows = 1_048_576;
    private const int MostColumns = 16_384;

    private readonly XmlPart _xml;
    private readonly ReadingBudget _budget;
    private readonly SpreadsheetXmlStyles _styles = new();
    private readonly List<SheetBuilder> _sheets = [];
    private readonly MarkedTextBuilder _text = new();
    private int _row;
    private int _column;

    private SpreadsheetXml(XmlPart xml, ReadingBudget budget)
    {
        _xml = xml;
        _budget = budget;
    }

    /// <summary>Reads all sheets.</summary>
    public static List<Sheet> Read(ReadOnlyMemory<byte> utf8, ReadingBudget budget)
    {
        var text = new StreamReader(new MarkupGuard(FileContent.ToStream(utf8)), Encoding.UTF8);
        using var xml = new XmlPart(text, ExcelNamespace);
        var reader = new SpreadsheetXml(xml, budget);
        reader.Read();
        return reader._sheets.ConvertAll(sheet => sheet.Build());
    }

    private SheetBuilder Sheet => _sheets.Count > 0 ? _sheets[^1] : throw UnreadableFileException.Corrupt();

    private void Read()
    {
        if (!_xml.ReadElement() || _xml.Name != "Workbook" || _xml.RootNamespace != Namespace)
        {
            throw UnreadableFileException.Corrupt();
        }

        while (_xml.ReadElement())
        {
            switch (_xml.Name)
            {
                case "Style":
                    _styles.Begin(Attribute("ID"));
                    break;
                case "NumberFormat":
                    _styles.SetFormat(Attribute("Format"));
                    break;
                case "Font":
                    _styles.SetMark(
                        Attribute("StrikeThrough") == "1" ? FontMark.Struck
                        : Attribute("VerticalAlign") switch { "Superscript" => FontMark.Raised, "Subscript" => FontMark.Lowered, _ => FontMark.None });
                    break;
                case "Worksheet":
                    _budget.CheckSheetCount(_sheets.Count + 1);
                    _sheets.Add(new SheetBuilder(Attribute("Name") ?? "", isHidden: false, _budget));
                    (_row, _column) = (0, 0);
                    break;
                case "Visible" when _xml.ReadText(atMost: 32) is "SheetHidden" or "SheetVeryHidden":
                    Sheet.Hide();
                    break;
                case "Date1904":
                    _styles.Formats.Is1904 = true;
                    break;
                case "Column":
                    var (firstColumn, lastColumn) = Span(_column, MostColumns);
                    if (Attribute("Hidden") == "1")
                    {
                        Sheet.HideColumns(firstColumn, lastColumn);
                    }

                    _column = lastColumn + 1;
                    break;
                case "Row":
                    ReadRow();
                    break;
            }
        }
    }

    private void ReadRow()
    {
        var (first, last) = Span(_row, MostRows);
        if (Attribute("Hidden") == "1")
        {
            for (var row = first; row <= Math.Min(last, _budget.Limits.MaxRows - 1); row++)
            {
                Sheet.HideRow(row);
            }
        }

        _row = last + 1;
        if (_xml.IsEmpty)
        {
            return;
        }

        var column = 0;
        for (var depth = _xml.Depth; _xml.ReadElementBelow(depth);)
        {
            if (_xml.Name == "Cell")
            {
                column = ReadCell(first, column);
            }
        }
    }

    /// <summary>Reads a cell and gives the column after it.</summary>
    private int ReadCell(int row, int nextColumn)
    {
        var column = Attribute("Index") is { } index ? WholeNumber.Parse(index, 1, MostColumns) - 1 : nextColumn;
        var lastColumn = column + WholeNumber.Parse(Attribute("MergeAcross") ?? "0", 0, MostColumns - 1);
        var lastRow = row + WholeNumber.Parse(Attribute("MergeDown") ?? "0", 0, MostRows - 1);
        if (lastColumn > column || lastRow > row)
        {
            Sheet.Merge(new CellRange(row, column, lastRow, lastColumn));
        }

        var formula = Attribute("Formula");
        var style = Attribute("StyleID");
        Cell? cell = null;
        if (!_xml.IsEmpty)
        {
            // A comment has data of its own, one level further down.
            for (var depth = _xml.Depth; _xml.ReadElementBelow(depth);)
            {
                if (_xml.Name == "Data" && _xml.Depth == depth + 1)
                {
                    cell = ToCell(Attribute("Type"), _styles.CodeOf(style), formula is not null).WithMark(_styles.MarkOf(style));
                }
            }
        }

        Sheet.Add(row, column, cell ?? (formula is null ? default : Cell.OfFormulaWithoutValue(Kept(formula.TrimStart('=')))));
        return lastColumn + 1;
    }

    private Cell ToCell(string? type, string? code, bool isFormula)
    {
        _text.Clear();
        _xml.AppendMarkedText(_text, _budget.Limits.MaxTextCharacters, MarkOf);
        _budget.TakeText(_text.Text.WrittenCount);
        if (type == "String")
        {
            return Cell.OfText(_text.ToText(), isFormula);
        }

        var value = _text.Text.WrittenSpan.ToString();
        return type switch
        {
            "Boolean" => Cell.OfBoolean(value.Trim() == "1", isFormula),
            "Error" => Cell.OfError(value, isFormula),
            "Number" => Number(value.AsSpan().Trim(), code, isFormula),
            "DateTime" when DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var date) =>
                date >= SerialDate.DayZero ? Cell.OfDate(date, code, isFormula) : Cell.OfText(value, isFormula),
            _ => throw UnreadableFileException.Corrupt(),
        };
    }

    /// <summary>What the elements do that Excel borrows from HTML for parts of a text.</summary>
    private static FontMark MarkOf(string element) => element switch
    {
        "S" => FontMark.Struck,
        "Sup" => FontMark.Raised,
        "Sub" => FontMark.Lowered,
        _ => FontMark.None,
    };

    private Cell Number(ReadOnlySpan<char> value, string? code, bool isFormula) =>
        CellNumber.TryParse(value, out var number, out var magnitude) ? _styles.Formats.ToCell(number, code, isFormula)
        : double.IsFinite(magnitude) ? Cell.OfText(CellNumber.Scientific(magnitude), isFormula)
        : throw UnreadableFileException.Corrupt();

    private (int First, int Last) Span(int next, int most)
    {
        // Rows and columns come in order; a file that goes back would hide the same ones millions of times.
        var first = Attribute("Index") is { } index ? WholeNumber.Parse(index, next + 1, most) - 1 : next;
        return (first, first + WholeNumber.Parse(Attribute("Span") ?? "0", 0, most - 1));
    }

    private string Kept(string text)
    {
        _budget.TakeText(text.Length);
        return text;
    }

    private string? Attribute(string name) => _xml.Attribute(name, Namespace);
}

/// <summary>The formats of an XML Spreadsheet 2003, by the name of the style that they belong to.</summary>
internal sealed class SpreadsheetXmlStyles
{
    /// <summary>The formats that this dialect names instead of writing their code.</summary>
    private static readonly Dictionary<string, string?> Named = new(StringComparer.Ordinal)
    {
        [""] = null,
        ["General"] = null,
        ["General Number"] = null,
        ["General Date"] = "m/d/yy h:mm",
        ["Long Date"] = "dddd, mmmm dd, yyyy",
        ["Medium Date"] = "d-mmm-yy",
        ["Short Date"] = "m/d/yy",
        ["Long Time"] = "h:mm:ss AM/PM",
        ["Medium Time"] = "h:mm AM/PM",
        ["Short Time"] = "h:mm",
        ["Fixed"] = "0.00",
        ["Standard"] = "#,##0.00",
        ["Percent"] = "0.00%",
        ["Scientific"] = "0.00E+00",
    };

    private readonly Dictionary<string, string?> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FontMark> _marks = new(StringComparer.Ordinal);
    private string? _current;

    /// <summary>What tells dates from numbers.</summary>
    public CellFormats Formats { get; } = new();

    /// <summary>Begins a style.</summary>
    public void Begin(string? id) => _current = id;

    /// <summary>Sets the number format of the style that was begun last.</summary>
    public void SetFormat(string? format)
    {
        if (_current is not null && format is not null)
        {
            _codes[_current] = Named.TryGetValue(format, out var code) ? code : format;
        }
    }

    /// <summary>Sets what the font of the style does that was begun last.</summary>
    public void SetMark(FontMark mark)
    {
        if (_current is not null && mark != FontMark.None)
        {
            _marks[_current] = mark;
        }
    }

    /// <summary>What the font of a style does.</summary>
    public FontMark MarkOf(string? style) => style is null ? FontMark.None : _marks.GetValueOrDefault(style);

    /// <summary>The format code of a style; null for the general format.</summary>
    public string? CodeOf(string? style) => style is null ? null : _codes.GetValueOrDefault(style);
}
