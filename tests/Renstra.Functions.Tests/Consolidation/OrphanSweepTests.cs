using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Renstra.Functions.Consolidation;
using Renstra.Functions.Storage;
using Renstra.Functions.Tests.Storage;
using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;
using Renstra.Transform.Releases;

namespace Renstra.Functions.Tests.Consolidation;

public sealed class OrphanSweepTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Orphan = "000000000000";

    /// <summary>Rows, changes and files are listed first.</summary>
    private const int RequestsBeforeReleasesAreRead = 4;

    private static readonly ReportingMonth January = ReportingMonth.Parse("2024-01");

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.Parse("2024-03-11T22:00:00Z", CultureInfo.InvariantCulture));
    private App _app = null!;
    private string _released = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await App.CreateAsync(azurite, _clock);
        await _app.AcceptAsync(Reports.Of("53.02", "2024-01", "IKU-2 12/30"), Cancellation);
        await CloseAsync();
        await _app.AcceptAsync(Reports.Of("53.02", "2024-01", "IKU-2 15/30", "2024-03-11T00:00:00Z"), Cancellation);
        await CloseAsync();
        _released = await StoredState.ReadAsync(_app, Cancellation);
        await PrepareOrphanAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task What_no_release_names_is_swept_once_it_is_old_and_releases_stay_whole()
    {
        await SweepAfterAsync(TimeSpan.FromHours(25));

        Assert.Equal(_released, await StoredState.ReadAsync(_app, Cancellation));
    }

    [Fact]
    public async Task What_is_young_may_be_a_closers_at_work_and_stays()
    {
        var before = await StoredState.ReadAsync(_app, Cancellation);

        await SweepAfterAsync(TimeSpan.FromHours(23));

        Assert.NotEqual(_released, before);
        Assert.Equal(before, await StoredState.ReadAsync(_app, Cancellation));
    }

    [Fact]
    public async Task What_a_closer_has_written_again_since_it_was_seen_stays()
    {
        // The closer comes between the look at what is old and the deletion: at the request that reads the releases.
        var requests = 0;
        var faults = new StorageFaults(_ =>
        {
            if (++requests == RequestsBeforeReleasesAreRead)
            {
                Task.Run(PrepareOrphanAsync).GetAwaiter().GetResult();
            }

            return Fault.None;
        });
        var before = await StoredState.ReadAsync(_app, Cancellation);
        await using var sweeper = App.On(_app.Account, ClockAfter(TimeSpan.FromHours(25)), builder => faults.Install(builder, retries: 0));

        await sweeper.Services.GetRequiredService<OrphanSweep>().SweepAsync(January.Year, Cancellation);

        Assert.Equal(before, await StoredState.ReadAsync(_app, Cancellation));
    }

    [Fact]
    public void Every_year_has_its_turn_on_a_Monday_and_no_year_on_other_days()
    {
        var days = Enumerable.Range(0, 28).Select(new DateOnly(2027, 3, 1).AddDays).ToList();

        var years = days.Select(day => OrphanSweep.YearOf(day, 2024)).ToList();

        Assert.Equal([2024, 2025, 2026, 2027], years.OfType<int>().Order());
        Assert.All(days.Zip(years), day => Assert.Equal(day.First.DayOfWeek == DayOfWeek.Monday, day.Second is not null));
    }

    private async Task PrepareOrphanAsync()
    {
        var rows = _app.Services.GetRequiredService<ReleasedRowStore>();
        var changes = _app.Services.GetRequiredService<ReleaseChangeStore>();
        var release = (await _app.Services.GetRequiredService<ReleaseStore>().InForceAsync(January, Cancellation))!;
        await rows.WriteAsync(January, Orphan, await rows.ReadAsync(January, release.Fingerprint, region: null, Cancellation), Cancellation);
        var changed = await changes.OfAsync(January, release.Number, release.Fingerprint, Cancellation);
        await changes.WriteAsync(changed.Select(change => change with { Number = 3 }), Cancellation);
        var content = await _app.Services.GetRequiredService<PastReleases>().ReadAsync(release, [], Cancellation);
        await _app.Services.GetRequiredService<ReleaseBlobs>().WriteAsync(content with { Number = 3 }, [new ReleaseFile("x.csv", "text/csv", new byte[] { 1 })], Cancellation);
    }

    private async Task SweepAfterAsync(TimeSpan age)
    {
        await using var sweeper = App.On(_app.Account, ClockAfter(age));
        await sweeper.Services.GetRequiredService<OrphanSweep>().SweepAsync(January.Year, Cancellation);
    }

    /// <summary>Rows and files bear the time of the storage account, which is the machine's: the sweeper's clock goes on from it.</summary>
    private static FakeTimeProvider ClockAfter(TimeSpan age) => new(TimeProvider.System.GetUtcNow() + age);

    private Task CloseAsync() => _app.CloseDueMonthsAsync();
}
