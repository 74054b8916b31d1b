using System.Text.Json;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Feed;

public sealed class KinerjaTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_month_without_a_release_is_computed_from_the_reports_that_stand()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        var submission = await feed.Data.ReportAsync("53.01", "2024-03", 30);

        var row = Assert.Single(await feed.RowsAsync("Kinerja?$filter=Bulan eq 2024-03-01 and KodeWilayah eq '53.01' and KodeIndikator eq 'IKU-2'"));

        Assert.Equal("Kabupaten Kupang", row.GetProperty("NamaWilayah").GetString());
        Assert.Equal(31m, row.GetProperty("Pembilang").GetDecimal());
        Assert.Equal(62m, row.GetProperty("Penyebut").GetDecimal());
        Assert.Equal(50m, row.GetProperty("Realisasi").GetDecimal());
        Assert.Equal(66.67m, row.GetProperty("RasioCapaian").GetDecimal());
        Assert.Equal("Sementara", row.GetProperty("StatusBulan").GetString());
        Assert.Equal("Sudah", row.GetProperty("StatusLapor").GetString());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("PenetapanKe").ValueKind);
        Assert.Equal(submission.ToString(), row.GetProperty("LaporanMasuk").GetString());
        Assert.Equal(submission.SubmittedAt, row.GetProperty("DiubahPada").GetDateTimeOffset());
    }
}
