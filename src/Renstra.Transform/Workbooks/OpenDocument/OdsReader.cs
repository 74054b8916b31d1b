using System.Text;
using Renstra.Transform.Workbooks.Packages;
using Renstra.Transform.Workbooks.Xml;

namespace Renstra.Transform.Workbooks.OpenDocument;

/// <summary>
/// Reads OpenDocument spreadsheets (OpenDocument 1.3 part 3), which LibreOffice saves unless it is told otherwise: in a package, or flat
/// in one document.
/// </summary>
internal static class OdsReader
{
    /// <summary>What the first part of a package says, and the root of a flat document; templates say a little more.</summary>
    public const string MediaType = "application/vnd.oasis.opendocument.spreadsheet";

    /// <summary>The namespace of the root.</summary>
    public const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

    /// <summary>The namespaces whose elements are content, apart from the root's; those of drawings, forms and notes are not.</summary>
    private static readonly string[] Companions =
    [
        OdsNames.Table, OdsNames.Text, OdsNames.Style, OdsNames.Number, "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
    ];

    /// <summary>Styles that have a name for people come before those that have none, and the content.</summary>
    private static readonly string[] Parts = ["styles.xml", "content.xml"];

    /// <summary>Reads the sheets of a package.</summary>
    public static List<Sheet> Read(Package package, ReadingBudget budget)
    {
        CheckPassword(package);
        var document = new OdsDocument(budget);
        foreach (var part in Parts.Where(package.Has))
        {
            using var xml = new XmlPart(package.Open(part), Companions);
            document.Read(xml);
        }

        return package.Has("content.xml") ? document.Build() : throw UnreadableFileException.Corrupt();
    }

    /// <summary>Reads the sheets of a flat document.</summary>
    public static List<Sheet> Read(ReadOnlyMemory<byte> utf8, ReadingBudget budget)
    {
        using var text = new StreamReader(new MarkupGuard(FileContent.ToStream(utf8)), Encoding.UTF8);
        using var xml = new XmlPart(text, Companions);
        var document = new OdsDocument(budget);
        document.Read(xml);
        return document.Build();
    }

    /// <summary>The parts of an encrypted package are there, each encrypted by itself; only the list of parts says so.</summary>
    private static void CheckPassword(Package package)
    {
        const string Manifest = "META-INF/manifest.xml";
        if (!package.Has(Manifest))
        {
            return;
        }

        using var xml = new XmlPart(package.Open(Manifest), Companions);
        while (xml.ReadElement())
        {
            if (xml.Name == "encryption-data")
            {
                throw new UnreadableFileException(new FileProblem(FileProblemKind.OpenDocumentPassword));
            }
        }
    }
}

/// <summary>The namespaces of an OpenDocument file.</summary>
internal static class OdsNames
{
    public const string Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    public const string Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    public const string Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    public const string Number = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0";

    /// <summary>Where LibreOffice says that a value is an error, for which the format has no type.</summary>
    public const string Calc = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";
}
