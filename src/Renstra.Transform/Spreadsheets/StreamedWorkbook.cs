using System.Globalization;
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
