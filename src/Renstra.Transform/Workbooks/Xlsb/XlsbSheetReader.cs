namespace Renstra.Transform.Workbooks.Xlsb;

/// <summary>Reads one binary worksheet part ([MS-XLSB] 2.1.7.62). Formulas in this format always have a value.</summary>
internal sealed class XlsbSheetReader(
    XlsbRecords records,
    SheetBuilder sheet,
    List<object> strings,
    CellFormats formats,
    ReadingBudget budget)
{
    private const int LastRow = 1_048_575;
    private const int LastColumn = 16_383;

    /// <summary>Column and cell format come first in every cell record.</summary>
    private const int ValueOffset = 8;

    private readonly MarkedTextBuilder _marked = new();
    private int _row = -1;
    private int _definedColumns;

    /// <summary>Reads the part to its end.</summary>
    public Sheet Read()
    {
        while (records.Read())
        {
            switch (records.Type)
            {
                case XlsbRecordType.RowHeader:
                    BeginRow();
                    break;
                case >= XlsbRecordType.CellRk and <= XlsbRecordType.FormulaError or XlsbRecordType.CellRichString:
                    ReadCell();
                    break;
                case XlsbRecordType.ColumnInfo:
                    FollowColumns();
                    break;
                case XlsbRecordType.MergeCell:
                    sheet.Merge(new CellRange(
                        records.Index(0, LastRow),
                        records.Index(8, LastColumn),
                        records.Index(4, LastRow),
                        records.Index(12, LastColumn)));
                    break;
            }
        }

        return sheet.Build();
    }

    private void BeginRow()
    {
        _row = records.Index(0, LastRow);
        const int Hidden = 0x10;
        if ((records.Byte(11) & Hidden) != 0)
        {
            sheet.HideRow(_row);
        }
    }

    /// <summary>Column definitions come once and in order; a file that repeats them would hide the same columns millions of times.</summary>
    private void FollowColumns()
    {
        var (first, last) = (records.Index(0, LastColumn), records.Index(4, LastColumn));
        if (first < _definedColumns || last < first)
        {
            throw UnreadableFileException.Corrupt();
        }

        _definedColumns = last + 1;
        if ((records.UInt16(16) & 1) != 0)
        {
            sheet.HideColumns(first, last);
        }
    }

    private void ReadCell()
    {
        if (_row < 0)
        {
            throw UnreadableFileException.Corrupt();
        }

        var column = records.Index(0, LastColumn);
        var isFormula = records.Type is >= XlsbRecordType.FormulaString and <= XlsbRecordType.FormulaError;
        var cell = records.Type switch
        {
            XlsbRecordType.CellRk => Number(PackedNumber.Unpack(records.UInt32(ValueOffset)), isFormula),
            XlsbRecordType.CellReal or XlsbRecordType.FormulaNumber => Number(records.Double(ValueOffset), isFormula),
            XlsbRecordType.CellError or XlsbRecordType.FormulaError =>
                Cell.OfError(ErrorValue.Of(records.Byte(ValueOffset)), isFormula),
            XlsbRecordType.CellBool or XlsbRecordType.FormulaBool => Cell.OfBoolean(records.Byte(ValueOffset) != 0, isFormula),
            XlsbRecordType.CellSharedString => formats.ToCell(strings[records.Index(ValueOffset, strings.Count - 1)], Format, isFormula),
            XlsbRecordType.CellRichString => formats.ToCell(XlsbReader.ReadRichString(records, ValueOffset, _marked, formats, budget), Format, isFormula),
            _ => Text(ValueOffset, isFormula),
        };
        var hasFonts = records.Type is XlsbRecordType.CellSharedString or XlsbRecordType.CellRichString;
        sheet.Add(_row, column, hasFonts ? cell : formats.Show(cell, Format));
    }

    /// <summary>The number of the cell's format; other bits come above it.</summary>
    private int Format => (int)(records.UInt32(4) & 0xFF_FFFF);

    private Cell Text(int offset, bool isFormula)
    {
        var text = records.String(offset, out _) ?? "";
        budget.TakeText(text.Length);
        return Cell.OfText(text, isFormula);
    }

    private Cell Number(double value, bool isFormula)
    {
        return CellNumber.TryConvert(value, out var number)
            ? formats.ToCell(number, Format, isFormula)
            : Cell.OfText(CellNumber.Scientific(value), isFormula);
    }
}
