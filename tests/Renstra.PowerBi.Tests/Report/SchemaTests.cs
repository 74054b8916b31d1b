using Renstra.PowerBi.Tests.PowerQuery;
using Renstra.Testing.PowerBi;

namespace Renstra.PowerBi.Tests.Report;

/// <summary>
/// The schemas are published by Microsoft and are no part of this repository: where the environment variable
/// <c>RENSTRA_PBIR_SCHEMAS</c> names a folder that holds them, from <c>fabric/</c> on, the files are measured by them.
/// </summary>
public sealed class SchemaTests
{
    private const string Folder = "RENSTRA_PBIR_SCHEMAS";

    private static readonly Dictionary<string, string> Newest = new(StringComparer.Ordinal)
    {
        ["visualContainer"] = "2.4.0",
        ["visualContainerMobileState"] = "2.4.0",
        ["report"] = "3.0.0",
        ["page"] = "2.0.0",
        ["pagesMetadata"] = "1.0.0",
        ["versionMetadata"] = "1.0.0",
    };

    [Fact]
    public async Task Every_file_is_as_its_published_schema_wants_it()
    {
        var schemas = Environment.GetEnvironmentVariable(Folder);
        Assert.SkipWhen(string.IsNullOrEmpty(schemas), $"{Folder} names no folder with the published schemas.");

        var files = SchematicFiles();
        var found = await NodeChecks.ValidateAsync(schemas!, files);

        Assert.True(files.Count > 60);
        Assert.All(found.EnumerateObject(), file => Assert.True(file.Value.GetArrayLength() == 0, $"{ProjectFolder.NameOf(file.Name)}: {file.Value}"));
    }

    [Fact]
    public async Task What_a_schema_does_not_know_is_found()
    {
        var schemas = Environment.GetEnvironmentVariable(Folder);
        Assert.SkipWhen(string.IsNullOrEmpty(schemas), $"{Folder} names no folder with the published schemas.");

        using var folder = new Renstra.Testing.TemporaryFolder();
        var broken = Path.Combine(folder.Path, "page.json");
        var page = await File.ReadAllTextAsync(ProjectFolder.PathOf("Renstra.Report/definition/pages/tren/page.json"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(broken, page.Replace("\"height\"", "\"tinggi\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var found = await NodeChecks.ValidateAsync(schemas!, [broken]);

        Assert.NotEqual(0, found.GetProperty(broken).GetArrayLength());
    }

    [Fact]
    public void Every_file_names_a_schema_that_Desktop_knew_in_November_2025() => Assert.All(SchematicFiles(), file =>
    {
        var schema = ReportFiles.Json(file).GetProperty("$schema").GetString()!;
        Assert.StartsWith("https://developer.microsoft.com/json-schemas/fabric/", schema, StringComparison.Ordinal);
        var parts = schema.Split('/');
        if (schema.Contains("/item/report/definition/", StringComparison.Ordinal))
        {
            Assert.Equal(Newest[parts[^3]], parts[^2]);
        }
    });

    [Fact]
    public void The_parts_of_the_project_find_one_another()
    {
        var report = ReportFiles.Json(ProjectFolder.PathOf("Renstra.pbip")).GetProperty("artifacts")[0].GetProperty("report").GetProperty("path").GetString()!;
        var model = ReportFiles.Json(ProjectFolder.PathOf($"{report}/definition.pbir")).GetProperty("datasetReference").GetProperty("byPath").GetProperty("path").GetString()!;

        Assert.True(File.Exists(ProjectFolder.PathOf($"{report}/{model}/definition.pbism")));
        Assert.All(ReportFiles.Json(ProjectFolder.PathOf($"{report}/definition/report.json")).GetProperty("resourcePackages").EnumerateArray(), package =>
            Assert.All(package.GetProperty("items").EnumerateArray(), item =>
                Assert.True(File.Exists(ProjectFolder.PathOf($"{report}/StaticResources/{package.GetProperty("name").GetString()}/{item.GetProperty("path").GetString()}")))));
    }

    private static List<string> SchematicFiles() =>
        [.. ProjectFolder.Files("*").Where(file => Path.GetExtension(file) is ".json" or ".pbip" or ".pbir" or ".pbism" || Path.GetFileName(file) == ".platform")
            .Where(file => !file.Contains("StaticResources", StringComparison.Ordinal))];
}
