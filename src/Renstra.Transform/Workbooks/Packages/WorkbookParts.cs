using Renstra.Transform.Workbooks.Xml;

namespace Renstra.Transform.Workbooks.Packages;

/// <summary>Where in a package the workbook and what belongs to it lie, and what else the package may be.</summary>
internal sealed class WorkbookParts
{
    private static readonly string[] UsualNames = ["xl/workbook.xml", "xl/workbook.bin"];

    private readonly Package _package;
    private readonly IReadOnlyList<Relationship> _relationships;

    private WorkbookParts(Package package, string main, FileFormat format)
    {
        _package = package;
        Main = main;
        Format = format;
        _relationships = package.RelationshipsOf(main);
    }

    /// <summary>The name of the workbook part.</summary>
    public string Main { get; }

    /// <summary>Which of the zipped formats it is.</summary>
    public FileFormat Format { get; }

    /// <summary>Finds the workbook in a package.</summary>
    /// <exception cref="UnreadableFileException">The package is something else, or names a part that it does not have.</exception>
    public static WorkbookParts Find(Package package)
    {
        var main = package.RelationshipsOf("").FirstOrDefault(relationship => relationship.Role == "officeDocument")?.Target
            ?? UsualNames.FirstOrDefault(package.Has);
        if (main is null)
        {
            throw new UnreadableFileException(new FileProblem(OtherContent(package)));
        }

        return new WorkbookParts(package, main, FormatOf(ContentTypeOf(package, main) ?? "", main));
    }

    /// <summary>Opens the workbook part.</summary>
    public Stream OpenMain() => _package.Open(Main);

    /// <summary>Opens the only part of a role, such as <c>styles</c>; null when the workbook has none.</summary>
    public Stream? OpenOnly(string role) =>
        _relationships.FirstOrDefault(relationship => relationship.Role == role) is { } found ? _package.Open(found.Target) : null;

    /// <summary>Opens the worksheet that the workbook calls by a relationship; null when that is a sheet without cells.</summary>
    public Stream? OpenSheet(string? relationshipId)
    {
        var sheet = _relationships.FirstOrDefault(relationship => relationship.Id == relationshipId) ?? throw UnreadableFileException.Corrupt();
        return sheet.Role == "worksheet" ? _package.Open(sheet.Target) : null;
    }

    private static string? ContentTypeOf(Package package, string part)
    {
        if (!package.Has("[Content_Types].xml"))
        {
            return null;
        }

        string? byExtension = null;
        using var xml = new XmlPart(package.Open("[Content_Types].xml"));
        while (xml.ReadElement())
        {
            if (xml.Name == "Override" && string.Equals(xml.Attribute("PartName"), "/" + part, StringComparison.OrdinalIgnoreCase))
            {
                return xml.Attribute("ContentType");
            }

            if (xml.Name == "Default" && xml.Attribute("Extension") is { } extension
                && part.EndsWith("." + extension, StringComparison.OrdinalIgnoreCase))
            {
                byExtension = xml.Attribute("ContentType");
            }
        }

        return byExtension;
    }

    private static FileFormat FormatOf(string contentType, string main)
    {
        if (Says("wordprocessingml") || Says("ms-word") || LiesIn("word/"))
        {
            throw new UnreadableFileException(new FileProblem(FileProblemKind.WordDocument));
        }

        if (Says("presentationml") || Says("ms-powerpoint") || LiesIn("ppt/"))
        {
            throw new UnreadableFileException(new FileProblem(FileProblemKind.Presentation));
        }

        if (Says("sheet.binary") || (LiesIn("xl/") && main.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)))
        {
            return FileFormat.Xlsb;
        }

        return Says("spreadsheetml") || Says("ms-excel") || LiesIn("xl/")
            ? Says("macroEnabled") ? FileFormat.Xlsm : FileFormat.Xlsx
            : throw new UnreadableFileException(new FileProblem(FileProblemKind.ZipOfOtherThings));

        bool Says(string word) => contentType.Contains(word, StringComparison.OrdinalIgnoreCase);
        bool LiesIn(string folder) => main.StartsWith(folder, StringComparison.OrdinalIgnoreCase);
    }

    private static FileProblemKind OtherContent(Package package)
    {
        const string OpenDocument = "application/vnd.oasis.opendocument.";
        return package.MediaType switch
        {
            null => FileProblemKind.ZipOfOtherThings,
            var type when type.StartsWith(OpenDocument + "text", StringComparison.Ordinal) => FileProblemKind.WordDocument,
            var type when type.StartsWith(OpenDocument + "presentation", StringComparison.Ordinal) => FileProblemKind.Presentation,
            var type when type.StartsWith(OpenDocument, StringComparison.Ordinal) => FileProblemKind.OpenDocument,
            _ => FileProblemKind.ZipOfOtherThings,
        };
    }
}
