using System.Net;
using System.Net.Sockets;
using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Renstra.Functions.Reference;
using Renstra.Functions.Storage;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Storage;

/// <summary>What it looks like when storage is down, and what goes on all the same.</summary>
public sealed class StorageDownTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_storage_that_cannot_be_reached_is_known_as_such_whether_one_try_failed_or_all_of_them(int retries)
    {
        var options = new TableClientOptions { Retry = { MaxRetries = retries, Delay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1) } };
        var table = new TableServiceClient(Unreachable(), options).GetTableClient("Laporan");

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => table.GetEntityIfExistsAsync<TableEntity>("a", "b", cancellationToken: Cancellation));

        Assert.True(StorageFailure.Is(failure), $"{failure}");
        var tries = failure is AggregateException several ? several.InnerExceptions : [failure];
        Assert.Equal(retries + 1, tries.Count);

        // This is what the faults of the tests throw.
        Assert.All(tries, each => Assert.IsType<HttpRequestException>(Assert.IsType<RequestFailedException>(each).InnerException));
    }

    [Fact]
    public async Task A_try_that_takes_too_long_is_known_as_such_and_a_call_that_was_given_up_is_not()
    {
        var options = new TableClientOptions { Retry = { MaxRetries = 1, Delay = TimeSpan.FromMilliseconds(1), NetworkTimeout = TimeSpan.FromMilliseconds(50) } };
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var table = new TableServiceClient(ConnectionString(((IPEndPoint)silent.LocalEndpoint).Port), options).GetTableClient("Laporan");
        using var givenUp = new CancellationTokenSource();
        await givenUp.CancelAsync();

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => table.GetEntityIfExistsAsync<TableEntity>("a", "b", cancellationToken: Cancellation));
        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => table.GetEntityIfExistsAsync<TableEntity>("a", "b", cancellationToken: givenUp.Token));

        Assert.True(StorageFailure.Is(failure), $"{failure}");
        Assert.False(StorageFailure.Is(cancelled));
    }

    [Theory]
    [InlineData(Fault.Lost, 0)]
    [InlineData(Fault.Lost, 2)]
    [InlineData(Fault.AnswerLost, 2)]
    [InlineData(Fault.Busy, 2)]
    internal async Task The_feed_says_503_while_storage_is_down_and_answers_when_it_is_back(Fault fault, int retries)
    {
        var now = Fault.None;
        var faults = new StorageFaults(_ => now);
        await using var app = await App.CreateAsync(azurite, Clock(), builder => faults.Install(builder, retries));
        using var client = await ClientAsync(app);
        using var before = await client.GetAsync("Laporan", Cancellation);

        now = fault;
        using var during = await client.GetAsync("Laporan", Cancellation);
        now = Fault.None;
        using var after = await client.GetAsync("Laporan", Cancellation);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (before.StatusCode, during.StatusCode, after.StatusCode));
        Assert.Contains("PenyimpananTerganggu", await during.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Breakage.Refuses)]
    [InlineData(Breakage.Hangs)]
    [InlineData(Breakage.BreaksOff)]
    [InlineData(Breakage.TalksNonsense)]
    internal async Task Whatever_is_wrong_with_storage_every_address_says_503_and_when_to_ask_again_or_needs_none(Breakage breakage)
    {
        using var storage = new BrokenStorage(breakage);
        await using var app = App.On(await azurite.NewAccountAsync(Cancellation), Clock(), builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { [StorageNames.Connection] = storage.ConnectionString });
            builder.Services.PostConfigureAll<BlobClientOptions>(options => BeBrief(options.Retry));
            builder.Services.PostConfigureAll<TableClientOptions>(options => BeBrief(options.Retry));
        });
        using var client = await ClientAsync(app);

        foreach (var address in new[] { "Wilayah", "Kinerja?$top=1", "Laporan", "LaporanMasuk/$count", "StatusData", "CatatanVerifikasi?$filter=Bulan eq 2024-01-01", "../health" })
        {
            using var answer = await client.GetAsync(address, Cancellation);

            Assert.True(answer.StatusCode == HttpStatusCode.ServiceUnavailable, $"{address}: {answer.StatusCode}");
            Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero, address);
        }

        foreach (var address in new[] { "", "$metadata", "../dasbor/" })
        {
            using var answer = await client.GetAsync(address, Cancellation);

            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Storage_that_breaks_between_two_requests_never_makes_a_short_answer_that_looks_whole()
    {
        var left = int.MaxValue;
        var faults = new StorageFaults(_ => Interlocked.Decrement(ref left) < 0 ? Fault.Lost : Fault.None);
        await using var app = await App.CreateAsync(azurite, Clock(), builder => faults.Install(builder, retries: 0));
        foreach (var month in new[] { "2024-01", "2024-02", "2024-03" })
        {
            await app.AcceptAsync(Reports.Of("53.02", month, "IKU-2 12/30"), Cancellation);
        }

        using var client = await ClientAsync(app);
        await client.GetStringAsync("KinerjaPeriode", Cancellation);
        var before = faults.Requests;
        var whole = await client.GetStringAsync("KinerjaPeriode", Cancellation);
        var requests = faults.Requests - before;
        Assert.InRange(requests, 2, 100);

        for (var good = 0; good < requests; good++)
        {
            Volatile.Write(ref left, good);
            try
            {
                using var answer = await client.GetAsync("KinerjaPeriode", Cancellation);
                Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            }
            catch (HttpRequestException)
            {
                // Broken off, and seen to be.
            }
        }

        Volatile.Write(ref left, int.MaxValue);
        Assert.Equal(whole, await client.GetStringAsync("KinerjaPeriode", Cancellation));
    }

    [Fact]
    public async Task What_needs_no_storage_is_answered_while_storage_hangs_and_the_look_goes_on_beside()
    {
        var isHanging = false;
        var faults = new StorageFaults(_ => Volatile.Read(ref isHanging) ? Fault.NeverAnswered : Fault.None);
        var clock = new ClockOfAWait(CurrentReference.Patience, Clock().GetUtcNow());
        await using var app = await App.CreateAsync(azurite, clock, builder => faults.Install(builder, retries: 0));
        using var client = await ClientAsync(app);
        using var before = await client.GetAsync("Wilayah", Cancellation);
        isHanging = true;
        clock.Advance(TimeSpan.FromMinutes(10));

        var first = client.GetAsync("Wilayah", Cancellation);
        await clock.Waits.WaitAsync(Cancellation);
        clock.Advance(CurrentReference.Patience);
        using var answered = await first;
        using var again = await client.GetAsync("Wilayah", Cancellation);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (before.StatusCode, answered.StatusCode, again.StatusCode));
    }

    private static void BeBrief(RetryOptions retry)
    {
        retry.MaxRetries = 1;
        retry.Delay = TimeSpan.FromMilliseconds(1);
        retry.NetworkTimeout = TimeSpan.FromMilliseconds(100);
    }

    private static FakeTimeProvider Clock() => new(new DateTimeOffset(2024, 5, 15, 1, 0, 0, TimeSpan.Zero));

    private static async Task<HttpClient> ClientAsync(App app)
    {
        var client = new HttpClient { BaseAddress = new Uri(FormattableString.Invariant($"http://127.0.0.1:{await app.StartAsync()}/odata/")) };
        client.DefaultRequestHeaders.Add("x-functions-key", App.FeedKey);
        return client;
    }

    /// <summary>A port that nobody listens at.</summary>
    private static string Unreachable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ConnectionString(((IPEndPoint)listener.LocalEndpoint).Port);
    }

    private static string ConnectionString(int port) => FormattableString.Invariant(
        $"DefaultEndpointsProtocol=http;AccountName=uji;AccountKey={Convert.ToBase64String(new byte[32])};TableEndpoint=http://127.0.0.1:{port}/uji");

    /// <summary>Tells when somebody waits for as long as a time says.</summary>
    private sealed class ClockOfAWait(TimeSpan time, DateTimeOffset now) : FakeTimeProvider(now)
    {
        private readonly TaskCompletionSource _waits = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Waits => _waits.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime == time)
            {
                _waits.TrySetResult();
            }

            return timer;
        }
    }
}
