using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using Renstra.SampleData.Files;

namespace Renstra.Transform.Tests.Workbooks.Corpus;

/// <summary>The reference workbook in every format that can hold it.</summary>
internal static class ReferenceFiles
{
    private const string Transitional = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private const string TransitionalRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    public static Dictionary<string, byte[]> All { get; } = new()
    {
        ["xlsx"] = XlsxFile.Write(ReferenceWorkbook.Spec),
        ["xlsx, strict"] = ToStrict(XlsxFile.Write(ReferenceWorkbook.Spec)),
        ["xlsx, inline strings, no references"] = ToBareCells(XlsxFile.Write(ReferenceWorkbook.Spec)),
        ["xlsx, saved by LibreOffice"] = TestData.Read("acuan-libreoffice.xlsx"),
        ["xlsm"] = XlsxFile.Write(ReferenceWorkbook.Spec, SpreadsheetDocumentType.MacroEnabledWorkbook),
        ["xlsb"] = XlsbFile.Write(ReferenceWorkbook.Spec),
        ["xls, BIFF8, saved by LibreOffice"] = TestData.Read("acuan-biff8.xls"),
        ["xls, BIFF8"] = XlsFile.Write(ReferenceWorkbook.Spec, BiffVersion.Biff8),
        ["xls, BIFF5"] = XlsFile.Write(ReferenceWorkbook.Spec, BiffVersion.Biff5),
        ["xls, BIFF5 without a container"] = XlsFile.WriteStream(ReferenceWorkbook.Spec, BiffVersion.Biff5),
        ["ods"] = OdsFile.Write(ReferenceWorkbook.Spec),
        ["ods, saved by LibreOffice"] = TestData.Read("acuan.ods"),
        ["ods, flat"] = OdsFile.WriteFlat(ReferenceWorkbook.Spec),
        ["XML Spreadsheet 2003"] = SpreadsheetXmlFile.Write(ReferenceWorkbook.Spec),
        ["XML Spreadsheet 2003 in UTF-16"] =
            [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(SpreadsheetXmlFile.Write(ReferenceWorkbook.Spec)))],
    };

    private static byte[] ToStrict(byte[] xlsx) => ZipFile.Rewrite(xlsx, (_, text) => text
        .Replace(Transitional, Strict, StringComparison.Ordinal)
        .Replace(TransitionalRelationships, StrictRelationships, StringComparison.Ordinal));

    /// <summary>As lean programs write: text within the cells, and no cell says where it is when it follows its neighbour.</summary>
    private static byte[] ToBareCells(byte[] xlsx)
    {
        XNamespace main = Transitional;
        var strings = XDocument.Parse(Encoding.UTF8.GetString(ZipFile.Read(xlsx).Single(part => part.Name.EndsWith("haredStrings.xml", StringComparison.Ordinal)).Content))
            .Root!.Elements().Select(item => item.Value).ToArray();
        return ZipFile.Rewrite(xlsx, (name, text) =>
        {
            if (!name.Contains("/worksheets/", StringComparison.Ordinal) || name.EndsWith(".rels", StringComparison.Ordinal))
            {
                return text;
            }

            var sheet = XDocument.Parse(text);
            foreach (var row in sheet.Descendants(main + "row"))
            {
                var next = 0;
                foreach (var cell in row.Elements(main + "c").ToArray())
                {
                    var column = new CellSpec((string)cell.Attribute("r")!, null).Column;
                    if (column == next)
                    {
                        cell.SetAttributeValue("r", null);
                    }

                    next = column + 1;
                    if ((string?)cell.Attribute("t") == "s")
                    {
                        var value = strings[(int)cell.Element(main + "v")!];
                        cell.SetAttributeValue("t", "inlineStr");
                        cell.ReplaceNodes(new XElement(main + "is", new XElement(main + "t", value)));
                    }
                }
            }

            return sheet.Declaration + sheet.ToString(SaveOptions.DisableFormatting);
        });
    }
}
