using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace Renstra.Dashboard.Tests;

/// <summary>What <c>/dasbor</c> answers, whatever the browser.</summary>
public sealed partial class ServingTests(SampleYear year) : IDisposable
{
    private const int MostScript = 300 * 1024;

    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None });

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData("dasbor/")]
    [InlineData("dasbor/wilayah?bulan=2024-12")]
    public async Task Without_a_key_there_is_a_challenge_and_a_page_that_says_how_to_get_one(string address)
    {
        using var answer = await AskAsync(address, key: null);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Basic realm=\"Renstra\", charset=\"UTF-8\"", Assert.Single(answer.Headers.WwwAuthenticate).ToString());
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Mintalah kunci", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_is_no_key()
    {
        using var answer = await AskAsync("dasbor/", year.Key + "x");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("dasbor/", "year", HttpStatusCode.OK)]
    [InlineData("dasbor/tren?indikator=IKU-2", "year", HttpStatusCode.OK)]
    [InlineData("dasbor/", null, HttpStatusCode.Unauthorized)]
    [InlineData("dasbor/aset/tidak-ada.js", null, HttpStatusCode.NotFound)]
    public async Task Nothing_is_run_framed_or_guessed_that_is_not_the_pages_own(string address, string? key, HttpStatusCode status)
    {
        using var answer = await AskAsync(address, key is null ? null : year.Key);

        Assert.Equal(status, answer.StatusCode);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("require-trusted-types-for 'script'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task The_page_has_no_script_or_style_within_it()
    {
        using var answer = await AskAsync("dasbor/", year.Key);

        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotMatch("<style|style=|\\son\\w+=|<script(?![^>]*src=)", html);
        Assert.DoesNotMatch("https?://", html);
    }

    [Fact]
    public async Task Assets_are_named_after_their_content_kept_for_ever_and_together_below_300_KB_compressed()
    {
        using var page = await AskAsync("dasbor/", year.Key);
        var assets = Asset().Matches(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Select(match => match.Value).ToList();

        long scripts = 0;
        foreach (var asset in assets)
        {
            using var answer = await AskAsync("dasbor/" + asset, key: null, compressed: true);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString());
            Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
            scripts += asset.EndsWith(".js", StringComparison.Ordinal) ? (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length : 0;
        }

        Assert.Equal(["css", "js", "svg"], assets.Select(asset => asset.Split('.')[^1]).Order(StringComparer.Ordinal));
        Assert.InRange(scripts, 1, MostScript);
    }

    [Fact]
    public async Task Head_answers_as_get_without_the_content()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(year.Address, "dasbor/"));
        request.Headers.Add("x-functions-key", year.Key);
        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Content.Headers.ContentLength > 0);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_address_without_its_slash_leads_to_the_one_with_it_wherever_the_app_is_mounted()
    {
        using var answer = await AskAsync("dasbor?bulan=2024-07", year.Key);

        Assert.Equal(HttpStatusCode.TemporaryRedirect, answer.StatusCode);
        Assert.Equal("dasbor/?bulan=2024-07", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task On_a_laptop_the_bare_address_leads_to_the_page()
    {
        using var answer = await AskAsync("", key: null);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("dasbor/", answer.Headers.Location!.OriginalString);
    }

    private Task<HttpResponseMessage> AskAsync(string address, string? key, bool compressed = false)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(year.Address, address));
        if (key is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("siapa saja:" + key)));
        }

        if (compressed)
        {
            request.Headers.AcceptEncoding.ParseAdd("gzip, br");
        }

        return _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("aset/[a-z]+-[A-Z0-9]{8}\\.[a-z]+")]
    private static partial Regex Asset();
}
