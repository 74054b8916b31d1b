using System.Globalization;
using System.Text.Json;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Feed.OData;

public sealed class QueryTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("KodeWilayah eq '53.02'", 1)]
    [InlineData("kodewilayah eq '53.02'", 1)]
    [InlineData("KodeWilayah in ('53.02','53.71','99.99')", 2)]
    [InlineData("KodeWilayah gt '53.20'", 2)]
    [InlineData("KodeWilayah ne '53'", 22)]
    [InlineData("not (Tingkat eq 'Kabupaten')", 2)]
    [InlineData("startswith(NamaWilayah,'Kota')", 1)]
    [InlineData("contains(tolower(NamaWilayah),'sumba') and endswith(NamaWilayah,'Daya')", 1)]
    [InlineData("length(KodeWilayah) eq 2", 1)]
    [InlineData("NamaLain eq null", 10)]
    [InlineData("substring(KodeWilayah,3) eq '02'", 1)]
    [InlineData("indexof(NamaWilayah,'Kupang') ge 0", 2)]
    [InlineData("concat(KodeWilayah,Tingkat) eq '53.71Kota'", 1)]
    [InlineData("KodeWilayah eq @kode&@kode='53.02'", 1)]
    [InlineData("NamaLain lt null", 0)]
    [InlineData("1 eq 1", 23)]
    public async Task Filter(string filter, int expected)
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        Assert.Equal(expected, (await feed.RowsAsync($"Wilayah?$filter={filter}")).Count);
    }

    [Theory]
    [InlineData("Bulan ge 2024-02-01 and Bulan lt 2024-03-01", "2024-02")]
    [InlineData("Bulan in (2024-01-01,2024-04-01,2024-04-02)", "2024-01 2024-04")]
    [InlineData("year(Bulan) eq 2024 and month(Bulan) le 2", "2024-01 2024-02")]
    [InlineData("year(Bulan) gt 2024", "")]
    [InlineData("year(Bulan) lt 2025", "2024-01 2024-02 2024-03 2024-04 2024-05")]
    [InlineData("2024-04-01 le Bulan", "2024-04 2024-05")]
    [InlineData("Bulan eq 2024-02-01 or Bulan eq 2024-04-01", "2024-02 2024-04")]
    [InlineData("Bulan gt 2024-03-15", "2024-04 2024-05")]
    [InlineData("Bulan eq @bulan&@bulan=2024-03-01", "2024-03")]
    public async Task Filter_by_month(string filter, string months)
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        var rows = await feed.RowsAsync($"Kinerja?$filter=KodeWilayah eq '53.71' and KodeIndikator eq 'IKU-1' and ({filter.Split('&')[0]}){filter[filter.Split('&')[0].Length..]}");

        Assert.Equal(months, string.Join(' ', rows.Select(row => row.GetProperty("Bulan").GetString()![..7])));
    }

    [Fact]
    public async Task Select_gives_the_columns_asked_for_in_that_order()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        var json = await feed.JsonAsync("Wilayah?$select=NamaWilayah,KodeWilayah&$top=1");

        Assert.EndsWith("/odata/$metadata#Wilayah(NamaWilayah,KodeWilayah)", json.GetProperty("@odata.context").GetString());
        Assert.Equal("""{"NamaWilayah":"Provinsi Nusa Tenggara Timur","KodeWilayah":"53"}""", json.GetProperty("value")[0].GetRawText());
    }

    [Fact]
    public async Task Orderby_puts_nothing_before_something_and_ends_with_the_key()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        var rows = await feed.RowsAsync("Wilayah?$orderby=NamaLain,NamaWilayah desc&$select=NamaWilayah&$top=3");

        Assert.Equal(
            ["Kabupaten Sumba Barat", "Kabupaten Sikka", "Kabupaten Ngada"],
            rows.Select(row => row.GetProperty("NamaWilayah").GetString()));
    }

    [Fact]
    public async Task Top_skip_and_count()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        var json = await feed.JsonAsync("Wilayah?$filter=Tingkat eq 'Kabupaten'&$skip=2&$top=2&$count=true&$select=KodeWilayah");

        Assert.Equal(21, json.GetProperty("@odata.count").GetInt32());
        Assert.Equal("53.03 53.04", string.Join(' ', json.GetProperty("value").EnumerateArray().Select(row => row.GetProperty("KodeWilayah").GetString())));
        Assert.False(json.TryGetProperty("@odata.nextLink", out _));
    }

    [Fact]
    public async Task A_count_alone_is_a_number()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        Assert.Equal("21", await feed.Client.GetStringAsync("Wilayah/$count?$filter=Tingkat eq 'Kabupaten'", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nothing_found_is_an_empty_list()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        Assert.Empty(await feed.RowsAsync("Wilayah?$filter=KodeWilayah eq '99'"));
    }

    [Fact]
    public async Task Groups_and_sums()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        await feed.Data.ReportsAsync("2024-01", 10);
        await feed.Data.ReportAsync("53.01", "2024-02", 5);

        var json = await feed.JsonAsync(
            "Kinerja?$apply=filter(KodeIndikator eq 'IKU-2' and Tingkat ne 'Provinsi' and Bulan le 2024-03-01)"
            + "/groupby((Bulan),aggregate(PembilangBulan with sum as Jumlah,PembilangBulan with average as Rata,PembilangBulan with max as Terbesar,KodeWilayah with countdistinct as Wilayah,$count as Baris))"
            + "&$filter=Jumlah gt 5&$orderby=Jumlah");

        Assert.EndsWith("/odata/$metadata#Kinerja(Bulan,Jumlah,Rata,Terbesar,Wilayah,Baris)", json.GetProperty("@odata.context").GetString());
        Assert.Equal(
            [("2024-02-01", 6m, 6m, 6m, 22, 22), ("2024-01-01", 242m, 11m, 11m, 22, 22)],
            json.GetProperty("value").EnumerateArray().Select(row => (
                row.GetProperty("Bulan").GetString()!,
                row.GetProperty("Jumlah").GetDecimal(),
                row.GetProperty("Rata").GetDecimal(),
                row.GetProperty("Terbesar").GetDecimal(),
                row.GetProperty("Wilayah").GetInt32(),
                row.GetProperty("Baris").GetInt32())));
        Assert.Equal("#Decimal", json.GetProperty("value")[0].GetProperty("Jumlah@odata.type").GetString());
    }

    [Fact]
    public async Task A_sum_of_nothing_is_null_and_a_count_of_nothing_0()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        var row = Assert.Single(await feed.RowsAsync("Kinerja?$apply=filter(KodeWilayah eq '99.99')/aggregate(Pembilang with sum as Jumlah,$count as Baris)"));

        Assert.Equal(JsonValueKind.Null, row.GetProperty("Jumlah").ValueKind);
        Assert.Equal(0, row.GetProperty("Baris").GetInt32());
    }

    [Fact]
    public async Task Groups_can_be_grouped_again()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        var row = Assert.Single(await feed.RowsAsync("Wilayah?$apply=groupby((Tingkat),aggregate($count as Banyak))/filter(Banyak eq 1)/aggregate(Banyak with sum as Jumlah)"));

        Assert.Equal(2, row.GetProperty("Jumlah").GetInt32());
    }

    [Fact]
    public async Task Distinct_values()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        var rows = await feed.RowsAsync("Wilayah?$apply=groupby((Tingkat))");

        Assert.Equal(["Kabupaten", "Kota", "Provinsi"], rows.Select(row => row.GetProperty("Tingkat").GetString()));
    }

    [Fact]
    public async Task A_row_is_found_by_its_key()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        var json = await feed.JsonAsync("Kinerja(Bulan=2024-03-01,KodeWilayah='53.02',KodeIndikator='IKU-4')");

        Assert.EndsWith("/odata/$metadata#Kinerja/$entity", json.GetProperty("@odata.context").GetString());
        Assert.Equal("Kabupaten Timor Tengah Selatan", json.GetProperty("NamaWilayah").GetString());
    }

    [Fact]
    public async Task A_column_of_a_row_and_its_plain_value()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        var json = await feed.JsonAsync("Target(KodeIndikator='IKU-3',Tahun=2024,KodeWilayahTarget='semua',PeriodeTarget='Tahun',BerlakuMulai=2024-01-01)/Target");
        var text = await feed.Client.GetStringAsync("Wilayah('53.02')/NamaSingkat/$value", TestContext.Current.CancellationToken);
        using var nothing = await feed.SendAsync("Wilayah('53.04')/NamaLain");

        Assert.Equal(12.40m, json.GetProperty("value").GetDecimal());
        Assert.Equal("Timor Tengah Selatan", text);
        Assert.Equal(System.Net.HttpStatusCode.NoContent, nothing.StatusCode);
    }

    [Fact]
    public async Task The_service_document_lists_every_set()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        var json = await feed.JsonAsync("");

        Assert.Equal(
            "Kinerja KinerjaPeriode Kalender Wilayah Indikator Komponen Rincian Target SkalaKategori DataRealisasi DataRincian Laporan LaporanMasuk CatatanVerifikasi KepatuhanLaporan Pengingat Penetapan KinerjaTetap PerubahanPenetapan PerubahanSusulan KinerjaTahunan ProgramKegiatan Anggaran StatusData",
            string.Join(' ', json.GetProperty("value").EnumerateArray().Select(set => set.GetProperty("url").GetString())));
    }

    [Theory]
    [InlineData("Kinerja")]
    [InlineData("Target")]
    [InlineData("KinerjaTahunan")]
    [InlineData("ProgramKegiatan")]
    [InlineData("Anggaran")]
    [InlineData("SkalaKategori")]
    [InlineData("Komponen")]
    [InlineData("Rincian")]
    public async Task Every_set_is_sorted_by_its_key_and_no_key_stands_twice(string set)
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        var model = (FeedModel)feed.Services.GetService(typeof(FeedModel))!;
        var keys = model[set].Keys.Select(key => key.Name).ToList();

        var positions = (await feed.RowsAsync($"{set}?$select={string.Join(',', keys)}")).Select(row => string.Join('\u0001', keys.Select(key => Sortable(row.GetProperty(key))))).ToList();

        Assert.NotEmpty(positions);
        Assert.Equal(positions.Distinct().Order(StringComparer.Ordinal), positions);
    }

    private static string Sortable(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number ? value.GetDecimal().ToString("0000000000.00", CultureInfo.InvariantCulture) : value.ToString();
}
