using System.Globalization;
using System.Xml;
using Renstra.Transform.Workbooks.Xml;

namespace Renstra.Transform.Workbooks.OpenDocument;

/// <summary>Reads the parts of a document, each once from beginning to end.</summary>
internal sealed class OdsDocument(ReadingBudget budget)
{
    private const int MostRows = 1_048_576;
    private const int MostColumns = 16_384;

    private readonly OdsStyles _styles = new();
    private readonly OdsText _text = new(budget);
    private readonly List<Sheet> _sheets = [];

    /// <summary>Reads a part: its styles, and its sheets where it has some.</summary>
    public void Read(XmlPart xml)
    {
        if (!xml.ReadElement() || xml.RootNamespace != OdsReader.Office)
        {
            throw UnreadableFileException.Corrupt();
        }

        var bodyDepth = int.MaxValue;
        while (xml.ReadElement())
        {
            if (xml.Name == "spreadsheet")
            {
                bodyDepth = xml.Depth;
            }
            else if (xml.Name == "table" && xml.Depth == bodyDepth + 1)
            {
                budget.CheckSheetCount(_sheets.Count + 1);
                new OdsTable(xml, _styles, _text, budget).Read(_sheets);
            }
            else if (xml.Depth <= bodyDepth)
            {
                _styles.Follow(xml);
            }
        }
    }

    /// <summary>The sheets in the order of their tabs.</summary>
    public List<Sheet> Build() => _sheets;

    /// <summary>Reads one table.</summary>
    private sealed class OdsTable(XmlPart xml, OdsStyles styles, OdsText text, ReadingBudget budget)
    {
        private readonly SheetBuilder _sheet = new(
            xml.Attribute("name", OdsNames.Table) ?? "", styles.IsHidden(xml.Attribute("style-name", OdsNames.Table)), budget);

        private readonly List<(int Column, Cell Cell)> _cells = [];
        private readonly List<(int Last, string? Style)> _columnStyles = [];
        private int _row;
        private int _column;

        public void Read(List<Sheet> sheets)
        {
            for (var (depth, isEmpty) = (xml.Depth, xml.IsEmpty); !isEmpty && xml.ReadElementBelow(depth);)
            {
                switch (xml.Name)
                {
                    case "table-column":
                        ReadColumn();
                        break;
                    case "table-row":
                        ReadRow();
                        break;
                    case "shapes" or "forms" or "table":
                        xml.Skip();
                        break;
                }
            }

            sheets.Add(_sheet.Build());
        }

        private void ReadColumn()
        {
            var next = Math.Min(_column + Repeated("number-columns-repeated", MostColumns), MostColumns);
            if (xml.Attribute("visibility", OdsNames.Table) is "collapse" or "filter")
            {
                _sheet.HideColumns(_column, next - 1);
            }

            _columnStyles.Add((next - 1, xml.Attribute("default-cell-style-name", OdsNames.Table)));
            _column = next;
            if (_columnStyles.Count > MostColumns)
            {
                throw UnreadableFileException.Corrupt();
            }
        }

        /// <summary>Rows with the same content are written once; those below the last one with content go on to the end of the sheet.</summary>
        private void ReadRow()
        {
            var next = Math.Min(_row + Repeated("number-rows-repeated", MostRows), MostRows);
            var style = xml.Attribute("default-cell-style-name", OdsNames.Table);
            if (xml.Attribute("visibility", OdsNames.Table) is "collapse" or "filter")
            {
                for (var row = _row; row < Math.Min(next, budget.Limits.MaxRows); row++)
                {
                    _sheet.HideRow(row);
                }
            }

            _cells.Clear();
            (_column, var styleIndex) = (0, 0);
            for (var (depth, isEmpty) = (xml.Depth, xml.IsEmpty); !isEmpty && xml.ReadElementBelow(depth);)
            {
                if (xml.Name is "table-cell" or "covered-table-cell" && _row < MostRows)
                {
                    while (styleIndex < _columnStyles.Count && _columnStyles[styleIndex].Last < _column)
                    {
                        styleIndex++;
                    }

                    ReadCell(style ?? (styleIndex < _columnStyles.Count ? _columnStyles[styleIndex].Style : null));
                }
            }

            for (var row = _row + 1; _cells.Count > 0 && row < next; row++)
            {
                foreach (var (column, cell) in _cells)
                {
                    _sheet.Add(row, column, cell);
                }
            }

            _row = next;
        }

