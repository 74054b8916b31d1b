using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;

namespace Renstra.Functions.Tests.Feed.Sets;

/// <summary>The months, and the columns of other sets that speak of months in whole numbers.</summary>
public sealed class KalenderTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task There_is_a_month_from_the_first_reported_to_the_end_of_the_running_year()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        feed.Clock.SetUtcNow(Wita.At(new DateOnly(2025, 2, 1), TimeOnly.MinValue));

        var rows = await feed.RowsAsync("Kalender");

        Assert.Equal(
            ReportingMonth.Range(new ReportingMonth(2024, 1), new ReportingMonth(2025, 12)).Select(month => month.FirstDay.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
            rows.Select(row => row.GetProperty("Bulan").GetString()));
        Assert.Equal(
            (13, 1, 10),
            (Count("Lalu"), Count("Berjalan"), Count("Mendatang")));

        int Count(string status) => rows.Count(row => row.GetProperty("StatusKalender").GetString() == status);
    }

    [Fact]
    public async Task A_month_has_its_names_and_numbers()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        var row = await feed.JsonAsync("Kalender(2024-08-01)?$select=BulanAngka,Tahun,Semester,Triwulan,NomorBulan,NamaBulan,NamaBulanSingkat,BulanTahun,KodeTriwulan,NamaTriwulan,KodeSemester,NamaSemester,HariTerakhir,BatasWaktu");

        Assert.EndsWith(
            """
            "BulanAngka":202408,"Tahun":2024,"Semester":2,"Triwulan":3,"NomorBulan":8,"NamaBulan":"Agustus","NamaBulanSingkat":"Agu","BulanTahun":"Agustus 2024","KodeTriwulan":"2024-T3","NamaTriwulan":"Triwulan III 2024","KodeSemester":"2024-S2","NamaSemester":"Semester II 2024","HariTerakhir":"2024-08-31","BatasWaktu":"2024-09-10"}
            """,
            row.GetRawText());
    }

    [Theory]
    [InlineData("Kinerja")]
    [InlineData("KinerjaTetap")]
    [InlineData("DataRealisasi")]
    [InlineData("Laporan")]
    [InlineData("KepatuhanLaporan")]
    [InlineData("Penetapan")]
    [InlineData("PerubahanPenetapan")]
    public async Task Every_row_of_a_month_tells_it_as_a_whole_number_too(string set)
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        await feed.Data.ReportsAsync("2024-02", 10);
        await feed.Data.CloseAsync("2024-02");

        var all = await feed.RowsAsync(set);
        var filtered = await feed.RowsAsync($"{set}?$filter=BulanAngka ge 202402 and BulanAngka lt 202403");

        Assert.All(all, row => Assert.Equal(
            row.GetProperty("Bulan").GetString()!.Replace("-", "", StringComparison.Ordinal)[..6], row.GetProperty("BulanAngka").GetRawText()));
        Assert.Equal(all.Count(row => row.GetProperty("BulanAngka").GetInt32() == 202402), filtered.Count);
    }

    [Fact]
    public async Task A_row_of_performance_tells_what_an_analyst_would_join_for()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        var rows = await feed.RowsAsync("Kinerja?$filter=BulanAngka eq 202405 and KodeWilayah eq '53.01' and KodeIndikator eq 'IKU-1'&$select=Satuan,Polaritas,Tahun,Triwulan");

        Assert.Equal("""{"Satuan":"%","Polaritas":"Naik","Tahun":2024,"Triwulan":2}""", Assert.Single(rows).GetRawText());
    }
}
