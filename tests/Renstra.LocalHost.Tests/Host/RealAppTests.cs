using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Renstra.Functions.Storage;
using Renstra.LocalHost.Hook;
using Renstra.LocalHost.Host;
using Renstra.LocalHost.Host.Worker;
using Renstra.Testing;
using Renstra.Testing.Azurite;

namespace Renstra.LocalHost.Tests.Host;

/// <summary>The app's own worker, as its build leaves it, under the played host.</summary>
public sealed class RealAppTests(AzuriteFixture azurite) : IDisposable
{
    private const string Key = "kunci-uji";

    private static readonly DateTimeOffset Closing = new(2024, 2, 10, 22, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task The_app_is_served_blobs_timers_and_clients_and_lives_in_the_hosts_time()
    {
        var storage = await azurite.NewAccountAsync(Cancellation);
        using var clock = new SteppedClock(Closing, file: Path.Combine(_folder.Path, "jam"));
        await using var host = await StartAsync(storage, clock);
        using var client = new HttpClient();
        await storage.Blobs().GetBlobContainerClient(StorageNames.SubmissionsContainer)
            .UploadBlobAsync("53.02/bukan buku kerja.xlsx", BinaryData.FromString("bukan buku kerja"), Cancellation);

        await host.WaitUntilIdleAsync(Cancellation);
        var closing = await host.FireAsync("ConsolidateMonth", Cancellation);
        using var feed = await client.GetAsync(new Uri(host.Address, $"odata/Wilayah?$top=1&code={Key}"), Cancellation);
        using var longest = await client.GetAsync(new Uri(host.Address, $"odata/Wilayah?$top=1&code={Key}&catatan={new string('a', 32_000)}"), Cancellation);
        using var tooLong = await client.GetAsync(new Uri(host.Address, $"odata/Wilayah?$top=1&code={Key}&catatan={new string('a', 33_000)}"), Cancellation);
        var releases = JsonNode.Parse(await client.GetStringAsync(new Uri(host.Address, $"odata/Penetapan?$orderby=DitetapkanPada desc&code={Key}"), Cancellation))!;
        using var health = await client.GetAsync(new Uri(host.Address, "health"), Cancellation);
        using var climbing = await client.GetAsync(new Uri(host.Address, "odata/..%5CIngestSubmission"), Cancellation);

        Assert.Empty(host.Journal.LastFailures);
        Assert.Equal(1, host.Journal.Succeeded("IngestSubmission"));
        Assert.True(closing.Succeeded);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (feed.StatusCode, longest.StatusCode));
        Assert.Equal(HttpStatusCode.RequestUriTooLong, tooLong.StatusCode);
        Assert.Contains("AlamatTerlaluPanjang", await tooLong.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        var page = JsonNode.Parse(await feed.Content.ReadAsStringAsync(Cancellation))!;
        Assert.StartsWith(host.Address.AbsoluteUri + "odata/$metadata", page["@odata.context"]!.GetValue<string>(), StringComparison.Ordinal);

        // January was closed at the time that the host's clock shows, by a worker that has never seen another.
        var released = releases["value"]!.AsArray().Select(row => row!["DitetapkanPada"]!.GetValue<DateTimeOffset>()).ToList();
        Assert.NotEmpty(released);
        Assert.All(released, instant => Assert.InRange(instant, Closing, Closing.AddHours(1)));

        // The proxy leaves the path as it is: it is the feed that is asked, for something in it, and that wants a key.
        Assert.Equal(HttpStatusCode.Unauthorized, climbing.StatusCode);
        var receipts = storage.Blobs().GetBlobContainerClient(StorageNames.ReceiptsContainer);
        Assert.NotEmpty(await receipts.GetBlobsAsync(cancellationToken: Cancellation).ToListAsync(Cancellation));
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task A_worker_that_is_killed_is_replaced_and_the_next_request_served()
    {
        var processes = new List<WorkerProcess>();
        var replaced = new TaskCompletionSource();
        using var clock = new SteppedClock(Closing, file: Path.Combine(_folder.Path, "jam"));
        await using var host = await StartAsync(await azurite.NewAccountAsync(Cancellation), clock, process =>
        {
            processes.Add(process);
            if (processes.Count == 2)
            {
                replaced.SetResult();
            }
        });
        using var client = new HttpClient();
        using var before = await client.GetAsync(new Uri(host.Address, "health"), Cancellation);

        processes[0].Kill();
        await processes[0].Ended;
        await replaced.Task.WaitAsync(Cancellation);

        using var after = await client.GetAsync(new Uri(host.Address, "health"), Cancellation);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (before.StatusCode, after.StatusCode));
        Assert.Equal(2, processes.Count);
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task An_orderly_stop_ends_the_worker_with_exit_code_0()
    {
        var processes = new List<WorkerProcess>();
        using var clock = new SteppedClock(Closing, file: Path.Combine(_folder.Path, "jam"));
        var host = await StartAsync(await azurite.NewAccountAsync(Cancellation), clock, processes.Add);

        // A worker's functions are loaded before its own start is over; an answer says that it is.
        using var client = new HttpClient();
        using var health = await client.GetAsync(new Uri(host.Address, "health"), Cancellation);
        await host.DisposeAsync();

        var end = await processes.Single().Ended;
        Assert.True(end.StartsWith("It ended with exit code 0.", StringComparison.Ordinal), end);
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task An_app_that_cannot_start_is_given_up_with_its_own_last_words()
    {
        var settings = new Dictionary<string, string> { ["RenstraStorage"] = "", ["Renstra__Feed__KeyHashes__0"] = "bukan" };

        var givenUp = await Assert.ThrowsAsync<WorkerGivenUpException>(() => FunctionsHost.StartAsync(
            new FunctionsHostOptions
            {
                AppFolder = Path.GetDirectoryName(LocalApp.Program)!,
                Settings = settings,
                StartWorker = start => WorkerProcess.Start(new WorkerApp(LocalApp.Program, settings), start),
                Port = 0,
            },
            Cancellation));

        Assert.Contains("failed three times", givenUp.Message, StringComparison.Ordinal);
        Assert.True(givenUp.Message.Contains("RenstraStorage", StringComparison.Ordinal), givenUp.Message);
    }

    private static async Task<FunctionsHost> StartAsync(TestStorage storage, SteppedClock clock, Action<WorkerProcess>? started = null)
    {
        await new StorageClients(storage.Tables(), storage.Blobs()).CreateAsync(Cancellation);
        var settings = new Dictionary<string, string>
        {
            [StorageNames.Connection] = storage.ConnectionString,
            ["Renstra__Feed__KeyHashes__0"] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Key))),
            ["Renstra__Hosting__HealthPatience"] = "00:03:50",
            ["Logging__LogLevel__Default"] = "Warning",
            ["DOTNET_STARTUP_HOOKS"] = typeof(SharedClock).Assembly.Location,
            [SharedClock.Variable] = clock.File!,
        };
        return await FunctionsHost.StartAsync(
            new FunctionsHostOptions
            {
                AppFolder = Path.GetDirectoryName(LocalApp.Program)!,
                Settings = settings,
                StartWorker = start =>
                {
                    var process = WorkerProcess.Start(new WorkerApp(LocalApp.Program, settings), start);
                    started?.Invoke(process);
                    return process;
                },
                Port = 0,
                Clock = clock,
            },
            Cancellation);
    }
}
