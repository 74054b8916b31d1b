using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Renstra.Functions.Consolidation;
using Renstra.Functions.Storage;
using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;
using Renstra.Transform.Regions;
using Renstra.Transform.Releases;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Tests.Consolidation;

public sealed class ConsolidatorTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly ReportingMonth January = ReportingMonth.Parse("2024-01");
    private static readonly ReportingMonth February = ReportingMonth.Parse("2024-02");
    private static readonly ReportingMonth November = ReportingMonth.Parse("2024-11");
    private static readonly ReportingMonth March = ReportingMonth.Parse("2024-03");

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.Parse("2024-03-10T22:00:00Z", CultureInfo.InvariantCulture));
    private App _app = null!;

    public async ValueTask InitializeAsync() => _app = await App.CreateAsync(azurite, _clock);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Every_month_past_its_closing_time_is_released_even_with_no_report_at_all()
    {
        var made = await CloseAsync();

        Assert.Equal([January, February], made.Select(release => release.Month));
        Assert.All(made, release => Assert.Equal((1, 0, 22), (release.Number, release.ReportsReceived, release.ReportsDue)));
        Assert.All(made, release => Assert.Equal(22, release.MissingReports.Count));
    }

    [Fact]
    public async Task A_month_is_not_released_before_six_on_the_eleventh()
    {
        _clock.AdjustTime(DateTimeOffset.Parse("2024-03-10T21:59:59Z", CultureInfo.InvariantCulture));

        var made = await CloseAsync();

        Assert.Equal([January], made.Select(release => release.Month));
    }

    [Fact]
    public async Task Closing_again_with_nothing_changed_makes_no_second_release()
    {
        await AcceptAsync(Reports.Of("53.02", "2024-01", "IKU-2 12/30"));
        await CloseAsync();

        var again = await CloseAsync();

        Assert.Empty(again);
        Assert.Single(await Releases.AllAsync(January, Cancellation));
    }

    [Fact]
    public async Task A_late_report_releases_its_month_and_every_month_that_depends_on_it_again_in_ascending_order()
    {
        await AcceptAsync(Reports.Of("53.02", "2024-02", "IKU-2 10/20"));
        await CloseAsync();
        await AcceptAsync(Reports.Of("53.02", "2024-01", "IKU-2 12/30", "2024-03-12T00:00:00Z"));

        var made = await CloseAsync();

        Assert.Equal([(January, 2), (February, 2)], made.Select(release => (release.Month, release.Number)));
        var february = await RowAsync(February, "53.02", "IKU-2");
        Assert.Equal((22m, 50m, 44.00m), (february.Numerator, february.Denominator, february.Realisation));
    }

    [Fact]
    public async Task A_late_report_of_last_year_releases_this_years_months_again_that_carry_its_stock()
    {
        _clock.AdjustTime(DateTimeOffset.Parse("2025-03-10T22:00:00Z", CultureInfo.InvariantCulture));
        await CloseAsync();
        await AcceptAsync(Reports.Of("53.02", "2024-11", "IKU-3 12/30", "2025-03-12T00:00:00Z"));

        var made = await CloseAsync();

        Assert.Equal(["2024-11", "2024-12", "2025-01", "2025-02"], made.Select(release => release.Month.ToString()));
        Assert.Equal(November, (await RowAsync(ReportingMonth.Parse("2025-02"), "53.02", "IKU-3")).DataMonth);
    }

    [Fact]
    public async Task A_release_tells_what_it_changed_and_which_submission_did_it()
    {
        await AcceptAsync(Reports.Of("53.02", "2024-01", "IKU-2 12/30"));
        await CloseAsync();
        var revision = Reports.Of("53.02", "2024-01", "IKU-2 15/30", "2024-03-12T00:00:00Z");
        await AcceptAsync(revision);
        await CloseAsync();

        var changes = await ChangesAsync(January, 2);

        Assert.Equal(["53 12 -> 15", "53.02 12 -> 15"], changes.Select(change => FormattableString.Invariant($"{change.Region} {change.Before!.Numerator} -> {change.After!.Numerator}")));
        Assert.All(changes, change => Assert.Equal(
            (ChangeCause.LaporanDiperbaiki, revision.Submission), (Assert.Single(change.Causes), Assert.Single(change.Submissions))));
        Assert.Empty(await ChangesAsync(January, 1));
    }

    [Fact]
    public async Task A_month_that_changes_and_changes_back_keeps_what_each_of_its_releases_changed()
    {
        await AcceptAsync(Reports.Of("53.02", "2024-01", "IKU-2 12/30"));
        await CloseAsync();
        var mistake = Reports.Of("53.02", "2024-01", "IKU-2 15/30", "2024-03-12T00:00:00Z");
        await AcceptAsync(mistake);
        await CloseAsync();
        await _app.Services.GetRequiredService<ReportStore>().RefreshViewsAsync([mistake.Key], _ => Task.FromResult<IReadOnlySet<SubmissionId>>(new HashSet<SubmissionId> { mistake.Submission }), Cancellation);
        await CloseAsync();

        var releases = await Releases.AllAsync(January, Cancellation);
        Assert.Equal(releases[0].Fingerprint, releases[2].Fingerprint);
        Assert.Equal([12m, 15m], [.. (await ChangesAsync(January, 2)).Where(change => !change.Region.IsProvince).SelectMany(change => new[] { change.Before!.Numerator, change.After!.Numerator })]);
        var back = (await ChangesAsync(January, 3)).Single(change => !change.Region.IsProvince);
        Assert.Equal((15m, 12m), (back.Before!.Numerator, back.After!.Numerator));
        Assert.Equal((ChangeCause.LaporanDitarik, mistake.Submission), (Assert.Single(back.Causes), Assert.Single(back.Submissions)));
    }

    [Fact]
    public async Task A_month_whose_list_of_reports_was_lost_is_closed_all_the_same()
    {
        await CloseAsync();
        var release = (await Releases.InForceAsync(January, Cancellation))!;
        await _app.Storage.ReleaseBlobs.DeleteBlobAsync(ReleaseBlobs.NameOf(January, release.Fingerprint, 1, ReleaseFiles.SourcesName), cancellationToken: Cancellation);
        await AcceptAsync(Reports.Of("53.02", "2024-01", "IKU-2 12/30"));

        var made = await CloseAsync();

        Assert.Equal([January, February], made.Select(each => each.Month));
        Assert.All(await ChangesAsync(January, 2), change => Assert.Empty(change.Causes));
    }

    [Fact]
    public async Task A_release_stays_readable_after_the_next_one()
    {
        await AcceptAsync(Reports.Of("53.02", "2024-01", "IKU-2 12/30"));
        await CloseAsync();
        await AcceptAsync(Reports.Of("53.02", "2024-01", "IKU-2 15/30", "2024-03-12T00:00:00Z"));
        await CloseAsync();

        var first = await Releases.FindAsync(January, 1, Cancellation);
        var second = await Releases.InForceAsync(January, Cancellation);

        Assert.Equal(2, second!.Number);
        Assert.Equal(12m, (await Rows.ReadAsync(January, first!.Fingerprint, RegionCode.Parse("53.02"), Cancellation)).Single(row => row.Indicator.Value == "IKU-2").Numerator);
        Assert.Equal(15m, (await Rows.ReadAsync(January, second.Fingerprint, RegionCode.Parse("53.02"), Cancellation)).Single(row => row.Indicator.Value == "IKU-2").Numerator);
    }

    [Fact]
    public async Task A_release_says_who_is_missing()
    {
        await AcceptAsync(Reports.Of("53.02", "2024-01", "IKU-2 12/30"));

        var made = await CloseAsync();

        var january = made.Single(release => release.Month == January);
        Assert.Equal((1, 22), (january.ReportsReceived, january.ReportsDue));
        Assert.DoesNotContain("53.02-KAB", january.MissingReports);
        Assert.Contains("53.71-KAB", january.MissingReports);
    }

    [Fact]
    public async Task Eight_closings_at_once_make_one_release_of_each_month()
    {
        await AcceptAsync(Reports.Of("53.02", "2024-01", "IKU-2 12/30"));

        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(CloseAsync)));

        Assert.Equal([January, February], made.SelectMany(releases => releases).Select(release => release.Month).Order());
        Assert.Single(await Releases.AllAsync(January, Cancellation));
        Assert.Single(await Releases.AllAsync(February, Cancellation));
    }

    [Fact]
    public async Task A_closer_that_saw_older_reports_cannot_flip_over_a_newer_release()
    {
        await AcceptAsync(Reports.Of("53.02", "2024-01", "IKU-2 12/30"));
        var seen = await Releases.PointerAsync(January, Cancellation);
        await AcceptAsync(Reports.Of("53.02", "2024-01", "IKU-2 15/30", "2024-03-10T00:00:00Z"));
        await CloseAsync();
        var newer = (await Releases.InForceAsync(January, Cancellation))!;

        var flipped = await Releases.TryPutInForceAsync(seen, newer with { Number = 1, Fingerprint = "000000000000" }, Cancellation);

        Assert.False(flipped);
        Assert.Equal(newer.Fingerprint, (await Releases.InForceAsync(January, Cancellation))!.Fingerprint);
    }

    [Fact]
    public async Task After_downtime_all_months_that_closed_meanwhile_are_released_at_once()
    {
        await CloseAsync();
        _clock.AdjustTime(DateTimeOffset.Parse("2024-07-20T00:00:00Z", CultureInfo.InvariantCulture));

        var made = await CloseAsync();

        Assert.Equal(["2024-03", "2024-04", "2024-05", "2024-06"], made.Select(release => release.Month.ToString()));
    }

    [Fact]
    public async Task An_open_month_has_no_release()
    {
        await CloseAsync();

        Assert.Null(await Releases.InForceAsync(March, Cancellation));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{\"Laporan\":[{}]}")]
    [InlineData("{\"Laporan\":[null]}")]
    [InlineData("{\"Laporan\":{}}")]
    [InlineData("{\"Laporan\":[{\"Bulan\":\"2024-01\",\"KodeWilayah\":\"99.99.99\",\"PemegangData\":\"?\",\"LaporanMasuk\":\"x\",\"NamaBlob\":\"\"}]}")]
    [InlineData("{\"VersiBerkas\":99999999999999,\"Laporan\":[]}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("\0\uFFFF")]
    public async Task A_list_of_sources_that_cannot_be_read_does_not_keep_the_month_from_being_closed_anew(string content)
    {
        await AcceptAsync(Reports.Of("53.02", "2024-01", "IKU-2 12/30"));
        var first = Assert.Single(await CloseAsync(), release => release.Month == January);
        await _app.Storage.ReleaseBlobs.GetBlobClient(ReleaseBlobs.NameOf(January, first.Fingerprint, 1, Renstra.Transform.Releases.ReleaseFiles.SourcesName))
            .UploadAsync(new BinaryData(content), overwrite: true, Cancellation);
        await AcceptAsync(Reports.Of("53.02", "2024-01", "IKU-2 15/30", "2024-03-12T00:00:00Z"));

        await CloseAsync();

        Assert.Equal(2, (await Releases.InForceAsync(January, Cancellation))!.Number);
        Assert.NotEmpty(await ChangesAsync(January, 2));
    }

    private ReleaseStore Releases => _app.Services.GetRequiredService<ReleaseStore>();

    private ReleasedRowStore Rows => _app.Services.GetRequiredService<ReleasedRowStore>();

    private Task<IReadOnlyList<Release>> CloseAsync() => _app.CloseDueMonthsAsync();

    private async Task<IReadOnlyList<StoredChange>> ChangesAsync(ReportingMonth month, int number)
    {
        var release = await Releases.FindAsync(month, number, Cancellation);
        return await _app.Services.GetRequiredService<ReleaseChangeStore>().OfAsync(month, number, release!.Fingerprint, Cancellation);
    }

    private Task AcceptAsync(StoredReport report) => _app.AcceptAsync(report, Cancellation);

    private async Task<Renstra.Transform.Performance.PerformanceRow> RowAsync(ReportingMonth month, string region, string indicator)
    {
        var release = await Releases.InForceAsync(month, Cancellation);
        var rows = await Rows.ReadAsync(month, release!.Fingerprint, RegionCode.Parse(region), Cancellation);
        return rows.Single(row => row.Indicator.Value == indicator);
    }
}
