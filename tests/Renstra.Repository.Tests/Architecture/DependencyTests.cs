using System.Xml.Linq;

namespace Renstra.Repository.Tests.Architecture;

/// <summary>Dependencies point one way, LocalHost to Functions to Transform, and Transform is pure.</summary>
public sealed class DependencyTests
{
    private const string Transform = "Renstra.Transform";
    private const string Functions = "Renstra.Functions";
    private const string Hook = "Renstra.LocalHost.Hook";
    private const string LocalHost = "Renstra.LocalHost";

    [Theory]
    [InlineData(Transform)]
    [InlineData(Functions, Transform)]
    [InlineData(Hook)]
    [InlineData(LocalHost, Functions, Transform, Hook)]
    public void A_project_uses_only_what_lies_below_it(string project, params string[] below)
    {
        var used = new CompiledAssembly(project).References.Where(IsOurs);

        Assert.Empty(used.Except(below));
    }

    [Theory]
    [InlineData(Transform)]
    [InlineData(Functions, Transform)]
    [InlineData(Hook)]
    [InlineData(LocalHost, Functions, Hook)]
    public void A_project_file_names_only_the_next_project_below(string project, params string[] next)
    {
        var file = XDocument.Load(WorkingCopy.PathOf($"src/{project}/{project}.csproj"));

        var named = file.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')));

        Assert.Equal(next, named);
    }

    [Theory]
    [InlineData(Transform)]
    [InlineData(Functions)]
    [InlineData(LocalHost)]
    public void Folders_of_a_project_need_each_other_in_no_circle(string project)
    {
        var folders = new FolderDependencies(WorkingCopy.PathOf($"src/{project}"));

        Assert.Empty(folders.Misplaced);
        Assert.Empty(folders.Circles());
    }

    /// <summary>Layers within a room, from the lowest to the uppermost: refusal, model, query, answer; what runs a worker, what plays its host.</summary>
    [Theory]
    [InlineData(Functions, "Feed/OData", "Feed/OData/Model", "Feed/OData/Query", "Feed/OData/Answer")]
    [InlineData(LocalHost, "Host/Worker", "Host")]
    public void Layers_of_a_room_need_only_those_below_them(string project, params string[] layers)
    {
        var folders = new FolderDependencies(WorkingCopy.PathOf($"src/{project}"));

        Assert.Empty(layers.Except(folders.Folders));
        Assert.NotEmpty(folders.NeedsUpwards([.. layers.Reverse()]));
        Assert.Empty(folders.NeedsUpwards(layers));
    }

    [Fact]
    public void A_circle_of_folders_is_found_out_also_where_only_a_constant_is_needed()
    {
        using var project = new TemporaryProject();
        project.Add("Reading/Reader.cs", "using Sample.Reference;\n\nnamespace Sample.Reading;\n\ninternal sealed class Reader(Data data);\n");
        project.Add("Reference/Data.cs", "namespace Sample.Reference;\n\ninternal sealed class Data\n{\n    public int Most => Texts.Limits.Most;\n}\n");
        project.Add("Texts/Limits.cs", "using static Sample.Reading.Words;\n\nnamespace Sample.Texts;\n\ninternal static class Limits\n{\n    public const int Most = 3;\n}\n");
        project.Add("Texts/Marks/Mark.cs", "using Sample.Texts.Lists;\n\nnamespace Sample.Texts.Marks;\n\ninternal sealed record Mark(Item Item);\n");
        project.Add("Texts/Lists/Item.cs", "using Sample.Texts.Marks;\n\nnamespace Sample.Texts.Lists;\n\ninternal sealed record Item(Mark Mark);\n");

        var folders = new FolderDependencies(project.Root);

        Assert.Equal(["Reading → Reference → Texts → Reading", "Texts/Lists → Texts/Marks → Texts/Lists"], folders.Circles());
    }

    [Theory]
    [InlineData(Transform)]
    [InlineData(Functions)]
    [InlineData(LocalHost)]
    public void No_file_of_a_project_is_longer_than_can_be_held_in_mind(string project)
    {
        const int longest = 300;

        var tooLong = WorkingCopy.TrackedFiles()
            .Where(path => path.StartsWith($"src/{project}/", StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal))
            .Where(path => File.ReadLines(WorkingCopy.PathOf(path)).Count() > longest);

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Transform_uses_the_runtime_and_readers_and_writers_of_files_and_nothing_else()
    {
        string[] allowed = ["CsvHelper", "DocumentFormat.OpenXml", "DocumentFormat.OpenXml.Framework", "ExcelDataReader"];

        var used = new CompiledAssembly(Transform).References;

        Assert.Contains("System.Runtime", used);
        Assert.DoesNotContain(used.Except(allowed), name => !name.StartsWith("System.", StringComparison.Ordinal));
    }

    [Fact]
    public void Transform_knows_no_clock_no_chance_no_file_and_no_network()
    {
        var impurities = Impurity.Of(new CompiledAssembly(Transform));

        Assert.Empty(impurities);
    }

    [Fact]
    public void An_assembly_that_asks_the_time_or_reads_a_file_is_found_out()
    {
        // The tests themselves do what they forbid, and the next line makes sure of the clock.
        Assert.True(TimeProvider.System.GetUtcNow() > DateTimeOffset.UnixEpoch);

        var impurities = Impurity.Of(new CompiledAssembly("Renstra.Repository.Tests"));

        Assert.Contains("System.TimeProvider", impurities);
        Assert.Contains("System.IO.File", impurities);
        Assert.Contains("System.Diagnostics.Process", impurities);
        Assert.Contains("System.IO.Path.Exists", impurities);
    }

    private sealed class TemporaryProject : IDisposable
    {
        private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("renstra-");

        public string Root => Path.Combine(_directory.FullName, "Sample");

        public void Add(string path, string source)
        {
            var file = Path.Combine(Root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, source);
        }

        public void Dispose() => _directory.Delete(recursive: true);
    }

    private static bool IsOurs(string assembly) => assembly.StartsWith("Renstra.", StringComparison.Ordinal);
}
