using System.Text;

namespace Renstra.Repository.Tests.Files;

public sealed class TrackedFileTests
{
    [Fact]
    public void No_text_tells_a_secret_a_machine_or_a_package_registry()
    {
        var found = WorkingCopy.TrackedFiles()
            .Select(file => (file, text: TextOf(file)))
            .SelectMany(tracked => ForbiddenText.In(tracked.text), (tracked, what) => $"{tracked.file}: {what}")
            .ToArray();

        Assert.Equal("", string.Join('\n', found));
    }

    // Taken apart, so that this file does not contain what it looks for.
    [Theory]
    [InlineData("see https://api.nuget", ".org/v3/index.json")]
    [InlineData("\"resolved\": \"", "https://somewhere.example/azurite.tgz\"")]
    [InlineData("Copied from /ho", "me/budi/renstra")]
    [InlineData(@"C:\Us", @"ers\Budi\renstra")]
    [InlineData("AccountKey=0123456789012345678901234567890123456789012", "3456789012345678901234567890123456789012345==")]
    [InlineData("https://a.example/x?sv=1&sig", "=0123456789012345678901234567890123456789012%3D")]
    [InlineData("?code=012345678901234567890123456789012345678901Az", "Fu012345==")]
    [InlineData("-----BEGIN RSA PRIV", "ATE KEY-----")]
    [InlineData("ghp_", "012345678901234567890123456789012345")]
    public void What_must_not_be_there_is_found(string beginning, string end)
    {
        Assert.Single(ForbiddenText.In(beginning + end));
    }

    [Theory]
    [InlineData("kiriman/53.02/tmp.xlsx and https://learn.microsoft.com/home/work/page")]
    [InlineData("/home/site/wwwroot/host.json")]
    [InlineData("\"contentHash\": \"VA2+yxkmLGvHVHFXPBDtXjVKjCNmGqOX5xR4KQUQ6m9xYwKNIRd/2gLiKPdfXoiC+rC1pvOQvHKwZPaZ0Gqo8g==\"")]
    public void What_is_harmless_is_left_alone(string text)
    {
        Assert.Empty(ForbiddenText.In(text));
    }

    [Fact]
    public void Every_project_has_a_lock_file()
    {
        var files = WorkingCopy.TrackedFiles().ToHashSet();
        var projects = files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)).ToArray();

        var withoutLock = projects.Where(project => !files.Contains($"{Path.GetDirectoryName(project)!.Replace('\\', '/')}/packages.lock.json"));

        Assert.NotEmpty(projects);
        Assert.Empty(withoutLock);
    }

    [Fact]
    public void Every_project_is_in_the_solution_and_so_built_and_tested()
    {
        var solution = File.ReadAllText(WorkingCopy.PathOf("Renstra.sln")).Replace('\\', '/');
        var projects = WorkingCopy.TrackedFiles().Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(projects);
        Assert.DoesNotContain(projects, project => !solution.Contains($"\"{project}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Usings_stand_in_the_order_that_the_formatter_gives_them()
    {
        var files = WorkingCopy.TrackedFiles().Where(file => file.EndsWith(".cs", StringComparison.Ordinal)).ToArray();

        var unsorted = files.Where(file => File.ReadLines(WorkingCopy.PathOf(file)).TakeWhile(IsUsing).ToArray() is var usings && !usings.SequenceEqual(Sorted(usings)));

        Assert.NotEmpty(files);
        Assert.Empty(unsorted);
        Assert.Equal(
            ["using System;", "using System.Text;", "using Azure;", "using Azure.Core;", "using static System.Math;", "using A = System.Int32;"],
            Sorted(["using A = System.Int32;", "using static System.Math;", "using Azure.Core;", "using System.Text;", "using Azure;", "using System;"]));
    }

    private static bool IsUsing(string line) => line.StartsWith("using ", StringComparison.Ordinal);

    private static IEnumerable<string> Sorted(string[] usings) => usings
        .OrderBy(line => line.Contains('=', StringComparison.Ordinal) ? 2 : line.StartsWith("using static ", StringComparison.Ordinal) ? 1 : 0)
        .ThenBy(line => !line.Contains(" System;", StringComparison.Ordinal) && !line.Contains(" System.", StringComparison.Ordinal))
        .ThenBy(line => line.TrimEnd(';'), StringComparer.OrdinalIgnoreCase);

    private static string TextOf(string file)
    {
        var bytes = File.ReadAllBytes(WorkingCopy.PathOf(file));

        return bytes.AsSpan().Contains((byte)0) ? "" : Encoding.UTF8.GetString(bytes);
    }
}
