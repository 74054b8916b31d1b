using System.IO.Compression;
using System.Text;
using Renstra.SampleData.Files;

namespace Renstra.Transform.Tests.Workbooks.Corpus;

/// <summary>Files of at most 10 MiB that are made to fill the memory of whoever reads them.</summary>
internal static class HostileFiles
{
    private const int MiB = 1 << 20;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static Dictionary<string, Func<byte[]>> All { get; } = new()
    {
        ["xlsx: 200 MiB of cells"] = () => Sheet(writer => Repeat(writer, "<row><c><v>1</v></c><c><v>2</v></c></row>", 200 * MiB)),
        ["xlsx: 50 sheets of wide and sparse rows"] = WideSheets,
        ["xlsx: a million different strings"] = () => Strings(writer => Number(writer, 999_000, i => $"<si><t>{i:x}</t></si>"), cells: 900_000),
        ["xlsx: 980,000 short texts"] = () => Sheet(writer => Number(writer, 980_000, i => (i % 49 == 0 ? "<row>" : "") + $"<c t='inlineStr'><is><t>{i:x}</t></is></c>" + (i % 49 == 48 ? "</row>" : ""))),
        ["xlsx: 980,000 numbers struck out"] = () => Sheet(writer => Number(writer, 980_000, i => (i % 49 == 0 ? "<row>" : "") + $"<c t='inlineStr'><is><r><rPr><strike/></rPr><t>{i}</t></r></is></c>" + (i % 49 == 48 ? "</row>" : ""))),
        ["xlsx: 20,000 rows of unknown names"] = () => Sheet(writer => Number(writer, 20_000, i => i == 0
            ? "<row><c t='str'><v>Kode</v></c><c t='str'><v>Indikator</v></c><c t='str'><v>Pembilang</v></c><c t='str'><v>Penyebut</v></c></row>"
            : $"<row><c/><c t='str'><v>Persentase pencari kerja {i:x}</v></c><c><v>{i}</v></c></row>")),
        ["xlsx: strings of 90 MiB"] = () => Strings(writer => Repeat(writer, $"<si><t>{new string('x', 30_000)}</t></si>", 90 * MiB), cells: 1),
        ["xlsx: twenty million empty strings"] = () => Strings(writer => Repeat(writer, "<si/>", 95 * MiB), cells: 1),
        ["xlsx: one string of 90 MiB"] = () => Strings(writer => Repeat(writer, "<si><t>", "x", 90 * MiB), cells: 1),
        ["xlsx: one attribute of 90 MiB"] = () => Sheet(writer => Repeat(writer, "<row r='", "1", 90 * MiB)),
        ["xlsx: one comment of 90 MiB"] = () => Sheet(writer => Repeat(writer, "<!-- ", "x", 90 * MiB)),
        ["xlsx: ever new element names"] = () => Sheet(writer => Number(writer, 4_000_000, i => $"<e{i:x}/>")),
        ["xlsx: elements without end"] = () => Sheet(writer => Repeat(writer, "<row>", 95 * MiB)),
        ["xlsx: a million merged ranges"] = () => Sheet(writer => Repeat(writer, "<mergeCell ref='A1:GR20000'/>", 90 * MiB)),
        ["xlsx: a million merged ranges that fit"] = () => Sheet(writer => Number(writer, 990_000, i => (i == 0 ? "<row><c><v>1</v></c></row><row r='20000'><c r='GR20000'><v>1</v></c></row>" : "") + $"<mergeCell ref='A{(i % 10_000 * 2) + 1}:A{(i % 10_000 * 2) + 2}'/>")),
        ["xlsx: the same columns hidden again and again"] = () => Sheet(writer => Repeat(writer, "<col min='1' max='16384' hidden='1'/>", 90 * MiB)),
        ["xlsx: a formula of 90 MiB"] = () => Sheet(writer => Repeat(writer, "<row><c><f>", "x", 90 * MiB)),
        ["xlsx: entities within entities"] = () => Xlsx(
            ("xl/workbook.xml", Workbook(1)),
            ("xl/_rels/workbook.xml.rels", Relationships(("r1", "worksheet", "sheet1.xml"))),
            ("xl/sheet1.xml", stream => Write(stream, $"{Entities}<worksheet xmlns='{Main}'><sheetData><row><c t='str'><v>&e9;</v></c></row></sheetData></worksheet>"))),
        ["xlsx: 100,000 parts"] = ManyParts,
        ["xlsb: cells without end"] = () => Xlsb(writer => Repeat(writer, [2, 12, 1, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0], 90 * MiB)),
        ["xlsb: a record of 256 MiB"] = () => Xlsb(writer => Repeat(writer, [6, 0xFF, 0xFF, 0xFF, 0x7F, .. new byte[1000]], 90 * MiB)),
        ["xls: a million packed numbers"] = () => Biff(PackedRows(4_900)),
        ["xls: two and a half million strings of one letter"] = () => Biff([], strings: 2_500_000, isBare: true),
        ["xls: four billion strings"] = () => Biff([], strings: 10, claimed: uint.MaxValue),
        ["xls: 250,000 formulas"] = () => Biff(Formulas(250_000)),
        ["xls: a directory that leads to itself"] = SelfReferring,
        ["ods: a million cells that are claimed"] = () => Ods(writer => Write(writer, "<t:table-row t:number-rows-repeated='5000'><t:table-cell t:number-columns-repeated='199' o:value-type='float' o:value='1'/></t:table-row>")),
        ["ods: rows without end"] = () => Ods(writer => Repeat(writer, "<t:table-row t:number-rows-repeated='1048576' t:visibility='collapse'><t:table-cell t:number-columns-repeated='16384'/></t:table-row>", 90 * MiB)),
        ["ods: 900,000 different strings"] = () => Ods(writer => Number(writer, 900_000, i => (i % 100 == 0 ? "<t:table-row>" : "") + $"<t:table-cell><x:p>{i:x}</x:p></t:table-cell>" + (i % 100 == 99 ? "</t:table-row>" : ""))),
        ["ods: 90 MiB of spaces"] = () => Ods(writer => Repeat(writer, "<t:table-row><t:table-cell><x:p>", "<x:s x:c='1000'/>", 90 * MiB)),
        ["ods: spans within spans"] = () => Ods(writer => Repeat(writer, "<t:table-row><t:table-cell><x:p>", "<x:span>", 90 * MiB)),
        ["ods: a paragraph of 90 MiB"] = () => Ods(writer => Repeat(writer, "<t:table-row><t:table-cell><x:p>", "x ", 90 * MiB)),
        ["csv: 10 MiB of delimiters"] = () => Text(";", 10 * MiB),
        ["csv: 10 MiB of lines"] = () => Text("1\n", 10 * MiB),
        ["csv: 10 MiB of short fields"] = () => Text(string.Concat(Enumerable.Repeat("1;", 199)) + "1\n", 10 * MiB),
        ["csv: one field of 10 MiB"] = () => Text("x", 10 * MiB),
        ["csv: a quote that never closes"] = () => Text("\"\n", 10 * MiB),
        ["html: 10 MiB of cells"] = () => Text("<table><tr><td>1", "<td>", 10 * MiB),
        ["html: 10 MiB of spans"] = () => Text("<table>", "<tr><td colspan=1000 rowspan=65534>1", 10 * MiB),
        ["html: two million elements within each other"] = () => Text("<table><tr><td>", "<div>", 10 * MiB),
        ["html: tables within tables"] = () => Text("<html>", "<table><tr><td>", 10 * MiB),
        ["html: 10 MiB of opened tags"] = () => Text("<table", "<", 10 * MiB),
        ["html: 10 MiB of ampersands"] = () => Text("<table><tr><td>", "&", 10 * MiB),
        ["xml: 10 MiB of cells"] = () => Text("<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet><Table>", "<Row><Cell><Data xmlns:s='urn:schemas-microsoft-com:office:spreadsheet' s:Type='Number'>1</Data></Cell></Row>", 10 * MiB),
        ["xml: entities within entities"] = () => Encoding.UTF8.GetBytes($"{Entities}<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet><Table><Row><Cell><Data>&e9;</Data></Cell></Row></Table></Worksheet></Workbook>"),
        ["xml: two million elements within each other"] = () => Text("<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet><Table>", "<Row>", 10 * MiB),
        ["xml: 10 MiB of hidden rows"] = () => Text("<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet' xmlns:s='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet><Table>", "<Row s:Index='1' s:Hidden='1' s:Span='1048575'/>", 10 * MiB),
    };

