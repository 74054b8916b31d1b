using System.Text;

namespace Renstra.SampleData.Files;

/// <summary>Writes .xls record by record ([MS-XLS], and its ancestor of Excel 95). LibreOffice reads what it writes.</summary>
internal static class XlsFile
{
    private const int FirstUserFormat = 164;
    private const int Styles = 15;

    static XlsFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static byte[] Write(WorkbookSpec spec, BiffVersion version) =>
        CompoundFileWriter.Write((version == BiffVersion.Biff8 ? "Workbook" : "Book", WriteStream(spec, version)));

    /// <summary>The BIFF stream without a container, as some programs write it.</summary>
    public static byte[] WriteStream(WorkbookSpec spec, BiffVersion version)
    {
        var (formats, strings) = (new IndexedList(), new IndexedList());
        var sheets = spec.Sheets.Select(sheet => new XlsSheet(version, formats, strings).Write(sheet)).ToArray();

        // The globals are as long whatever the offsets in them are.
        var globals = WriteGlobals(spec, version, formats, strings, new int[sheets.Length]);
        var offsets = sheets.Select((_, index) => globals.Length + sheets.Take(index).Sum(sheet => sheet.Length)).ToArray();
        return [.. WriteGlobals(spec, version, formats, strings, offsets), .. sheets.SelectMany(sheet => sheet)];
    }

    private static byte[] WriteGlobals(WorkbookSpec spec, BiffVersion version, IndexedList formats, IndexedList strings, int[] offsets)
    {
        var isBiff8 = version == BiffVersion.Biff8;
        var records = new BiffWriter();
        records.Add(0x809, BiffText.BeginningOf(version, 0x05));
        records.Add(0x42, BitConverter.GetBytes((ushort)(isBiff8 ? 1200 : 1252)));
        records.Add(0x3D, [0, 0, 0, 0, 0x80, 0x3E, 0, 0x20, 0x38, 0, 0, 0, 0, 0, 1, 0, 0x58, 2]);
        records.Add(0x22, BitConverter.GetBytes((ushort)(spec.Is1904 ? 1 : 0)));
        records.Add(0x31, [200, 0, 0, 0, 0xFF, 0x7F, 0x90, 1, 0, 0, 0, 0, 0, 0, .. BiffText.Short(version, "Arial")]);
        foreach (var (index, code) in formats.Index())
        {
            records.Add(0x41E, [.. BitConverter.GetBytes((ushort)(FirstUserFormat + index)), .. isBiff8 ? BiffText.Long(version, code) : BiffText.Short(version, code)]);
        }

        // Fifteen styles come before the first format of cells.
        const ushort IsStyle = 0xFFF5, IsCellFormat = 1;
        for (var i = -Styles; i <= formats.Count; i++)
        {
            var code = (ushort)(i <= 0 ? 0 : FirstUserFormat + i - 1);
            byte[] rest = isBiff8 ? [0x20, 0, 0, 0x04, .. new byte[10]] : [0x20, (byte)(i < 0 ? 0 : 0x04), .. new byte[8]];
            records.Add(0xE0, [0, 0, .. BitConverter.GetBytes(code), .. BitConverter.GetBytes(i < 0 ? IsStyle : IsCellFormat), .. rest]);
        }

        foreach (var (index, sheet) in spec.Sheets.Index())
        {
            records.Add(0x85, [.. BitConverter.GetBytes(offsets[index]), (byte)(sheet.IsHidden ? 1 : 0), 0, .. BiffText.Short(version, sheet.Name)]);
        }

        if (isBiff8)
        {
            AddSharedStrings(records, strings);
        }

        return records.Add(0x0A, []).ToArray();
    }

    /// <summary>A record holds 8,224 bytes; what does not fit goes on in another, here between two strings.</summary>
    private static void AddSharedStrings(BiffWriter records, IndexedList strings)
    {
        const int MostBytes = 8_224;
        ushort type = 0xFC;
        List<byte> content = [.. BitConverter.GetBytes(strings.Count), .. BitConverter.GetBytes(strings.Count)];
        foreach (var text in strings)
        {
            var item = BiffText.Long(BiffVersion.Biff8, text);
            if (content.Count + item.Length > MostBytes)
            {
                records.Add(type, [.. content]);
                type = 0x3C;
                content.Clear();
            }

            content.AddRange(item);
        }

        records.Add(type, [.. content]);
    }
}
