using System.Text;
using Renstra.SampleData.Files;

namespace Renstra.Transform.Tests.Workbooks.Corpus;

/// <summary>Writes .xlsb record by record ([MS-XLSB]), as no library at hand does. LibreOffice reads what it writes.</summary>
internal static class XlsbFile
{
    private const string Types = "application/vnd.ms-excel.";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    public static byte[] Write(WorkbookSpec spec)
    {
        var strings = new IndexedList();
        var formats = new IndexedList();
        var sheets = spec.Sheets.Select(sheet => SheetPart(sheet, strings, formats)).ToArray();
        (string, byte[])[] parts =
        [
            ("[Content_Types].xml", ContentTypes(sheets.Length)),
            ("_rels/.rels", RelationshipsPart([("rId1", "officeDocument", "xl/workbook.bin")])),
            ("xl/workbook.bin", WorkbookPart(spec)),
            ("xl/_rels/workbook.bin.rels", RelationshipsPart(
            [
                .. sheets.Select((_, index) => ($"rId{index + 1}", "worksheet", $"worksheets/sheet{index + 1}.bin")),
                ("rIdStyles", "styles", "styles.bin"),
                ("rIdStrings", "sharedStrings", "sharedStrings.bin"),
            ])),
            ("xl/styles.bin", StylesPart(formats)),
            ("xl/sharedStrings.bin", StringsPart(strings)),
            .. sheets.Select((sheet, index) => ($"xl/worksheets/sheet{index + 1}.bin", sheet)),
        ];
        return ZipFile.Write(parts);
    }

    private static byte[] ContentTypes(int sheets) => Encoding.UTF8.GetBytes(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + $"<Override PartName=\"/xl/workbook.bin\" ContentType=\"{Types}sheet.binary.macroEnabled.main\"/>"
        + string.Concat(Enumerable.Range(1, sheets).Select(sheet =>
            $"<Override PartName=\"/xl/worksheets/sheet{sheet}.bin\" ContentType=\"{Types}worksheet\"/>"))
        + $"<Override PartName=\"/xl/styles.bin\" ContentType=\"{Types}styles\"/>"
        + $"<Override PartName=\"/xl/sharedStrings.bin\" ContentType=\"{Types}sharedStrings\"/></Types>");

    private static byte[] RelationshipsPart((string Id, string Role, string Target)[] all) => Encoding.UTF8.GetBytes(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(all.Select(one => $"<Relationship Id=\"{one.Id}\" Type=\"{Relationships}{one.Role}\" Target=\"{one.Target}\"/>"))
        + "</Relationships>");

    private static byte[] WorkbookPart(WorkbookSpec spec)
    {
        var part = new XlsbRecordWriter();
        part.Add(131);
        part.Add(153, content =>
        {
            content.Write(spec.Is1904 ? 1u : 0u);
            content.Write(0u);
            WriteText(content, "");
        });
        part.Add(143);
        foreach (var (index, sheet) in spec.Sheets.Index())
        {
            part.Add(156, content =>
            {
                content.Write(sheet.IsHidden ? 1u : 0u);
                content.Write((uint)index + 1);
                WriteText(content, $"rId{index + 1}");
                WriteText(content, sheet.Name);
            });
        }

        part.Add(144);
        part.Add(132);
        return part.ToArray();
    }

    private static byte[] StylesPart(IndexedList formats)
    {
        const ushort FirstCustomFormat = 164;
        var part = new XlsbRecordWriter();
        part.Add(278);
        part.Add(615, content => content.Write(formats.Count));
        foreach (var (index, code) in formats.Index())
        {
            part.Add(44, content =>
            {
                content.Write((ushort)(FirstCustomFormat + index));
                WriteText(content, code);
            });
        }

        part.Add(616);
        part.Add(626, content => content.Write(1));
        part.Add(47, content => WriteFormat(content, parent: 0xFFFF, 0));
        part.Add(627);
        part.Add(617, content => content.Write(formats.Count + 1));
        part.Add(47, content => WriteFormat(content, parent: 0, 0));
        foreach (var (index, _) in formats.Index())
        {
            part.Add(47, content => WriteFormat(content, parent: 0, (ushort)(FirstCustomFormat + index)));
        }

        part.Add(618);
        part.Add(279);
        return part.ToArray();
    }

    private static void WriteFormat(BinaryWriter content, ushort parent, ushort code)
    {
        content.Write(parent);
        content.Write(code);
        content.Write(new byte[8]);
        const byte AppliesNumberFormat = 1;
        content.Write((ushort)0);
        content.Write((ushort)AppliesNumberFormat);
    }

