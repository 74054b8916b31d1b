using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Renstra.Testing;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Feed;

/// <summary>
/// What Power Query asks as someone connects, looks, shapes, loads and refreshes, and what it is answered: the whole conversation stands
/// in <c>power-query.golden.txt</c>. Beside each request is where it is known from.
/// </summary>
public sealed class PowerQueryTests(AzuriteFixture azurite)
{
    private const string Golden = "tests/Renstra.Functions.Tests/Feed/power-query.golden.txt";

    private const string Log = "github.com/NLstn/go-odata/issues/874 (a server's log of Power Query)";
    private const string Folding = "learn.microsoft.com/power-query/querydiagnosticsfolding (what is emitted for a filter and two columns)";
    private const string TripPin = "learn.microsoft.com/power-query/samples/trippin/10-tableview1/readme (what OData.Feed folds, step by step)";
    private const string Feed = "learn.microsoft.com/powerquery-m/odata-feed (options of OData.Feed)";
    private const string Expanding = "github.com/microsoft/DataConnectors/issues/233 (the request for an expanded to-one column, encoded so)";
    private const string Selecting = "github.com/OData/AspNetCoreOData/issues/195 (Excel names a link in $select without expanding it)";
    private const string Opening = "github.com/MicrosoftDocs/azure-devops-docs/issues/11098 (a record that is opened by itself)";
    private const string Grouping = "github.com/microsoft/DataConnectors/issues/139 (grouped rows are asked for by their columns, and grouped in Power Query)";
    private const string Aggregating = "docs.oasis-open.org/odata/odata-data-aggregation-ext/v4.0 (ApplySupported; what a client that folds grouping would send)";
    private const string Refreshing = "learn.microsoft.com/power-bi/connect-data/incremental-refresh-configure (a whole number instead of a date, through a function)";
    private const string Detecting = "learn.microsoft.com/power-bi/connect-data/incremental-refresh-overview (detect data changes: the greatest value of a column)";

    private const string Month = "$filter=BulanAngka%20ge%20202401%20and%20BulanAngka%20lt%20202402";
    private const string Few = "$filter=Bulan%20eq%202024-01-01%20and%20KodeWilayah%20eq%20%2753.02%27";

    private static readonly Asked[] Conversation =
    [
        new("Connect without a credential", Log, "", WithKey: false),
        new("Connect", Log, ""),
        new("Connect: what there is", Log, "$metadata"),
        new("Connect with ApiKeyName=\"code\"", Feed, $"StatusData/$count?code={FeedApp.Key}", WithKey: false),
        new("Navigator: the preview of a table", TripPin, "Indikator?$top=1000"),
        new("Load a table", Log, "Wilayah"),
        new("Load with OmitValues=ODataOmitValues.Nulls", Feed, "Wilayah?%24skip=3&%24top=2", Prefer: "odata.omit-values=nulls"),
        new("Choose columns", Folding, "Wilayah?$select=KodeWilayah%2CNamaSingkat"),
        new("Filter rows", Folding, $"Kinerja?{Few}&$select=KodeIndikator%2CRealisasi%2CTarget"),
        new("Filter rows: text and null", Folding, "Wilayah?$filter=startswith(NamaSingkat%2C%27Sumba%27)%20and%20NamaLain%20ne%20null&$select=NamaSingkat%2CNamaLain"),
        new("Sort", TripPin, "Wilayah?$orderby=Tingkat%20desc%2C%20NamaSingkat%20asc&$select=Tingkat%2CNamaSingkat"),
        new("Keep top rows", TripPin, "Wilayah?$orderby=NamaSingkat%20desc&$select=NamaSingkat&$top=3"),
        new("Keep a range of rows", TripPin, "Wilayah?$orderby=NamaSingkat%20desc&$select=NamaSingkat&$skip=2&$top=3"),
        new("Keep no rows, for the columns alone", TripPin, "Wilayah?$top=0"),
        new("Count rows", TripPin, "Wilayah/$count"),
        new("Count filtered rows", TripPin, "Wilayah/$count?$filter=Tingkat%20eq%20%27Kabupaten%27"),
        new("Group", Grouping, "Wilayah?$select=Tingkat"),
        new("Group, folded", Aggregating, "Wilayah?$apply=groupby((Tingkat)%2Caggregate(%24count%20as%20Banyak))"),
        new("Merge and expand a column", Expanding, $"Kinerja?{Few}&$select=KodeIndikator%2CRealisasi%2CWilayah&$expand=Wilayah%28%24select%3DNamaSingkat%2CTingkat%29"),
        new("Merge and expand a column that leads nowhere", Expanding, "Kinerja?$filter=Bulan%20eq%202024-02-01%20and%20KodeWilayah%20eq%20%2753.02%27&$select=KodeIndikator%2CPenetapan&$expand=Penetapan%28%24select%3DDitetapkanPada%29"),
        new("Name a link and not expand it", Selecting, $"Kinerja?{Few}&$select=KodeIndikator%2CWilayah"),
        new("Open a record", Opening, "Kinerja(Bulan=2024-01-01,KodeWilayah=%2753.02%27,KodeIndikator=%27IKU-2%27)/Wilayah"),
        new("Open a record that is not there", Opening, "Kinerja(Bulan=2024-02-01,KodeWilayah=%2753.02%27,KodeIndikator=%27IKU-2%27)/Penetapan"),
        new("Refresh one month", Refreshing, $"Kinerja?{Month}%20and%20KodeIndikator%20eq%20%27IKK-1%27&$select=Bulan%2CKodeWilayah%2CKodeIndikator%2CStatusBulan"),
        new("Detect changes of one month", Detecting, $"Kinerja?{Month}%20and%20Tingkat%20eq%20%27Kota%27&$select=DiubahPada"),
        new("Refresh after a column has gone", Log, "Kinerja?$select=Bulan%2CKolomLama"),
        new("Refresh after a table has gone", Log, "TabelLama"),
    ];

