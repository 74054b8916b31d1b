using System.Text.Json;
using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Tests.Feed.Sets;

/// <summary>From a number in a dashboard to a cell in a file, and to what was said to its sender.</summary>
public sealed class LineageTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_number_is_followed_to_the_cell_that_it_was_read_from()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        var id = await feed.Data.ReportAsync("53.01", "2024-03", 30);
        await feed.Data.SubmissionAsync(id, "Laporan Maret.xlsx", Verdict.Diterima);
        var shown = Assert.Single(await feed.RowsAsync("Kinerja?$filter=Bulan eq 2024-03-01 and KodeWilayah eq '53.01' and KodeIndikator eq 'IKU-2'"));
        var submission = shown.GetProperty("LaporanMasuk").GetString();

        var cells = await feed.RowsAsync($"DataRealisasi?$filter=LaporanMasuk eq '{submission}' and Bulan eq 2024-03-01 and KodeIndikator eq 'IKU-2'");
        var file = await feed.JsonAsync($"LaporanMasuk('{submission}')");

        Assert.Equal(["Pembilang", "Penyebut"], cells.Select(cell => cell.GetProperty("Peran").GetString()));
        Assert.Equal(shown.GetProperty("Pembilang").GetDecimal(), cells[0].GetProperty("Jumlah").GetDecimal());
        Assert.Equal(("Laporan", "E10", "31"), (Text(cells[0], "Lembar"), Text(cells[0], "Sel"), Text(cells[0], "IsiSel")));
        Assert.Equal("Laporan 53.01 2024-03.xlsx", Text(cells[0], "NamaBerkas"));
        Assert.Equal("Pencari kerja terdaftar yang ditempatkan", Text(cells[0], "NamaKomponen"));
        Assert.Equal("orang", Text(cells[0], "Satuan"));
        Assert.Equal(("Laporan Maret.xlsx", "DITERIMA", "Selesai"), (Text(file, "NamaBerkas"), Text(file, "Putusan"), Text(file, "Status")));
        Assert.Equal("53.01", Text(file, "KodeWilayahFolder"));
        Assert.Equal($"TT-{id.Hash12}", Text(file, "NomorTandaTerima"));
    }

    [Fact]
    public async Task A_released_number_is_followed_to_its_report_even_after_that_was_replaced()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        var first = await feed.Data.ReportAsync("53.01", "2024-03", 30);
        await feed.Data.CloseAsync("2024-03");
        var second = await feed.Data.ReportAsync("53.01", "2024-03", 40, Wita.At(new DateOnly(2024, 4, 20), new TimeOnly(10, 0)));

        var shown = Assert.Single(await feed.RowsAsync("Kinerja?$filter=Bulan eq 2024-03-01 and KodeWilayah eq '53.01' and KodeIndikator eq 'IKU-2'"));
        var cells = await feed.RowsAsync("DataRealisasi?$filter=Bulan eq 2024-03-01 and KodeWilayah eq '53.01' and KodeIndikator eq 'IKU-2' and Peran eq 'Pembilang'");

        Assert.Equal(first.ToString(), Text(shown, "LaporanMasuk"));
        Assert.Equal(
            [(first.ToString(), 31m, false), (second.ToString(), 41m, true)],
            cells.Select(cell => (Text(cell, "LaporanMasuk")!, cell.GetProperty("Jumlah").GetDecimal(), cell.GetProperty("Berlaku").GetBoolean())));
    }

    [Fact]
    public async Task Returned_reports_are_listed_and_their_numbers_are_not()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        var returned = await feed.Data.ReportAsync("53.02", "2024-03", FeedData.Figures("53.02", "2024-03", 1), isAccepted: false);

        var report = Assert.Single(await feed.RowsAsync("Laporan"));

        Assert.Equal((returned.ToString(), "Dikembalikan", false), (Text(report, "LaporanMasuk")!, Text(report, "StatusLaporan")!, report.GetProperty("Berlaku").GetBoolean()));
        Assert.Empty(await feed.RowsAsync("DataRealisasi"));
    }

    [Fact]
    public async Task Findings_tell_what_was_wrong_and_where()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        var id = SubmissionId.Of(new DateTimeOffset(2024, 4, 30, 20, 0, 0, TimeSpan.Zero), FeedApp.HashOf("berkas"));
        var report = new ReportKey(RegionCode.Parse("53.01"), ReportingMonth.Parse("2024-04"), DataHolder.Region);
        await feed.Data.SubmissionAsync(
            id,
            "salah.xlsx",
            Verdict.Dikembalikan,
            new Finding(FindingCodes.NotANumber, Severity.Kesalahan, "Tulislah angka.", new CellLocation("Laporan", "E9"), "dua \"puluh\"", IndicatorCode.Parse("IKU-1"), report),
            new Finding(FindingCodes.TableMissing, Severity.Kesalahan, "Tabel tidak ditemukan.", null, null, null, null));

        var findings = await feed.RowsAsync("CatatanVerifikasi?$filter=BulanTerima eq 2024-05-01");

        // Four in the morning of 1 May in WITA.
        Assert.Equal(["1", "2"], findings.Select(finding => finding.GetProperty("Nomor").ToString()));
        Assert.Equal(("Kesalahan", "Tulislah angka.", "E9", "dua \"puluh\""), (Text(findings[0], "TingkatCatatan"), Text(findings[0], "Uraian"), Text(findings[0], "Sel"), Text(findings[0], "IsiSel")));
        Assert.Equal(("2024-04-01", "Kabupaten Kupang", "KAB"), (Text(findings[0], "Bulan"), Text(findings[0], "NamaWilayah"), Text(findings[0], "PemegangData")));
        Assert.Equal(JsonValueKind.Null, findings[1].GetProperty("Bulan").ValueKind);
    }

    [Theory]
    [InlineData("BulanTerima eq 2024-02-01", "a")]
    [InlineData("BulanTerima ge 2024-02-01", "a b")]
    [InlineData("DiserahkanPada lt 2024-02-20T00:00:00Z", "a")]
    [InlineData("DiserahkanPada ge 2024-02-29T23:00:00%2B08:00 and Putusan eq null", "b")]
    [InlineData("LaporanMasuk gt '20240301'", "b")]
    [InlineData("NamaBerkas eq 'b.xlsx'", "b")]
    [InlineData("Status eq 'Diproses'", "b")]
    public async Task Submissions_are_found_by_time_and_state(string filter, string expected)
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        await feed.Data.SubmissionAsync(SubmissionId.Of(new DateTimeOffset(2024, 2, 5, 1, 0, 0, TimeSpan.Zero), FeedApp.HashOf("a")), "a.xlsx", Verdict.DiterimaSebagian);
        await feed.Data.SubmissionAsync(SubmissionId.Of(new DateTimeOffset(2024, 3, 5, 1, 0, 0, TimeSpan.Zero), FeedApp.HashOf("b")), "b.xlsx", verdict: null);

        var rows = await feed.RowsAsync($"LaporanMasuk?$filter={filter}");

        Assert.Equal(expected, string.Join(' ', rows.Select(row => Text(row, "NamaBerkas")![..1])));
    }

    [Fact]
    public async Task Every_release_stays_readable()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        await feed.Data.ReportAsync("53.01", "2024-03", 30);
        await feed.Data.CloseAsync("2024-03");
        await feed.Data.ReportAsync("53.02", "2024-03", 30, Wita.At(new DateOnly(2024, 4, 20), new TimeOnly(10, 0)));
        await feed.Data.CloseAsync("2024-03");

        var releases = await feed.RowsAsync("Penetapan?$filter=Bulan eq 2024-03-01");
        var rows = await feed.RowsAsync("KinerjaTetap?$filter=KodeWilayah eq '53' and KodeIndikator eq 'IKU-2'");

        Assert.Equal([(1, false, 1), (2, true, 2)], releases.Select(release => (
            release.GetProperty("PenetapanKe").GetInt32(), release.GetProperty("Berlaku").GetBoolean(), release.GetProperty("LaporanDiterima").GetInt32())));
        Assert.StartsWith("Kabupaten Timor Tengah Selatan (KAB); ", Text(releases[0], "LaporanBelum"));
        Assert.Equal([(1, 31m), (2, 62m)], rows.Select(row => (row.GetProperty("PenetapanKe").GetInt32(), row.GetProperty("Pembilang").GetDecimal())));
    }

    [Fact]
    public async Task One_row_tells_how_fresh_the_data_are()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        var nothing = Assert.Single(await feed.RowsAsync("StatusData"));
        var id = await feed.Data.ReportAsync("53.01", "2024-03", 30);
        await feed.Data.SubmissionAsync(id, "a.xlsx", Verdict.Diterima);
        var release = await feed.Data.CloseAsync("2024-03");

        var status = Assert.Single(await feed.RowsAsync("StatusData"));

        Assert.Equal(JsonValueKind.Null, nothing.GetProperty("KirimanTerakhirPada").ValueKind);
        Assert.Equal(feed.Clock.GetUtcNow(), status.GetProperty("DibacaPada").GetDateTimeOffset());
        Assert.Equal(id.SubmittedAt, status.GetProperty("KirimanTerakhirPada").GetDateTimeOffset());
        Assert.Equal(id.SubmittedAt.AddMinutes(1), status.GetProperty("PemeriksaanTerakhirPada").GetDateTimeOffset());
        Assert.Equal(release.ReleasedAt, status.GetProperty("PenetapanTerakhirPada").GetDateTimeOffset());
        Assert.Equal("2024-03-01", Text(status, "BulanTetapTerakhir"));
        Assert.False(status.GetProperty("PerubahanReferensiDitolak").GetBoolean());
    }

    private static string? Text(JsonElement row, string column) => row.GetProperty(column).GetString();
}
