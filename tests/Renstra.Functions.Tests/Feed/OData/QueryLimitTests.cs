using System.Diagnostics;
using System.Globalization;
using System.Net;
using Renstra.Functions.Feed;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Feed.OData;

/// <summary>What one query may cost.</summary>
public sealed class QueryLimitTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Aliases_that_double_forty_times_are_refused_before_they_are_written_out()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        var aliases = Enumerable.Range(0, 40).Select(level => $"@a{level}=@a{level + 1} and @a{level + 1}").Append("@a40=KodeWilayah eq '53'");
        var started = Stopwatch.GetTimestamp();

        await RefusedAsync(feed, $"Wilayah?$filter=@a0&{string.Join('&', aliases)}", "paling banyak 1000 bagian");

        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("Wilayah?$filter=@a&@a=@a")]
    [InlineData("Wilayah?$filter=@a&@a=@b or true&@b=not @a")]
    [InlineData("Wilayah?$orderby=@a&@a=concat(@a,'x')")]
    public async Task An_alias_that_holds_itself_is_refused(string address)
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        await RefusedAsync(feed, address, "PermintaanKeliru");
    }

    [Fact]
    public async Task Long_queries_are_refused_with_the_limit()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        await RefusedAsync(feed, $"Wilayah?$orderby={string.Join(',', Enumerable.Repeat("KodeWilayah", 21))}", "paling banyak 20 butir");
        await RefusedAsync(feed, $"Wilayah?$apply={string.Join('/', Enumerable.Repeat("filter(KodeWilayah eq '53')", 21))}", "paling banyak 20 langkah");
        await RefusedAsync(feed, $"Target?$filter=Tahun in ({string.Join(',', Enumerable.Repeat("1", 1_000))})", "paling banyak 1000 bagian");
    }

    [Theory]
    [InlineData(null, 32_768, HttpStatusCode.OK)]
    [InlineData(null, 32_769, HttpStatusCode.RequestUriTooLong)]
    [InlineData(null, 250_000, HttpStatusCode.RequestUriTooLong)]
    [InlineData("2048", 2_048, HttpStatusCode.OK)]
    [InlineData("2048", 2_049, HttpStatusCode.RequestUriTooLong)]
    public async Task An_address_is_as_long_as_set_and_no_longer(string? setting, int length, HttpStatusCode expected)
    {
        await using var feed = await FeedApp.StartAsync(azurite, settings => settings["Renstra:Feed:LongestAddress"] = setting ?? new FeedOptions().LongestAddress.ToString(CultureInfo.InvariantCulture));
        const string address = "Wilayah?$top=1&catatan=";

        using var response = await feed.SendAsync(address + new string('a', length - address.Length - "/odata/".Length));

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(expected != HttpStatusCode.OK, (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Contains("AlamatTerlaluPanjang", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_pages_of_a_filter_longer_than_8_KiB_are_walked()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        var condition = string.Join("%20or%20", Enumerable.Range(0, 240).Select(each => $"KodeWilayah%20eq%20%2753.{each % 30:00}%27"));
        var rows = 0;
        for (var next = $"Wilayah?$filter={condition}"; next is not null;)
        {
            var page = await feed.JsonAsync(next, "odata.maxpagesize=9");
            rows += page.GetProperty("value").GetArrayLength();
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
        }

        Assert.True(condition.Length > 8 * 1024);
        Assert.Equal(21, rows);
    }

    [Fact]
    public async Task The_limits_are_settings()
    {
        await using var feed = await FeedApp.StartAsync(azurite, settings =>
        {
            settings["Renstra:Feed:MostSortTerms"] = "2";
            settings["Renstra:Feed:MostApplySteps"] = "1";
            settings["Renstra:Feed:LargestExpression"] = "10";
        });

        await RefusedAsync(feed, "Wilayah?$orderby=Tingkat,NamaWilayah,KodeWilayah", "paling banyak 2 butir");
        await RefusedAsync(feed, "Wilayah?$apply=groupby((Tingkat))/groupby((Tingkat))", "paling banyak 1 langkah");
        await RefusedAsync(feed, "Wilayah?$filter=KodeWilayah in ('1','2','3','4','5','6','7','8','9')", "paling banyak 10 bagian");
        await RefusedAsync(feed, "Wilayah?$apply=aggregate(length(KodeWilayah) add 1 add 1 add 1 add 1 add 1 with sum as Jumlah)", "paling banyak 10 bagian");
        Assert.Equal(21, (await feed.RowsAsync("Wilayah?$filter=Tingkat eq 'Kabupaten'&$orderby=Tingkat,KodeWilayah")).Count);
    }

    [Theory]
    [InlineData("Kinerja?$filter=length(NamaIndikator) gt 1")]
    [InlineData("Kinerja?$orderby=Realisasi")]
    [InlineData("Kinerja/$count?$filter=length(NamaIndikator) gt 1")]
    [InlineData("Kinerja?$apply=groupby((Bulan),aggregate(Pembilang with sum as Jumlah))")]
    public async Task A_query_that_is_computed_for_too_long_is_told_so(string address)
    {
        await using var feed = await FeedApp.StartAsync(azurite, settings => settings["Renstra:Feed:LongestComputation"] = "00:00:10");
        feed.Clock.AutoAdvanceAmount = TimeSpan.FromSeconds(6);

        await RefusedAsync(feed, address, "terlalu lama");
    }

    private static async Task RefusedAsync(FeedApp feed, string address, string words)
    {
        using var response = await feed.SendAsync(address);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.BadRequest, $"{response.StatusCode} {body}");
        Assert.Contains(words, body);
    }
}
