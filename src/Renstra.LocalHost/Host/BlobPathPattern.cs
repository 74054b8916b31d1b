using System.Text.RegularExpressions;

namespace Renstra.LocalHost.Host;

/// <summary>
/// The <c>path</c> of a blob trigger, <c>container/literal-{part}/{name}</c>. Parts are as long as they can be, slashes
/// included, and are handed to the function by name.
/// </summary>
internal sealed partial class BlobPathPattern
{
    private readonly Regex _blobName;

    /// <exception cref="FormatException">There is no container, or no pattern after it.</exception>
    public BlobPathPattern(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash < 1 || slash == path.Length - 1)
        {
            throw new FormatException($"\"{path}\" is not a container, a slash and a pattern of blob names.");
        }

        Container = path[..slash];
        _blobName = new Regex(
            "^" + Part.Replace(Regex.Escape(path[(slash + 1)..]), "(?<$1>.*)") + "$", RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }

    /// <summary>The one container that is watched.</summary>
    public string Container { get; }

    /// <summary>The parts by name, in the order of the pattern; null when <paramref name="blobName"/> does not fit.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Match(string blobName) =>
        _blobName.Match(blobName) is { Success: true } match
            ? [.. match.Groups.Values.Skip(1).Select(group => KeyValuePair.Create(group.Name, group.Value))]
            : null;

    // Regex.Escape has put a backslash before the opening brace only.
    [GeneratedRegex(@"\\\{(\w+)\}")]
    private static partial Regex Part { get; }
}
