using System.Text;

namespace Renstra.Transform.Workbooks.Xls;

/// <summary>
/// Goes over all records of a workbook before ExcelDataReader does. It notes what that reader keeps to itself (errors, formulas, what is
/// hidden), counts against the limits, and refuses what that reader would trip over, read endlessly, or take for zero.
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

    private BiffScan(ReadOnlyMemory<byte> stream, WorkbookLimits limits)
    {
        _records = new BiffRecords(stream);
        // The cells are counted once more when they are kept.
        _budget = new ReadingBudget(limits);
    }

    /// <summary>The notes on each worksheet, in the order of the tabs.</summary>
    public static List<BiffNotes> Run(ReadOnlyMemory<byte> stream, WorkbookLimits limits) => new BiffScan(stream, limits).Run();

    private List<BiffNotes> Run()
    {
        _records.Read();
        if (_records.Type != BiffRecordType.Bof)
        {
            // Up to BIFF4 a file is one sheet.
            _records.Seek(0);
            return [ReadSheet("Sheet")];
        }

        const int Globals = 5;
        _isBiff8 = _records.UInt16(0) == 0x0600;
        if (_records.UInt16(2) != Globals)
        {
            _records.Seek(0);
            return [ReadSheet("Sheet")];
        }

        var sheets = ReadGlobals().ConvertAll(sheet =>
        {
            _records.Seek(sheet.Offset);
            return ReadSheet(sheet.Name);
        });
        foreach (var (notes, row, column) in _results.NeverWorkedOut)
        {
            notes.Occupy(row, column);
            notes.Uncalculated.Add((row, column));
        }

        return sheets;
    }

    private List<(string Name, uint Offset)> ReadGlobals()
    {
        const byte Worksheet = 0;
        var sheets = new List<(string, uint)>();
        var count = 0;
        for (_records.Read(); _records.Type != BiffRecordType.Eof;)
        {
            switch (_records.Type)
            {
                case BiffRecordType.FilePass:
                    throw Protected();
                case BiffRecordType.CodePage:
                    CheckCodePage();
                    break;
                case BiffRecordType.BoundSheet:
                    _budget.CheckSheetCount(++count);
                    if (_records.Byte(5) == Worksheet)
                    {
                        sheets.Add((SheetName(), _records.UInt32(0)));
                    }

                    break;
                case BiffRecordType.SharedStrings:
                    _strings = _records.UInt32(4);
                    _budget.CheckStringCount(_strings);
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

    private static UnreadableFileException Protected() => new(new FileProblem(FileProblemKind.PasswordProtected));

    private string SheetName()
    {
        var length = _records.Byte(6);
        return !_isBiff8 ? Encoding.Latin1.GetString(_records.Slice(7, length))
            : (_records.Byte(7) & 1) != 0 ? Encoding.Unicode.GetString(_records.Slice(8, length * 2))
            : Encoding.Latin1.GetString(_records.Slice(8, length));
    }

    private BiffNotes ReadSheet(string name)
    {
        var notes = new BiffNotes();
        _records.Read();
        if (!IsBof)
        {
            throw UnreadableFileException.Corrupt();
        }

        // Charts lie within a sheet as streams of their own.
        for (var depth = 1; depth > 0;)
        {
            _records.Read();
            depth += IsBof ? 1 : _records.Type == BiffRecordType.Eof ? -1 : 0;
            if (depth == 1)
            {
                Note(notes, name);
            }
        }

        return notes;
    }

    private bool IsBof => _records.Type is BiffRecordType.Bof or BiffRecordType.Bof2 or BiffRecordType.Bof3 or BiffRecordType.Bof4;

    private void Note(BiffNotes notes, string sheet)
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
            case BiffRecordType.Number or BiffRecordType.Rk or BiffRecordType.Label or BiffRecordType.Integer
                or BiffRecordType.Number2 or BiffRecordType.Integer2 or BiffRecordType.Label2:
                TakeCell(notes, sheet);
                break;
            case BiffRecordType.RString:
                notes.AddRuns(TakeCell(notes, sheet), _records, _isBiff8, _formats);

                break;
            case BiffRecordType.LabelSst:
                var place = TakeCell(notes, sheet);
                if (_records.UInt32(6) >= _strings)
                {
                    throw UnreadableFileException.Corrupt();
                }

                if (_markedStrings.TryGetValue(_records.UInt32(6), out var runs))
                {
                    notes.Runs[place] = runs;
                }

                break;
            case BiffRecordType.MulRk:
                TakeManyCells(notes, sheet);
                break;
            case BiffRecordType.BoolErr:
                NoteError(notes, sheet, valueOffset: 6);
                break;
            case BiffRecordType.BoolErr2:
                NoteError(notes, sheet, valueOffset: 7);
                break;
            case BiffRecordType.Formula or BiffRecordType.Formula3 or BiffRecordType.Formula4:
                NoteFormula(notes, sheet);
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
            case BiffRecordType.FilePass:
                throw Protected();
        }
    }

    private (int Row, int Column) TakeCell(BiffNotes notes, string sheet)
    {
        var place = (Row: _records.UInt16(0), Column: _records.UInt16(2));
        _budget.TakeCell(sheet, place.Row, place.Column);
        notes.Occupy(place.Row, place.Column);
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

    private void TakeManyCells(BiffNotes notes, string sheet)
    {
        var (row, first) = (_records.UInt16(0), _records.UInt16(2));
        var last = _records.UInt16(_records.Length - 2);
        if (last < first || _records.Length != 6 + ((last - first + 1) * 6))
        {
            throw UnreadableFileException.Corrupt();
        }

        for (var column = first; column <= last; column++)
        {
            _budget.TakeCell(sheet, row, column);
            NoteMark(notes, (row, column), 4 + ((column - first) * 6));
        }

        notes.Occupy(row, last);
    }

    private void NoteError(BiffNotes notes, string sheet, int valueOffset)
    {
        var place = TakeCell(notes, sheet);
        if (_records.Byte(valueOffset + 1) != 0)
        {
            notes.Errors[place] = ErrorValue.Of(_records.Byte(valueOffset));
        }
    }

    /// <summary>The result of a formula: eight bytes that are a number unless the last two are FFFF ([MS-XLS] 2.5.133).</summary>
    private void NoteFormula(BiffNotes notes, string sheet)
    {
        const int Number = -1, Text = 0, Error = 2, EmptyText = 3;
        var result = _records.UInt16(12) == 0xFFFF ? _records.Byte(6) : Number;
        if (result == EmptyText)
        {
            _results.AddEmpty(notes, _records, _isBiff8);
            return;
        }

        var place = TakeCell(notes, sheet);
        notes.Formulas[place] = result == Text;
        if (result == Error)
        {
            notes.Errors[place] = ErrorValue.Of(_records.Byte(8));
        }
        else if (result == Number)
        {
            _results.AddNumber(notes, _records);
        }
        else
        {
            _results.AddOther();
        }
    }
}
