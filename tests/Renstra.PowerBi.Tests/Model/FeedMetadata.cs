using System.Xml.Linq;
using Renstra.Testing;

namespace Renstra.PowerBi.Tests.Model;

/// <summary>The sets and columns of the feed, as the golden file of its <c>$metadata</c> has them.</summary>
internal static class FeedMetadata
{
    private static readonly XNamespace Edm = "http://docs.oasis-open.org/odata/ns/edm";

    /// <summary>By set, the type of each column, such as <c>Edm.Date</c>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Sets { get; } = Read();

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Read()
    {
        var document = XDocument.Load(RepositoryRoot.PathOf("tests/Renstra.Functions.Tests/Feed/metadata.golden.xml"));
        var types = document.Descendants(Edm + "EntityType").ToDictionary(
            type => (string)type.Attribute("Name")!,
            type => (IReadOnlyDictionary<string, string>)type.Elements(Edm + "Property")
                .ToDictionary(property => (string)property.Attribute("Name")!, property => (string)property.Attribute("Type")!, StringComparer.Ordinal));
        return document.Descendants(Edm + "EntitySet").ToDictionary(
            set => (string)set.Attribute("Name")!, set => types[((string)set.Attribute("EntityType")!).Split('.')[^1]], StringComparer.Ordinal);
    }
}
