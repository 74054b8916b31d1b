namespace Renstra.Testing;

/// <summary>The working copy that the tests were built from.</summary>
internal static class RepositoryRoot
{
    private static readonly string Folder = Find();

    /// <summary>An absolute path.</summary>
    /// <param name="path">From the root of the repository, such as <c>docs/kesesuaian.md</c>.</param>
    public static string PathOf(string path) => Path.Combine(Folder, path);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Renstra.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("No Renstra.sln above the tests.");
        }

        return folder.FullName;
    }
}
