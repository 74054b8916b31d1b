using System.Diagnostics;
using Renstra.Testing;

namespace Renstra.Repository.Tests;

/// <summary>The working copy that the tests were built from.</summary>
internal static class WorkingCopy
{
    /// <summary>Its absolute path.</summary>
    public static string Root => RepositoryRoot.PathOf("");

    /// <summary>The absolute path of a file, given from the root.</summary>
    public static string PathOf(string relativePath) => RepositoryRoot.PathOf(relativePath);

    /// <summary>
    /// Paths, relative and with forward slashes, of the files that git tracks or would add. A copy without git (an
    /// archive, say) has none, and the test that asks is skipped: what nobody can commit harms nobody.
    /// </summary>
    public static IReadOnlyList<string> TrackedFiles()
    {
        if (!Path.Exists(PathOf(".git")))
        {
            Assert.Skip("Not a git working copy.");
        }

        // A build agent may run as another user than the owner of the files; git then wants to be told that this is fine.
        var start = new ProcessStartInfo(
            "git",
            ["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);

        return [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(path => File.Exists(PathOf(path)))];
    }
}
