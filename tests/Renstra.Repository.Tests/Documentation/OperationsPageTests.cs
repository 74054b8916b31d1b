using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Renstra.Repository.Tests.Functions;

namespace Renstra.Repository.Tests.Documentation;

public sealed class OperationsPageTests
{
    private static readonly string Page = File.ReadAllText(WorkingCopy.PathOf("docs/operations.md"));

    /// <summary>The rows of its table that are about the product's own settings; of a list, the first element.</summary>
    private static IEnumerable<(string Name, string Value)> Rows =>
        Regex.Matches(Page, @"^\| `(Renstra__\w+?__\w+?)(?:__0)?`.*\| ([^|]*) \|$", RegexOptions.Multiline)
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value.Trim('`')));

    [Fact]
    public void It_explains_the_settings_that_the_code_binds_and_no_others()
    {
        var explained = Rows.Select(row => row.Name);

        Assert.NotEmpty(ProductSettings.Defaults);
        Assert.Equal(ProductSettings.Defaults.Keys.Order(StringComparer.Ordinal), explained.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_tells_the_defaults_that_the_code_has()
    {
        var told = Rows.Where(row => ProductSettings.Defaults[row.Name] is not null).ToArray();

        Assert.NotEmpty(told);
        Assert.All(told, row => Assert.Equal($"{row.Name} = {ProductSettings.Defaults[row.Name]}", $"{row.Name} = {row.Value}"));
    }

    [Fact]
    public void It_lists_the_functions_that_the_worker_declares()
    {
        var told = Regex.Matches(Page, @"^\| `(\w+)` \| ((?:timer|HTTP|blobs) .*) \|$", RegexOptions.Multiline)
            .Select(match => $"{match.Groups[1].Value}: {match.Groups[2].Value}");

        Assert.Equal(FunctionDeclaration.ReadAll().Select(function => $"{function.Name}: {StartOf(function.TriggerBinding)}"), told);
    }

    [Fact]
    public void Every_file_that_is_mentioned_exists()
    {
        var files = Regex.Matches(Page, @"(?:infra|src|docs)/[\w./-]*\w").Select(match => match.Value).Distinct().ToArray();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.True(Path.Exists(WorkingCopy.PathOf(file)), file));
    }

    private static string StartOf(JsonNode trigger) => (string)trigger["type"]! switch
    {
        "timerTrigger" => $"timer `{trigger["schedule"]}`",
        "httpTrigger" => $"HTTP `{trigger["route"]}`",
        "blobTrigger" => $"blobs `{trigger["path"]}` of `{trigger["connection"]}`, through {((string)trigger["source"]! == "EventGrid" ? "Event Grid" : "?")}",
        var other => other,
    };
}
