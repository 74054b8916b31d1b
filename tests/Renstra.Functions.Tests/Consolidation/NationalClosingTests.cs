using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Renstra.Benchmarks;
using Renstra.Functions.Consolidation;
using Renstra.Functions.Storage;
using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;
using Renstra.Transform.Releases;

namespace Renstra.Functions.Tests.Consolidation;

/// <summary>A month of 514 regions and 25 indicators closes like one of 22 and seven, whatever a row of Table Storage holds at most.</summary>
public sealed class NationalClosingTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly ReportingMonth January = ReportingMonth.Parse("2024-01");
    private static readonly ReferenceData Country = NationalRollOut.Reference();

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.Parse("2024-02-11T22:00:00Z", CultureInfo.InvariantCulture));
    private App _app = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ReleaseStore Releases => _app.Services.GetRequiredService<ReleaseStore>();

    public async ValueTask InitializeAsync()
    {
        _app = await App.CreateAsync(azurite, _clock);
        var files = NationalRollOut.Files();
        foreach (var name in files.Names.Where(name => files[name] != ReferenceFiles.Shipped[name]))
        {
            await _app.Storage.ReferenceBlobs.GetBlobClient(name).UploadAsync(BinaryData.FromString(files[name]), Cancellation);
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task With_nobody_reporting_and_again_once_everybody_has()
    {
        var nobody = Assert.Single(await CloseAsync());
        foreach (var batch in Country.Regions.Reporting.Chunk(32))
        {
            await Task.WhenAll(batch.Select(region => _app.AcceptAsync(ReportOf(region.Code.Value), Cancellation)));
        }

        var everybody = Assert.Single(await CloseAsync());

        Assert.Equal((0, 514, 514), (nobody.ReportsReceived, nobody.ReportsDue, nobody.MissingReports.Count));
        Assert.Equal((514, 514, 0), (everybody.ReportsReceived, everybody.ReportsDue, everybody.MissingReports.Count));
        Assert.Equal(514, (await ProvinceRowAsync(nobody)).MissingRegions.Count);
        Assert.Equal((514m, 1028m, 50.00m), await ProvinceRowAsync(everybody) is var row ? (row.Numerator, row.Denominator, row.Realisation) : default);

        // The two that the statistics office counts were not reported either time.
        Assert.Equal(
            (await Rows.ReadAsync(January, everybody.Fingerprint, region: null, Cancellation)).Count(each => !Country.Indicators[each.Indicator].IsYearly),
            (await _app.Services.GetRequiredService<ReleaseChangeStore>().OfAsync(January, 2, everybody.Fingerprint, Cancellation)).Count);
        foreach (var release in new[] { nobody, everybody })
        {
            Assert.NotNull(await _app.Services.GetRequiredService<ReleaseBlobs>().FindAsync(release, ReleaseFiles.WorkbookName(January, release.Number), Cancellation));
        }
    }

    private ReleasedRowStore Rows => _app.Services.GetRequiredService<ReleasedRowStore>();

    private async Task<PerformanceRow> ProvinceRowAsync(Release release) =>
        (await Rows.ReadAsync(January, release.Fingerprint, Country.Regions.Province.Code, Cancellation)).Single(row => row.Indicator.Value == "IKU-25");

    private static StoredReport ReportOf(string region) =>
        Reports.Of(region, January.ToString(), string.Join("; ", Enumerable.Range(1, 25).Select(number => FormattableString.Invariant($"IKU-{number} 1/2"))));

    private Task<IReadOnlyList<Release>> CloseAsync() => _app.CloseDueMonthsAsync();
}
