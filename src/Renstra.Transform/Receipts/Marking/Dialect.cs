using System.Xml.Linq;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Receipts.Marking;

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
