using System.Text.RegularExpressions;

namespace Renstra.Repository.Tests.Architecture;

/// <summary>
/// Which folders of a project need which, read from its source: by the namespaces that files use, and by names that begin with a folder's
/// (<c>Forms.FormTexts</c>). Compiled code does not show constants, which are needed all the same.
/// </summary>
internal sealed partial class FolderDependencies
{
    private readonly HashSet<(string From, string To)> _needs = [];

    /// <param name="project">The project's directory, which is called like its namespace.</param>
    public FolderDependencies(string project)
    {
        var root = Path.GetFileName(project);
        var files = Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Folder: Path.GetRelativePath(project, Path.GetDirectoryName(path)!).Replace('\\', '/'), Path: path))
            .Where(file => file.Folder.Split('/')[0] is not ("bin" or "obj" or "."))
            .Select(file => (file.Folder, file.Path, Source: File.ReadAllText(file.Path)))
            .ToList();
        Folders = [.. files.Select(file => file.Folder).Distinct().Order(StringComparer.Ordinal)];
        Misplaced =
        [
            .. files
                .Where(file => Namespace().Match(file.Source).Groups[1].Value != $"{root}.{file.Folder.Replace('/', '.')}")
                .Select(file => Path.GetRelativePath(project, file.Path)),
        ];
        var types = files.ToLookup(file => file.Folder, file => TypeDeclaration().Matches(file.Source).Select(match => match.Groups[1].Value));
        foreach (var (folder, _, source) in files)
        {
            var code = Comment().Replace(source, "");
            _needs.UnionWith(Folders
                .Where(other => other != folder && Uses(folder, code, other, $"{root}.{other.Replace('/', '.')}", types[other].SelectMany(names => names)))
                .Select(other => (folder, other)));
        }
    }

    /// <summary>All folders with code in them, as <c>Reading/Tables</c>.</summary>
    public IReadOnlyList<string> Folders { get; }

    /// <summary>Files whose namespace is not their folder's.</summary>
    public IReadOnlyList<string> Misplaced { get; }

    /// <summary>
    /// Circles among the rooms of the project, and among the folders within a room; none is what is wanted. What lies in a room itself is
    /// its entrance and what its folders share, and counts as neither.
    /// </summary>
    public IReadOnlyList<string> Circles()
    {
        var rooms = _needs.Select(need => (From: RoomOf(need.From), To: RoomOf(need.To)));
        var within = _needs.Where(need => RoomOf(need.From) == RoomOf(need.To) && IsWithin(need.From) && IsWithin(need.To));
        return [.. new[] { rooms, within }.SelectMany(needs => CirclesIn(needs.Where(need => need.From != need.To).ToLookup(need => need.From, need => need.To)))];
    }

    /// <summary>What the files of layered folders need of folders that lie above theirs; none is what is wanted.</summary>
    /// <param name="layers">The folders, from the lowest to the uppermost.</param>
    public IReadOnlyList<string> NeedsUpwards(params string[] layers) =>
    [
        .. from need in _needs
           where layers.Contains(need.From) && Array.IndexOf(layers, need.To) > Array.IndexOf(layers, need.From)
           select $"{need.From} → {need.To}",
    ];

    private static bool Uses(string folder, string code, string other, string name, IEnumerable<string> types)
    {
        // The types of an enclosing folder need no using.
        var prefix = folder.StartsWith(other + "/", StringComparison.Ordinal) ? "" : other.Split('/')[^1] + @"\.";
        return Regex.IsMatch(code, $@"^using ({name}|(static |\w+ = ){name}\.\w+);", RegexOptions.Multiline)
            || Regex.IsMatch(code, $@"(?<![\w.""]){prefix}({string.Join('|', types)})\b");
    }

    private static IEnumerable<string> CirclesIn(ILookup<string, string> needs)
    {
        foreach (var start in needs.Select(group => group.Key).Order(StringComparer.Ordinal))
        {
            if (PathBack(needs, start) is { } path && path.Min(StringComparer.Ordinal) == start)
            {
                yield return string.Join(" → ", path);
            }
        }
    }

    /// <summary>The shortest way from a folder to itself; null for none.</summary>
    private static List<string>? PathBack(ILookup<string, string> needs, string start)
    {
        var before = new Dictionary<string, string>(StringComparer.Ordinal);
        var queue = new Queue<string>([start]);
        while (queue.TryDequeue(out var folder))
        {
            foreach (var next in needs[folder].Where(next => before.TryAdd(next, folder)))
            {
                if (next != start)
                {
                    queue.Enqueue(next);
                    continue;
                }

                var path = new List<string> { start };
                do
                {
                    path.Insert(0, before[path[0]]);
                }
                while (path[0] != start);
                return path;
            }
        }

        return null;
    }

    private static string RoomOf(string folder) => folder.Split('/')[0];

    private static bool IsWithin(string folder) => folder.Contains('/', StringComparison.Ordinal);

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(?:\w+ )*(?:class|record struct|record|struct|enum|interface) (\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
