using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.VariantTypes;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Spreadsheets;

namespace Renstra.Transform.Forms;

/// <summary>
/// Writes the official monthly form: one workbook per region, month and data holder, pre-filled, with one row for each indicator
/// that the holder reports about the region. The same request gives the same file.
/// </summary>
/// <param name="reference">The reference data that says which indicators there are and what they are called.</param>
public sealed class MonthlyFormWriter(ReferenceData reference)
{
    /// <summary>The version that the form prints at its head and carries as the property <see cref="VersionProperty"/>.</summary>
    public const int Version = 2;

    /// <summary>The name of the workbook's custom property that holds <see cref="Version"/> as a whole number.</summary>
    public const string VersionProperty = "VersiFormulir";

    private const string CustomPropertyFormat = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

    /// <summary>Writes a form as <c>.xlsx</c>.</summary>
    /// <param name="output">Written to from its present position and left open; it need not be seekable.</param>
    /// <param name="request">Which form, and what is already in it.</param>
    /// <exception cref="ArgumentException">
    /// The region is unknown, the holder reports nothing about it in that year, or an amount is one that the form would refuse.
    /// </exception>
    public void Write(Stream output, FormRequest request)
    {
        var content = FormContent.Of(reference, request);
        using var buffer = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(buffer, SpreadsheetDocumentType.Workbook))
        {
            WriteWorkbook(document, content);
            WriteProperties(document, content);
        }

        buffer.Position = 0;
        DeterministicPackage.Copy(buffer, output);
    }

    // Every part is given its relationship's name: left to itself the library draws a random one.
    private static void WriteWorkbook(SpreadsheetDocument document, FormContent content)
    {
        var workbook = document.AddWorkbookPart();
        document.ChangeIdOfPart(workbook, "rId1");
        var strings = new SharedStrings();
        var report = new ReportSheet(content, strings);
        var breakdown = new BreakdownSheet(content, strings);
        var instructions = new InstructionSheet(content, strings);
        List<(string Name, Worksheet Sheet, string? PrintArea)> sheets = [(FormTexts.ReportSheet, report.Build(), report.PrintArea)];
        if (content.Breakdowns.Count > 0)
        {
            sheets.Add((FormTexts.BreakdownSheet, breakdown.Build(), breakdown.PrintArea));
        }

        sheets.Add((FormTexts.InstructionSheet, instructions.Build(), instructions.PrintArea));
        sheets.Add((FormTexts.ListSheet, ListSheet.Build(content, strings), null));
        for (var at = 0; at < sheets.Count; at++)
        {
            workbook.AddNewPart<WorksheetPart>(RelationOf(at)).Worksheet = sheets[at].Sheet;
        }

        workbook.AddNewPart<WorkbookStylesPart>(RelationOf(sheets.Count)).Stylesheet = FormStyleSheet.Build();
        workbook.AddNewPart<SharedStringTablePart>(RelationOf(sheets.Count + 1)).SharedStringTable = strings.Build();
        workbook.Workbook = new Workbook(
            new BookViews(new WorkbookView { XWindow = 0, YWindow = 0, WindowWidth = 20_490, WindowHeight = 9_600, ActiveTab = 0 }),
            new Sheets(sheets.Select((sheet, at) => new Sheet
            {
                Name = sheet.Name,
                SheetId = (uint)at + 1,
                Id = RelationOf(at),
                State = sheet.PrintArea is null ? SheetStateValues.Hidden : null,
            })),
            new DefinedNames(
            [
                .. sheets.Select((sheet, at) => (sheet.PrintArea, Index: (uint)at))
                    .Where(sheet => sheet.PrintArea is not null)
                    .Select(sheet => new DefinedName(sheet.PrintArea!) { Name = "_xlnm.Print_Area", LocalSheetId = sheet.Index }),
                .. ListSheet.Names(content),
            ]),
            new CalculationProperties { CalculationId = 191_029 });
    }

    private static string RelationOf(int index) => string.Create(CultureInfo.InvariantCulture, $"rId{index + 1}");

    private static void WriteProperties(SpreadsheetDocument document, FormContent content)
    {
        CoreProperties.Write(document, "rId2", FormTexts.DocumentTitle(content.Region, content.Request.Month.IndonesianName), FormTexts.Office, content.Request.Month);

        var custom = document.AddCustomFilePropertiesPart();
        document.ChangeIdOfPart(custom, "rId3");
        custom.Properties = new Properties(new CustomDocumentProperty(new VTInt32(Version.ToString(CultureInfo.InvariantCulture)))
        {
            FormatId = CustomPropertyFormat,
            PropertyId = 2,
            Name = VersionProperty,
        });
    }
}

/// <summary>What a form's file is called. Offices may rename it: nothing is read from the name that is not in the form.</summary>
public static class FormFileName
{
    /// <summary>
    /// <c>Laporan IKU 53.02 Timor Tengah Selatan 2024-07.xlsx</c>, sortable by region and month; a holder other than the region
    /// itself is named at the end.
    /// </summary>
    public static string Of(Region region, ReportingMonth month, DataHolder holder)
    {
        var suffix = holder == DataHolder.Region ? "" : $" {holder}";
        return $"Laporan IKU {region.Code} {region.Name} {month}{suffix}.xlsx";
    }
}