    private static byte[] StringsPart(IndexedList strings)
    {
        var part = new XlsbRecordWriter();
        part.Add(159, content =>
        {
            content.Write(strings.Count);
            content.Write(strings.Count);
        });
        foreach (var text in strings)
        {
            part.Add(19, content =>
            {
                content.Write((byte)0);
                WriteText(content, text);
            });
        }

        part.Add(160);
        return part.ToArray();
    }

    private static byte[] SheetPart(SheetSpec sheet, IndexedList strings, IndexedList formats)
    {
        var part = new XlsbRecordWriter();
        part.Add(129);
        part.Add(390);
        foreach (var column in sheet.HiddenColumns)
        {
            part.Add(60, content =>
            {
                content.Write(column);
                content.Write(column);
                content.Write(9 * 256);
                content.Write(0);
                content.Write((ushort)1);
            });
        }

        part.Add(391);
        part.Add(145);
        foreach (var row in sheet.Cells.GroupBy(cell => cell.Row))
        {
            part.Add(0, content =>
            {
                content.Write(row.Key);
                content.Write(0);
                content.Write((ushort)300);
                content.Write((byte)0);
                content.Write((byte)(sheet.HiddenRows.Contains(row.Key + 1) ? 0x10 : 0));
                content.Write((byte)0);
                content.Write(0);
            });
            foreach (var cell in row)
            {
                AddCell(part, cell, strings, formats);
            }
        }

        part.Add(146);
        part.Add(177, content => content.Write(sheet.Merged.Length));
        foreach (var range in sheet.Merged)
        {
            var (first, last) = (new CellSpec(range.Split(':')[0], null), new CellSpec(range.Split(':')[1], null));
            part.Add(176, content =>
            {
                content.Write(first.Row);
                content.Write(last.Row);
                content.Write(first.Column);
                content.Write(last.Column);
            });
        }

        part.Add(178);
        part.Add(130);
        return part.ToArray();
    }

    private static void AddCell(XlsbRecordWriter part, CellSpec cell, IndexedList strings, IndexedList formats)
    {
        var isFormula = cell.Formula is not null;
        var type = (cell.Value, isFormula) switch
        {
            (string, false) => 7,
            (string, true) => 8,
            (double number, false) => IsPacked(number) ? 2 : 5,
            (double, true) => 9,
            (bool, false) => 4,
            (bool, true) => 10,
            (ErrorLiteral, false) => 3,
            (ErrorLiteral, true) => 11,
            _ => 1,
        };
        part.Add(type, content =>
        {
            content.Write(cell.Column);
            content.Write(cell.Format is null ? 0u : (uint)formats.Of(cell.Format) + 1);
            switch (cell.Value)
            {
                case string text when isFormula:
                    WriteText(content, text);
                    break;
                case string text:
                    content.Write(strings.Of(text));
                    break;
                case double number when type == 2:
                    content.Write(((int)number << 2) | 2);
                    break;
                case double number:
                    content.Write(number);
                    break;
                case bool flag:
                    content.Write(flag);
                    break;
                case ErrorLiteral:
                    content.Write((byte)7);
                    break;
            }

            if (isFormula)
            {
                WriteFormula(content, cell.Value);
            }
        });
    }

    /// <summary>Small whole numbers are packed into four bytes.</summary>
    private static bool IsPacked(double number) => number == Math.Truncate(number) && Math.Abs(number) < 1 << 28;

    /// <summary>A formula that says no more than its result, in the tokens of [MS-XLSB] 2.5.97.</summary>
    private static void WriteFormula(BinaryWriter content, object? value)
    {
        var tokens = new MemoryStream();
        var writer = new BinaryWriter(tokens);
        switch (value)
        {
            case string text:
                writer.Write((byte)0x17);
                writer.Write((ushort)text.Length);
                writer.Write(Encoding.Unicode.GetBytes(text));
                break;
            case double number:
                writer.Write((byte)0x1F);
                writer.Write(number);
                break;
            case ErrorLiteral:
                writer.Write((byte)0x1C);
                writer.Write((byte)7);
                break;
        }

        content.Write((ushort)0);
        content.Write((uint)tokens.Length);
        content.Write(tokens.ToArray());
        content.Write(0u);
    }

    private static void WriteText(BinaryWriter content, string text)
    {
        content.Write(text.Length);
        content.Write(Encoding.Unicode.GetBytes(text));
    }
}
