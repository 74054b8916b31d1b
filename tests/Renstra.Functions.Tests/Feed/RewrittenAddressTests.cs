using System.Net;
using System.Net.Sockets;
using System.Text;
using Renstra.Testing;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Feed;

/// <summary>The Functions host rewrites addresses on their way; the feed must answer what the client asked all the same.</summary>
public sealed class RewrittenAddressTests(AzuriteFixture azurite)
{
    public static TheoryData<string, string> Pairs => new()
    {
        // As the client sends it, and as the host was recorded to pass it on.
        { "/odata/Wilayah?$filter=NamaSingkat+eq+'Timor+Tengah+Selatan'", "/odata/Wilayah?$filter=NamaSingkat%20eq%20%27Timor%20Tengah%20Selatan%27" },
        { "/odata/Wilayah?%24top=5", "/odata/Wilayah?$top=5" },
        { "/odata/Wilayah('53.02')/", "/odata/Wilayah('53.02')" },
        { "/odata/Wilayah%28%2753.02%27%29", "/odata/Wilayah('53.02')" },
        { "/odata/Kinerja?$filter=Bulan%20ge%202024-01-01%20and%20DiubahPada%20ge%202024-01-01T00:00:00%2B08:00", "/odata/Kinerja?$filter=Bulan%20ge%202024-01-01%20and%20DiubahPada%20ge%202024-01-01T00%3A00%3A00%2B08%3A00" },
        { "/odata/Wilayah?$filter=Tingkat%20eq%20'Kota'&$count=true&x", "/odata/Wilayah?$filter=Tingkat%20eq%20%27Kota%27&$count=true&x=" },
        { "/odata/Wilayah?$apply=groupby((Tingkat),aggregate($count%20as%20n))", "/odata/Wilayah?$apply=groupby((Tingkat),aggregate($count%20as%20n))" },
        { "/odata/?", "/odata/" },
        { "/odata", "/odata/" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task A_rewritten_address_is_answered_like_the_one_that_was_sent(string sent, string rewritten)
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        await feed.Data.ReportAsync("53.01", "2024-03", 30);

        var (status, body) = await AskAsync(feed, sent);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((status, body), await AskAsync(feed, rewritten));
    }

    [Fact]
    public async Task A_link_works_after_the_host_has_rewritten_it()
    {
        await using var feed = await FeedApp.StartAsync(azurite, settings => settings["Renstra:Feed:PageSize"] = "5");
        var page = await feed.JsonAsync("Wilayah?$filter=contains(NamaWilayah,'a') and KodeWilayah ne '5;3:+'&$orderby=NamaWilayah,KodeBps desc");
        var link = new Uri(page.GetProperty("@odata.nextLink").GetString()!);

        var rewritten = link.Query.Replace("%3B", ";", StringComparison.Ordinal).Replace("%2C", ",", StringComparison.Ordinal);
        var (status, _) = await AskAsync(feed, link.AbsolutePath + rewritten);

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task Options_merged_into_one_are_a_mistake()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        var (status, _) = await AskAsync(feed, "/odata/Wilayah?$top=1,2");

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task Whatever_the_host_was_recorded_to_pass_on_is_answered()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        var targets = Contract.Read("http-url-rewriting.RECORDED.txt")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.Contains("->  200 ", StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf("->  200 ", StringComparison.Ordinal) + 8)..].Trim())
            .SelectMany(target => new[] { target, target.Replace("/odata/S", "/odata/Wilayah", StringComparison.Ordinal) })
            .ToList();

        Assert.True(targets.Count > 50);
        foreach (var target in targets)
        {
            var (status, body) = await AskAsync(feed, target);

            Assert.True(
                status is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.NotImplemented,
                $"{target} answered {status}: {body}");
        }
    }

    /// <summary>Sends a target as it stands, which no client library does.</summary>
    private static async Task<(HttpStatusCode Status, string Body)> AskAsync(FeedApp feed, string target)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(feed.Address.Host, feed.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: {feed.Address.Authority}\r\nx-functions-key: {FeedApp.Key}\r\nConnection: close\r\n\r\n"),
            TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        var headEnd = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return ((HttpStatusCode)int.Parse(answer.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture), answer[(headEnd + 4)..]);
    }
}
