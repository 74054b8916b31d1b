
namespace Renstra.Transform.Workbooks.Xls;

/// <summary>
/// Goes over all records of a workbook before ExcelDataReader does. It notes what that reader keeps to itself (errors, formulas, what is
/// hidden), and refuses what that reader would trip over, read endlessly, or take for zero.
/// </summary>
internal sealed class BiffScan
{
    /// <summary>What the format can hold.</summary>
    private const int MostColumns = 256;

    /// <summary>The encodings that Excel for Windows and for Macintosh write; under any other ExcelDataReader has none at all.</summary>
    private static readonly HashSet<int> CodePages =
    [
        437, 850, 852, 855, 857, 860, 861, 862, 863, 864, 865, 866, 869, 874, 932, 936, 949, 950, 1200,
        1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258, 1361, 10000, 32768, 32769,
    ];

    private readonly BiffRecords _records;
    private readonly ReadingBudget _budget;
    private readonly CellFormats _formats = new();
    private readonly BiffResults _results = new();
    private Dictionary<long, (int Start, FontMark Mark)[]> _markedStrings = [];
    private int _fonts;
    private long _strings;
    private bool _isBiff8;

    private BiffScan(ReadOnlyMemory<byte> stream, ReadingBudget budget)
    {
        _records = new BiffRecords(stream);
        _budget = budget;
    }

    /// <summary>The notes on each worksheet, in the order of the tabs.</summary>
    public static List<BiffNotes> Run(ReadOnlyMemory<byte> stream, ReadingBudget budget) => new BiffScan(stream, budget).Run();

    private List<BiffNotes> Run()
    {
        const int Globals = 5;
        _records.Read();
        _isBiff8 = _records.UInt16(0) == 0x0600;

        // What programs write by hand is often one sheet and nothing about the workbook.
        var sheets = (_records.UInt16(2) == Globals ? ReadGlobals() : [0]).ConvertAll(offset =>
        {
            _records.Seek(offset);
            return ReadSheet();
        });
        foreach (var (notes, row, column) in _results.NeverWorkedOut)
        {
            notes.Uncalculated.Add((row, column));
        }

        return sheets;
    }

    /// <summary>Where the worksheets begin.</summary>
    private List<uint> ReadGlobals()
    {
        const byte Worksheet = 0;
        var sheets = new List<uint>();
        var count = 0;
        for (_records.Read(); _records.Type != BiffRecordType.Eof;)
        {
            switch (_records.Type)
            {
                case BiffRecordType.CodePage:
                    CheckCodePage();
                    break;
                case BiffRecordType.BoundSheet:
                    _budget.CheckSheetCount(++count);
                    if (_records.Byte(5) == Worksheet)
                    {
                        sheets.Add(_records.UInt32(0));
                    }

                    break;
                case BiffRecordType.SharedStrings:
                    _strings = _records.UInt32(4);
                    _markedStrings = BiffSharedStrings.Check(_records, _strings, _formats);
                    continue;
                case BiffRecordType.Font:
                    AddFont();
                    break;
                case BiffRecordType.CellFormat:
                    _formats.AddFormat(0, _records.UInt16(0));
                    break;
            }

            _records.Read();
        }

        return sheets;
    }

    private void AddFont()
    {
        // No font has the number 4 ([MS-XLS] 2.5.129).
        if (_fonts++ == 4)
        {
            _formats.AddFont(FontMark.None);
        }

        _formats.AddFont(FontRuns.MarkOf(_records.UInt16(2), _records.UInt16(8)));
    }

    private void CheckCodePage()
    {
        if (!CodePages.Contains(_records.UInt16(0)))
        {
            throw UnreadableFileException.Corrupt();
        }
    }

    private BiffNotes ReadSheet()
    {
        var notes = new BiffNotes();
        _records.Read();
        if (_records.Type != BiffRecordType.Bof)
        {
            throw UnreadableFileException.Corrupt();
        }

        // Charts lie within a sheet as streams of their own.
        for (var depth = 1; depth > 0;)
        {
            _records.Read();
            depth += _records.Type switch { BiffRecordType.Bof => 1, BiffRecordType.Eof => -1, _ => 0 };
            if (depth == 1)
            {
                Note(notes);
            }
        }

        return notes;
    }

