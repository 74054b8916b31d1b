using System.Globalization;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Renstra.Functions.Hosting;
using Renstra.Functions.Storage;
using Renstra.Functions.Tests.Ingestion;
using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;
using Renstra.Transform.Regions;

namespace Renstra.Functions.Tests.Hosting;

/// <summary>What is deployed, started as Azure starts it.</summary>
public sealed class PublishedAppTests(AzuriteFixture azurite, PublishedApp published) : IClassFixture<PublishedApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void The_folder_holds_the_executable_that_host_json_names_and_a_declaration_of_each_function()
    {
        SkipElsewhere();
        var host = Json("host.json");
        var executable = Path.Combine(published.Folder, (string)host["customHandler"]!["description"]!["defaultExecutablePath"]!);

        Assert.True(File.Exists(executable));
#pragma warning disable CA1416 // Only Azure's own platform comes here.
        Assert.True(File.GetUnixFileMode(executable).HasFlag(UnixFileMode.UserExecute));
#pragma warning restore CA1416
        Assert.True((bool)host["customHandler"]!["enableProxyingHttpRequest"]!);
        Assert.Equal(
            ["CollectSharedFolder", "ConsolidateMonth", "Feed", "Health", "IngestSubmission", "RemindOffices"],
            Directory.EnumerateDirectories(published.Folder).Where(folder => File.Exists(Path.Combine(folder, "function.json"))).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_function_cannot_be_allowed_nearly_as_long_as_the_host_waits_for_it()
    {
        SkipElsewhere();
        var patience = TimeSpan.Parse((string)Json("host.json")["functionTimeout"]!, CultureInfo.InvariantCulture);

        Assert.True(Allows(new HostingOptions().TriggerTimeLimit));
        Assert.False(Allows(patience * 0.9));
    }

    [Fact]
    public async Task Started_as_the_host_starts_it_it_answers_what_the_host_was_recorded_to_send()
    {
        SkipElsewhere();
        var storage = await StorageAsync();
        var workbook = OfficialForm.Filled("53.02", "2024-07");
        await storage.Blobs().GetBlobContainerClient(StorageNames.SubmissionsContainer).UploadBlobAsync(Recorded.BlobName, new BinaryData(workbook), Cancellation);
        await using var handler = await HandlerProcess.StartAsync(published, storage, Cancellation);

        foreach (var shape in Recorded.BlobShapes)
        {
            var reply = await handler.InvokeAsync("IngestSubmission", Recorded.Blob(shape), Cancellation);
            Assert.Equal(200, reply.Status);
            Assert.Contains("Diterima", reply.Body, StringComparison.Ordinal);
        }

        Assert.Equal(200, (await handler.InvokeAsync("CollectSharedFolder", Recorded.Timer, Cancellation)).Status);
        Assert.Equal(200, (await handler.InvokeAsync("ConsolidateMonth", Recorded.Timer, Cancellation)).Status);
        Assert.Equal(200, (await handler.GetAsync("/health", Cancellation)).Status);
        Assert.Equal(401, (await handler.GetAsync("/odata/Kinerja", Cancellation)).Status);
        var reports = new ReportStore(new StorageClients(storage.Tables(), storage.Blobs()));
        Assert.Single(await reports.CurrentAsync(ReportingMonth.Parse("2024-07"), RegionCode.Parse("53.02"), Cancellation));
    }

    [Fact]
    public async Task It_listens_where_the_host_says_and_not_where_the_inherited_environment_does()
    {
        SkipElsewhere();
        await using var handler = await HandlerProcess.StartAsync(published, await StorageAsync(), Cancellation);

        var refused = await Assert.ThrowsAsync<SocketException>(() => RawHttp.InvokeAsync(handler.OtherPort, "IngestSubmission", "{}", Cancellation));

        Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);
    }

    [Fact]
    public async Task A_client_of_the_host_finds_no_trigger()
    {
        SkipElsewhere();
        await using var handler = await HandlerProcess.StartAsync(published, await StorageAsync(), Cancellation);

        Assert.Equal(404, (await handler.GetAsync("/IngestSubmission", Cancellation)).Status);
        Assert.Equal(404, (await RawHttp.SendAsync(
            handler.Port, "POST", "/ConsolidateMonth", [.. RawHttp.GenuineHeaders(handler.Port), "X-Forwarded-For: 203.0.113.9"], [], Cancellation)).Status);
    }

    [Fact]
    public async Task Ended_in_order_it_reports_an_error_so_that_the_host_starts_it_again()
    {
        SkipElsewhere();
        await using var handler = await HandlerProcess.StartAsync(published, await StorageAsync(), Cancellation);

        Assert.NotEqual(0, await handler.TerminateAsync(Cancellation));
    }

    private static void SkipElsewhere() => Assert.SkipUnless(PublishedApp.RunsHere, "The app is published for Azure's platform, Linux on x64.");

    private static bool Allows(TimeSpan limit) =>
        new HostingOptionsValidator().Validate(null, new HostingOptions { TriggerTimeLimit = limit }).Succeeded;

    private JsonNode Json(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(published.Folder, file)))!;

    private async Task<TestStorage> StorageAsync()
    {
        var storage = await azurite.NewAccountAsync(Cancellation);
        await new StorageClients(storage.Tables(), storage.Blobs()).CreateAsync(Cancellation);
        return storage;
    }
}
