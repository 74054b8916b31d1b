namespace Renstra.Testing.PowerBi;

/// <summary>The Power BI project in the working copy.</summary>
internal static class ProjectFolder
{
    public static string Root { get; } = RepositoryRoot.PathOf("powerbi");

    public static string PathOf(string path) => Path.Combine(Root, path);

    /// <summary>Its files with such a name, in a fixed order, as absolute paths.</summary>
    public static IReadOnlyList<string> Files(string pattern) =>
        [.. Directory.EnumerateFiles(Root, pattern, SearchOption.AllDirectories).Where(file => !IsOfOneMachine(file)).Order(StringComparer.Ordinal)];

    /// <summary>A path as it is written in messages.</summary>
    public static string NameOf(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    // What Desktop writes beside the project when somebody opens it.
    private static bool IsOfOneMachine(string file) => file.Split(Path.DirectorySeparatorChar).Contains(".pbi");
}
