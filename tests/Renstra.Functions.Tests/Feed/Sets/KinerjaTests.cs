using System.Text.Json;
using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;

namespace Renstra.Functions.Tests.Feed.Sets;

public sealed class KinerjaTests(AzuriteFixture azurite)
{
    private const string OneCell = "Kinerja?$filter=Bulan eq 2024-03-01 and KodeWilayah eq '53.01' and KodeIndikator eq 'IKU-2'";

    [Fact]
    public async Task A_month_without_a_release_is_computed_from_the_reports_that_stand()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        var submission = await feed.Data.ReportAsync("53.01", "2024-03", 30);

        var row = Assert.Single(await feed.RowsAsync(OneCell));

        Assert.Equal("Kabupaten Kupang", row.GetProperty("NamaWilayah").GetString());
        Assert.Equal("Kabupaten", row.GetProperty("Tingkat").GetString());
        Assert.Equal(31m, row.GetProperty("Pembilang").GetDecimal());
        Assert.Equal(62m, row.GetProperty("Penyebut").GetDecimal());
        Assert.Equal(50m, row.GetProperty("Realisasi").GetDecimal());
        Assert.Equal(75m, row.GetProperty("Target").GetDecimal());
        Assert.Equal(66.67m, row.GetProperty("RasioCapaian").GetDecimal());
        Assert.Equal("Cukup Berhasil", row.GetProperty("Kategori").GetString());
        Assert.Equal(3, row.GetProperty("UrutanKategori").GetInt32());
        Assert.Equal("Sementara", row.GetProperty("StatusBulan").GetString());
        Assert.Equal("Sudah", row.GetProperty("StatusLapor").GetString());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("PenetapanKe").ValueKind);
        Assert.Equal(submission.ToString(), row.GetProperty("LaporanMasuk").GetString());
        Assert.Equal(submission.SubmittedAt, row.GetProperty("DiubahPada").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_released_month_shows_its_release_whatever_has_arrived_since()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        await feed.Data.ReportAsync("53.01", "2024-03", 30);
        var release = await feed.Data.CloseAsync("2024-03");
        await feed.Data.ReportAsync("53.01", "2024-03", 40, Wita.At(new DateOnly(2024, 4, 20), new TimeOnly(10, 0)));

        var row = Assert.Single(await feed.RowsAsync(OneCell));

        Assert.Equal(31m, row.GetProperty("Pembilang").GetDecimal());
        Assert.Equal("Tetap", row.GetProperty("StatusBulan").GetString());
        Assert.Equal(1, row.GetProperty("PenetapanKe").GetInt32());
        Assert.Equal(release.ReleasedAt, row.GetProperty("DitetapkanPada").GetDateTimeOffset());
        Assert.Equal(release.ReleasedAt, row.GetProperty("DiubahPada").GetDateTimeOffset());
    }

    [Fact]
    public async Task The_next_release_takes_the_place_of_the_one_before()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        await feed.Data.ReportAsync("53.01", "2024-03", 30);
        await feed.Data.CloseAsync("2024-03");
        Assert.Single(await feed.RowsAsync(OneCell));
        await feed.Data.ReportAsync("53.01", "2024-03", 40, Wita.At(new DateOnly(2024, 4, 20), new TimeOnly(10, 0)));
        await feed.Data.CloseAsync("2024-03");

        var row = Assert.Single(await feed.RowsAsync(OneCell));

        Assert.Equal(41m, row.GetProperty("Pembilang").GetDecimal());
        Assert.Equal(2, row.GetProperty("PenetapanKe").GetInt32());
    }

    [Fact]
    public async Task Reading_a_released_month_twice_gives_the_same_rows_from_memory()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        await feed.Data.ReportsAsync("2024-03", 30);
        await feed.Data.CloseAsync("2024-03");
        const string address = "Kinerja?$filter=Bulan eq 2024-03-01";
        var first = await feed.JsonAsync(address);

        JsonElement second = default;
        var requests = await feed.StorageRequests.CountAsync(async () => second = await feed.JsonAsync(address));

        Assert.Equal(first.ToString(), second.ToString());
        Assert.Equal(1, requests);
    }

    [Fact]
    public async Task What_is_not_reported_is_null_and_never_0()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        var row = Assert.Single(await feed.RowsAsync(OneCell));

        foreach (var column in new[] { "PembilangBulan", "Pembilang", "Penyebut", "Realisasi", "RasioCapaian", "Kategori", "LaporanMasuk", "DiubahPada" })
        {
            Assert.Equal(JsonValueKind.Null, row.GetProperty(column).ValueKind);
        }

        Assert.Equal("Belum", row.GetProperty("StatusLapor").GetString());
    }

    [Fact]
    public async Task A_province_row_adds_the_regions_up_and_names_those_that_are_missing()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        await feed.Data.ReportsAsync("2024-01", 10);
        await feed.Data.ReportAsync("53.01", "2024-02", 20);

        var row = Assert.Single(await feed.RowsAsync("Kinerja?$filter=Bulan eq 2024-02-01 and Tingkat eq 'Provinsi' and KodeIndikator eq 'IKU-2'"));

        Assert.Equal("Provinsi Nusa Tenggara Timur", row.GetProperty("NamaWilayah").GetString());
        Assert.Equal((22 * 11m) + 21, row.GetProperty("Pembilang").GetDecimal());
        Assert.Equal(21m, row.GetProperty("PembilangBulan").GetDecimal());
        Assert.Equal(1, row.GetProperty("WilayahMelapor").GetInt32());
        Assert.Equal(22, row.GetProperty("WilayahWajib").GetInt32());
        Assert.False(row.GetProperty("Lengkap").GetBoolean());
        Assert.StartsWith("Kabupaten Timor Tengah Selatan; Kabupaten Timor Tengah Utara; ", row.GetProperty("WilayahBelum").GetString());
    }

    [Fact]
    public async Task There_is_a_row_for_every_month_from_the_first_to_the_running_one()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        var rows = await feed.RowsAsync("Kinerja?$filter=KodeWilayah eq '53.71' and KodeIndikator eq 'IKU-1'&$select=Bulan");

        Assert.Equal(
            ["2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01", "2024-05-01"],
            rows.Select(row => row.GetProperty("Bulan").GetString()));
    }

    [Fact]
    public async Task A_new_month_begins_at_midnight_in_WITA()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        const string address = "Kinerja/$count?$filter=KodeWilayah eq '53.71' and KodeIndikator eq 'IKU-1'";
        feed.Clock.SetUtcNow(new DateTimeOffset(2024, 5, 31, 15, 59, 59, TimeSpan.Zero));
        var before = await feed.Client.GetStringAsync(address, TestContext.Current.CancellationToken);

        feed.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await feed.Client.GetStringAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(("5", "6"), (before, after));
    }
}
