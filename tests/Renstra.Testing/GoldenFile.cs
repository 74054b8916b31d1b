namespace Renstra.Testing;

/// <summary>Whole outputs, kept in the repository, that a test compares with what the code makes today.</summary>
internal static class GoldenFile
{
    /// <summary>
    /// The one switch: on, every golden file that a test looks at is written anew, to be read as a diff before it is committed. A test
    /// fails while it is on.
    /// </summary>
    public static bool IsRewriting => false;

    /// <summary>The text that the repository holds, with line ends as in memory.</summary>
    /// <param name="path">From the root of the repository, such as <c>docs/kesesuaian.md</c>.</param>
    /// <param name="actual">What the code makes; becomes the file when the switch is on.</param>
    public static string Read(string path, string actual)
    {
        var file = RepositoryRoot.PathOf(path);
        if (IsRewriting)
        {
            File.WriteAllText(file, actual);
        }

        return File.ReadAllText(file).ReplaceLineEndings("\n");
    }

    /// <summary>The text that the repository holds, whatever the switch says.</summary>
    /// <param name="path">From the root of the repository.</param>
    public static string Read(string path) => File.ReadAllText(RepositoryRoot.PathOf(path)).ReplaceLineEndings("\n");
}
