using System.Net;
using System.Net.Sockets;
using Renstra.Functions.Storage;
using Renstra.Functions.Tests.Ingestion;
using Renstra.Functions.Tests.Storage;
using Renstra.LocalHost.Host.Rpc;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Hosting;

/// <summary>The worker's process, called as the Functions host was recorded to call one.</summary>
public sealed class WorkerTests(AzuriteFixture azurite)
{
    private const string Name = "53.02/laporan.xlsx";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_of_any_name_are_ingested_and_a_second_delivery_changes_nothing()
    {
        string[] names =
        [
            Name,
            "53.02/20240805010000000-0123456789ab-laporan \"akhir\" 7%.xlsx",
            "53.02/laporan\u00e9 \u2013 Juli \ud83d\udcca #1?.xlsx",
            "53.02/a+b%20c.xlsx",
        ];
        await using var app = await Kiriman.AppAsync(azurite);
        await using var worker = await StartedWorker.StartAsync(app.Account, Cancellation);
        foreach (var name in names)
        {
            await Kiriman.PutAsync(app, name, OfficialForm.Filled("53.02", "2024-07"));
            AssertSucceeded(await worker.IngestAsync(name, Cancellation));
        }

        var stored = await StoredState.ReadAsync(app, Cancellation);
        foreach (var name in names)
        {
            AssertSucceeded(await worker.IngestAsync(name, Cancellation));
        }

        Assert.Equal(names.Length, stored.Split(StorageNames.SubmissionsTable + ": ").Length - 1);
        Assert.Contains($"{StorageNames.ReportsTable}: ", stored, StringComparison.Ordinal);
        Assert.Equal(stored, await StoredState.ReadAsync(app, Cancellation));
    }

    [Fact]
    public async Task A_file_that_has_vanished_is_no_failure_and_every_timer_can_be_run()
    {
        await using var app = await Kiriman.AppAsync(azurite);
        await using var worker = await StartedWorker.StartAsync(app.Account, Cancellation);

        AssertSucceeded(await worker.IngestAsync(Name, Cancellation));
        Assert.Equal("", await StoredState.ReadAsync(app, Cancellation));
        AssertSucceeded(await worker.FireAsync("CollectSharedFolder", Cancellation));
        AssertSucceeded(await worker.FireAsync("ConsolidateMonth", Cancellation));
        AssertSucceeded(await worker.FireAsync("RemindOffices", Cancellation));

        Assert.Empty(worker.Errors);
    }

