using Renstra.Transform.Workbooks.Packages;

namespace Renstra.Transform.Workbooks.Xlsb;

/// <summary>Reads workbooks with binary parts ([MS-XLSB]), which ExcelDataReader 3.6.0 does not know.</summary>
internal static class XlsbReader
{
    /// <summary>Reads the sheets of a workbook.</summary>
    public static List<Sheet> Read(WorkbookParts parts, ReadingBudget budget)
    {
        var formats = new CellFormats();
        var bound = ReadWorkbook(parts, formats);
        budget.CheckSheetCount(bound.Count);
        ReadStyles(parts.OpenOnly("styles"), formats);
        var strings = ReadSharedStrings(parts.OpenOnly("sharedStrings"), budget);

        var sheets = new List<Sheet>();
        foreach (var (name, isHidden, relationship) in bound)
        {
            if (parts.OpenSheet(relationship) is { } content)
            {
                using var records = new XlsbRecords(content);
                sheets.Add(new XlsbSheetReader(records, new SheetBuilder(name, isHidden, budget), strings, formats, budget).Read());
            }
        }

        return sheets;
    }

    private static List<(string Name, bool IsHidden, string? Relationship)> ReadWorkbook(WorkbookParts parts, CellFormats formats)
    {
        var sheets = new List<(string, bool, string?)>();
        using var records = new XlsbRecords(parts.OpenMain());
        while (records.Read())
        {
            switch (records.Type)
            {
                case XlsbRecordType.WorkbookProperties:
                    formats.Is1904 = (records.UInt32(0) & 1) != 0;
                    break;
                case XlsbRecordType.BundleSheet:
                    var relationship = records.String(8, out var end);
                    sheets.Add((records.String(end, out _) ?? "", records.UInt32(0) != 0, relationship));
                    break;
            }
        }

        return sheets;
    }

    private static void ReadStyles(Stream? content, CellFormats formats)
    {
        if (content is null)
        {
            return;
        }

        using var records = new XlsbRecords(content);
        var inCellFormats = false;
        while (records.Read())
        {
            switch (records.Type)
            {
                case XlsbRecordType.Format:
                    formats.AddCode(records.UInt16(0), records.String(2, out _) ?? "");
                    break;
                case XlsbRecordType.BeginCellFormats or XlsbRecordType.EndCellFormats:
                    inCellFormats = records.Type == XlsbRecordType.BeginCellFormats;
                    break;
                case XlsbRecordType.CellFormat when inCellFormats:
                    formats.AddFormat(records.UInt16(2));
                    break;
            }
        }
    }

    private static List<string> ReadSharedStrings(Stream? content, ReadingBudget budget)
    {
        var strings = new List<string>();
        if (content is null)
        {
            return strings;
        }

        using var records = new XlsbRecords(content);
        while (records.Read())
        {
            if (records.Type == XlsbRecordType.SharedStringItem)
            {
                var text = records.String(1, out _) ?? "";
                budget.TakeText(text.Length);
                strings.Add(text);
                budget.CheckStringCount(strings.Count);
            }
        }

        return strings;
    }
}
