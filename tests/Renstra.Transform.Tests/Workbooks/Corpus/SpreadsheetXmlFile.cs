using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Renstra.SampleData.Files;

namespace Renstra.Transform.Tests.Workbooks.Corpus;

/// <summary>Writes XML Spreadsheet 2003 as Excel lays it out.</summary>
internal static class SpreadsheetXmlFile
{
    private static readonly XNamespace Sheet = "urn:schemas-microsoft-com:office:spreadsheet";
    private static readonly XNamespace Excel = "urn:schemas-microsoft-com:office:excel";

    public static byte[] Write(WorkbookSpec spec)
    {
        var formats = new IndexedList();
        var sheets = spec.Sheets.Select(sheet => ToWorksheet(sheet, formats)).ToArray();
        var styles = formats.Select((code, index) =>
            new XElement(Sheet + "Style", Attribute("ID", $"s{index}"), new XElement(Sheet + "NumberFormat", Attribute("Format", code))));
        var workbook = new XElement(
            Sheet + "Workbook",
            new XAttribute(XNamespace.Xmlns + "ss", Sheet),
            new XAttribute(XNamespace.Xmlns + "x", Excel),
            new XElement(Sheet + "Styles", styles),
            sheets);
        return Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n{workbook}");
    }

    private static XElement ToWorksheet(SheetSpec sheet, IndexedList formats)
    {
        var columns = sheet.HiddenColumns.Select(column => new XElement(Sheet + "Column", Attribute("Index", column + 1), Attribute("Hidden", 1)));
        var rows = sheet.Cells.GroupBy(cell => cell.Row).Select(row => new XElement(
            Sheet + "Row",
            Attribute("Index", row.Key + 1),
            sheet.HiddenRows.Contains(row.Key + 1) ? Attribute("Hidden", 1) : null,
            row.Select(cell => ToCell(cell, sheet, formats))));
        return new XElement(
            Sheet + "Worksheet",
            Attribute("Name", sheet.Name),
            new XElement(Sheet + "Table", columns, rows),
            new XElement(Excel + "WorksheetOptions", sheet.IsHidden ? new XElement(Excel + "Visible", "SheetHidden") : null));
    }

    private static XElement ToCell(CellSpec cell, SheetSpec sheet, IndexedList formats)
    {
        var merged = sheet.Merged.FirstOrDefault(range => range.StartsWith(cell.Address + ":", StringComparison.Ordinal))?.Split(':')[1];
        var last = merged is null ? cell : new CellSpec(merged, null);
        var (type, text) = cell.Value switch
        {
            string value => ("String", value),
            double value => ("Number", value.ToString("R", CultureInfo.InvariantCulture)),
            bool value => ("Boolean", value ? "1" : "0"),
            ErrorLiteral value => ("Error", value.Text),
            _ => (null, null),
        };
        return new XElement(
            Sheet + "Cell",
            Attribute("Index", cell.Column + 1),
            last.Column > cell.Column ? Attribute("MergeAcross", last.Column - cell.Column) : null,
            last.Row > cell.Row ? Attribute("MergeDown", last.Row - cell.Row) : null,
            cell.Format is null ? null : Attribute("StyleID", $"s{formats.Of(cell.Format)}"),
            cell.Formula is null ? null : Attribute("Formula", "=" + cell.Formula),
            type is null ? null : new XElement(Sheet + "Data", Attribute("Type", type), text));
    }

    private static XAttribute Attribute(string name, object value) => new(Sheet + name, value);
}
