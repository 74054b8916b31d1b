using System.Text.Json.Nodes;
using Renstra.Functions;

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
                ("Dashboard", "httpTrigger"),
                ("Feed", "httpTrigger"),
                ("Health", "httpTrigger"),
                ("IngestSubmission", "blobTrigger"),
                ("RemindOffices", "timerTrigger"),
            ],
            functions.Select(function => (function.Name, function.Trigger)));
    }

    // A monitor, with which the host makes up for runs that were missed while the app was down, is what it keeps unless told not to.
    [Theory]
    [InlineData("CollectSharedFolder", "0 */5 * * * *")] // every five minutes
    [InlineData("ConsolidateMonth", "0 0 22 * * *")] // 22:00 UTC is 06:00 WITA
    [InlineData("RemindOffices", "0 0 23 * * *")] // 07:00 WITA
    public void Timers_run_on_schedule_and_make_up_for_runs_missed_while_the_app_was_down(string name, string schedule)
    {
        var timer = Function(name).TriggerBinding;

        Assert.Equal(schedule, (string)timer["schedule"]!);
        Assert.NotEqual(false, (bool?)timer["useMonitor"]);
        Assert.NotEqual(true, (bool?)timer["runOnStartup"]);
    }

    [Theory]
    [InlineData("Dashboard", "dasbor/{*path}", "get head")]
    [InlineData("Feed", "odata/{*path}", "get head post put patch delete options")] // it refuses by itself what it does not allow
    [InlineData("Health", "health", "get head")]
    public void Http_functions_leave_the_keys_to_the_app(string name, string route, string methods)
    {
        var function = Function(name);

        Assert.Equal(route, (string)function.TriggerBinding["route"]!);
        Assert.Equal("Anonymous", (string)function.TriggerBinding["authLevel"]!);
        Assert.Equal(methods.Split(' '), function.TriggerBinding["methods"]!.AsArray().Select(method => (string)method!));
    }

    [Fact]
    public void Ingestion_is_started_by_events_of_the_containers_blobs_and_opens_them_itself()
    {
        var trigger = Function("IngestSubmission").TriggerBinding;

        Assert.Equal("kiriman/{name}", (string)trigger["path"]!);
        Assert.Equal("EventGrid", (string)trigger["source"]!);
        Assert.Equal("RenstraStorage", (string)trigger["connection"]!);
        Assert.Equal("True", (string)trigger["properties"]!["supportsDeferredBinding"]!);
    }

    [Fact]
    public void The_host_keeps_the_functions_own_paths_and_takes_its_extensions_from_the_app()
    {
        var host = JsonNode.Parse(File.ReadAllText(WorkingCopy.PathOf("src/Renstra.Functions/host.json")))!.AsObject();

        Assert.Equal(["version", "functionTimeout", "extensions"], host.Select(member => member.Key));
        Assert.Equal("2.0", (string)host["version"]!);
        Assert.Equal("", (string)host["extensions"]!["http"]!["routePrefix"]!);
        Assert.Equal("00:10:00", (string)host["functionTimeout"]!);
        Assert.Equal((500, 500), ((int)host["extensions"]!["http"]!["maxOutstandingRequests"]!, (int)host["extensions"]!["http"]!["maxConcurrentRequests"]!));
    }

    // The generated executor has the library compile a function of a class that is not public anew at each call, which took longer
    // than all else that a request costs.
    [Fact]
    public void What_calls_a_function_is_compiled_once() =>
        Assert.DoesNotContain(typeof(RenstraApp).Assembly.GetTypes(), type => type.Name == "DirectFunctionExecutor");

    private static FunctionDeclaration Function(string name) =>
        Assert.Single(FunctionDeclaration.ReadAll(), function => function.Name == name);
}
