using Renstra.LocalHost.Host;
using Renstra.LocalHost.Host.Rpc;
using Renstra.Testing;

namespace Renstra.LocalHost.Tests.Host;

public sealed class FunctionDeclarationsTests
{
    private static readonly Dictionary<string, string> NoSettings = [];

    [Fact]
    public async Task The_apps_own_functions_are_what_its_worker_says()
    {
        var host = HostJson.Read(Path.GetDirectoryName(LocalApp.Program)!);

        var declarations = FunctionDeclarations.Of(await HostedApp.FunctionsOfTheAppAsync(), host.RoutePrefix, NoSettings);

        Assert.Equal(TimeSpan.FromMinutes(10), host.FunctionTimeout);
        Assert.Equal(
            ["Dashboard: GET HEAD dasbor/{*path}", "Feed: GET HEAD POST PUT PATCH DELETE OPTIONS odata/{*path}", "Health: GET HEAD health"],
            declarations.Http.Select(function => $"{function.Name}: {string.Join(' ', function.Methods)} {function.Route}"));
        var blob = Assert.Single(declarations.Blobs);
        Assert.Equal(("IngestSubmission", "blob", "kiriman", "RenstraStorage"), (blob.Name, blob.BindingName, blob.Path.Container, blob.Connection));
        Assert.Equal(["CollectSharedFolder", "ConsolidateMonth", "RemindOffices"], declarations.Timers.Select(function => function.Name));
    }

    [Fact]
    public async Task A_month_is_consolidated_at_six_in_the_morning_in_Kupang()
    {
        var declarations = FunctionDeclarations.Of(await HostedApp.FunctionsOfTheAppAsync(), "", NoSettings);

        var next = declarations.Timers.Single(function => function.Name == "ConsolidateMonth").NextAfter(new DateTimeOffset(2024, 2, 10, 22, 0, 0, TimeSpan.Zero));

        Assert.Equal(new DateTimeOffset(2024, 2, 12, 6, 0, 0, TimeSpan.FromHours(8)), next);
    }

    [Theory]
    [InlineData("not exactly one trigger")]
    [InlineData("not exactly one trigger", """{"type":"timerTrigger","name":"a","schedule":"0 0 * * * *"}""", """{"type":"blobTrigger","name":"b","path":"a/{b}"}""")]
    [InlineData("\"queueTrigger\" is not played here", """{"type":"queueTrigger","name":"a"}""")]
    [InlineData("authLevel", """{"type":"httpTrigger","name":"a","authLevel":"Function"}""")]
    [InlineData("authLevel", """{"type":"httpTrigger","name":"a"}""")]
    [InlineData("not a container", """{"type":"blobTrigger","name":"a"}""")]
    [InlineData("0 * * * *", """{"type":"timerTrigger","name":"a","schedule":"0 * * * *"}""")]
    [InlineData("no setting Jadwal", """{"type":"timerTrigger","name":"a","schedule":"%Jadwal%"}""")]
    [InlineData("name", """{"type":"timerTrigger","schedule":"0 0 * * * *"}""")]
    [InlineData("JSON", """{""")]
    public void A_function_that_cannot_be_played_is_named_with_the_reason(string reason, params string[] bindings)
    {
        var failure = Assert.Throws<InvalidDataException>(() => FunctionDeclarations.Of([Function(bindings)], "", NoSettings));

        Assert.Contains("Fungsi", failure.Message, StringComparison.Ordinal);
        Assert.Contains(reason, failure.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_name_between_percent_signs_is_a_setting()
    {
        var settings = new Dictionary<string, string> { ["Jadwal"] = "0 30 5 * * *", ["Wadah__Nama"] = "masuk" };

        var declarations = FunctionDeclarations.Of(
            [
                Function("""{"type":"timerTrigger","name":"t","schedule":"%Jadwal%"}"""),
                Function("""{"type":"blobTrigger","name":"b","path":"%Wadah:Nama%/{name}"}"""),
            ],
            "",
            settings);

        Assert.Equal(
            new DateTimeOffset(2024, 2, 11, 5, 30, 0, TimeSpan.Zero),
            declarations.Timers.Single().NextAfter(new DateTimeOffset(2024, 2, 10, 22, 0, 0, TimeSpan.Zero)));
        Assert.Equal(("masuk", "AzureWebJobsStorage"), (declarations.Blobs.Single().Path.Container, declarations.Blobs.Single().Connection));
    }

    [Fact]
    public async Task Routes_and_methods_that_are_not_said_are_the_ones_that_Azure_documents()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "host.json"), """{"version":"2.0"}""", TestContext.Current.CancellationToken);
        var host = HostJson.Read(folder.Path);

        var declarations = FunctionDeclarations.Of([Function("""{"type":"httpTrigger","name":"a","authLevel":"Anonymous"}""")], host.RoutePrefix, NoSettings);

        Assert.Equal(TimeSpan.FromMinutes(30), host.FunctionTimeout);
        Assert.Equal((-1, -1), (host.MaxOutstandingRequests, host.MaxConcurrentRequests));
        var function = Assert.Single(declarations.Http);
        Assert.Equal("api/Fungsi", function.Route);
        Assert.Contains("POST", function.Methods);
    }

    [Fact]
    public void A_folder_without_an_app_is_named()
    {
        using var folder = new TemporaryFolder();

        var failure = Assert.Throws<InvalidDataException>(() => HostJson.Read(folder.Path));

        Assert.Contains("host.json", failure.Message, StringComparison.Ordinal);
    }

    private static RpcFunctionMetadata Function(params string[] bindings) => new() { Name = "Fungsi", FunctionId = "1", RawBindings = { bindings } };
}