    /// <summary>Ten entities, each ten times the one before: ten thousand million letters.</summary>
    private static string Entities => "<!DOCTYPE x [<!ENTITY e0 'xxxxxxxxxx'>"
        + string.Concat(Enumerable.Range(1, 9).Select(number => $"<!ENTITY e{number} '{string.Concat(Enumerable.Repeat($"&e{number - 1};", 10))}'>"))
        + "]>";

    private static byte[] Sheet(Action<Stream> writeRows) => Xlsx(
        ("xl/workbook.xml", Workbook(1)),
        ("xl/_rels/workbook.xml.rels", Relationships(("r1", "worksheet", "sheet1.xml"))),
        ("xl/sheet1.xml", stream => { Write(stream, $"<worksheet xmlns='{Main}'><sheetData>"); writeRows(stream); Write(stream, "</sheetData></worksheet>"); }
    ));

    private static byte[] Strings(Action<Stream> writeStrings, int cells) => Xlsx(
        ("xl/workbook.xml", Workbook(1)),
        ("xl/_rels/workbook.xml.rels", Relationships(("r1", "worksheet", "sheet1.xml"), ("s", "sharedStrings", "strings.xml"))),
        ("xl/strings.xml", stream => { Write(stream, $"<sst xmlns='{Main}'>"); writeStrings(stream); Write(stream, "</sst>"); }
    ),
        ("xl/sheet1.xml", stream =>
        {
            Write(stream, $"<worksheet xmlns='{Main}'><sheetData>");
            Number(stream, cells, i => (i % 100 == 0 ? "<row>" : "") + $"<c t='s'><v>{i}</v></c>" + (i % 100 == 99 || i == cells - 1 ? "</row>" : ""));
            Write(stream, "</sheetData></worksheet>");
        }
    ));

