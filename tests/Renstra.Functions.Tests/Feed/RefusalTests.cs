using System.Net;
using System.Text.Json;
using Azure.Data.Tables;
using Renstra.Functions.Storage;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Feed;

public sealed class RefusalTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("Wilayah?$filter=TidakAda eq 1")]
    [InlineData("Wilayah?$filter=KodeWilayah eq 5")]
    [InlineData("Wilayah?$filter=KodeWilayah eq")]
    [InlineData("Wilayah?$filter=")]
    [InlineData("Wilayah?$filter=KodeWilayah eq @tidakada")]
    [InlineData("Wilayah?$filter=KodeWilayah has 'a'")]
    [InlineData("Wilayah?$filter=KodeWilayah")]
    [InlineData("Kinerja?$filter=Bulan eq '2024-07'")]
    [InlineData("Kinerja?$filter=Bulan ge 2024-01-01T00:00:00Z")]
    [InlineData("Kinerja?$filter=Bulan eq 2024-13-01")]
    [InlineData("Target?$filter=Target div 0 gt 1")]
    [InlineData("Target?$filter=Tahun div 0 gt 1")]
    [InlineData("Target?$filter=Target mul 79228162514264337593543950335 gt 1")]
    [InlineData("Wilayah?$select=TidakAda")]
    [InlineData("Wilayah?$orderby=TidakAda")]
    [InlineData("Wilayah?$top=-1")]
    [InlineData("Wilayah?$top=banyak")]
    [InlineData("Wilayah?$skip=-1")]
    [InlineData("Wilayah?$count=mungkin")]
    [InlineData("Wilayah?$apply=groupby((TidakAda))")]
    [InlineData("Wilayah?$apply=groupby((Tingkat))&$select=KodeBps")]
    [InlineData("Wilayah?$apply=groupby((Tingkat))&$filter=KodeBps eq '1'")]
    [InlineData("Wilayah?$apply=aggregate(Tingkat with sum as Jumlah)")]
    [InlineData("Wilayah?$tidakada=1")]
    [InlineData("Wilayah?$top=1&$top=2")]
    [InlineData("Wilayah?$top=1&$TOP=2")]
    [InlineData("Wilayah('53')?$top=1")]
    [InlineData("Wilayah/$count?$filter=KodeWilayah")]
    [InlineData("Wilayah?top=5")]
    [InlineData("Wilayah?Filter=KodeWilayah eq '53'")]
    [InlineData("Wilayah?$apply=groupby((Tingkat),aggregate($count as Banyak,$count as Banyak))")]
    [InlineData("Wilayah?$apply=groupby((Tingkat),aggregate($count as Tingkat))")]
    public async Task A_mistake_is_400(string address) => await RefusedAsync(address, HttpStatusCode.BadRequest, "PermintaanKeliru");

    [Theory]
    [InlineData("Wilayah('99')")]
    [InlineData("Kinerja(Bulan=2031-01-01,KodeWilayah='53',KodeIndikator='IKU-1')")]
    [InlineData("TidakAda")]
    [InlineData("Wilayah/53")]
    [InlineData("Wilayah(53)")]
    [InlineData("Kinerja(Bulan=2024-01-01)")]
    [InlineData("Kinerja(Bulan=2024-01,KodeWilayah='53',KodeIndikator='IKU-1')")]
    [InlineData("Wilayah('53')/TidakAda")]
    [InlineData("Wilayah('53')/Nama/Nama")]
    [InlineData("../odata/Wilayah/NamaWilayah")]
    public async Task What_is_not_there_is_404(string address) => await RefusedAsync(address, HttpStatusCode.NotFound, "TidakDitemukan");

    [Theory]
    [InlineData("Wilayah?$expand=Kinerja")]
    [InlineData("Wilayah?$search=kupang")]
    [InlineData("Wilayah?$compute=length(NamaWilayah) as Panjang")]
    [InlineData("Wilayah?$deltatoken=x")]
    [InlineData("Wilayah?$filter=matchesPattern(NamaWilayah,'a')")]
    [InlineData("Kinerja?$filter=DiubahPada lt now()")]
    [InlineData("Wilayah?$filter=cast(KodeBps,Edm.Int32) gt 1")]
    [InlineData("Wilayah?$apply=compute(length(NamaWilayah) as Panjang)")]
    [InlineData("$batch")]
    [InlineData("$all")]
    [InlineData("$crossjoin(Wilayah,Indikator)")]
    [InlineData("$entity?$id=Wilayah('53')")]
    [InlineData("Wilayah/$ref")]
    public async Task What_is_not_offered_is_501(string address) => await RefusedAsync(address, HttpStatusCode.NotImplemented, "TidakTersedia");

    [Fact]
    public async Task The_feed_is_only_read()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete, HttpMethod.Options })
        {
            using var response = await feed.SendAsync("Wilayah", method: method);

            Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
            Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow);
            Assert.Contains("HanyaBaca", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_client_of_an_older_protocol_is_told_so()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        feed.Client.DefaultRequestHeaders.Add("OData-MaxVersion", "3.0");

        using var response = await feed.SendAsync("Wilayah");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("Wilayah?$format=xml")]
    [InlineData("Wilayah?$format=atom")]
    [InlineData("?$format=text/csv")]
    public async Task A_format_that_is_not_offered_is_406(string address) => await RefusedAsync(address, HttpStatusCode.NotAcceptable, "FormatTidakTersedia");

    [Fact]
    public async Task Lost_storage_is_told_without_its_particulars()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        await ((TableServiceClient)feed.Services.GetService(typeof(TableServiceClient))!).DeleteTableAsync(StorageNames.SubmissionsTable, TestContext.Current.CancellationToken);

        using var response = await feed.SendAsync("LaporanMasuk");

        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(
            """{"error":{"code":"PenyimpananTerganggu","message":"Penyimpanan data sedang terganggu. Cobalah beberapa saat lagi."}}""", body);
        Assert.Contains(feed.Log.Lines, line => line.Contains("TableNotFound", StringComparison.Ordinal));
    }

    private async Task RefusedAsync(string address, HttpStatusCode status, string code)
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        using var response = await feed.SendAsync(address);

        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == response.StatusCode, $"{response.StatusCode}: {body} {string.Join(Environment.NewLine, feed.Log.Lines.Where(line => line.Contains("Exception", StringComparison.Ordinal)))}");
        var error = JsonDocument.Parse(body).RootElement.GetProperty("error");
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        Assert.Equal("4.0", Assert.Single(response.Headers.GetValues("OData-Version")));
        Assert.DoesNotContain(" at Renstra.", body);
        Assert.DoesNotContain(" at Microsoft.", body);
        Assert.DoesNotContain(feed.Log.Lines, line => line.Contains("Exception", StringComparison.Ordinal));
    }
}
