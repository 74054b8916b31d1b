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

    private static bool IsOurs(string assembly) => assembly.StartsWith("Renstra.", StringComparison.Ordinal);
}