    [Fact]
    public async Task Broken_storage_fails_the_call_and_is_logged_once()
    {
        await using var app = await Kiriman.AppAsync(azurite);
        await Kiriman.PutAsync(app, Name, OfficialForm.Filled("53.02", "2024-07"));
        await app.Account.Tables().DeleteTableAsync(StorageNames.SubmissionsTable, Cancellation);
        await using var worker = await StartedWorker.StartAsync(app.Account, Cancellation);

        var failed = await worker.IngestAsync(Name, Cancellation);

        Assert.Equal(StatusResult.Types.Status.Failure, failed.Result.Status);
        Assert.Contains("TableNotFound", failed.Result.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(failed.InvocationId, Assert.Single(worker.Errors).InvocationId);
    }

    [Fact]
    public async Task Work_that_does_not_end_fails_alone_and_a_request_gets_the_feeds_error()
    {
        using var silent = new SilentStorage();
        var settings = StartedWorker.Settings(silent.ConnectionString);
        settings["Renstra__Hosting__TriggerTimeLimit"] = "00:00:00.3";
        settings["Renstra__Hosting__RequestTimeLimit"] = "00:00:00.3";
        settings["Renstra__Feed__KeyHashes__0"] = Feed.FeedApp.HashOf("kunci");
        await using var worker = await StartedWorker.StartAsync(settings, Cancellation);

        var trigger = await worker.IngestAsync(Name, Cancellation);
        var (reply, request) = await worker.SendAsync("Feed", "GET", "/odata/LaporanMasuk?code=kunci", Cancellation);

        Assert.Equal(StatusResult.Types.Status.Failure, trigger.Result.Status);
        Assert.Contains("IngestSubmission was not finished within 00:00:00.3000000", trigger.Result.Exception.Message, StringComparison.Ordinal);
        AssertSucceeded(request);
        Assert.Equal(503, reply.Status);
        Assert.Contains("\"code\":\"WaktuHabis\"", reply.Body, StringComparison.Ordinal);
        Assert.Equal(2, worker.Errors.Count);
    }

    [Fact]
    public async Task A_client_that_leaves_is_no_failure_and_nothing_to_log()
    {
        using var silent = new SilentStorage();
        var settings = StartedWorker.Settings(silent.ConnectionString);
        settings["Renstra__Feed__KeyHashes__0"] = Feed.FeedApp.HashOf("kunci");
        await using var worker = await StartedWorker.StartAsync(settings, Cancellation);

        // They leave when storage has been asked, which is when the work is under way.
        AssertSucceeded(await worker.LeaveAsync("Feed", "/odata/LaporanMasuk?code=kunci", silent.AskedAsync, Cancellation));
        AssertSucceeded(await worker.LeaveAsync("Health", "/health", silent.AskedAsync, Cancellation));

        Assert.Empty(worker.Errors);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_orderly_stop_ends_in_order_and_says_nothing(bool bySignal)
    {
        var storage = await StorageAsync();
        await using var worker = await StartedWorker.StartAsync(storage, Cancellation);
        AssertSucceeded((await worker.SendAsync("Health", "GET", "/health", Cancellation)).Invocation);

        Assert.Equal((0, ""), await worker.TerminateAsync(bySignal, Cancellation));
    }

    [Fact]
    public async Task A_stop_that_comes_before_the_start_is_over_is_orderly_too()
    {
        var settings = StartedWorker.Settings((await StorageAsync()).ConnectionString);

        Assert.Equal((0, ""), await StartedWorker.TerminateAtOnceAsync(settings, Cancellation));
    }

    [Theory]
    [InlineData("RenstraStorage", "", "RenstraStorage must be a connection string")]
    [InlineData("RenstraStorage", "https://example.go.id", "RenstraStorage is not a connection string")]
    [InlineData("Renstra__Feed__KeyHashes__0", "kunci", "Renstra:Feed:KeyHashes holds something that is not a SHA-256")]
    [InlineData("Renstra__Hosting__TriggerTimeLimit", "01:00:00", "TriggerTimeLimit")]
    [InlineData("Renstra__Hosting__TriggerTimeLimit", "sebentar", "Renstra:Hosting:TriggerTimeLimit")]
    [InlineData("Renstra__Ingestion__MaxRows", "-1", "MaxRows")]
    public async Task A_setting_that_is_missing_or_wrong_ends_the_start_with_one_line_that_names_it(string name, string value, string says)
    {
        var settings = StartedWorker.Settings((await StorageAsync()).ConnectionString);
        settings[name] = value;

        var (exitCode, errors) = await StartedWorker.RunAsync(settings, Cancellation);

        Assert.Equal(2, exitCode);
        Assert.Contains(says, Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_below_odata_is_the_feeds_by_every_method()
    {
        (string Method, string Target, int Status)[] requests =
        [
            ("GET", "/odata", 401),
            ("GET", "/odata/Kinerja?$top=1", 401),
            ("HEAD", "/odata/Kinerja", 401),
            ("POST", "/odata/Kinerja?code=kunci", 405),
            ("DELETE", "/odata/Kinerja?code=kunci", 405),
            ("GET", "/odata/Wilayah?$top=1&code=kunci", 200),
        ];
        var settings = StartedWorker.Settings((await StorageAsync()).ConnectionString);
        settings["Renstra__Feed__KeyHashes__0"] = Feed.FeedApp.HashOf("kunci");
        await using var worker = await StartedWorker.StartAsync(settings, Cancellation);

        foreach (var (method, target, status) in requests)
        {
            var (reply, invocation) = await worker.SendAsync("Feed", method, target, Cancellation);

            AssertSucceeded(invocation);
            Assert.Equal((method, target, status), (method, target, reply.Status));
            Assert.Contains("OData-Version: 4.0", reply.Headers, StringComparison.Ordinal);
            Assert.DoesNotContain("Server:", reply.Headers, StringComparison.Ordinal);
        }
    }

    private static void AssertSucceeded(InvocationResponse invocation) =>
        Assert.True(invocation.Result.Status == StatusResult.Types.Status.Success, invocation.Result.Exception?.Message);

    private async Task<TestStorage> StorageAsync()
    {
        var storage = await azurite.NewAccountAsync(Cancellation);
        await new StorageClients(storage.Tables(), storage.Blobs()).CreateAsync(Cancellation);
        return storage;
    }

    /// <summary>Storage that takes every connection and never answers.</summary>
    private sealed class SilentStorage : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly List<TcpClient> _connections = [];

        public SilentStorage() => _listener.Start();

        public string ConnectionString
        {
            get
            {
                var address = FormattableString.Invariant($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/diam");
                return $"AccountName=diam;AccountKey=AAAA;BlobEndpoint={address};TableEndpoint={address};QueueEndpoint={address}";
            }
        }

        /// <summary>Waits until somebody connects.</summary>
        public async Task AskedAsync(CancellationToken cancellation) => _connections.Add(await _listener.AcceptTcpClientAsync(cancellation));

        public void Dispose()
        {
            _connections.ForEach(connection => connection.Dispose());
            _listener.Dispose();
        }
    }
}
