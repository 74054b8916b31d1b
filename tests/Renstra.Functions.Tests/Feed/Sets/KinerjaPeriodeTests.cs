using System.Text.Json;
using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;

namespace Renstra.Functions.Tests.Feed.Sets;

public sealed class KinerjaPeriodeTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_quarter_has_the_sum_of_its_months_and_the_year_to_date_of_its_last()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        feed.Clock.SetUtcNow(Wita.At(new DateOnly(2024, 7, 5), new TimeOnly(9, 0)));
        foreach (var month in new[] { "2024-02", "2024-04", "2024-05", "2024-06" })
        {
            await feed.Data.ReportAsync("53.01", month, 30);
        }

        var row = Assert.Single(await feed.RowsAsync("KinerjaPeriode?$filter=Periode eq '2024-T2' and KodeWilayah eq '53.01' and KodeIndikator eq 'IKU-2'"));

        Assert.Equal("Triwulan II 2024", row.GetProperty("NamaPeriode").GetString());
        Assert.Equal(("2024-04-01", "2024-06-01", "2024-06-01"), (Text(row, "BulanAwal"), Text(row, "BulanAkhir"), Text(row, "SampaiBulan")));
        Assert.Equal((93m, 186m, 50m), (Number(row, "PembilangPeriode"), Number(row, "PenyebutPeriode"), Number(row, "RealisasiPeriode")));
        Assert.Equal((124m, 248m, 66.67m), (Number(row, "Pembilang"), Number(row, "Penyebut"), Number(row, "RasioCapaian")));
        Assert.True(row.GetProperty("LengkapPeriode").GetBoolean());
        Assert.False(row.GetProperty("Lengkap").GetBoolean());
        Assert.Equal("Sementara", Text(row, "StatusPeriode"));
    }

    [Theory]
    [InlineData("2024-T2")]
    [InlineData("2024-S1")]
    public async Task What_it_says_of_the_year_to_date_is_what_Kinerja_says_of_its_last_month(string period)
    {
        const string columns = "KodeWilayah,KodeIndikator,Pembilang,Penyebut,Realisasi,Target,RasioCapaian,Kategori,UrutanKategori,Berjalan,Lengkap,DataBulan,WilayahWajib";
        await using var feed = await FeedApp.StartAsync(azurite);
        feed.Clock.SetUtcNow(Wita.At(new DateOnly(2024, 7, 15), new TimeOnly(9, 0)));
        foreach (var month in new[] { "2024-01", "2024-02", "2024-04", "2024-06" })
        {
            await feed.Data.ReportsAsync(month, 30);
        }

        await feed.Data.CloseAsync("2024-06");

        var months = await feed.RowsAsync($"Kinerja?$filter=Bulan eq 2024-06-01&$select={columns}");
        var periods = await feed.RowsAsync($"KinerjaPeriode?$filter=Periode eq '{period}'&$select={columns}");

        Assert.NotEmpty(months);
        Assert.Equal(months.Select(row => row.ToString()), periods.Select(row => row.ToString()));
    }

    [Fact]
    public async Task It_is_final_when_it_is_over_and_each_of_its_months_is_released()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        feed.Clock.SetUtcNow(Wita.At(new DateOnly(2024, 7, 15), new TimeOnly(9, 0)));
        const string address = "KinerjaPeriode?$filter=KodeWilayah eq '53' and KodeIndikator eq 'IKU-2'&$select=Periode,StatusPeriode,WilayahMelapor,WilayahWajib";
        foreach (var month in new[] { "2024-01", "2024-02", "2024-03", "2024-04", "2024-06" })
        {
            await feed.Data.ReportsAsync(month, 30);
            await feed.Data.CloseAsync(month);
        }

        var rows = await feed.RowsAsync(address);

        Assert.Equal(
            ["2024-T1 Tetap 22/22", "2024-S1 Sementara 0/22", "2024-T2 Sementara 0/22", "2024-T3 Sementara 0/22", "2024-S2 Sementara 0/22"],
            rows.Select(row => $"{Text(row, "Periode")} {Text(row, "StatusPeriode")} {Number(row, "WilayahMelapor"):0}/{Number(row, "WilayahWajib"):0}"));
    }

    [Fact]
    public async Task It_rests_on_releases_where_there_are_any_whatever_has_arrived_since()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        await feed.Data.ReportAsync("53.01", "2024-03", 30);
        await feed.Data.CloseAsync("2024-03");
        await feed.Data.ReportAsync("53.01", "2024-03", 400, Wita.At(new DateOnly(2024, 4, 20), new TimeOnly(10, 0)));

        var row = Assert.Single(await feed.RowsAsync("KinerjaPeriode?$filter=Periode eq '2024-T1' and KodeWilayah eq '53.01' and KodeIndikator eq 'IKU-2'"));

        Assert.Equal(31m, Number(row, "PembilangPeriode"));
    }

    [Fact]
    public async Task A_period_costs_its_own_months_alone()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        foreach (var month in new[] { "2024-01", "2024-02", "2024-03", "2024-04" })
        {
            await feed.Data.CloseAsync(month);
        }

        // The pointers, and the rows of three months.
        var requests = await feed.StorageRequests.CountAsync(() =>
            feed.RowsAsync("KinerjaPeriode?$filter=BulanAkhir eq 2024-03-01 and JenisPeriode eq 'Triwulan' and KodeWilayah eq '53'"));

        Assert.Equal(4, requests);
    }

    [Fact]
    public async Task Pages_put_together_are_all_rows_in_the_order_of_their_keys()
    {
        await using var feed = await FeedApp.StartAsync(azurite, settings => settings["Renstra:Feed:PageSize"] = "100");
        await feed.Data.ReportsAsync("2024-01", 10);
        await feed.Data.CloseAsync("2024-01");
        var expected = await feed.Client.GetStringAsync("KinerjaPeriode/$count", TestContext.Current.CancellationToken);

        var keys = new List<string>();
        for (var next = "KinerjaPeriode"; next is not null;)
        {
            var page = await feed.JsonAsync(next);
            keys.AddRange(page.GetProperty("value").EnumerateArray().Select(row => $"{Text(row, "BulanAkhir")} {Text(row, "Periode")} {Text(row, "KodeWilayah")} {Text(row, "KodeIndikator")}"));
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
        }

        Assert.Equal(expected, keys.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(keys.Order(StringComparer.Ordinal).Distinct(), keys);
    }

    private static string? Text(JsonElement row, string column) => row.GetProperty(column).GetString();

    private static decimal Number(JsonElement row, string column) => row.GetProperty(column).GetDecimal();
}
