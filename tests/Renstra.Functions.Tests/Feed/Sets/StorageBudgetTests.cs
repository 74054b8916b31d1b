using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Tests.Feed.Sets;

/// <summary>Reading costs what is asked for, not what is kept.</summary>
public sealed class StorageBudgetTests(AzuriteFixture azurite)
{
    private static readonly int MonthsBehind =
        new PerformanceCalculator(ReferenceData.Shipped).MonthsBehind(ReportingMonth.Parse("2024-03")).Count;

    [Fact]
    public async Task One_region_of_a_released_month_takes_two_requests()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        await feed.Data.ReportsAsync("2024-03", 30);
        await feed.Data.CloseAsync("2024-03");

        var requests = await RequestsAsync(feed, "Kinerja?$filter=Bulan eq 2024-03-01 and KodeWilayah eq '53.01'", expectedRows: 6);

        Assert.Equal(2, requests);
    }

    [Theory]
    [InlineData("Bulan ge 2024-03-01 and Bulan lt 2024-04-01")]
    [InlineData("BulanAngka ge 202403 and BulanAngka lt 202404")]
    [InlineData("Tahun eq 2024 and BulanAngka in (202403,202413)")]
    public async Task A_whole_released_month_takes_two_requests(string condition)
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        await feed.Data.ReportsAsync("2024-03", 30);
        await feed.Data.CloseAsync("2024-03");

        var requests = await RequestsAsync(feed, $"Kinerja?$filter={condition}&$select=Bulan", expectedRows: null);

        Assert.Equal(2, requests);
    }

    [Theory]
    [InlineData("KodeWilayah eq '53.01'")]
    [InlineData("NamaWilayah eq 'Kabupaten Kupang'")]
    [InlineData("Tingkat eq 'Provinsi'")]
    public async Task An_open_month_takes_one_range_per_month_that_it_depends_on_besides_the_pointer(string condition)
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        await feed.Data.ReportsAsync("2024-03", 30);

        var requests = await RequestsAsync(feed, $"Kinerja?$filter=Bulan eq 2024-03-01 and {condition}&$select=Bulan", expectedRows: null);

        Assert.Equal(1 + MonthsBehind, requests);
    }

    [Fact]
    public async Task Open_months_side_by_side_share_the_months_that_they_depend_on()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        var requests = await RequestsAsync(feed, "Kinerja?$filter=KodeWilayah eq '53.01'&$select=Bulan", expectedRows: null);

        Assert.Equal(1 + MonthsBehind + 4, requests);
    }

    [Theory]
    [InlineData("Kinerja?$filter=Bulan eq 2031-01-01")]
    [InlineData("Kinerja?$filter=Bulan lt 2024-01-01")]
    [InlineData("Kinerja?$filter=KodeWilayah eq '99.99'")]
    [InlineData("Kinerja?$filter=Bulan eq 2024-03-01 and Bulan eq 2024-04-01")]
    [InlineData("Kinerja?$filter=KodeWilayah in ()")]
    [InlineData("Kinerja?$filter=Bulan eq 2024-03-02")]
    [InlineData("Kinerja?$filter=BulanAngka eq 202413")]
    [InlineData("Kinerja?$filter=BulanAngka lt 202401")]
    [InlineData("Kinerja?$filter=Tahun eq 2025")]
    [InlineData("KinerjaPeriode?$filter=BulanAngka eq 202402")]
    [InlineData("KepatuhanLaporan?$filter=BulanAngka gt 202405")]
    public async Task What_cannot_exist_takes_no_request(string address)
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        Assert.Equal(0, await RequestsAsync(feed, address, expectedRows: 0));
    }

    [Fact]
    public async Task The_first_rows_do_not_cost_all_months()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        foreach (var month in new[] { "2024-01", "2024-02", "2024-03", "2024-04" })
        {
            await feed.Data.CloseAsync(month);
        }

        // The pointers, and the first month's rows.
        Assert.Equal(2, await RequestsAsync(feed, "Kinerja?$top=5", expectedRows: 5));
    }

    [Fact]
    public async Task A_submission_and_its_findings_are_found_by_their_key()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        var submission = await feed.Data.ReportAsync("53.01", "2024-03", 30);
        await feed.Data.SubmissionAsync(submission, "a.xlsx", Transform.Reports.Verdict.Diterima);

        var one = await RequestsAsync(feed, $"LaporanMasuk?$filter=LaporanMasuk eq '{submission}'", expectedRows: 1);
        var findings = await RequestsAsync(feed, $"CatatanVerifikasi?$filter=LaporanMasuk eq '{submission}'", expectedRows: 0);

        Assert.Equal((1, 1), (one, findings));
    }

    [Fact]
    public async Task Reference_data_take_no_request_to_tables()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        Assert.Equal(0, await RequestsAsync(feed, "Wilayah", expectedRows: 23));
    }

    private static async Task<int> RequestsAsync(FeedApp feed, string address, int? expectedRows) => await feed.StorageRequests.CountAsync(async () =>
    {
        var rows = await feed.RowsAsync(address);
        Assert.True(expectedRows is { } expected ? rows.Count == expected : rows.Count > 0, $"{rows.Count} rows");
    });
}
