namespace Renstra.SampleData.Files;

/// <summary>Writes the records of a sheet.</summary>
internal sealed class XlsSheet(BiffVersion version, IndexedList formats, IndexedList strings)
{
    private readonly bool _isBiff8 = version == BiffVersion.Biff8;
    private readonly BiffWriter _records = new();

    public byte[] Write(SheetSpec sheet)
    {
        _records.Add(0x809, BiffText.BeginningOf(version, 0x10));
        foreach (var (column, width) in sheet.Widths.Index())
        {
            _records.Add(0x7D, [(byte)column, 0, (byte)column, 0, 0, (byte)width, 15, 0, 2, 0, 0, 0]);
        }

        foreach (var column in sheet.HiddenColumns)
        {
            _records.Add(0x7D, [(byte)column, 0, (byte)column, 0, 0, 9, 15, 0, 1, 0, 0, 0]);
        }

        var rows = sheet.Cells.Select(cell => cell.Row).DefaultIfEmpty(-1).Max() + 1;
        var columns = sheet.Cells.Select(cell => cell.Column).DefaultIfEmpty(-1).Max() + 1;
        byte[] lastRow = _isBiff8 ? BitConverter.GetBytes(rows) : BitConverter.GetBytes((ushort)rows);
        _records.Add(0x200, [.. new byte[lastRow.Length], .. lastRow, 0, 0, .. BitConverter.GetBytes((ushort)columns), 0, 0]);
        foreach (var row in sheet.Cells.GroupBy(cell => cell.Row))
        {
            var flags = (ushort)(sheet.HiddenRows.Contains(row.Key + 1) ? 0x120 : 0x100);
            _records.Add(0x208, [.. Two(row.Key), 0, 0, (byte)columns, 0, 0xFF, 0, 0, 0, 0, 0, .. BitConverter.GetBytes(flags), 15, 0]);
            foreach (var cell in row)
            {
                AddCell(cell);
            }
        }

        _records.Add(0x23E, _isBiff8 ? [0xB6, 6, 0, 0, 0, 0, 0x40, .. new byte[11]] : [0xB6, 6, 0, 0, 0, 0, 0, 0, 0, 0]);
        if (_isBiff8 && sheet.Merged.Length > 0)
        {
            _records.Add(0xE5, [.. Two(sheet.Merged.Length), .. sheet.Merged.SelectMany(RangeOf)]);
        }

        return _records.Add(0x0A, []).ToArray();
    }

    private void AddCell(CellSpec cell)
    {
        var format = 15 + (cell.Format is null ? 0 : formats.Of(cell.Format) + 1);
        byte[] place = [.. Two(cell.Row), .. Two(cell.Column), .. Two(format)];
        if (cell.Formula is not null)
        {
            AddFormula(place, cell.Value);
            return;
        }

        switch (cell.Value)
        {
            case string text when _isBiff8:
                _records.Add(0xFD, [.. place, .. BitConverter.GetBytes(strings.Of(text))]);
                break;
            case string text:
                _records.Add(0x204, [.. place, .. BiffText.Long(version, text)]);
                break;
            case double number:
                _records.Add(0x203, [.. place, .. BitConverter.GetBytes(number)]);
                break;
            case bool flag:
                _records.Add(0x205, [.. place, (byte)(flag ? 1 : 0), 0]);
                break;
            case ErrorLiteral error:
                _records.Add(0x205, [.. place, CodeOf(error), 1]);
                break;
            default:
                _records.Add(0x201, place);
                break;
        }
    }

    /// <summary>A formula that says no more than its result.</summary>
    private void AddFormula(byte[] place, object? value)
    {
        byte[] result = value switch
        {
            "" => [3, 0, 0, 0, 0, 0, 0xFF, 0xFF],
            string => [0, 0, 0, 0, 0, 0, 0xFF, 0xFF],
            ErrorLiteral error => [2, 0, CodeOf(error), 0, 0, 0, 0xFF, 0xFF],
            double number => BitConverter.GetBytes(number),
            _ => throw new ArgumentException("No formula of this kind.", nameof(value)),
        };
        byte[] tokens = value switch
        {
            string text => [0x17, .. BiffText.Short(version, text)],
            ErrorLiteral error => [0x1C, CodeOf(error)],
            double number => [0x1F, .. BitConverter.GetBytes(number)],
            _ => [],
        };
        _records.Add(0x06, [.. place, .. result, 0, 0, 0, 0, 0, 0, .. Two(tokens.Length), .. tokens]);
        if (value is string { Length: > 0 } shown)
        {
            _records.Add(0x207, BiffText.Long(version, shown));
        }
    }

    private static byte CodeOf(ErrorLiteral error) => error.Text switch
    {
        "#DIV/0!" => 0x07,
        "#VALUE!" => 0x0F,
        "#REF!" => 0x17,
        "#NAME?" => 0x1D,
        "#N/A" => 0x2A,
        _ => throw new ArgumentException($"{error.Text} is no error that is written here.", nameof(error)),
    };

    private static IEnumerable<byte> RangeOf(string range)
    {
        var (first, last) = (new CellSpec(range.Split(':')[0], null), new CellSpec(range.Split(':')[1], null));
        return [.. Two(first.Row), .. Two(last.Row), .. Two(first.Column), .. Two(last.Column)];
    }

    private static byte[] Two(int value) => BitConverter.GetBytes((ushort)value);
}
