using System.Text.Json.Nodes;

namespace Renstra.Repository.Tests.Functions;

/// <summary>What the host is told to run, and when.</summary>
public sealed class FunctionDeclarationTests
{
    [Fact]
    public void There_are_these_functions_with_these_triggers()
    {
        var functions = FunctionDeclaration.ReadAll();

        Assert.Equal(
            [
                ("CollectSharedFolder", "timerTrigger"),
                ("ConsolidateMonth", "timerTrigger"),
                ("Feed", "httpTrigger"),
                ("Health", "httpTrigger"),
                ("IngestSubmission", "blobTrigger"),
                ("RemindOffices", "timerTrigger"),
            ],
            functions.Select(function => (function.Name, function.Trigger)));
    }

    [Theory]
    [InlineData("CollectSharedFolder", "0 */5 * * * *")] // every five minutes
    [InlineData("ConsolidateMonth", "0 0 22 * * *")] // 22:00 UTC is 06:00 WITA
    [InlineData("RemindOffices", "0 0 23 * * *")] // 07:00 WITA
    public void Timers_run_on_schedule_and_make_up_for_runs_missed_while_the_app_was_down(string name, string schedule)
    {
        var timer = Function(name).TriggerBinding;

        Assert.Equal(schedule, (string)timer["schedule"]!);
        Assert.True((bool)timer["useMonitor"]!);
        Assert.NotEqual(true, (bool?)timer["runOnStartup"]);
    }

    [Theory]
    [InlineData("Feed", "odata/{*path}")]
    [InlineData("Health", "health")]
    public void Http_functions_are_for_reading_and_leave_the_keys_to_the_app(string name, string route)
    {
        var function = Function(name);

        Assert.Equal(route, (string)function.TriggerBinding["route"]!);
        Assert.Equal("anonymous", (string)function.TriggerBinding["authLevel"]!);
        Assert.Equal(["get", "head"], function.TriggerBinding["methods"]!.AsArray().Select(method => (string)method!));
        Assert.Equal(["httpTrigger", "http"], function.Bindings.Select(binding => (string)binding["type"]!));
        Assert.Equal("out", (string)function.Bindings[1]["direction"]!);
    }

    [Fact]
    public void Ingestion_is_started_by_events_of_the_containers_blobs()
    {
        var trigger = Function("IngestSubmission").TriggerBinding;

        Assert.Equal("kiriman/{name}", (string)trigger["path"]!);
        Assert.Equal("EventGrid", (string)trigger["source"]!);
        Assert.Equal("RenstraStorage", (string)trigger["connection"]!);
    }

    [Fact]
    public void The_host_starts_the_app_and_proxies_http_requests_at_their_own_paths()
    {
        var host = JsonNode.Parse(File.ReadAllText(WorkingCopy.PathOf("src/Renstra.Functions/host.json")))!;

        Assert.Equal("", (string)host["extensions"]!["http"]!["routePrefix"]!);
        Assert.Equal("Renstra.Functions", (string)host["customHandler"]!["description"]!["defaultExecutablePath"]!);
        Assert.True((bool)host["customHandler"]!["enableProxyingHttpRequest"]!);
        Assert.Null(host["customHandler"]!["enableForwardingHttpRequest"]);
        Assert.NotNull(host["extensionBundle"]);
        Assert.NotNull(host["functionTimeout"]);
    }

    private static FunctionDeclaration Function(string name) =>
        Assert.Single(FunctionDeclaration.ReadAll(), function => function.Name == name);
}
