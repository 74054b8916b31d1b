using System.Globalization;
using System.Text.Json;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Testing;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Feed.Clients;

/// <summary>
/// Two clients of others read the feed: <c>@odata/client</c>, and the one that <c>odata2ts</c> generates from <c>$metadata</c> and the
/// compiler checks strictly.
/// </summary>
public sealed class NodeClientTests(AzuriteFixture azurite)
{
    private static readonly NodeProgram Program = new(
        "feed-clients",
        Path.Combine(AppContext.BaseDirectory, "Feed", "Clients", "Node"),
        new Dictionary<string, string>(StringComparer.Ordinal) { ["metadata.xml"] = GoldenFile.Read("tests/Renstra.Functions.Tests/Feed/metadata.golden.xml") },
        ["odata2ts", "-s", "metadata.xml", "-o", "generated", "-m", "service", "-e", "ts"],
        ["tsc", "-p", "."]);

    [Fact]
    public async Task A_client_generated_from_the_metadata_reads_every_set_whole_and_page_by_page()
    {
        await using var feed = await StartAsync();

        var answer = await ReadAsync(feed, "out/odata2ts-client.js");

        Assert.Equal(await CountAsync(feed, "KodeWilayah eq '53.02' and BulanAngka le 202402 and Realisasi gt 10"), answer.GetProperty("count").GetInt32());
        Assert.Equal(
            ["2024-02-01 Kabupaten Timor Tengah Selatan 50 true Timor Tengah Selatan", "2024-02-01 Kabupaten Timor Tengah Selatan 50 true Timor Tengah Selatan", "2024-02-01 Kabupaten Timor Tengah Selatan 50 true Timor Tengah Selatan"],
            answer.GetProperty("filtered").EnumerateArray().Select(row => string.Join(' ', row.EnumerateObject().Select(value => value.Value.ValueKind == JsonValueKind.Object ? value.Value.GetProperty("NamaSingkat").ToString() : value.Value.GetRawText().Trim('"')))));
        Assert.Equal(50m, answer.GetProperty("realisasi").GetDecimal());
    }

    [Fact]
    public async Task A_client_that_knows_no_metadata_reads_every_set_whole_and_page_by_page()
    {
        await using var feed = await StartAsync();

        var answer = await ReadAsync(feed, "out/odata-client.js");

        Assert.Equal(await CountAsync(feed, "KodeWilayah eq '53.02' and BulanAngka le 202402"), answer.GetProperty("count").GetInt32());
        Assert.Equal(["2024-02-01", "2024-02-01", "2024-02-01"], answer.GetProperty("filtered").EnumerateArray().Select(row => row.GetProperty("Bulan").GetString()));
        Assert.Equal("Timor Tengah Selatan", answer.GetProperty("wilayah").GetString());
    }

    private static async Task<int> CountAsync(FeedApp feed, string condition)
    {
        using var response = await feed.SendAsync($"Kinerja/$count?$filter={condition}");
        return int.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
    }

    private async Task<FeedApp> StartAsync()
    {
        var feed = await FeedApp.StartAsync(azurite);
        await feed.Data.ReportAsync("53.02", "2024-01", 10);
        await feed.Data.CloseAsync("2024-01");
        await feed.Data.ReportAsync("53.02", "2024-02", 20);
        return feed;
    }

    /// <summary>What a client has read, once every set is known to be what the feed itself says.</summary>
    private static async Task<JsonElement> ReadAsync(FeedApp feed, string script)
    {
        var sets = ((FeedModel)feed.Services.GetService(typeof(FeedModel))!).Sets;
        var output = await Program.RunAsync(
            script, [$"{feed.Address.AbsoluteUri}odata", FeedApp.Key, .. sets.Select(set => set.Name)], "", TestContext.Current.CancellationToken);
        var answer = JsonDocument.Parse(output).RootElement;
        var rowsRead = 0;
        foreach (var set in sets)
        {
            // JavaScript has one kind of number: 50.00 comes back as 50.
            var own = (await feed.RowsAsync(set.Name)).Select(Canonical).ToList();
            Assert.Equal(own, answer.GetProperty("read").GetProperty(set.Name).GetProperty("whole").EnumerateArray().Select(Canonical));
            Assert.Equal(own, answer.GetProperty("read").GetProperty(set.Name).GetProperty("paged").EnumerateArray().Select(Canonical));
            rowsRead += own.Count;
        }

        Assert.True(rowsRead > 1_000);
        return answer;
    }

    private static string Canonical(JsonElement row) => string.Join(' ', row.EnumerateObject().Select(value =>
        $"{value.Name}={(value.Value.ValueKind == JsonValueKind.Number ? value.Value.GetDouble().ToString(CultureInfo.InvariantCulture) : value.Value.ToString())}"));
}
