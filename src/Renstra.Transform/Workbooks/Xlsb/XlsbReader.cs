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
        var strings = ReadSharedStrings(parts.OpenOnly("sharedStrings"), formats, budget);

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

    /// <summary>Reads a string with the fonts of its parts ([MS-XLSB] 2.5.121); what comes before the first part has the cell's own font.</summary>
    public static object ReadRichString(XlsbRecords records, int offset, MarkedTextBuilder marked, CellFormats formats, ReadingBudget budget)
    {
        var text = records.String(offset + 1, out var end) ?? "";
        budget.TakeText(text.Length);
        var hasRuns = (records.Byte(offset) & 1) != 0;
        return hasRuns ? FontRuns.Apply(text, Runs(records, end, formats), marked, formats.HasMarks) : text;
    }

    private static IEnumerable<(int Start, FontMark Mark)> Runs(XlsbRecords records, int offset, CellFormats formats)
    {
        var count = records.UInt32(offset);
        for (var i = 0; i < count; i++)
        {
            var at = offset + 4 + (i * 4);
            yield return (records.UInt16(at), formats.MarkOf(records.UInt16(at + 2)));
        }
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
                    formats.AddFormat(records.UInt16(2), records.UInt16(4));
                    break;
                case XlsbRecordType.Font:
                    formats.AddFont(FontRuns.MarkOf(records.UInt16(2), records.UInt16(6)));
                    break;
            }
        }
    }

    private static List<object> ReadSharedStrings(Stream? content, CellFormats formats, ReadingBudget budget)
    {
        var strings = new List<object>();
        if (content is null)
        {
            return strings;
        }

        var text = new MarkedTextBuilder();
        using var records = new XlsbRecords(content);
        while (records.Read())
        {
            if (records.Type == XlsbRecordType.SharedStringItem)
            {
                strings.Add(ReadRichString(records, 0, text, formats, budget));
                budget.CheckStringCount(strings.Count);
            }
        }

        return strings;
    }
}
