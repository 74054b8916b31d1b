using Renstra.Transform.Workbooks.Xml;

namespace Renstra.Transform.Workbooks.Packages;

/// <summary>From one part of a package to another (ECMA-376 part 2, 8.5).</summary>
/// <param name="Id">What the source part calls it.</param>
/// <param name="Role">The last segment of its type, such as <c>worksheet</c>; transitional and strict files agree on it.</param>
/// <param name="Target">The full name of the target part, without a leading slash.</param>
internal sealed record Relationship(string Id, string Role, string Target)
{
    /// <summary>Reads a relationships part; what points outside the package is left out and never followed.</summary>
    public static List<Relationship> ReadAll(Stream content, string folder)
    {
        var all = new List<Relationship>();
        using var xml = new XmlPart(content);
        while (xml.ReadElement())
        {
            if (xml.Name == "Relationship" && xml.Attribute("TargetMode") != "External"
                && xml.Attribute("Id") is { } id && xml.Attribute("Type") is { } type && xml.Attribute("Target") is { } target)
            {
                all.Add(new Relationship(id, type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target)));
            }
        }

        return all;
    }

    private static string Resolve(string folder, string target)
    {
        var segments = new List<string>();
        var path = target.StartsWith('/') ? target : folder + target;
        foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (segment)
            {
                case ".":
                    break;
                case "..":
                    if (segments.Count > 0)
                    {
                        segments.RemoveAt(segments.Count - 1);
                    }

                    break;
                default:
                    segments.Add(segment);
                    break;
            }
        }

        return string.Join('/', segments);
    }
}
