using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Tests.Feed.Sets;

/// <summary>What readers who come together, or shortly after one another, cost.</summary>
public sealed class SharedReadsTests(AzuriteFixture azurite)
{
    private const string Address = "Kinerja?$filter=Bulan eq 2024-03-01 and KodeWilayah eq '53.01' and KodeIndikator eq 'IKU-2'&$select=Pembilang";

    [Fact]
    public async Task Within_the_time_that_answers_may_be_old_nothing_is_asked_twice_of_storage()
    {
        await using var feed = await FeedApp.StartAsync(azurite, settings => settings["Renstra:Feed:Freshness"] = "00:00:01");
        await feed.Data.ReportAsync("53.01", "2024-03", 30);
        var first = await PembilangAsync(feed);
        await feed.Data.ReportAsync("53.01", "2024-03", 40, Wita.At(new DateOnly(2024, 4, 20), new TimeOnly(10, 0)));

        feed.Clock.Advance(TimeSpan.FromMilliseconds(900));
        decimal? second = null;
        var requests = await feed.StorageRequests.CountAsync(async () => second = await PembilangAsync(feed));
        feed.Clock.Advance(TimeSpan.FromMilliseconds(200));
        var third = await PembilangAsync(feed);

        Assert.Equal((31m, 31m, 41m), (first, second, third));
        Assert.Equal(0, requests);
    }

    [Fact]
    public async Task Readers_who_come_together_share_one_read()
    {
        await using var feed = await FeedApp.StartAsync(azurite, settings => settings["Renstra:Feed:Freshness"] = "00:00:01");
        await feed.Data.ReportsAsync("2024-03", 30);

        var together = await feed.StorageRequests.CountAsync(() => Task.WhenAll(Enumerable.Range(0, 20).Select(_ => feed.RowsAsync("Kinerja?$filter=Bulan eq 2024-03-01"))));

        // The pointer, and the month with those behind it.
        Assert.Equal(1 + new PerformanceCalculator(ReferenceData.Shipped).MonthsBehind(ReportingMonth.Parse("2024-03")).Count, together);
    }

    [Theory]
    [InlineData("Kinerja?$filter=Bulan eq 2024-03-01")]
    [InlineData("Kinerja?$filter=Bulan eq 2024-03-01 and KodeWilayah eq '53.01'")]
    [InlineData("KinerjaPeriode?$filter=Periode eq '2024-T1'")]
    public async Task An_open_month_is_read_again_only_where_a_report_has_come(string address)
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        await feed.Data.ReportsAsync("2024-03", 30);
        await feed.Data.ReportAsync("53.01", "2024-01", 10);
        var before = await feed.JsonAsync(address);

        // The pointers, and the keys of the reports.
        var unchanged = await feed.StorageRequests.CountAsync(() => feed.JsonAsync(address));
        await feed.Data.ReportAsync("53.01", "2024-01", 99, Wita.At(new DateOnly(2024, 4, 20), new TimeOnly(10, 0)));
        var after = default(System.Text.Json.JsonElement);
        var changed = await feed.StorageRequests.CountAsync(async () => after = await feed.JsonAsync(address));

        Assert.Equal((2, 3), (unchanged, changed));
        Assert.NotEqual(before.ToString(), after.ToString());
    }

    [Theory]
    [InlineData("Laporan")]
    [InlineData("DataRealisasi?$orderby=Jumlah desc&$top=3")]
    [InlineData("KepatuhanLaporan")]
    [InlineData("LaporanMasuk/$count")]
    [InlineData("Penetapan")]
    [InlineData("KinerjaTetap")]
    [InlineData("PerubahanPenetapan")]
    [InlineData("StatusData")]
    public async Task Every_set_is_read_once_within_the_time_that_answers_may_be_old(string address)
    {
        await using var feed = await FeedApp.StartAsync(azurite, settings => settings["Renstra:Feed:Freshness"] = "00:00:01");
        await feed.Data.ReportAsync("53.01", "2024-03", 30);
        var first = await feed.Client.GetStringAsync(address, TestContext.Current.CancellationToken);
        await feed.Data.ReportAsync("53.02", "2024-03", 30);

        string? second = null;
        var requests = await feed.StorageRequests.CountAsync(async () => second = await feed.Client.GetStringAsync(address, TestContext.Current.CancellationToken));
        feed.Clock.Advance(TimeSpan.FromSeconds(2));
        var later = await feed.StorageRequests.CountAsync(() => feed.Client.GetStringAsync(address, TestContext.Current.CancellationToken));

        Assert.Equal((0, first), (requests, second));
        Assert.True(later > 0);
    }

    [Fact]
    public async Task A_read_that_failed_is_made_again()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var shared = new Renstra.Functions.Feed.Sets.SharedReads(clock, Microsoft.Extensions.Options.Options.Create(new Renstra.Functions.Feed.FeedOptions { Freshness = TimeSpan.FromSeconds(1) }));

        await Assert.ThrowsAsync<IOException>(() => shared.GetAsync<int>("key", () => throw new IOException(), TestContext.Current.CancellationToken));

        Assert.Equal(7, await shared.GetAsync("key", () => Task.FromResult(7), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_reader_who_leaves_takes_nothing_from_the_others()
    {
        var shared = new Renstra.Functions.Feed.Sets.SharedReads(TimeProvider.System, Microsoft.Extensions.Options.Options.Create(new Renstra.Functions.Feed.FeedOptions()));
        var read = new TaskCompletionSource<int>();
        using var leaving = new CancellationTokenSource();
        var first = shared.GetAsync("key", () => read.Task, leaving.Token);
        var second = shared.GetAsync<int>("key", () => throw new InvalidOperationException("read twice"), TestContext.Current.CancellationToken);

        await leaving.CancelAsync();
        read.SetResult(7);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(7, await second);
    }

    [Fact]
    public async Task The_time_of_reading_is_said_as_old_as_answers_may_be()
    {
        await using var feed = await FeedApp.StartAsync(azurite, settings => settings["Renstra:Feed:Freshness"] = "00:00:05");

        var row = Assert.Single(await feed.RowsAsync("StatusData?$select=DibacaPada"));

        Assert.Equal(feed.Clock.GetUtcNow() - TimeSpan.FromSeconds(5), row.GetProperty("DibacaPada").GetDateTimeOffset());
    }

    private static async Task<decimal?> PembilangAsync(FeedApp feed) => Assert.Single(await feed.RowsAsync(Address)).GetProperty("Pembilang").GetDecimal();
}
