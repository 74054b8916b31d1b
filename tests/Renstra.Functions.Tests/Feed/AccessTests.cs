using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Feed;

public sealed class AccessTests(AzuriteFixture azurite)
{
    private const string OtherKey = "kunci-lain";

    [Theory]
    [InlineData("")]
    [InlineData("$metadata")]
    [InlineData("Wilayah")]
    [InlineData("Wilayah('53')")]
    [InlineData("$batch")]
    [InlineData("tidak-ada")]
    public async Task Without_a_key_nothing_is_answered_but_a_challenge(string address)
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        using var client = Anonymous(feed);

        using var response = await client.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Basic realm=\"Renstra\", charset=\"UTF-8\"", Assert.Single(response.Headers.WwwAuthenticate).ToString());
        Assert.Contains("\"KunciDiperlukan\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public static TheoryData<string> Ways => ["header", "parameter", "password"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_valid_key_opens_the_feed_however_it_is_brought(string way)
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        Assert.Equal(HttpStatusCode.OK, await AskAsync(feed, way, FeedApp.Key));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_wrong_key_opens_nothing(string way)
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(feed, way, FeedApp.Key + "x"));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(feed, way, FeedApp.HashOf(FeedApp.Key)));
    }

    [Fact]
    public async Task Several_keys_are_valid_at_once()
    {
        await using var feed = await FeedApp.StartAsync(azurite, settings => settings["Renstra:Feed:KeyHashes:1"] = FeedApp.HashOf(OtherKey).ToUpperInvariant());

        Assert.Equal(HttpStatusCode.OK, await AskAsync(feed, "header", FeedApp.Key));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(feed, "header", OtherKey));
    }

    [Fact]
    public async Task A_password_may_have_colons_and_letters_beyond_ASCII()
    {
        const string key = "kunci:ya:é";
        await using var feed = await FeedApp.StartAsync(azurite, settings => settings["Renstra:Feed:KeyHashes:0"] = FeedApp.HashOf(key));

        Assert.Equal(HttpStatusCode.OK, await AskAsync(feed, "password", key));
    }

    [Theory]
    [InlineData("Basic")]
    [InlineData("Basic %%%")]
    [InlineData("Basic bm9jb2xvbg==")]
    [InlineData("Basic /w==")]
    [InlineData("Bearer kunci-uji-yang-panjang")]
    [InlineData("kunci-uji-yang-panjang")]
    public async Task A_header_that_is_no_password_is_no_key(string authorization)
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        using var client = Anonymous(feed);
        using var request = new HttpRequestMessage(HttpMethod.Get, "Wilayah");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Two_keys_merged_into_one_parameter_are_none()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        using var client = Anonymous(feed);

        using var response = await client.GetAsync($"Wilayah?code={FeedApp.Key}&code={FeedApp.Key}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_key_is_never_logged_and_never_answered()
    {
        await using var feed = await FeedApp.StartAsync(azurite, settings => settings["Renstra:Feed:PageSize"] = "5");
        using var client = Anonymous(feed);

        var body = await client.GetStringAsync($"Wilayah?code={FeedApp.Key}&$filter=KodeWilayah ne '{OtherKey}'", TestContext.Current.CancellationToken);
        using var refused = await client.GetAsync($"Wilayah?code={OtherKey}", TestContext.Current.CancellationToken);

        Assert.Contains("@odata.nextLink", body);
        Assert.DoesNotContain(FeedApp.Key, body);
        Assert.DoesNotContain("code=", body);
        Assert.DoesNotContain(feed.Log.Lines, line => line.Contains(FeedApp.Key, StringComparison.Ordinal) || line.Contains(OtherKey, StringComparison.Ordinal));
    }

    private static HttpClient Anonymous(FeedApp feed) => new() { BaseAddress = feed.Client.BaseAddress };

    private static async Task<HttpStatusCode> AskAsync(FeedApp feed, string way, string key)
    {
        using var client = Anonymous(feed);
        using var request = new HttpRequestMessage(HttpMethod.Get, way == "parameter" ? $"Wilayah?code={Uri.EscapeDataString(key)}" : "Wilayah");
        if (way == "header")
        {
            request.Headers.Add("x-functions-key", key);
        }

        if (way == "password")
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"siapa saja:{key}")));
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