    private static byte[] WideSheets()
    {
        const int Sheets = 50;
        var all = Enumerable.Range(1, Sheets).ToArray();
        return Xlsx(
        [
            ("xl/workbook.xml", Workbook(Sheets)),
            ("xl/_rels/workbook.xml.rels", Relationships([.. all.Select(number => ($"r{number}", "worksheet", $"sheet{number}.xml"))])),
            .. all.Select(number => ($"xl/sheet{number}.xml", (Action<Stream>)(stream =>
            {
                Write(stream, $"<worksheet xmlns='{Main}'><sheetData>");
                Number(stream, 20_000, i => $"<row><c r='A{i + 1}'><v>1</v></c><c r='GR{i + 1}'><v>1</v></c></row>");
                Write(stream, "</sheetData></worksheet>");
            }))),
        ]);
    }

    private static byte[] ManyParts() => Xlsx([.. Enumerable.Range(0, 100_000).Select(number => ($"{number:x}", (Action<Stream>)(_ => { })))]);

    private static byte[] Xlsb(Action<Stream> writeCells)
    {
        var parts = ZipFile.Read(XlsbFile.Write(new WorkbookSpec(new SheetSpec("S", new CellSpec("A1", 1d)))));
        return Xlsx([.. parts.Select(part => (part.Name, (Action<Stream>)(stream =>
        {
            stream.Write(part.Content);
            if (part.Name.EndsWith("sheet1.bin", StringComparison.Ordinal))
            {
                writeCells(stream);
            }
        })))]);
    }

    private static byte[] Ods(Action<Stream> writeRows)
    {
        const string Prefix = "urn:oasis:names:tc:opendocument:xmlns:";
        return Xlsx(
            ("mimetype", stream => Write(stream, "application/vnd.oasis.opendocument.spreadsheet")),
            ("content.xml", stream =>
            {
                Write(stream, $"<o:document-content xmlns:o='{Prefix}office:1.0' xmlns:t='{Prefix}table:1.0' xmlns:x='{Prefix}text:1.0'><o:body><o:spreadsheet><t:table t:name='S'>");
                writeRows(stream);
                Write(stream, "</t:table></o:spreadsheet></o:body></o:document-content>");
            }
        ));
    }

    private static Action<Stream> Workbook(int sheets) => stream => Write(
        stream,
        $"<workbook xmlns='{Main}' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets>"
        + string.Concat(Enumerable.Range(1, sheets).Select(number => $"<sheet name='S{number}' sheetId='{number}' r:id='r{number}'/>"))
        + "</sheets></workbook>");

