using System.Net;
using System.Text.Json;
using Renstra.Testing.Azurite;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Tests.Feed.OData;

/// <summary>The one row of another set that a row leads to.</summary>
public sealed class ExpandTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_row_brings_the_rows_along_that_it_leads_to_as_Power_Query_asks_for_them()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        await feed.Data.CloseAsync("2024-01");

        var json = await feed.JsonAsync(
            "Kinerja?$filter=KodeWilayah eq '53.02' and KodeIndikator eq 'IKU-1' and Bulan le 2024-02-01"
            + "&$select=Bulan,Wilayah,Penetapan&$expand=Wilayah($select=NamaSingkat,KodeBps),Penetapan($select=PenetapanKe),Indikator($select=Satuan),Kalender($select=NamaBulan)");

        Assert.EndsWith(
            "#Kinerja(Bulan,Wilayah(NamaSingkat,KodeBps),Penetapan(PenetapanKe),Indikator(Satuan),Kalender(NamaBulan))",
            json.GetProperty("@odata.context").GetString());
        Assert.Equal(
            [
                """{"Bulan":"2024-01-01","Wilayah":{"NamaSingkat":"Timor Tengah Selatan","KodeBps":"5304"},"Penetapan":{"PenetapanKe":1},"Indikator":{"Satuan":"%"},"Kalender":{"NamaBulan":"Januari"}}""",
                """{"Bulan":"2024-02-01","Wilayah":{"NamaSingkat":"Timor Tengah Selatan","KodeBps":"5304"},"Penetapan":null,"Indikator":{"Satuan":"%"},"Kalender":{"NamaBulan":"Februari"}}""",
            ],
            json.GetProperty("value").EnumerateArray().Select(row => row.GetRawText()));
    }

    [Fact]
    public async Task An_amount_leads_to_the_file_that_it_came_in()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        var submission = await feed.Data.ReportAsync("53.01", "2024-03", 30);
        await feed.Data.SubmissionAsync(submission, "Maret.xlsx", Verdict.Diterima);

        var rows = await feed.RowsAsync("DataRealisasi?$filter=Bulan eq 2024-03-01&$expand=Kiriman&$orderby=Jumlah desc");

        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            Assert.Equal(submission.ToString(), row.GetProperty("LaporanMasuk").GetString());
            Assert.Equal("Maret.xlsx", row.GetProperty("Kiriman").GetProperty("NamaBerkas").GetString());
        });
    }

    [Fact]
    public async Task One_row_brings_them_along_too()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        var json = await feed.JsonAsync("Kinerja(Bulan=2024-03-01,KodeWilayah='53.02',KodeIndikator='IKU-4')?$select=KodeWilayah&$expand=Wilayah($select=Tingkat)");

        Assert.EndsWith("#Kinerja(KodeWilayah,Wilayah(Tingkat))/$entity", json.GetProperty("@odata.context").GetString());
        Assert.Equal("""{"Tingkat":"Kabupaten"}""", json.GetProperty("Wilayah").GetRawText());
    }

    [Fact]
    public async Task The_pages_of_a_walk_are_the_whole_with_them()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        const string address = "Kinerja?$filter=Bulan eq 2024-03-01&$expand=Wilayah&$select=KodeIndikator";
        var whole = await feed.RowsAsync(address);

        var walked = new List<JsonElement>();
        for (var next = address; next is not null;)
        {
            var page = await feed.JsonAsync(next, "odata.maxpagesize=50");
            walked.AddRange(page.GetProperty("value").EnumerateArray());
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
        }

        Assert.True(whole.Count > 50);
        Assert.Equal(whole.Select(row => row.GetRawText()), walked.Select(row => row.GetRawText()));
    }

    [Theory]
    [InlineData("Kinerja?$expand=Wilayah($filter=Tingkat eq 'Kota')", HttpStatusCode.NotImplemented)]
    [InlineData("DataRealisasi?$expand=Kiriman($expand=Wilayah)", HttpStatusCode.BadRequest)]
    [InlineData("Wilayah?$expand=Kinerja", HttpStatusCode.NotImplemented)]
    [InlineData("Kinerja?$expand=DataRealisasi", HttpStatusCode.NotImplemented)]
    [InlineData("Kinerja?$expand=TidakAda", HttpStatusCode.BadRequest)]
    [InlineData("PerubahanPenetapan?$expand=Kiriman", HttpStatusCode.BadRequest)]
    [InlineData("Kinerja?$apply=groupby((KodeWilayah))&$expand=Wilayah", HttpStatusCode.NotImplemented)]
    [InlineData("Kinerja?$filter=Wilayah/Tingkat eq 'Kota'", HttpStatusCode.NotImplemented)]
    public async Task What_leads_to_many_rows_or_further_is_refused(string address, HttpStatusCode expected)
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        using var response = await feed.SendAsync(address);

        Assert.True(expected == response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
