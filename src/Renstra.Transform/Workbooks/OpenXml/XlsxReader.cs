using System.Buffers;
using System.Globalization;
using System.Text;
using Renstra.Transform.Workbooks.Packages;
using Renstra.Transform.Workbooks.Xml;

namespace Renstra.Transform.Workbooks.OpenXml;

/// <summary>
/// Reads Office Open XML workbooks (ECMA-376 part 1, 18), transitional and strict, each part once from beginning to end.
/// <para>
/// Why not with ExcelDataReader, which reads .xls here: version 3.6.0 has no answer for what an officer must be told or must not suffer.
/// It gives error cells and formulas without a value as blank, does not know <c>true</c> for yes (so a workbook of LibreOffice that counts
/// from 1904 is off by four years and its hidden rows are not hidden), cannot read strict files, refuses sheets whose columns have no
/// width, reads every sheet twice, and cannot be kept from filling the memory with hostile markup.
/// </para>
/// </summary>
internal static class XlsxReader
{
    private const string Transitional = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";

    private static readonly string[] RelationshipNamespaces =
    [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ];

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
                using var xml = new XmlPart(content);
                sheets.Add(new XlsxSheetReader(xml, new SheetBuilder(name, isHidden, budget), strings, formats, budget).Read());
            }
        }

        return sheets;
    }

    /// <summary>Goes to the root of a part and makes sure that it is what the package says.</summary>
    public static void ReadRoot(XmlPart xml, string name)
    {
        if (!xml.ReadElement() || xml.Name != name || xml.RootNamespace is not (Transitional or Strict))
        {
            throw UnreadableFileException.Corrupt();
        }
    }

    /// <summary>
    /// Reads the text of a string item, its own and that of its rich text runs, with escapes unresolved. Phonetic hints are no part of it.
    /// The current node is its end tag afterwards.
    /// </summary>
    public static void ReadStringItem(XmlPart xml, ArrayBufferWriter<char> text, ReadingBudget budget)
    {
        text.ResetWrittenCount();
        if (xml.IsEmpty)
        {
            return;
        }

        var depth = xml.Depth;
        var phoneticDepth = int.MaxValue;
        while (xml.ReadElementBelow(depth))
        {
            if (xml.Depth <= phoneticDepth)
            {
                phoneticDepth = xml.Name == "rPh" ? xml.Depth : int.MaxValue;
            }

            if (xml.Name == "t" && xml.Depth < phoneticDepth)
            {
                var before = text.WrittenCount;
                xml.AppendText(text, budget.Limits.MaxTextCharacters);
                budget.TakeText(text.WrittenCount - before);
            }
        }
    }

    /// <summary>Resolves <c>_x000D_</c> and its like, which stand for characters that XML cannot hold (ECMA-376 part 1, 22.9.2.19).</summary>
    public static string Unescape(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf("_x");
        if (at < 0)
        {
            return text.ToString();
        }

        var result = new StringBuilder(text.Length).Append(text[..at]);
        while (at < text.Length)
        {
            if (text.Length - at >= 7 && text[at] == '_' && text[at + 1] == 'x' && text[at + 6] == '_'
                && ushort.TryParse(text.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                result.Append((char)code);
                at += 7;
            }
            else
            {
                result.Append(text[at++]);
            }
        }

        return result.ToString();
    }

    private static List<(string Name, bool IsHidden, string? Relationship)> ReadWorkbook(WorkbookParts parts, CellFormats formats)
    {
        var sheets = new List<(string, bool, string?)>();
        using var xml = new XmlPart(parts.OpenMain());
        ReadRoot(xml, "workbook");
        while (xml.ReadElement())
        {
            switch (xml.Name)
            {
                case "workbookPr":
                    formats.Is1904 = xml.Flag("date1904");
                    break;
                case "sheet":
                    var relationship = RelationshipNamespaces.Select(uri => xml.Attribute("id", uri)).FirstOrDefault(id => id is not null);
                    sheets.Add((xml.Attribute("name") ?? "", xml.Attribute("state") is "hidden" or "veryHidden", relationship));
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

        using var xml = new XmlPart(content);
        ReadRoot(xml, "styleSheet");
        var cellFormatsDepth = int.MaxValue;
        while (xml.ReadElement())
        {
            if (xml.Depth <= cellFormatsDepth)
            {
                cellFormatsDepth = xml.Name == "cellXfs" ? xml.Depth : int.MaxValue;
            }

            if (xml.Name == "xf" && xml.Depth > cellFormatsDepth)
            {
                formats.AddFormat(int.TryParse(xml.Attribute("numFmtId"), CultureInfo.InvariantCulture, out var id) ? id : 0);
            }
            else if (xml.Name == "numFmt" && xml.Depth == 2
                && int.TryParse(xml.Attribute("numFmtId"), CultureInfo.InvariantCulture, out var codeId)
                && xml.Attribute("formatCode") is { } code)
            {
                formats.AddCode(codeId, code);
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

        var text = new ArrayBufferWriter<char>();
        using var xml = new XmlPart(content);
        ReadRoot(xml, "sst");
        while (xml.ReadElement())
        {
            if (xml.Name == "si")
            {
                ReadStringItem(xml, text, budget);
                strings.Add(Unescape(text.WrittenSpan));
                budget.CheckStringCount(strings.Count);
            }
        }

        return strings;
    }
}
