namespace Renstra.Repository.Tests.Infra;

/// <summary>A copy of <c>infra/</c> to compile in, since the compiler writes beside its sources.</summary>
internal sealed class InfraCopy : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("renstra-infra-");

    public InfraCopy()
    {
        var source = WorkingCopy.PathOf("infra");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(_directory.FullName, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public string FullPath => _directory.FullName;

    public IReadOnlyList<string> Files(string pattern) =>
    [
        .. _directory.EnumerateFiles(pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_directory.FullName, file.FullName).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public string Read(string file) => File.ReadAllText(Path.Combine(_directory.FullName, file));

    public void Dispose() => _directory.Delete(recursive: true);
}
