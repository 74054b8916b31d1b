using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Renstra.SampleData.Files;

/// <summary>
/// Writes .ods as LibreOffice lays it out: what repeats is written once and counted, and the last cells of rows and sheets go on to the
/// edge. LibreOffice reads what it writes. The same workbook gives the same bytes.
/// </summary>
internal static class OdsFile
{
    private const string MediaType = "application/vnd.oasis.opendocument.spreadsheet";
    private const string Prefix = "urn:oasis:names:tc:opendocument:xmlns:";
    private const int MostRows = 1_048_576;
    private const int MostColumns = 16_384;

    private static readonly XNamespace Office = Prefix + "office:1.0";
    private static readonly XNamespace Table = Prefix + "table:1.0";
    private static readonly XNamespace Text = Prefix + "text:1.0";
    private static readonly XNamespace Style = Prefix + "style:1.0";
    private static readonly XNamespace Number = Prefix + "datastyle:1.0";
    private static readonly XNamespace Manifest = Prefix + "manifest:1.0";
    private static readonly XNamespace Calc = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";

    private static readonly DateTimeOffset Timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(WorkbookSpec spec)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            // What a file is stands first and unpacked, so that its first bytes tell it.
            Add(zip, "mimetype", MediaType, CompressionLevel.NoCompression);
            Add(zip, "content.xml", Document("document-content", spec), CompressionLevel.SmallestSize);
            Add(zip, "META-INF/manifest.xml", ManifestOf("content.xml"), CompressionLevel.SmallestSize);
        }

        return file.ToArray();
    }

    /// <summary>The same in one document without a package.</summary>
    public static byte[] WriteFlat(WorkbookSpec spec) => Encoding.UTF8.GetBytes(Document("document", spec));

    private static void Add(ZipArchive zip, string name, string content, CompressionLevel level)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = Timestamp;
        using var part = entry.Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }

    private static string ManifestOf(string part) => Declared(new XElement(
        Manifest + "manifest",
        new XAttribute(XNamespace.Xmlns + "manifest", Manifest),
        Entry("/", MediaType),
        Entry(part, "text/xml")));

    private static XElement Entry(string path, string type) =>
        new(Manifest + "file-entry", new XAttribute(Manifest + "full-path", path), new XAttribute(Manifest + "media-type", type));

    private static string Declared(XElement root) => $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{root.ToString(SaveOptions.DisableFormatting)}";

    private static string Document(string root, WorkbookSpec spec)
    {
        var formats = new IndexedList();
        var tables = spec.Sheets.Select(sheet => ToTable(sheet, formats, spec.Is1904)).ToArray();
        return Declared(new XElement(
            Office + root,
            new[] { ("office", Office), ("table", Table), ("text", Text), ("style", Style), ("number", Number), ("calcext", Calc) }
                .Select(name => new XAttribute(XNamespace.Xmlns + name.Item1, name.Item2)),
            root == "document" ? new XAttribute(Office + "mimetype", MediaType) : null,
            new XAttribute(Office + "version", "1.3"),
            new XElement(
                Office + "automatic-styles",
                formats.SelectMany((code, index) => StyleOf($"{index}", code)),
                new XElement(
                    Style + "style",
                    new XAttribute(Style + "name", "tersembunyi"),
                    new XAttribute(Style + "family", "table"),
                    new XElement(Style + "table-properties", new XAttribute(Table + "display", "false")))),
            new XElement(Office + "body", new XElement(Office + "spreadsheet", tables))));
    }

    private static XElement[] StyleOf(string index, string code) =>
    [
        TypeOf(code) is "date" or "time"
            ? new XElement(Number + $"{TypeOf(code)}-style", new XAttribute(Style + "name", "N" + index))
            : new XElement(
                Number + (TypeOf(code) == "percentage" ? "percentage-style" : "number-style"),
                new XAttribute(Style + "name", "N" + index),
                new XElement(
                    Number + "number",
                    new XAttribute(Number + "decimal-places", code.Contains('.', StringComparison.Ordinal) ? code.Split('.')[1].Count(digit => digit == '0') : 0),
                    code.Contains(',', StringComparison.Ordinal) ? new XAttribute(Number + "grouping", "true") : null)),
        new XElement(
            Style + "style",
            new XAttribute(Style + "name", "ce" + index),
            new XAttribute(Style + "family", "table-cell"),
            new XAttribute(Style + "data-style-name", "N" + index)),
    ];

    private static XElement ToTable(SheetSpec sheet, IndexedList formats, bool is1904)
    {
        var table = new XElement(
            Table + "table",
            new XAttribute(Table + "name", sheet.Name),
            sheet.IsHidden ? new XAttribute(Table + "style-name", "tersembunyi") : null);
        var next = 0;
        foreach (var column in sheet.HiddenColumns.Order().Append(MostColumns))
        {
            table.Add(column > next ? new XElement(Table + "table-column", Repeated("columns", column - next)) : null);
            table.Add(column < MostColumns ? new XElement(Table + "table-column", new XAttribute(Table + "visibility", "collapse")) : null);
            next = column + 1;
        }

        next = 0;
        var rows = sheet.Cells.Select(cell => cell.Row).Concat(sheet.HiddenRows.Select(row => row - 1)).Distinct().Order();
        foreach (var row in rows)
        {
            table.Add(row > next ? Row(row - next, [new XElement(Table + "table-cell", Repeated("columns", MostColumns))]) : null);
            var content = Row(1, Cells([.. sheet.Cells.Where(cell => cell.Row == row)], sheet, formats, is1904));
            content.Add(sheet.HiddenRows.Contains(row + 1) ? new XAttribute(Table + "visibility", "collapse") : null);
            table.Add(content);
            next = row + 1;
        }

        table.Add(Row(MostRows - next, [new XElement(Table + "table-cell", Repeated("columns", MostColumns))]));
        return table;
    }

    private static XElement Row(int count, IEnumerable<XElement> cells) => new(Table + "table-row", Repeated("rows", count), cells);

    private static XAttribute? Repeated(string what, int count) => count > 1 ? new XAttribute(Table + $"number-{what}-repeated", count) : null;

    private static IEnumerable<XElement> Cells(CellSpec[] cells, SheetSpec sheet, IndexedList formats, bool is1904)
    {
        var next = 0;
        foreach (var cell in cells.OrderBy(cell => cell.Column))
        {
            if (cell.Column > next)
            {
                yield return new XElement(Table + "table-cell", Repeated("columns", cell.Column - next));
            }

            yield return ToCell(cell, sheet, formats, is1904);
            next = cell.Column + 1;
        }

        yield return new XElement(Table + "table-cell", Repeated("columns", MostColumns - next));
    }

    private static XElement ToCell(CellSpec cell, SheetSpec sheet, IndexedList formats, bool is1904)
    {
        const int Days1904 = 1462;
        const double FirstDay = -657_434, EndOfDays = 2_958_466;
        var merged = sheet.Merged.FirstOrDefault(range => range.StartsWith(cell.Address + ":", StringComparison.Ordinal))?.Split(':')[1];
        var last = merged is null ? cell : new CellSpec(merged, null);
        var type = cell.Value is double ? TypeOf(cell.Format) : "";
        var day = cell.Value is double serial ? serial + (is1904 ? Days1904 : 0) : 0;
        if (type == "date" && day is not (>= FirstDay and < EndOfDays))
        {
            // What no calendar has is a number, whatever format it is given.
            type = "float";
        }

        XAttribute[] value = (cell.Value, type) switch
        {
            (null, _) => [],
            (double, "date") => [Type("date"), new XAttribute(Office + "date-value", DateTime.FromOADate(day).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture))],
            (double number, "time") => [Type("time"), new XAttribute(Office + "time-value", XmlConvert.ToString(TimeSpan.FromDays(number)))],
            (double number, _) => [Type(type), new XAttribute(Office + "value", number.ToString("R", CultureInfo.InvariantCulture))],
            (bool flag, _) => [Type("boolean"), new XAttribute(Office + "boolean-value", flag ? "true" : "false")],
            (ErrorLiteral, _) => [Type("string"), new XAttribute(Office + "string-value", ""), new XAttribute(Calc + "value-type", "error")],
            _ => [Type("string")],
        };
        return new XElement(
            Table + "table-cell",
            cell.Format is null ? null : new XAttribute(Table + "style-name", $"ce{formats.Of(cell.Format)}"),
            cell.Formula is null ? null : new XAttribute(Table + "formula", "of:=" + cell.Formula),
            last.Column > cell.Column || last.Row > cell.Row
                ? new object[] { new XAttribute(Table + "number-columns-spanned", last.Column - cell.Column + 1), new XAttribute(Table + "number-rows-spanned", last.Row - cell.Row + 1) }
                : null,
            value,
            (cell.Value switch { null => null, ErrorLiteral error => error.Text, double number => number.ToString("R", CultureInfo.InvariantCulture), var other => $"{other}" })
                ?.Split('\n').Select(line => new XElement(Text + "p", Line(line))));
    }

    private static XAttribute Type(string type) => new(Office + "value-type", type);

    /// <summary>Spaces at the beginning, at the end and beside one another have an element of their own.</summary>
    private static IEnumerable<object> Line(string line) => line.Split(' ').SelectMany((word, index) =>
        index == 0 ? new object[] { word } : [new XElement(Text + "s"), word]);

    /// <summary>What a format shows a number as.</summary>
    private static string TypeOf(string? format) =>
        format is null ? "float"
        : format.Contains('%', StringComparison.Ordinal) ? "percentage"
        : format.Contains('y', StringComparison.Ordinal) || format.Contains('d', StringComparison.Ordinal) ? "date"
        : format.Contains('h', StringComparison.Ordinal) ? "time"
        : "float";
}
