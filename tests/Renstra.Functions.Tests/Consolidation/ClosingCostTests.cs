using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Renstra.Functions.Reference;
using Renstra.Functions.Tests.Storage;
using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Tests.Consolidation;

/// <summary>Closing costs what there is to close, not what is kept.</summary>
public sealed class ClosingCostTests(AzuriteFixture azurite)
{
    private static readonly ReportingMonth November = ReportingMonth.Parse("2026-11");

    /// <summary>The first month that is reported: thirteen months and fifty-nine months back.</summary>
    private static readonly ReportingMonth[] FirstMonths = [November.AddMonths(-12), November.AddMonths(-58)];

    [Fact]
    public async Task A_run_with_nothing_to_close_takes_two_requests_however_many_months_are_kept()
    {
        foreach (var first in FirstMonths)
        {
            await using var closed = await ClosedSinceAsync(first);

            Assert.Equal(2, await closed.RequestsAsync());
        }
    }

    [Fact]
    public async Task One_more_month_takes_as_many_requests_after_sixty_months_as_after_thirteen()
    {
        var requests = new List<int>();
        foreach (var first in FirstMonths)
        {
            await using var closed = await ClosedSinceAsync(first);
            await closed.ReportAsync(November.AddMonths(1));
            requests.Add(await closed.RequestsAsync());
        }

        Assert.Equal(requests[0], requests[1]);
    }

    [Fact]
    public async Task A_revision_of_a_month_years_back_is_noticed()
    {
        await using var closed = await ClosedSinceAsync(FirstMonths[^1]);
        await closed.App.AcceptAsync(Reports.Of("53.02", "2024-02", "IKU-2 9/10", "2026-12-05T01:00:00Z"), TestContext.Current.CancellationToken);

        var made = await closed.CloseAsync();

        Assert.Equal(ReportingMonth.Range(ReportingMonth.Parse("2024-02"), ReportingMonth.Parse("2025-02")), made);
    }

    private async Task<ClosedMonths> ClosedSinceAsync(ReportingMonth first)
    {
        var closed = await ClosedMonths.OpenAsync(azurite, first);
        foreach (var month in ReportingMonth.Range(first, November))
        {
            await closed.ReportAsync(month);
        }

        await closed.CloseAsync();
        return closed;
    }

    private sealed class ClosedMonths(App app, FakeTimeProvider clock, StorageFaults requests) : IAsyncDisposable
    {
        private const string Settings = "pengaturan.csv";

        public App App => app;

        public static async Task<ClosedMonths> OpenAsync(AzuriteFixture azurite, ReportingMonth first)
        {
            var clock = new FakeTimeProvider(new DateTimeOffset(first.FirstDay, TimeOnly.MinValue, TimeSpan.Zero));
            var requests = new StorageFaults(_ => Fault.None);
            var app = await App.CreateAsync(azurite, clock, builder => requests.Install(builder, retries: 0));
            var settings = ReferenceFiles.Shipped[Settings].Replace("BulanPertama,2024-01", $"BulanPertama,{first}", StringComparison.Ordinal);
            await app.Storage.ReferenceBlobs.GetBlobClient(Settings).UploadAsync(new BinaryData(settings), TestContext.Current.CancellationToken);
            await app.Services.GetRequiredService<CurrentReference>().GetAsync(TestContext.Current.CancellationToken);
            return new ClosedMonths(app, clock, requests);
        }

        /// <summary>Hands in a report and lets time go on until its month has closed.</summary>
        public async Task ReportAsync(ReportingMonth month)
        {
            var next = month.AddMonths(1).FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture);
            await app.AcceptAsync(Reports.Of("53.02", month.ToString(), "IKU-2 1/2; IKU-3 3/4", $"{next}-05T01:00:00Z"), TestContext.Current.CancellationToken);
            clock.AdjustTime(DateTimeOffset.Parse($"{next}-10T22:00:00Z", CultureInfo.InvariantCulture));
        }

        public async Task<IEnumerable<ReportingMonth>> CloseAsync() =>
            (await app.CloseDueMonthsAsync()).Select(release => release.Month);

        public async Task<int> RequestsAsync()
        {
            // Whether the reference data have changed is looked up now and then, whatever there is to close.
            await app.Services.GetRequiredService<CurrentReference>().GetAsync(TestContext.Current.CancellationToken);
            var before = requests.Requests;
            await CloseAsync();
            return requests.Requests - before;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
