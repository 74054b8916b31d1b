using System.Text;

namespace Renstra.Transform.Tests.Workbooks.Corpus;

/// <summary>Writes workbooks of Excel 5.0/95 record by record, as no program at hand still does. LibreOffice reads what it writes.</summary>
internal static class Biff5File
{
    private const int FirstUserFormat = 164;

    static Biff5File() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static byte[] Write(WorkbookSpec spec) => CompoundFileWriter.Write(("Book", WriteStream(spec)));

    /// <summary>The BIFF stream without a container, as some programs write it.</summary>
    public static byte[] WriteStream(WorkbookSpec spec)
    {
        var formats = new IndexedList();
        var sheets = spec.Sheets.Select(sheet => WriteSheet(sheet, formats)).ToArray();

        // The globals are as long whatever the offsets in them are.
        var globals = WriteGlobals(spec, formats, new int[sheets.Length]);
        var offsets = sheets.Select((_, index) => globals.Length + sheets.Take(index).Sum(sheet => sheet.Length)).ToArray();
        return [.. WriteGlobals(spec, formats, offsets), .. sheets.SelectMany(sheet => sheet)];
    }

    private static byte[] WriteGlobals(WorkbookSpec spec, IndexedList formats, int[] offsets)
    {
        var records = new BiffWriter();
        records.Add(0x809, [0x00, 0x05, 0x05, 0x00, 0, 0, 0, 0]);
        records.Add(0x42, BitConverter.GetBytes((ushort)1252));
        records.Add(0x22, BitConverter.GetBytes((ushort)(spec.Is1904 ? 1 : 0)));
        records.Add(0x31, [200, 0, 0, 0, 0xFF, 0x7F, 0x90, 1, 0, 0, 0, 0, 0, 0, 5, .. "Arial"u8]);
        foreach (var (index, code) in formats.Index())
        {
            records.Add(0x41E, [.. BitConverter.GetBytes((ushort)(FirstUserFormat + index)), (byte)code.Length, .. Bytes(code)]);
        }

        // Fifteen styles come before the first format of cells.
        const ushort IsStyle = 0xFFF5, IsCellFormat = 1;
        for (var i = 0; i < 15; i++)
        {
            records.Add(0xE0, [0, 0, 0, 0, .. BitConverter.GetBytes(IsStyle), 0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        }

        for (var i = -1; i < formats.Count; i++)
        {
            var code = BitConverter.GetBytes((ushort)(i < 0 ? 0 : FirstUserFormat + i));
            records.Add(0xE0, [0, 0, .. code, .. BitConverter.GetBytes(IsCellFormat), 0x20, 0x04, 0, 0, 0, 0, 0, 0, 0, 0]);
        }

        foreach (var (index, sheet) in spec.Sheets.Index())
        {
            records.Add(
                0x85,
                [.. BitConverter.GetBytes(offsets[index]), (byte)(sheet.IsHidden ? 1 : 0), 0, (byte)sheet.Name.Length, .. Bytes(sheet.Name)]);
        }

        records.Add(0x0A, []);
        return records.ToArray();
    }

    private static byte[] WriteSheet(SheetSpec sheet, IndexedList formats)
    {
        var records = new BiffWriter();
        records.Add(0x809, [0x00, 0x05, 0x10, 0x00, 0, 0, 0, 0]);
        foreach (var column in sheet.HiddenColumns)
        {
            records.Add(0x7D, [(byte)column, 0, (byte)column, 0, 0, 9, 15, 0, 1, 0, 0, 0]);
        }

        var rows = sheet.Cells.Select(cell => cell.Row).DefaultIfEmpty(-1).Max() + 1;
        var columns = sheet.Cells.Select(cell => cell.Column).DefaultIfEmpty(-1).Max() + 1;
        records.Add(0x200, [0, 0, .. BitConverter.GetBytes((ushort)rows), 0, 0, .. BitConverter.GetBytes((ushort)columns), 0, 0]);
        foreach (var row in sheet.Cells.GroupBy(cell => cell.Row))
        {
            var flags = (ushort)(sheet.HiddenRows.Contains(row.Key + 1) ? 0x120 : 0x100);
            records.Add(
                0x208,
                [.. BitConverter.GetBytes((ushort)row.Key), 0, 0, (byte)columns, 0, 0xFF, 0, 0, 0, 0, 0, .. BitConverter.GetBytes(flags), 15, 0]);
            foreach (var cell in row)
            {
                AddCell(records, cell, formats);
            }
        }

        records.Add(0x0A, []);
        return records.ToArray();
    }

    private static void AddCell(BiffWriter records, CellSpec cell, IndexedList formats)
    {
        var format = 15 + (cell.Format is null ? 0 : formats.Of(cell.Format) + 1);
        byte[] place =
        [
            .. BitConverter.GetBytes((ushort)cell.Row), .. BitConverter.GetBytes((ushort)cell.Column), .. BitConverter.GetBytes((ushort)format),
        ];
        if (cell.Formula is not null)
        {
            AddFormula(records, place, cell.Value);
            return;
        }

        switch (cell.Value)
        {
            case string text:
                records.Add(0x204, [.. place, .. BitConverter.GetBytes((ushort)text.Length), .. Bytes(text)]);
                break;
            case double number:
                records.Add(0x203, [.. place, .. BitConverter.GetBytes(number)]);
                break;
            case bool flag:
                records.Add(0x205, [.. place, (byte)(flag ? 1 : 0), 0]);
                break;
            case ErrorLiteral:
                records.Add(0x205, [.. place, 7, 1]);
                break;
            default:
                records.Add(0x201, place);
                break;
        }
    }

    /// <summary>A formula that says no more than its result.</summary>
    private static void AddFormula(BiffWriter records, byte[] place, object? value)
    {
        byte[] result = value switch
        {
            "" => [3, 0, 0, 0, 0, 0, 0xFF, 0xFF],
            string => [0, 0, 0, 0, 0, 0, 0xFF, 0xFF],
            ErrorLiteral => [2, 0, 7, 0, 0, 0, 0xFF, 0xFF],
            double number => BitConverter.GetBytes(number),
            _ => throw new ArgumentException("No formula of this kind.", nameof(value)),
        };
        byte[] tokens = value switch
        {
            string text => [0x17, (byte)text.Length, .. Bytes(text)],
            ErrorLiteral => [0x1C, 7],
            double number => [0x1F, .. BitConverter.GetBytes(number)],
            _ => [],
        };
        records.Add(0x06, [.. place, .. result, 0, 0, 0, 0, 0, 0, .. BitConverter.GetBytes((ushort)tokens.Length), .. tokens]);
        if (value is string { Length: > 0 } shown)
        {
            records.Add(0x207, [.. BitConverter.GetBytes((ushort)shown.Length), .. Bytes(shown)]);
        }
    }

    private static byte[] Bytes(string text) => Encoding.GetEncoding(1252).GetBytes(text);
}
