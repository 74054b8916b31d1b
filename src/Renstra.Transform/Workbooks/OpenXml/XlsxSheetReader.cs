using System.Buffers;
using System.Globalization;
using Renstra.Transform.Workbooks.Xml;

namespace Renstra.Transform.Workbooks.OpenXml;

/// <summary>Reads one worksheet part (ECMA-376 part 1, 18.3).</summary>
internal sealed class XlsxSheetReader(
    XmlPart xml,
    SheetBuilder sheet,
    List<object> strings,
    CellFormats formats,
    bool isCalculatedOnLoad,
    ReadingBudget budget)
{
    /// <summary>The longest formula is 8,192 characters.</summary>
    private const int MaxFormula = 8_192;

    /// <summary>How deep rows lie in a sheet, below <c>worksheet</c> and <c>sheetData</c>; their cells lie one deeper.</summary>
    private const int RowDepth = 2;

    private readonly ArrayBufferWriter<char> _value = new();
    private readonly MarkedTextBuilder _inlineText = new();
    private readonly ArrayBufferWriter<char> _formula = new();
    private int _row = -1;
    private int _column = -1;
    private int _definedColumns;

    /// <summary>Reads the part to its end.</summary>
    public Sheet Read()
    {
        XlsxReader.ReadRoot(xml, "worksheet");
        while (xml.ReadElement())
        {
            switch (xml.Name)
            {
                case "row" when xml.Depth == RowDepth:
                    BeginRow();
                    break;
                case "c" when xml.Depth == RowDepth + 1:
                    ReadCell();
                    break;
                case "row" or "c":
                    // A row within a row is damage that readers understand differently, and Excel not at all.
                    throw UnreadableFileException.Corrupt();
                case "col":
                    FollowColumns();
                    break;
                case "mergeCell":
                    Merge();
                    break;
            }
        }

        return sheet.Build();
    }

    private void BeginRow()
    {
        _row = xml.Attribute("r") is { } number ? WholeNumber.Parse(number, 1, CellAddress.MostRows) - 1 : _row + 1;
        _column = -1;
        if (xml.Flag("hidden"))
        {
            sheet.HideRow(_row);
        }
    }

    /// <summary>Column definitions come once and in order; a file that repeats them would hide the same columns millions of times.</summary>
    private void FollowColumns()
    {
        var first = WholeNumber.Parse(xml.Attribute("min"), _definedColumns + 1, CellAddress.MostColumns);
        _definedColumns = WholeNumber.Parse(xml.Attribute("max"), first, CellAddress.MostColumns);
        if (xml.Flag("hidden"))
        {
            sheet.HideColumns(first - 1, _definedColumns - 1);
        }
    }

    private void Merge()
    {
        var ends = (xml.Attribute("ref") ?? "").Split(':');
        var (firstRow, firstColumn) = Place(ends[0]);
        var (lastRow, lastColumn) = Place(ends[^1]);
        sheet.Merge(new CellRange(firstRow, firstColumn, lastRow, lastColumn));
    }

    private void ReadCell()
    {
        if (xml.Attribute("r") is { } reference)
        {
            (var row, _column) = Place(reference);
            if (row != _row)
            {
                throw UnreadableFileException.Corrupt();
            }
        }
        else
        {
            _column++;
        }

        if (xml.IsEmpty)
        {
            return;
        }

        var type = xml.Attribute("t");
        var style = xml.Attribute("s") is { } number ? WholeNumber.Parse(number, 0, int.MaxValue) : 0;
        var isFormula = false;
        Cell? inline = null;
        _value.ResetWrittenCount();
        _formula.ResetWrittenCount();
        var depth = xml.Depth;
        while (xml.ReadElementBelow(depth))
        {
            switch (xml.Name)
            {
                case "v":
                    ReadValue(type);
                    break;
                case "is":
                    XlsxReader.ReadStringItem(xml, _inlineText, budget);
                    inline = formats.ToCell(_inlineText.ToRichText(formats.HasMarks, XlsxReader.Unescape), style, isFormula);
                    break;
                case "f":
                    isFormula = true;
                    _formula.ResetWrittenCount();
                    xml.AppendText(_formula, MaxFormula);
                    break;
            }
        }

        sheet.Add(_row, _column, inline ?? ToCell(type, style, isFormula));
    }

    private void ReadValue(string? type)
    {
        _value.ResetWrittenCount();
        xml.AppendText(_value, budget.Limits.MaxTextCharacters);
        if (type is "str" or "inlineStr")
        {
            budget.TakeText(_value.WrittenCount);
        }
    }

    private Cell ToCell(string? type, int style, bool isFormula)
    {
        var value = _value.WrittenSpan;
        if (value.IsEmpty)
        {
            // An empty result of type text is a result; an empty result of any other type was never worked out.
            return isFormula && type != "str" ? Cell.OfFormulaWithoutValue(Kept(_formula.WrittenSpan)) : default;
        }

        if (type == "s")
        {
            return formats.ToCell(strings[WholeNumber.Parse(value, 0, strings.Count - 1)], style, isFormula);
        }

        var cell = type switch
        {
            "str" or "inlineStr" => Cell.OfText(XlsxReader.Unescape(value.ToString()), isFormula),
            "b" => Cell.OfBoolean(value.Trim() is "1" or "true", isFormula),
            "e" => Cell.OfError(Kept(value), isFormula),
            "d" => Date(value, isFormula),
            null or "n" => Number(value, style, isFormula),
            _ => throw UnreadableFileException.Corrupt(),
        };
        return formats.Show(cell, style);
    }

    private Cell Number(ReadOnlySpan<char> value, int style, bool isFormula)
    {
        if (CellNumber.TryParse(value.Trim(), out var number, out var magnitude))
        {
            // Libraries that cannot calculate write 0 behind every formula and ask the next program to work it out.
            return isFormula && number == 0 && isCalculatedOnLoad
                ? Cell.OfFormulaWithoutValue(Kept(_formula.WrittenSpan))
                : formats.ToCell(number, style, isFormula);
        }

        return double.IsFinite(magnitude)
            ? Cell.OfText(CellNumber.Scientific(magnitude), isFormula)
            : throw UnreadableFileException.Corrupt();
    }

    /// <summary>
    /// Strict files may write dates as ISO 8601 (ECMA-376 part 1, 18.17.4.1), times of day alone too. Durations and days before the
    /// calendar of sheets begins are nothing that is counted with here: text.
    /// </summary>
    private Cell Date(ReadOnlySpan<char> value, bool isFormula)
    {
        const DateTimeStyles Styles = DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.NoCurrentDateDefault | DateTimeStyles.AdjustToUniversal;
        if (!DateTime.TryParse(value, CultureInfo.InvariantCulture, Styles, out var date))
        {
            return Cell.OfText(Kept(value), isFormula);
        }

        return date.Date == DateTime.MinValue ? Cell.OfDate(SerialDate.DayZero + date.TimeOfDay, null, isFormula)
            : date >= SerialDate.DayZero ? Cell.OfDate(date, null, isFormula)
            : Cell.OfText(Kept(value), isFormula);
    }

    private string Kept(ReadOnlySpan<char> text)
    {
        budget.TakeText(text.Length);
        return text.ToString();
    }

    private static (int Row, int Column) Place(string reference) =>
        CellAddress.TryParse(reference, out var row, out var column) ? (row, column) : throw UnreadableFileException.Corrupt();
}
