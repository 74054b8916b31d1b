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

    /// <summary>How deep a font lies in the styles; those of conditional formats lie deeper.</summary>
    private const int FontDepth = 2;

    private static readonly string[] RelationshipNamespaces =
    [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ];

    /// <summary>Reads the sheets of a workbook.</summary>
    public static List<Sheet> Read(WorkbookParts parts, ReadingBudget budget)
    {
        var formats = new CellFormats();
        var bound = ReadWorkbook(parts, formats, out var isCalculatedOnLoad);
        budget.CheckSheetCount(bound.Count);
        ReadStyles(parts.OpenOnly("styles"), formats);
        var strings = ReadSharedStrings(parts.OpenOnly("sharedStrings"), formats, budget);

        var sheets = new List<Sheet>();
        foreach (var (name, isHidden, relationship) in bound)
        {
            if (parts.OpenSheet(relationship) is { } content)
            {
                using var xml = new XmlPart(content);
                sheets.Add(new XlsxSheetReader(xml, new SheetBuilder(name, isHidden, budget), strings, formats, isCalculatedOnLoad, budget).Read());
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
    /// Reads the text of a string item, its own and that of its rich text runs with what their fonts set apart, escapes unresolved.
    /// Phonetic hints are no part of it. The current node is its end tag afterwards.
    /// </summary>
    public static void ReadStringItem(XmlPart xml, MarkedTextBuilder text, ReadingBudget budget)
    {
        text.Clear();
        if (xml.IsEmpty)
        {
            return;
        }

        var depth = xml.Depth;
        var phoneticDepth = int.MaxValue;
        FontMark? mark = null;
        while (xml.ReadElementBelow(depth))
        {
            if (xml.Depth <= phoneticDepth)
            {
                phoneticDepth = xml.Name == "rPh" ? xml.Depth : int.MaxValue;
            }

            switch (xml.Name)
            {
                case "r":
                    mark = null;
                    break;
                case "rPr":
                    mark = FontMark.None;
                    break;
                case "strike" or "vertAlign":
                    mark = MarkOf(xml, mark ?? FontMark.None);
                    break;
                case "t" when xml.Depth < phoneticDepth:
                    var before = text.Text.WrittenCount;
                    xml.AppendText(text.Text, budget.Limits.MaxTextCharacters);
                    budget.TakeText(text.Text.WrittenCount - before);
                    text.EndRun(mark);
                    break;
            }
        }
    }

    /// <summary>What a property of a font does, beside what others do.</summary>
    private static FontMark MarkOf(XmlPart xml, FontMark others) => xml.Name switch
    {
        "strike" => xml.Attribute("val") is null || xml.Flag("val") ? FontMark.Struck : others,
        "vertAlign" when others == FontMark.None => xml.Attribute("val") switch
        {
            "superscript" => FontMark.Raised,
            "subscript" => FontMark.Lowered,
            _ => others,
        },
        _ => others,
    };

    /// <summary>Resolves <c>_x000D_</c> and its like, which stand for characters that XML cannot hold (ECMA-376 part 1, 22.9.2.19).</summary>
    public static string Unescape(string text)
    {
        var at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length).Append(text, 0, at);
        while (at < text.Length)
        {
            if (text.Length - at >= 7 && text[at] == '_' && text[at + 1] == 'x' && text[at + 6] == '_'
                && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
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

    private static List<(string Name, bool IsHidden, string? Relationship)> ReadWorkbook(WorkbookParts parts, CellFormats formats, out bool isCalculatedOnLoad)
    {
        isCalculatedOnLoad = false;
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
                case "calcPr":
                    isCalculatedOnLoad = xml.Flag("fullCalcOnLoad");
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
        FontMark? font = null;
        while (xml.ReadElement())
        {
            // Fonts come before the formats that use them.
            if (font is { } complete && xml.Depth <= FontDepth)
            {
                formats.AddFont(complete);
                font = null;
            }

            if (xml.Name == "font" && xml.Depth == FontDepth)
            {
                font = FontMark.None;
            }
            else if (font is not null)
            {
                font = MarkOf(xml, font.Value);
            }

            if (xml.Depth <= cellFormatsDepth)
            {
                cellFormatsDepth = xml.Name == "cellXfs" ? xml.Depth : int.MaxValue;
            }

            if (xml.Name == "xf" && xml.Depth > cellFormatsDepth)
            {
                formats.AddFormat(Number("numFmtId"), Number("fontId"));
            }
            else if (xml.Name == "numFmt" && xml.Depth == 2
                && int.TryParse(xml.Attribute("numFmtId"), CultureInfo.InvariantCulture, out var codeId)
                && xml.Attribute("formatCode") is { } code)
            {
                formats.AddCode(codeId, code);
            }
        }

        int Number(string attribute) => int.TryParse(xml.Attribute(attribute), CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    private static List<object> ReadSharedStrings(Stream? content, CellFormats formats, ReadingBudget budget)
    {
        var strings = new List<object>();
        if (content is null)
        {
            return strings;
        }

        var text = new MarkedTextBuilder();
        using var xml = new XmlPart(content);
        ReadRoot(xml, "sst");
        while (xml.ReadElement())
        {
            if (xml.Name == "si")
            {
                ReadStringItem(xml, text, budget);
                strings.Add(text.ToRichText(formats.HasMarks, Unescape));
                budget.CheckStringCount(strings.Count);
            }
        }

        return strings;
    }
}
