using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Renstra.Functions.Feed;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Feed;

/// <summary>How answers travel: formats, compression, validators, methods.</summary>
public sealed class DeliveryTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task An_answer_that_the_client_has_is_not_sent_again()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        await feed.Data.ReportAsync("53.01", "2024-03", 30);
        const string address = "Kinerja?$filter=Bulan eq 2024-03-01";
        using var first = await feed.SendAsync(address);
        var tag = first.Headers.ETag!;
        feed.Client.DefaultRequestHeaders.IfNoneMatch.Add(new EntityTagHeaderValue("\"lain\""));
        feed.Client.DefaultRequestHeaders.IfNoneMatch.Add(tag);

        using var same = await feed.SendAsync(address);
        await feed.Data.ReportAsync("53.02", "2024-03", 30);
        using var changed = await feed.SendAsync(address);

        Assert.True(tag.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal(tag, same.Headers.ETag);
        Assert.Empty(await same.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(tag, changed.Headers.ETag);
    }

    [Fact]
    public async Task Answers_are_compressed_for_clients_that_can_read_that()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        var plain = await feed.Client.GetByteArrayAsync("Indikator", TestContext.Current.CancellationToken);
        feed.Client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, deflate");

        using var response = await feed.SendAsync("Indikator");

        Assert.Equal("gzip", Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        await using var unpacked = new GZipStream(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress);
        using var copy = new MemoryStream();
        await unpacked.CopyToAsync(copy, TestContext.Current.CancellationToken);
        Assert.Equal(plain, copy.ToArray());
    }

    [Fact]
    public async Task HEAD_answers_like_GET_without_a_body()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        using var got = await feed.SendAsync("Wilayah");

        using var response = await feed.SendAsync("Wilayah", method: HttpMethod.Head);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(got.Headers.ETag, response.Headers.ETag);
        Assert.Equal(got.Content.Headers.ContentLength, response.Content.Headers.ContentLength);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nulls_are_left_out_for_a_client_that_would_rather()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        using var response = await feed.SendAsync("Wilayah?$filter=KodeWilayah eq '53.04'", "odata.omit-values=nulls");

        var row = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("value")[0];
        Assert.Equal("odata.omit-values=nulls", Assert.Single(response.Headers.GetValues("Preference-Applied")));
        Assert.False(row.TryGetProperty("NamaLain", out _));
        Assert.Equal("Belu", row.GetProperty("NamaSingkat").GetString());
    }

    [Theory]
    [InlineData("application/json", "minimal")]
    [InlineData("application/json;odata.metadata=minimal;odata.streaming=true", "minimal")]
    [InlineData("application/json;odata.metadata=none", "none")]
    [InlineData("application/json;odata.metadata=full", "full")]
    [InlineData("text/html, */*;q=0.1", "minimal")]
    [InlineData("application/atom+xml, application/json;odata.metadata=full;q=0.9, application/json;q=0.8", "full")]
    public async Task The_client_says_how_much_control_information_it_wants(string accept, string expected)
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        feed.Client.DefaultRequestHeaders.Accept.ParseAdd(accept);

        using var response = await feed.SendAsync("Target?$top=1&$select=Tahun,Target");

        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal($"application/json; odata.metadata={expected}; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(expected != "none", body.Contains("@odata.context", StringComparison.Ordinal));
        Assert.Equal(expected == "full", body.Contains("\"@odata.type\":\"#Renstra.BarisTarget\"", StringComparison.Ordinal));
        Assert.Equal(expected == "full", body.Contains("\"Target@odata.type\":\"#Decimal\"", StringComparison.Ordinal));
        Assert.Equal(
            expected == "full",
            body.Contains("/odata/Target(KodeIndikator='IKK-1',Tahun=2024,KodeWilayahTarget='semua',PeriodeTarget='Tahun',BerlakuMulai=2024-01-01)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Numbers_that_JavaScript_would_round_can_be_strings()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        var json = await feed.JsonAsync("Anggaran?$top=1&$select=Anggaran,Tahun&$format=application/json;IEEE754Compatible=true");

        Assert.Equal("""{"Anggaran":"350200000","Tahun":2022}""", json.GetProperty("value")[0].GetRawText());
    }

    [Fact]
    public async Task A_client_that_accepts_no_JSON_is_told_so()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        using var response = await feed.SendAsync("Wilayah", accept: new MediaTypeWithQualityHeaderValue("text/html"));

        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
    }

    [Theory]
    [InlineData("Wilayah/$count?$top=1&$skip=3&$orderby=NamaWilayah&$select=KodeBps&$count=true", "23")]
    [InlineData("Wilayah('53.02')/NamaSingkat/$value?$top=1&$select=KodeBps", "Timor Tengah Selatan")]
    public async Task Plain_text_is_given_to_who_asks_for_it_and_to_who_does_not(string address, string expected)
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        foreach (var accept in new[] { "text/plain", "application/json", "*/*" })
        {
            using var response = await feed.SendAsync(address, accept: new MediaTypeWithQualityHeaderValue(accept));

            Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType!.ToString());
            Assert.Equal(expected, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("$metadata", null, "application/xml")]
    [InlineData("$metadata", "*/*", "application/xml")]
    [InlineData("$metadata", "application/xml, application/json;q=0.5", "application/xml")]
    [InlineData("$metadata", "application/json", "application/json")]
    [InlineData("$metadata?$format=json", "application/xml", "application/json")]
    [InlineData("$metadata?$format=application/xml", null, "application/xml")]
    public async Task Metadata_come_as_XML_or_as_JSON_and_say_which(string address, string? accept, string expected)
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        using var response = await feed.SendAsync(address, accept: accept is null || accept.Contains(',') ? null : new MediaTypeWithQualityHeaderValue(accept));

        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(expected, response.Content.Headers.ContentType!.MediaType);
        if (expected == "application/json")
        {
            Assert.Equal(
                "EntityType",
                JsonDocument.Parse(body).RootElement.GetProperty("Renstra").GetProperty("BarisKinerja").GetProperty("$Kind").GetString());
        }
        else
        {
            Assert.StartsWith("<?xml", body);
        }
    }

    [Fact]
    public async Task Metadata_in_another_format_are_not_to_be_had()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        using var response = await feed.SendAsync("$metadata", accept: new MediaTypeWithQualityHeaderValue("text/html"));

        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
    }

    [Theory]
    [InlineData(null, "4.0", HttpStatusCode.BadRequest)]
    [InlineData("4.0", "4.0", HttpStatusCode.BadRequest)]
    [InlineData("4.01", "4.01", HttpStatusCode.OK)]
    public async Task A_client_of_the_newer_version_is_answered_in_it_and_may_leave_the_dollar_out(string? version, string expected, HttpStatusCode status)
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        if (version is not null)
        {
            feed.Client.DefaultRequestHeaders.Add("OData-MaxVersion", version);
        }

        using var response = await feed.SendAsync("Wilayah?top=2&filter=Tingkat in ('Kabupaten')&select=KodeWilayah&count=true");

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(expected, Assert.Single(response.Headers.GetValues("OData-Version")));
        if (status == HttpStatusCode.OK)
        {
            var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
            Assert.Equal((21, 2), (body.GetProperty("@odata.count").GetInt32(), body.GetProperty("value").GetArrayLength()));
        }
    }

    [Fact]
    public async Task What_an_answer_varies_by_is_said_once()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(feed.Address, "/odata/Wilayah"));
        request.Headers.Add("x-functions-key", FeedApp.Key);
        request.Headers.Add("Accept-Encoding", "gzip");

        using var response = await feed.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("gzip", Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.Equal(["Accept", "Accept-Encoding", "Prefer"], response.Headers.Vary);
    }

    [Fact]
    public async Task Another_head_can_pass_requests_on_without_knowing_of_any_route()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        var handler = feed.Services.GetRequiredService<FeedHandler>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var head = builder.Build();
        head.Map("/{**rest}", context =>
        {
            context.SetEndpoint(null);
            return handler.InvokeAsync(context);
        });
        await head.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("x-functions-key", FeedApp.Key);

        var body = await client.GetStringAsync($"{head.Urls.Single()}/odata/Wilayah('53')", TestContext.Current.CancellationToken);

        Assert.Contains("Provinsi Nusa Tenggara Timur", body);
    }
}
