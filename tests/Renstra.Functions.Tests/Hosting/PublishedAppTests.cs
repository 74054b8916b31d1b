using System.Diagnostics;
using System.Globalization;
using System.Reflection.PortableExecutable;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Renstra.Functions.Hosting;
using Renstra.Functions.Storage;
using Renstra.Functions.Tests.Ingestion;
using Renstra.LocalHost.Host.Rpc;
using Renstra.Testing;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Hosting;

/// <summary>What is deployed, started as Azure starts it.</summary>
public sealed class PublishedAppTests(AzuriteFixture azurite, PublishedApp published) : IClassFixture<PublishedApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void These_files_are_published()
    {
        var files = string.Concat(Directory.EnumerateFiles(published.Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(published.Folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(file => file + "\n"));

        Assert.Equal(GoldenFile.Read("tests/Renstra.Functions.Tests/Hosting/published.golden.txt", files), files);
    }

    [Fact]
    public void The_host_learns_from_them_how_to_start_the_worker_and_which_functions_and_extensions_there_are()
    {
        var description = Json("worker.config.json")["description"]!;
        var functions = Json("functions.metadata").AsArray();
        var extensions = Json("extensions.json")["extensions"]!.AsArray();

        Assert.Equal("dotnet-isolated", (string)description["language"]!);
        Assert.Equal("Renstra.Functions.dll", (string)description["defaultWorkerPath"]!);
        Assert.Equal(
            ["CollectSharedFolder", "ConsolidateMonth", "Dashboard", "Feed", "Health", "IngestSubmission", "RemindOffices"],
            functions.Select(function => (string)function!["name"]!).Order(StringComparer.Ordinal));

        // Timers and HTTP are the host's own.
        Assert.Contains("AzureStorageBlobs", extensions.Select(extension => (string)extension!["name"]!));
    }

    [Fact]
    public void It_is_compiled_ahead_and_brings_no_dotnet_of_its_own()
    {
        using var assembly = new PEReader(File.OpenRead(Path.Combine(published.Folder, "Renstra.Functions.dll")));

        Assert.NotEqual(0, assembly.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
        Assert.NotNull(Json("Renstra.Functions.runtimeconfig.json")["runtimeOptions"]!["frameworks"]);
    }

    [Fact]
    public void A_function_cannot_be_allowed_nearly_as_long_as_the_host_waits_for_it()
    {
        var patience = TimeSpan.Parse((string)Json("host.json")["functionTimeout"]!, CultureInfo.InvariantCulture);

        Assert.True(Allows(new HostingOptions().TriggerTimeLimit));
        Assert.False(Allows(patience * 0.9));
    }

    [Fact]
    public async Task Started_as_the_host_starts_it_it_does_its_work()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The app is published for Azure's platform, Linux on x64.");
        const string name = "53.02/laporan.xlsx";
        var storage = await azurite.NewAccountAsync(Cancellation);
        await new StorageClients(storage.Tables(), storage.Blobs()).CreateAsync(Cancellation);
        await storage.Blobs().GetBlobContainerClient(StorageNames.SubmissionsContainer)
            .UploadBlobAsync(name, new BinaryData(OfficialForm.Filled("53.02", "2024-07")), Cancellation);
        await using var worker = await StartedWorker.StartAsync(storage, Cancellation, published.Folder);

        var ingestion = await worker.IngestAsync(name, Cancellation);
        var health = await worker.SendAsync("Health", "GET", "/health", Cancellation);
        var feed = await worker.SendAsync("Feed", "GET", "/odata/Kinerja", Cancellation);

        Assert.Equal(StatusResult.Types.Status.Success, ingestion.Result.Status);
        Assert.Equal((200, "{\"status\":\"healthy\",\"failing\":[]}"), (health.Reply.Status, health.Reply.Body));
        Assert.Equal(401, feed.Reply.Status);
        var standing = await new StorageClients(storage.Tables(), storage.Blobs()).Reports.QueryAsync<TableEntity>(cancellationToken: Cancellation).ToListAsync(Cancellation);
        Assert.Equal("2024-07", Assert.Single(standing).PartitionKey);
    }

    private static bool Allows(TimeSpan limit) =>
        new SettingsValidator().Validate(null, new HostingOptions { TriggerTimeLimit = limit }).Succeeded;

    private JsonNode Json(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(published.Folder, file)))!;
}

/// <summary>The folder that Azure takes, made as <c>docs/operations.md</c> says, once for all tests that look at it.</summary>
public sealed class PublishedApp : IAsyncLifetime
{
    private readonly TemporaryFolder _temporary = new();

    public string Folder => Path.Combine(_temporary.Path, "app");

    public async ValueTask InitializeAsync()
    {
        // What it builds on the way stays out of the working copy, where other builds may be at work. Every version is the one that
        // the lock files name, of the host's extensions too. The analyzers have had their say in the ordinary build.
        string[] sparing = Environment.GetEnvironmentVariable("RENSTRA_PUBLISH_WHOLE") is "true"
            ? []
            : ["-p:RunAnalyzers=false", $"-p:CustomAfterMicrosoftCommonTargets={RepositoryRoot.PathOf("tests/Renstra.Functions.Tests/Hosting/compile-own-ahead.targets")}"];
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "publish", RepositoryRoot.PathOf("src/Renstra.Functions"), "--artifacts-path", Path.Combine(_temporary.Path, "artifacts"), "--output", Folder, .. sparing,
            ])
        {
            RedirectStandardOutput = true,
            Environment = { ["CI"] = "true" },
        };
        using var publishing = Process.Start(start)!;
        var output = await publishing.StandardOutput.ReadToEndAsync();
        await publishing.WaitForExitAsync();
        Assert.True(publishing.ExitCode == 0, output);
        Assert.DoesNotContain("warning", output, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync()
    {
        _temporary.Dispose();
        return ValueTask.CompletedTask;
    }
}