    private void Note(BiffNotes notes)
    {
        switch (_records.Type)
        {
            case BiffRecordType.Dimensions:
                // Rows take four bytes each since BIFF8. ExcelDataReader lays out every row for as many columns as this says.
                if (_records.UInt16(_isBiff8 ? 10 : 6) > MostColumns)
                {
                    throw UnreadableFileException.Corrupt();
                }

                break;
            case BiffRecordType.CodePage:
                CheckCodePage();
                break;
            case BiffRecordType.Number or BiffRecordType.Rk or BiffRecordType.Label:
                NoteCell(notes);
                break;
            case BiffRecordType.RString:
                notes.AddRuns(NoteCell(notes), _records, _isBiff8, _formats);
                break;
            case BiffRecordType.LabelSst:
                NoteSharedString(notes);
                break;
            case BiffRecordType.MulRk:
                NoteManyCells(notes);
                break;
            case BiffRecordType.BoolErr:
                NoteError(notes);
                break;
            case BiffRecordType.Formula:
                NoteFormula(notes);
                break;
            case BiffRecordType.Row when (_records.UInt16(12) & 0x20) != 0:
                notes.HiddenRows.Add(_records.UInt16(0));
                break;
            case BiffRecordType.ColInfo when (_records.UInt16(8) & 1) != 0:
                notes.HiddenColumns.Add((_records.UInt16(0), _records.UInt16(2)));
                break;
            case BiffRecordType.MergeCells:
                notes.Merge(_records);
                break;
        }
    }

    private (int Row, int Column) NoteCell(BiffNotes notes)
    {
        var place = (Row: _records.UInt16(0), Column: _records.UInt16(2));
        NoteMark(notes, place, formatOffset: 4);
        return place;
    }

    private void NoteMark(BiffNotes notes, (int Row, int Column) place, int formatOffset)
    {
        if (_formats.MarkOfFormat(_records.UInt16(formatOffset)) is var mark and not FontMark.None)
        {
            notes.Marks[place] = mark;
        }
    }

    private void NoteSharedString(BiffNotes notes)
    {
        var place = NoteCell(notes);
        if (_records.UInt32(6) >= _strings)
        {
            throw UnreadableFileException.Corrupt();
        }

        if (_markedStrings.TryGetValue(_records.UInt32(6), out var runs))
        {
            notes.Runs[place] = runs;
        }
    }

    private void NoteManyCells(BiffNotes notes)
    {
        var (row, first) = (_records.UInt16(0), _records.UInt16(2));
        var last = _records.UInt16(_records.Length - 2);
        if (last < first || _records.Length != 6 + ((last - first + 1) * 6))
        {
            throw UnreadableFileException.Corrupt();
        }

        for (var column = first; column <= last; column++)
        {
            NoteMark(notes, (row, column), 4 + ((column - first) * 6));
        }
    }

    private void NoteError(BiffNotes notes)
    {
        var place = NoteCell(notes);
        if (_records.Byte(7) != 0)
        {
            notes.Errors[place] = ErrorValue.Of(_records.Byte(6));
        }
    }

    /// <summary>The result of a formula: eight bytes that are a number unless the last two are FFFF ([MS-XLS] 2.5.133).</summary>
    private void NoteFormula(BiffNotes notes)
    {
        const int Number = -1, Error = 2, EmptyText = 3;
        var result = _records.UInt16(12) == 0xFFFF ? _records.Byte(6) : Number;
        if (result == EmptyText)
        {
            _results.AddEmpty(notes, _records, _isBiff8);
            return;
        }

        var place = NoteCell(notes);
        notes.Formulas.Add(place);
        if (result == Error)
        {
            notes.Errors[place] = ErrorValue.Of(_records.Byte(8));
        }

        if (result == Number)
        {
            _results.AddNumber(notes, _records);
        }
        else
        {
            _results.AddOther();
        }
    }
}
