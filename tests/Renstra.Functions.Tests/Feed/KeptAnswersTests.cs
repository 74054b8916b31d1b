using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Renstra.Functions.Feed;
using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;

namespace Renstra.Functions.Tests.Feed;

/// <summary>Answers that are given again, and when they are not.</summary>
public sealed class KeptAnswersTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Task<FeedApp> StartAsync(long keptBytes = 10_000_000) => FeedApp.StartAsync(azurite, settings =>
    {
        settings["Renstra:Feed:Freshness"] = "00:00:01";
        settings["Renstra:Feed:KeptBytes"] = $"{keptBytes}";
    });

    /// <summary>Lets what was read become too old.</summary>
    private static void Wait(FeedApp feed) => feed.Clock.Advance(TimeSpan.FromSeconds(2));

    [Fact]
    public async Task A_kept_answer_opens_to_nobody_without_the_key()
    {
        await using var feed = await StartAsync();
        using var stranger = new HttpClient { BaseAddress = feed.Client.BaseAddress };
        await feed.JsonAsync("Wilayah");

        using var none = await stranger.GetAsync("Wilayah", Cancellation);
        using var wrong = await stranger.GetAsync("Wilayah?code=salah", Cancellation);
        using var right = await stranger.GetAsync($"Wilayah?code={FeedApp.Key}", Cancellation);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.OK), (none.StatusCode, wrong.StatusCode, right.StatusCode));
        Assert.DoesNotContain(FeedApp.Key, await right.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task The_same_question_in_another_form_has_its_own_answer()
    {
        await using var feed = await StartAsync();
        string[] addresses = ["Wilayah", "Wilayah?$format=csv", "Wilayah?$top=2", "Wilayah?$format=application/json;odata.metadata=none", "Wilayah/$count"];
        var first = new List<string>();
        foreach (var address in addresses)
        {
            first.Add(await feed.Client.GetStringAsync(address, Cancellation));
        }

        var again = new List<string>();
        foreach (var address in addresses)
        {
            again.Add(await feed.Client.GetStringAsync(address, Cancellation));
        }

        using var fewer = await feed.SendAsync("Wilayah", "odata.maxpagesize=3");
        Assert.Equal(first, again);
        Assert.Equal(first.Count, first.Distinct().Count());
        Assert.Equal("odata.maxpagesize=3", Assert.Single(fewer.Headers.GetValues("Preference-Applied")));
        Assert.Equal(3, JsonDocument.Parse(await fewer.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("value").GetArrayLength());
    }

    [Fact]
    public async Task A_first_page_is_given_again_only_with_a_link_that_begins_at_the_releases_of_now()
    {
        await using var feed = await StartAsync();
        const string address = "Kinerja?$filter=Bulan le 2024-02-01&$select=Bulan,KodeWilayah,KodeIndikator,StatusBulan";
        await feed.Data.ReportsAsync("2024-01", 10);
        await feed.Data.CloseAsync("2024-01");
        var before = await feed.JsonAsync(address, "odata.maxpagesize=20");
        Wait(feed);
        var same = await feed.JsonAsync(address, "odata.maxpagesize=20");

        // The page's own rows, all of January, stay as they are.
        await feed.Data.CloseAsync("2024-02");
        Wait(feed);
        var after = await feed.JsonAsync(address, "odata.maxpagesize=20");

        Assert.Equal(before.ToString(), same.ToString());
        Assert.Equal(before.GetProperty("value").ToString(), after.GetProperty("value").ToString());
        Assert.NotEqual(before.GetProperty("@odata.nextLink").GetString(), after.GetProperty("@odata.nextLink").GetString());
    }

    [Fact]
    public async Task A_new_release_is_answered_with_as_soon_as_it_is_in_force()
    {
        await using var feed = await StartAsync();
        const string address = "Kinerja?$filter=Bulan eq 2024-01-01 and KodeWilayah eq '53.01'";
        await feed.Data.ReportsAsync("2024-01", 10);
        await feed.Data.CloseAsync("2024-01");
        var first = await feed.RowsAsync(address);
        await feed.Data.ReportAsync("53.01", "2024-01", 99, Wita.At(new DateOnly(2024, 4, 20), new TimeOnly(10, 0)));
        Wait(feed);
        var open = await feed.RowsAsync(address);
        await feed.Data.CloseAsync("2024-01");
        Wait(feed);

        var second = await feed.RowsAsync(address);

        Assert.Equal(first.Select(row => row.ToString()), open.Select(row => row.ToString()));
        Assert.All(second, row => Assert.Equal(2, row.GetProperty("PenetapanKe").GetInt32()));
    }

    [Fact]
    public async Task While_nothing_has_changed_the_same_bytes_are_given_again_for_a_look_at_the_pointers()
    {
        await using var feed = await StartAsync();
        await feed.Data.CloseAsync("2024-01");
        await feed.Data.ReportsAsync("2024-02", 10);
        const string address = "Kinerja?$filter=Bulan le 2024-02-01";
        var first = await feed.Client.GetByteArrayAsync(address, Cancellation);
        Wait(feed);

        byte[] again = [];
        var requests = await feed.StorageRequests.CountAsync(async () => again = await feed.Client.GetByteArrayAsync(address, Cancellation));
        await feed.Data.ReportAsync("53.01", "2024-02", 99, Wita.At(new DateOnly(2024, 4, 20), new TimeOnly(10, 0)));
        Wait(feed);
        var changed = await feed.Client.GetByteArrayAsync(address, Cancellation);

        // The pointers, and the versions of the open month's reports.
        Assert.Equal(2, requests);
        Assert.Equal(first, again);
        Assert.NotEqual(first, changed);
    }

    [Fact]
    public async Task A_kept_answer_is_compressed_to_the_same_text()
    {
        await using var feed = await StartAsync();
        await feed.Data.CloseAsync("2024-01");
        const string address = "Kinerja?$filter=Bulan eq 2024-01-01";
        var plain = await feed.Client.GetStringAsync(address, Cancellation);
        feed.Client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");

        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var response = await feed.SendAsync(address);
            await using var unpacked = new GZipStream(await response.Content.ReadAsStreamAsync(Cancellation), CompressionMode.Decompress);
            using var reader = new StreamReader(unpacked);
            Assert.Equal(plain, await reader.ReadToEndAsync(Cancellation));
        }
    }

    [Fact]
    public async Task No_more_is_kept_than_is_set()
    {
        const int most = 400_000;
        await using var feed = await StartAsync(keptBytes: most);
        var memory = feed.Services.GetRequiredService<KeptInMemory>();
        await feed.Data.CloseAsync("2024-01");
        await feed.Data.CloseAsync("2024-02");
        var largest = 0L;

        for (var question = 0; question < 200; question++)
        {
            await feed.JsonAsync($"Indikator?$filter=KodeIndikator ne '{question}'");
            await feed.JsonAsync($"Kinerja?$filter=Bulan le 2024-02-01 and Tahun ne {question}&$top=3");
            largest = Math.Max(largest, memory.Bytes);
        }

        Assert.InRange(largest, 1, most);
    }

    [Fact]
    public async Task Nothing_is_kept_where_nothing_may_be()
    {
        await using var feed = await StartAsync(keptBytes: 0);
        await feed.Data.CloseAsync("2024-01");
        var first = await feed.JsonAsync("Kinerja?$filter=Bulan eq 2024-01-01");
        Wait(feed);

        var requests = await feed.StorageRequests.CountAsync(async () => Assert.Equal(first.ToString(), (await feed.JsonAsync("Kinerja?$filter=Bulan eq 2024-01-01")).ToString()));

        Assert.Equal(2, requests);
        Assert.Equal(0, feed.Services.GetRequiredService<KeptInMemory>().Bytes);
    }
}
