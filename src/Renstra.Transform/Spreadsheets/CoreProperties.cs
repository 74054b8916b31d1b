using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Renstra.Transform.Calendar;

namespace Renstra.Transform.Spreadsheets;

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
