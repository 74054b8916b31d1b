using Renstra.Testing;

namespace Renstra.Transform.Tests.Reading.Corpus;

/// <summary>The corpus as it is committed.</summary>
internal static class CorpusFolder
{
    public const string Root = "tests/Renstra.Transform.Tests/TestData/Corpus";

    public const string Golden = "hasil.txt";

    public static readonly IReadOnlyList<string> Files =
    [
        .. Directory.EnumerateFiles(RepositoryRoot.PathOf(Root), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(RepositoryRoot.PathOf(Root), file).Replace('\\', '/'))
            .Where(file => file.Contains('/', StringComparison.Ordinal) && Path.GetFileName(file) != Golden)
            .Order(StringComparer.Ordinal),
    ];

    public static byte[] Read(string file) => File.ReadAllBytes(RepositoryRoot.PathOf($"{Root}/{file}"));
}
