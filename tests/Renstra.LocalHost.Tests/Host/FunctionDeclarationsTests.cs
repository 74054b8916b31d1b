using Renstra.LocalHost.Host;
using Renstra.Testing;

namespace Renstra.LocalHost.Tests.Host;

public sealed class FunctionDeclarationsTests
{
    private const string HostJson = """{"version":"2.0","customHandler":{"enableProxyingHttpRequest":true}}""";

    [Fact]
    public void The_apps_own_declarations_are_found_beside_the_program()
    {
        var declarations = FunctionDeclarations.Read(Path.Combine(AppContext.BaseDirectory, "Bridge"));

        Assert.Equal(TimeSpan.FromMinutes(10), declarations.Timeout);
        Assert.Equal(
            ["Dashboard: GET HEAD dasbor/{*path}", "Feed: GET HEAD odata/{*path}", "Health: GET HEAD health"],
            declarations.Http.Select(function => $"{function.Name}: {string.Join(' ', function.Methods)} {function.Route}"));
        var blob = Assert.Single(declarations.Blobs);
        Assert.Equal(("IngestSubmission", "blob", "kiriman"), (blob.Name, blob.BindingName, blob.Path.Container));
        Assert.Equal(["CollectSharedFolder", "ConsolidateMonth", "RemindOffices"], declarations.Timers.Select(function => function.Name));
    }

    [Fact]
    public void A_month_is_consolidated_at_six_in_the_morning_in_Kupang()
    {
        var consolidate = FunctionDeclarations.Read(Path.Combine(AppContext.BaseDirectory, "Bridge")).Timers.Single(function => function.Name == "ConsolidateMonth");

        var next = consolidate.NextAfter(new DateTimeOffset(2024, 2, 10, 22, 0, 0, TimeSpan.Zero));

        Assert.Equal(new DateTimeOffset(2024, 2, 12, 6, 0, 0, TimeSpan.FromHours(8)), next);
    }

    [Theory]
    [InlineData("""{"bindings":[]}""", "not exactly one trigger")]
    [InlineData("""{"bindings":[{"type":"timerTrigger","name":"a","schedule":"0 0 * * * *"},{"type":"blobTrigger","name":"b","path":"a/{b}"}]}""", "not exactly one trigger")]
    [InlineData("""{"bindings":[{"type":"queueTrigger","name":"a"}]}""", "\"queueTrigger\" is not played here")]
    [InlineData("""{"bindings":[{"type":"httpTrigger","name":"a","authLevel":"function"}]}""", "authLevel")]
    [InlineData("""{"bindings":[{"type":"httpTrigger","name":"a"}]}""", "authLevel")]
    [InlineData("""{"bindings":[{"type":"blobTrigger","name":"a"}]}""", "not a container")]
    [InlineData("""{"bindings":[{"type":"timerTrigger","name":"a","schedule":"0 * * * *"}]}""", "0 * * * *")]
    [InlineData("""{"bindings":[{"type":"timerTrigger","schedule":"0 0 * * * *"}]}""", "name")]
    [InlineData("""{"bindings":null}""", "Bindings")]
    [InlineData("""{""", "JSON")]
    public async Task A_function_that_cannot_be_played_is_named_with_the_reason(string json, string reason)
    {
        using var folder = new TemporaryFolder();
        await WriteAsync(folder, "host.json", HostJson);
        await WriteAsync(folder, "Fungsi/function.json", json);

        var failure = Assert.Throws<InvalidDataException>(() => FunctionDeclarations.Read(folder.Path));

        Assert.Contains(Path.Combine("Fungsi", "function.json"), failure.Message, StringComparison.Ordinal);
        Assert.Contains(reason, failure.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_app_that_wants_requests_rebuilt_instead_of_proxied_is_refused()
    {
        using var folder = new TemporaryFolder();
        await WriteAsync(folder, "host.json", """{"version":"2.0","customHandler":{"enableForwardingHttpRequest":true}}""");

        var failure = Assert.Throws<InvalidDataException>(() => FunctionDeclarations.Read(folder.Path));

        Assert.Contains("enableProxyingHttpRequest", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Routes_and_methods_that_are_not_said_are_the_ones_that_Azure_documents()
    {
        using var folder = new TemporaryFolder();
        await WriteAsync(folder, "host.json", HostJson);
        await WriteAsync(folder, "Fungsi/function.json", """{"bindings":[{"type":"httpTrigger","name":"a","authLevel":"anonymous"}]}""");

        var function = Assert.Single(FunctionDeclarations.Read(folder.Path).Http);

        Assert.Equal("api/Fungsi", function.Route);
        Assert.Contains("POST", function.Methods);
    }

    [Fact]
    public void A_folder_without_an_app_is_named()
    {
        using var folder = new TemporaryFolder();

        var failure = Assert.Throws<InvalidDataException>(() => FunctionDeclarations.Read(folder.Path));

        Assert.Contains("host.json", failure.Message, StringComparison.Ordinal);
    }

    private static async Task WriteAsync(TemporaryFolder folder, string name, string content)
    {
        var path = Path.Combine(folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);
    }
}
