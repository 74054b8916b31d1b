using System.Text.Json.Nodes;

namespace Renstra.Repository.Tests.Infra;

[Collection<CompiledOnce>]
public sealed class CompilationTests(CompiledInfra compiled) : IDisposable
{
    private readonly InfraCopy _infra = new();

    public void Dispose() => _infra.Dispose();

    [Fact]
    public void Every_template_compiles_without_a_warning_of_the_compiler_or_the_linter()
    {
        Assert.Equal("", compiled.Build.Messages);
        Assert.Equal(0, compiled.Build.ExitCode);
        Assert.Equal(_infra.Files("*.bicep").Select(file => Path.ChangeExtension(file, "json")), compiled.Templates.Keys);
    }

    [Fact]
    public async Task The_linter_is_on_for_modules_too()
    {
        await WriteAsync("modules/careless.bicep", "param neverUsed string\n");

        var run = await RunAsync("lint", "--no-restore", "modules/careless.bicep");

        Assert.Contains("Error no-unused-params", run.Messages, StringComparison.Ordinal);
        Assert.NotEqual(0, run.ExitCode);
    }

    [Fact]
    public async Task Every_parameter_file_fits_its_template()
    {
        var run = await BicepCompiler.RunAsync(
            _infra.FullPath,
            ["build-params", "--no-restore", "--pattern", "**/*.bicepparam"],
            TestContext.Current.CancellationToken,
            Deployment.Environment);

        Assert.Equal("", run.Messages);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            _infra.Files("*.bicepparam").Select(file => Path.ChangeExtension(file, "json")),
            _infra.Files("*.json").Where(file => file != "bicepconfig.json"));
    }

    [Fact]
    public async Task Nothing_is_deployed_without_a_key_for_the_feed()
    {
        var run = await RunAsync("build-params", "--no-restore", "main.bicepparam", "--stdout");

        Assert.Contains("RENSTRA_FEED_KEY_HASHES", run.Messages, StringComparison.Ordinal);
        Assert.NotEqual(0, run.ExitCode);
    }

    [Fact]
    public async Task Every_file_is_formatted_as_the_formatter_would()
    {
        var files = _infra.Files("*.bicep").Concat(_infra.Files("*.bicepparam")).ToArray();
        var before = files.ToDictionary(file => file, _infra.Read);
        await WriteAsync("modules/careless.bicep", "output  x  string  = 'x'\n");

        await RunAsync("format", "--pattern", "**/*.bicep*");

        Assert.Equal("output x string = 'x'\n", _infra.Read("modules/careless.bicep"));
        Assert.All(files, file => Assert.Equal(before[file], _infra.Read(file)));
    }

    [Fact]
    public void Nothing_is_fetched_from_a_registry()
    {
        Assert.All(
            _infra.Files("*.bicep").Concat(_infra.Files("*.bicepparam")),
            file => Assert.DoesNotMatch("'(br|ts)[:/]", _infra.Read(file)));
    }

    [Fact]
    public void Role_assignments_stand_in_one_module_under_names_made_by_guid()
    {
        var assignments = compiled.Templates
            .SelectMany(template => Own(template.Value, "resources"), (template, resource) => (template.Key, resource))
            .Where(pair => (string)pair.resource["type"]! == "Microsoft.Authorization/roleAssignments")
            .ToArray();

        Assert.NotEmpty(assignments);
        Assert.All(assignments, pair => Assert.Equal("modules/roles.json", pair.Key));
        Assert.All(assignments, pair => Assert.StartsWith("[guid(", (string)pair.resource["name"]!, StringComparison.Ordinal));
    }

    [Fact]
    public void No_output_gives_away_a_key()
    {
        var outputs = compiled.Templates.Values
            .SelectMany(template => Own(template, "outputs"))
            .Select(output => $"{(string)output["type"]!}: {(string)output["value"]!}")
            .ToArray();

        Assert.NotEmpty(outputs);
        Assert.All(outputs, output => Assert.DoesNotMatch("(?i)list[a-z]*\\(|key|secret|password|connection|secure", output));
    }

    /// <summary>A section of a template, which is a list or, in newer versions of the language, named.</summary>
    private static IEnumerable<JsonNode> Own(JsonNode template, string section) => template[section] switch
    {
        JsonArray list => list.Select(item => item!),
        JsonObject named => named.Select(item => item.Value!),
        _ => [],
    };

    private Task WriteAsync(string file, string text) =>
        File.WriteAllTextAsync(Path.Combine(_infra.FullPath, file), text, TestContext.Current.CancellationToken);

    private Task<BicepRun> RunAsync(params string[] arguments) =>
        BicepCompiler.RunAsync(_infra.FullPath, arguments, TestContext.Current.CancellationToken);
}
