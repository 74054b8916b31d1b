using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Renstra.Transform.Workbooks;
using Renstra.Transform.Workbooks.Packages;
using Renstra.Transform.Workbooks.Xml;

namespace Renstra.Transform.Receipts.Marking;

/// <summary>
/// A package of which some parts are to be replaced and some added. All others are copied as they are, byte for byte, and never
/// taken apart.
/// </summary>
internal sealed class EditedPackage
{
    private const string ContentTypesPart = "[Content_Types].xml";

    /// <summary>A part that is edited as a whole must fit into memory as a tree; those that may be longer are streamed.</summary>
    private const int MaxTreeBytes = 4 << 20;

    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>The earliest moment that a zip archive can express: the same edits give the same bytes.</summary>
    public static readonly DateTimeOffset Timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Package _package;
    private readonly XDocument _contentTypes;
    private readonly OrderedDictionary<string, Action<Stream>> _edits = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, XDocument> _relationships = new(StringComparer.OrdinalIgnoreCase);

    public EditedPackage(Package package)
    {
        _package = package;
        _contentTypes = Load(ContentTypesPart);
        Put(ContentTypesPart, _contentTypes);
    }

    /// <summary>A part as a tree, white space included.</summary>
    /// <exception cref="UnreadableFileException">There is no such part, or it is too long to be edited as a tree.</exception>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public XDocument Load(string name)
    {
        using var content = _package.Open(name);
        using var kept = new MemoryStream();
        content.CopyTo(kept);
        if (kept.Length > MaxTreeBytes)
        {
            throw UnreadableFileException.Corrupt();
        }

        kept.Position = 0;
        using var reader = XmlReader.Create(new MarkupGuard(kept), CopySettings());
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>How a part is read of which everything is to be kept; as careful as <see cref="XmlPart"/>.</summary>
    public static XmlReaderSettings CopySettings() => new()
    {
        CloseInput = true,
        DtdProcessing = DtdProcessing.Prohibit,
        NameTable = new BoundedNames(),
        XmlResolver = null,
    };

    /// <summary>How a part is written so that it reads as before: line ends within texts and attributes stay what they are.</summary>
    public static XmlWriterSettings WriterSettings => new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>The content type of a part (ECMA-376 part 2, 10.1.2); null when the package does not tell.</summary>
    public string? ContentTypeOf(string name) =>
        (string?)_contentTypes.Root!.Elements(Types + "Override")
            .FirstOrDefault(type => string.Equals((string?)type.Attribute("PartName"), "/" + name, StringComparison.OrdinalIgnoreCase))?.Attribute("ContentType")
        ?? (string?)_contentTypes.Root!.Elements(Types + "Default")
            .FirstOrDefault(type => name.EndsWith("." + (string?)type.Attribute("Extension"), StringComparison.OrdinalIgnoreCase))?.Attribute("ContentType");

    /// <summary>Replaces a part, or adds it.</summary>
    public void Put(string name, XDocument content) => Put(name, target =>
    {
        using var writer = XmlWriter.Create(target, WriterSettings);
        content.Save(writer);
    });

    /// <summary>Replaces a part, or adds it, by what is written when the package is.</summary>
    public void Put(string name, Action<Stream> write) => _edits[name] = write;

    /// <summary>Adds a part that another one refers to.</summary>
    /// <param name="source">The other part.</param>
    /// <param name="dialect">How relationships are called.</param>
    /// <param name="role">The role of the new part.</param>
    /// <param name="pattern">What it is to be called, with <c>{0}</c> for a number that is free.</param>
    /// <param name="contentType">Its content type.</param>
    /// <returns>Its name, and what the other part calls it.</returns>
    public (string Name, string Id) Add(string source, Dialect dialect, string role, string pattern, string contentType)
    {
        var name = Enumerable.Range(1, int.MaxValue)
            .Select(number => string.Format(CultureInfo.InvariantCulture, pattern, number))
            .First(candidate => !_package.Has(candidate) && !_edits.ContainsKey(candidate));
        _edits.Add(name, static _ => { });
        _contentTypes.Root!.Add(new XElement(Types + "Override", new XAttribute("PartName", "/" + name), new XAttribute("ContentType", contentType)));
        return (name, Relate(source, dialect.RelationshipType(role), "/" + name));
    }

    /// <summary>Writes the package.</summary>
    public void Write(Stream output)
    {
        using var target = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);

        // Readers that stream a package expect to learn the parts' types first.
        WriteEdit(target, ContentTypesPart);
        foreach (var (name, writtenAt) in _package.Parts)
        {
            if (!_edits.ContainsKey(name))
            {
                var entry = target.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = writtenAt;
                entry.ExternalAttributes = 0;
                using var from = _package.Open(name);
                using var to = entry.Open();
                from.CopyTo(to);
            }
        }

        foreach (var name in _edits.Keys.Where(name => name != ContentTypesPart))
        {
            WriteEdit(target, name);
        }
    }

    private void WriteEdit(ZipArchive target, string name)
    {
        var entry = target.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Timestamp;
        entry.ExternalAttributes = 0;
        using var to = entry.Open();
        _edits[name](to);
    }

    private string Relate(string source, string type, string target)
    {
        var slash = source.LastIndexOf('/') + 1;
        var part = $"{source[..slash]}_rels/{source[slash..]}.rels";
        if (!_relationships.TryGetValue(part, out var relationships))
        {
            _relationships[part] = relationships = _package.Has(part) ? Load(part) : new XDocument(new XElement(Relationships + "Relationships"));
            Put(part, relationships);
        }

        var taken = relationships.Root!.Elements().Select(relationship => (string?)relationship.Attribute("Id")).ToHashSet(StringComparer.Ordinal);
        var id = Enumerable.Range(1, int.MaxValue)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"rId{number}"))
            .First(candidate => !taken.Contains(candidate));
        relationships.Root.Add(new XElement(
            Relationships + "Relationship", new XAttribute("Id", id), new XAttribute("Type", type), new XAttribute("Target", target)));
        return id;
    }
}

/// <summary>The names by which a workbook calls things: those of transitional or of strict files (ECMA-376 part 1 and part 4).</summary>
/// <param name="Main">The namespace of sheets and what belongs to them.</param>
/// <param name="Relations">The namespace of references to relationships, and what their types begin with.</param>
internal sealed record Dialect(XNamespace Main, XNamespace Relations)
{
    /// <summary>As nearly every program writes.</summary>
    public static Dialect Transitional { get; } = new(
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships");

    private static readonly Dialect Strict = new(
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://purl.oclc.org/ooxml/officeDocument/relationships");

    /// <summary>The dialect of a part by its root.</summary>
    /// <exception cref="UnreadableFileException">It is neither.</exception>
    public static Dialect Of(XElement root) =>
        root.Name.Namespace == Transitional.Main ? Transitional
        : root.Name.Namespace == Strict.Main ? Strict
        : throw UnreadableFileException.Corrupt();

    /// <summary>The type of a relationship by its role, such as <c>comments</c>.</summary>
    public string RelationshipType(string role) => $"{Relations.NamespaceName}/{role}";
}
