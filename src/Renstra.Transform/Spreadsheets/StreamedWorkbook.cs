using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Renstra.Transform.Calendar;

namespace Renstra.Transform.Spreadsheets;

/// <summary>Writes a workbook of sheets that are written row by row. The same content gives the same bytes.</summary>
internal static class StreamedWorkbook
{
    /// <summary>Writes a workbook as <c>.xlsx</c>.</summary>
    /// <param name="output">Left open.</param>
    /// <param name="title">The document's title.</param>
    /// <param name="creator">The document's author.</param>
    /// <param name="month">The month it is about.</param>
    /// <param name="formats">The cell formats that cells name by index.</param>
    /// <param name="sheets">The sheets, the one that is seen first at the front.</param>
    public static void Write(
        Stream output,
        string title,
        string creator,
        ReportingMonth month,
        IReadOnlyList<CellFormatPart> formats,
        IReadOnlyList<(SheetPage Page, IEnumerable<SheetRow> Rows)> sheets)
    {
        using var buffer = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(buffer, SpreadsheetDocumentType.Workbook))
        {
            WriteParts(document, formats, sheets);
            CoreProperties.Write(document, "rId2", title, creator, month);
        }

        buffer.Position = 0;
        DeterministicPackage.Copy(buffer, output);
    }

    // Every part is given its relationship's name: left to itself the library draws a random one.
    private static void WriteParts(
        SpreadsheetDocument document, IReadOnlyList<CellFormatPart> formats, IReadOnlyList<(SheetPage Page, IEnumerable<SheetRow> Rows)> sheets)
    {
        var workbook = document.AddWorkbookPart();
        document.ChangeIdOfPart(workbook, "rId1");
        var names = sheets.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"rId{index + 1}")).ToList();
        foreach (var (name, (page, rows)) in names.Zip(sheets))
        {
            using var stream = workbook.AddNewPart<WorksheetPart>(name).GetStream(FileMode.Create);
            StreamedSheet.Write(stream, page, rows);
        }

        workbook.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = StyleSheet.Build(formats);
        workbook.Workbook = new Workbook(
            new BookViews(new WorkbookView { XWindow = 0, YWindow = 0, WindowWidth = 20_490, WindowHeight = 9_600, ActiveTab = 0 }),
            new Sheets(sheets.Select((sheet, index) => new Sheet { Name = sheet.Page.Name, SheetId = (uint)index + 1, Id = names[index] })),
            new DefinedNames(sheets.Select((sheet, index) => (sheet.Page, index)).Where(sheet => sheet.Page.HeaderRow > 0).Select(sheet => new DefinedName(TitleRow(sheet.Page))
            {
                Name = "_xlnm.Print_Titles",
                LocalSheetId = (uint)sheet.index,
            })));
    }

    private static string TitleRow(SheetPage page) => string.Create(CultureInfo.InvariantCulture, $"'{page.Name}'!${page.HeaderRow}:${page.HeaderRow}");
}

/// <summary>
/// Copies a package so that the same parts give the same bytes: no time of day, no trace of the machine in the archive, parts in
/// order of their names. Only the compressor remains, which may differ from one release of the runtime to another.
/// </summary>
public static class DeterministicPackage
{
    private const string ContentTypes = "[Content_Types].xml";

    // The earliest moment that a zip archive can express.
    private static readonly DateTimeOffset Timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Copies a package.</summary>
    /// <param name="package">A readable, seekable zip archive; left open.</param>
    /// <param name="output">Written to from its present position; left open.</param>
    public static void Copy(Stream package, Stream output)
    {
        using var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var target = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);

        // Readers that stream a package expect to learn the parts' types first.
        foreach (var part in source.Entries.OrderBy(entry => entry.FullName != ContentTypes).ThenBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            var copy = target.CreateEntry(part.FullName, CompressionLevel.SmallestSize);
            copy.LastWriteTime = Timestamp;
            copy.ExternalAttributes = 0;
            using var from = part.Open();
            using var to = copy.Open();
            from.CopyTo(to);
        }
    }
}

/// <summary>Title, author and, so that the same workbook is the same file, the month it is about as the day of its making.</summary>
internal static class CoreProperties
{
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Schema = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>Adds them to a workbook.</summary>
    /// <param name="document">The workbook.</param>
    /// <param name="relationship">The name of the part's relationship: left to itself the library draws a random one.</param>
    /// <param name="title">The title.</param>
    /// <param name="creator">The author.</param>
    /// <param name="month">The month it is about.</param>
    public static void Write(SpreadsheetDocument document, string relationship, string title, string creator, ReportingMonth month)
    {
        var part = document.AddCoreFilePropertiesPart();
        document.ChangeIdOfPart(part, relationship);
        using var stream = part.GetStream(FileMode.Create);
        Build(title, creator, month).Save(stream, SaveOptions.DisableFormatting);
    }

    private static XDocument Build(string title, string creator, ReportingMonth month) => new(
        new XElement(
            Core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Core),
            new XAttribute(XNamespace.Xmlns + "dc", DublinCore),
            new XAttribute(XNamespace.Xmlns + "dcterms", Terms),
            new XAttribute(XNamespace.Xmlns + "xsi", Schema),
            new XElement(DublinCore + "title", title),
            new XElement(DublinCore + "creator", creator),
            new XElement(
                Terms + "created",
                new XAttribute(Schema + "type", "dcterms:W3CDTF"),
                month.FirstDay.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture))));
}