    private static Action<Stream> Relationships(params (string Id, string Role, string Target)[] all) => stream => Write(
        stream,
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        + string.Concat(all.Select(one => $"<Relationship Id='{one.Id}' Type='x/{one.Role}' Target='{one.Target}'/>"))
        + "</Relationships>");

    private static byte[] Xlsx(params (string Name, Action<Stream> Write)[] parts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (name, write) in parts)
            {
                using var part = new BufferedStream(zip.CreateEntry(name, CompressionLevel.Optimal).Open(), 64 * 1024);
                write(part);
            }
        }

        return file.ToArray();
    }

    private static byte[] Biff(byte[] cells, int strings = 0, uint? claimed = null, bool isBare = false)
    {
        var globals = new BiffWriter().Add(0x809, [0, 6, 5, 0, 0, 0, 0, 0]).Add(0x85, [0, 0, 0, 0, 0, 0, 1, 0, (byte)'S']);
        if (strings > 0)
        {
            byte[] head = [.. BitConverter.GetBytes(strings), .. BitConverter.GetBytes(claimed ?? (uint)strings)];
            const int InRecord = 2_000;
            globals.Add(0xFC, head);
            for (var rest = strings; rest > 0; rest -= InRecord)
            {
                globals.Add(0x3C, [.. Enumerable.Repeat<byte[]>([1, 0, 0, (byte)'x'], Math.Min(rest, InRecord)).SelectMany(item => item)]);
            }
        }

        var bytes = globals.Add(0x0A, []).ToArray();
        BitConverter.TryWriteBytes(bytes.AsSpan(16), bytes.Length);
        byte[] sheet = [.. new BiffWriter().Add(0x809, [0, 6, 0x10, 0, 0, 0, 0, 0]).Add(0x200, new byte[14]).ToArray(), .. cells, 0x0A, 0, 0, 0];
        return isBare ? [.. bytes, .. sheet] : CompoundFileWriter.Write(("Workbook", [.. bytes, .. sheet]));
    }

    private static byte[] PackedRows(int rows)
    {
        var records = new BiffWriter();
        for (var row = 0; row < rows; row++)
        {
            byte[] cells = [.. Enumerable.Repeat<byte[]>([0, 0, 6, 0, 0, 0], 200).SelectMany(cell => cell)];
            records.Add(0xBD, [.. BitConverter.GetBytes((ushort)(row * 7 % rows)), 0, 0, .. cells, 199, 0]);
        }

        return records.ToArray();
    }

    private static byte[] Formulas(int count)
    {
        var records = new BiffWriter();
        for (var i = 0; i < count; i++)
        {
            records.Add(0x06, [.. BitConverter.GetBytes((ushort)(i / 20)), (byte)(i % 20), 0, 0, 0, .. BitConverter.GetBytes(1.5), 0, 0, 0, 0, 0, 0, 0, 0]);
        }

        return records.ToArray();
    }

    private static byte[] SelfReferring()
    {
        var file = CompoundFileWriter.Write(("Workbook", new byte[6 * MiB]));
        const int FirstAdditionalTable = 68;
        BitConverter.TryWriteBytes(file.AsSpan(FirstAdditionalTable), 0);
        BitConverter.TryWriteBytes(file.AsSpan(FirstAdditionalTable + 4), int.MaxValue);
        file.AsSpan(512, 512).Clear();
        return file;
    }

    private static byte[] Text(string repeated, int length) => Text("", repeated, length);

    private static byte[] Text(string first, string repeated, int length)
    {
        var stream = new MemoryStream();
        Write(stream, first);
        var bytes = Encoding.UTF8.GetBytes(repeated);
        while (stream.Length + bytes.Length <= length)
        {
            stream.Write(bytes);
        }

        return stream.ToArray();
    }

    private static void Write(Stream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text));

    private static void Repeat(Stream stream, string text, long length) => Repeat(stream, Encoding.UTF8.GetBytes(text), length);

    private static void Repeat(Stream stream, byte[] bytes, long length)
    {
        for (long written = 0; written < length; written += bytes.Length)
        {
            stream.Write(bytes);
        }
    }

    private static void Repeat(Stream stream, string first, string repeated, long length)
    {
        Write(stream, first);
        Repeat(stream, new string(repeated[0], 4096), length);
    }

    private static void Number(Stream stream, int count, Func<int, string> text)
    {
        for (var i = 0; i < count; i++)
        {
            Write(stream, text(i));
        }
    }
}