    [Fact]
    public async Task Power_Query_is_answered_from_the_first_connection_to_the_refresh_after_a_change()
    {
        await using var feed = await StartAsync();
        var text = new StringBuilder();
        foreach (var asked in Conversation)
        {
            using var request = RequestOf(feed, asked);
            using var response = await SendAsync(request);
            text.Append($"## {asked.Step}\n# {asked.Source}\nGET {asked.Address}\n\n{(int)response.StatusCode}\n");
            foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Where(header => header.Key is not ("Date" or "Server" or "ETag" or "Transfer-Encoding" or "Content-Length")).OrderBy(header => header.Key, StringComparer.Ordinal))
            {
                text.Append($"{name}: {string.Join(", ", values)}\n");
            }

            text.Append($"\n{BodyOf(asked, await ReadAsync(response))}\n\n");
        }

        var actual = text.ToString().Replace(feed.Address.AbsoluteUri, "https://renstra.example/", StringComparison.Ordinal);
        Assert.Equal(GoldenFile.Read(Golden, actual), actual);
    }

    [Fact]
    public async Task A_refresh_walks_every_page_and_gets_each_row_once()
    {
        await using var feed = await StartAsync("50");
        var whole = new HashSet<string>(StringComparer.Ordinal);
        var pages = 0;
        for (var next = $"Kinerja?{Month}"; next is not null; pages++)
        {
            using var request = RequestOf(feed, new("", "", next));
            using var response = await SendAsync(request);
            var page = JsonDocument.Parse(await ReadAsync(response)).RootElement;
            Assert.All(page.GetProperty("value").EnumerateArray(), row => Assert.True(whole.Add(row.GetRawText())));
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
            Assert.DoesNotContain(FeedApp.Key, next ?? "", StringComparison.Ordinal);
        }

        Assert.True(pages > 2);
        Assert.Equal(await CountAsync(feed, $"Kinerja/$count?{Month}"), whole.Count);
    }

    [Fact]
    public async Task Metadata_are_XML_to_whoever_takes_XML_and_JSON_to_those_who_ask_for_it()
    {
        await using var feed = await StartAsync();
        foreach (var (header, value, expected) in new[]
        {
            ("Accept", "application/json;q=1.0,application/xml;q=0.1", "application/xml"),
            ("Accept", "*/*", "application/xml"),
            ("Accept", "application/json", "application/json"),
            ("Accept", "application/json,application/xml;q=0", "application/json"),
        })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "$metadata");
            request.Headers.TryAddWithoutValidation(header, value);
            using var response = await feed.Client.SendAsync(request, Cancellation);
            Assert.Equal(expected, response.Content.Headers.ContentType?.MediaType);
        }

        using var newer = new HttpRequestMessage(HttpMethod.Get, "$metadata");
        newer.Headers.TryAddWithoutValidation("Accept", "application/json,application/xml;q=0.1");
        newer.Headers.TryAddWithoutValidation("OData-MaxVersion", "4.01");
        using var json = await feed.Client.SendAsync(newer, Cancellation);
        Assert.Equal("application/json", json.Content.Headers.ContentType?.MediaType);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task<FeedApp> StartAsync(string pageSize = "5000")
    {
        var feed = await FeedApp.StartAsync(azurite, settings => settings["Renstra:Feed:PageSize"] = pageSize);
        await feed.Data.ReportAsync("53.02", "2024-01", 10);
        await feed.Data.CloseAsync("2024-01");
        await feed.Data.ReportAsync("53.02", "2024-02", 20);
        return feed;
    }

    private static HttpRequestMessage RequestOf(FeedApp feed, Asked asked)
    {
        var request = PowerQueryRequest.Of(asked.Address, asked.WithKey);
        request.RequestUri = new Uri(new Uri(feed.Address, "/odata/"), asked.Address);
        if (asked.Prefer is not null)
        {
            request.Headers.TryAddWithoutValidation("Prefer", asked.Prefer);
        }

        return request;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        // Nothing but what Power Query sends.
        using var client = new HttpClient();
        return await client.SendAsync(request, Cancellation);
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStreamAsync(Cancellation);
        await using var plain = response.Content.Headers.ContentEncoding.Contains("gzip") ? new GZipStream(body, CompressionMode.Decompress) : body;
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync(Cancellation);
    }

    private static async Task<int> CountAsync(FeedApp feed, string address)
    {
        using var request = RequestOf(feed, new("", "", address));
        using var response = await SendAsync(request);
        return int.Parse(await ReadAsync(response), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>JSON with a line for each row; the metadata stand in a golden file of their own.</summary>
    private static string BodyOf(Asked asked, string body)
    {
        if (asked.Address == "$metadata")
        {
            Assert.Equal(GoldenFile.Read("tests/Renstra.Functions.Tests/Feed/metadata.golden.xml").TrimEnd(), body.ReplaceLineEndings("\n").TrimEnd());
            return "(metadata.golden.xml)";
        }

        return body.Replace("[{", "[\n{", StringComparison.Ordinal).Replace("},{", "},\n{", StringComparison.Ordinal);
    }

    /// <param name="Step">What the person does.</param>
    /// <param name="Source">Where the request is known from.</param>
    /// <param name="Address">Below the feed's root, as it is sent.</param>
    /// <param name="WithKey">Whether a credential goes with it.</param>
    /// <param name="Prefer">A preference.</param>
    private sealed record Asked(string Step, string Source, string Address, bool WithKey = true, string? Prefer = null);
}