        private void ReadCell(string? inheritedStyle)
        {
            var next = Math.Min(_column + Repeated("number-columns-repeated", MostColumns), MostColumns);
            var (across, down) = (Repeated("number-columns-spanned", MostColumns), Repeated("number-rows-spanned", MostRows));
            if (across > 1 || down > 1)
            {
                _sheet.Merge(new CellRange(_row, _column, _row + down - 1, _column + across - 1));
            }

            var cell = ToCell(xml.Attribute("style-name", OdsNames.Table) ?? inheritedStyle);
            for (var column = _column; !cell.IsBlank && column < next; column++)
            {
                _sheet.Add(_row, column, cell);
                _cells.Add((column, cell));
            }

            _column = next;
        }

        private Cell ToCell(string? style)
        {
            var formula = xml.Attribute("formula", OdsNames.Table);
            var type = xml.Attribute("value-type", OdsReader.Office);
            var value = type switch
            {
                "float" or "percentage" or "currency" => xml.Attribute("value", OdsReader.Office),
                "date" or "time" or "boolean" or "string" => xml.Attribute($"{type}-value", OdsReader.Office),
                _ => null,
            };
            var mark = styles.MarkOf(style);
            if (value is not null && type != "string")
            {
                return Number(type!, value, style, formula is not null).WithMark(mark);
            }

            var isError = xml.Attribute("value-type", OdsNames.Calc) == "error";
            var shown = text.Read(xml, styles, mark);
            if (isError || (formula is not null && ErrorValue.IsError(shown as string)))
            {
                return Cell.OfError(shown is string { Length: > 0 } error ? error : ErrorValue.Unknown, formula is not null);
            }

            // LibreOffice gives empty text no type, but a paragraph.
            return formula is not null && type != "string" && !text.HasParagraph ? Cell.OfFormulaWithoutValue(Kept(FormulaText(formula)))
                : Cell.OfText(value is { Length: > 0 } && shown is "" ? Kept(value) : shown, formula is not null);
        }

        private Cell Number(string type, string value, string? style, bool isFormula)
        {
            // LibreOffice writes what a formula says is true or false as 1 or 0, and what it shows beside it.
            if (isFormula && value is "0" or "1"
                && text.Read(xml, styles, FontMark.None) is string shown && shown.ToUpperInvariant() is "TRUE" or "FALSE" or "BENAR" or "SALAH")
            {
                return Cell.OfBoolean(value == "1", isFormula);
            }

            xml.Skip();
            switch (type)
            {
                case "boolean":
                    return Cell.OfBoolean(value == "true", isFormula);
                case "date":
                    return DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var date) && date >= SerialDate.DayZero
                        ? Cell.OfDate(date, null, isFormula)
                        : Cell.OfText(Kept(value), isFormula);
                case "time":
                    return Elapsed(value) is { } elapsed ? Cell.OfDate(SerialDate.DayZero + elapsed, null, isFormula) : Cell.OfText(Kept(value), isFormula);
            }

            var code = styles.CodeOf(style);
            return CellNumber.TryParse(value.AsSpan().Trim(), out var number, out var magnitude)
                ? Cell.OfNumber(number, type != "percentage" ? code : NumberFormatCode.IsPercentage(code) ? code : "0%", isFormula)
                : double.IsFinite(magnitude) ? Cell.OfText(CellNumber.Scientific(magnitude), isFormula)
                : throw UnreadableFileException.Corrupt();
        }

        /// <summary>A time of day or an elapsed time, such as <c>PT36H00M00S</c>; null where it is nothing that a sheet can show.</summary>
        private static TimeSpan? Elapsed(string value)
        {
            try
            {
                return XmlConvert.ToTimeSpan(value) is var elapsed && elapsed >= TimeSpan.Zero && elapsed < DateTime.MaxValue - SerialDate.DayZero ? elapsed : null;
            }
            catch (Exception cause) when (cause is FormatException or OverflowException)
            {
                // There is no way to ask whether a text is a duration.
                return null;
            }
        }

        /// <summary>A formula without the name of its language: <c>of:=SUM([.A1:.A2])</c>.</summary>
        private static string FormulaText(string formula) => formula[(formula.IndexOf('=', StringComparison.Ordinal) + 1)..];

        private int Repeated(string attribute, int most) =>
            xml.Attribute(attribute, OdsNames.Table) is { } number ? WholeNumber.Parse(number, 1, int.MaxValue) is var count ? Math.Min(count, most) : 1 : 1;

        private string Kept(string value)
        {
            budget.TakeText(value.Length);
            return value;
        }
    }
}
