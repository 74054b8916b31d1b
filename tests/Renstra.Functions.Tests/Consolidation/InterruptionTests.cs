using System.Globalization;
using Azure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Renstra.Functions.Consolidation;
using Renstra.Functions.Storage;
using Renstra.Functions.Tests.Storage;
using Renstra.Functions.Withdrawals;
using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;

namespace Renstra.Functions.Tests.Consolidation;

/// <summary>Closing may be stopped between any two requests to storage, or in the middle of one. The next run ends as if nothing had happened.</summary>
public sealed class InterruptionTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2024-03-12T22:00:00Z", CultureInfo.InvariantCulture);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Fault.Lost)]
    [InlineData(Fault.AnswerLost)]
    internal async Task Stopped_at_any_request_the_next_run_finishes_it(Fault fault)
    {
        var (expected, requests) = await UninterruptedAsync();
        Assert.InRange(requests, 15, 60);

        for (var last = 0; last < requests; last++)
        {
            var stopAt = int.MaxValue;
            StorageFaults faults = null!;
            faults = new StorageFaults(request => request > stopAt ? Fault.Lost : request == stopAt ? fault : Fault.None);
            await using var app = await App.CreateAsync(azurite, new FakeTimeProvider(Now), builder => faults.Install(builder, retries: 0));
            await PrepareAsync(app);
            stopAt = faults.Requests + last + 1;

            await Assert.ThrowsAnyAsync<Exception>(() => CloseAsync(app));
            await using var restarted = App.On(app.Account, new FakeTimeProvider(Now));
            await CloseAsync(restarted);

            Assert.Equal(expected, await StoredState.ReadAsync(app, Cancellation));
        }
    }

    [Fact]
    public async Task Of_several_months_after_downtime_those_before_the_one_that_fails_stand_and_the_next_run_releases_the_others()
    {
        var isBroken = false;
        StorageFaults faults = null!;
        faults = new StorageFaults(_ => isBroken ? Fault.Busy : Fault.None);
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2024-07-20T00:00:00Z", CultureInfo.InvariantCulture));
        await using var app = await App.CreateAsync(azurite, clock, builder =>
        {
            faults.Install(builder, retries: 5);
            builder.Services.AddSingleton<ILogger<Consolidator>>(new Watching(message => isBroken |= message.StartsWith("Released 2024-03,", StringComparison.Ordinal)));
        });
        foreach (var month in new[] { "2024-01", "2024-03", "2024-06" })
        {
            await app.AcceptAsync(Reports.Of("53.02", month, "IKU-2 12/30"), Cancellation);
        }

        // Any other failure, as of a machine too busy to answer, would leave the fault for the run that is to pass.
        var failure = await Assert.ThrowsAsync<AggregateException>(() => CloseAsync(app));
        Assert.True(isBroken, $"The run failed before March was released: {failure}");
        Assert.Equal([503, 503, 503], failure.InnerExceptions.Cast<RequestFailedException>().Select(each => each.Status));
        isBroken = false;
        var after = await InForceAsync(app);
        await CloseAsync(app);

        Assert.Equal(["2024-01 1", "2024-02 1", "2024-03 1"], after);
        Assert.Equal(["2024-01 1", "2024-02 1", "2024-03 1", "2024-04 1", "2024-05 1", "2024-06 1"], await InForceAsync(app));
    }

    [Fact]
    public async Task A_month_that_cannot_be_released_keeps_no_other_from_being_released_nor_the_sweep_from_its_work()
    {
        // The files of February cannot be written, for a reason that is no trouble of storage.
        var isBroken = true;
        var faults = new StorageFaults((_, request) =>
            isBroken && request.Uri.ToString().Contains("/penetapan/2024-02/", StringComparison.Ordinal) ? throw new InvalidOperationException("A bug.") : Fault.None);
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2024-04-15T00:00:00Z", CultureInfo.InvariantCulture));
        await using var app = await App.CreateAsync(azurite, clock, builder => faults.Install(builder, retries: 0));
        await app.AcceptAsync(Reports.Of("53.02", "2024-01", "IKU-2 12/30"), Cancellation);
        var function = app.Services.GetRequiredService<ConsolidateMonth>();
        var orphan = app.Storage.ReleaseBlobs.GetBlobClient("2024-01/000000000000/0001/realisasi.csv");
        await orphan.UploadAsync(new BinaryData("yatim"), Cancellation);
        clock.AdjustTime(NextSweepOf(2024, TimeProvider.System.GetUtcNow().AddDays(2)));

        var failure = await Assert.ThrowsAsync<AggregateException>(() => function.RunAsync(Cancellation));
        var released = await InForceAsync(app);
        isBroken = false;
        await function.RunAsync(Cancellation);

        Assert.Equal("A bug.", Assert.Single(failure.InnerExceptions).Message);
        Assert.DoesNotContain("2024-02 1", released);
        Assert.Contains("2024-03 1", released);
        Assert.False(await orphan.ExistsAsync(Cancellation));
        Assert.Contains("2024-02 1", await InForceAsync(app));
    }

    [Fact]
    public async Task While_withdrawals_cannot_take_effect_nothing_is_released()
    {
        await using var app = await App.CreateAsync(azurite, new FakeTimeProvider(Now));
        await app.Storage.ReferenceBlobs.GetBlobClient(WithdrawalRecord.BlobName).UploadAsync(new BinaryData("rusak"), Cancellation);

        await Assert.ThrowsAsync<System.Text.Json.JsonException>(() => app.Services.GetRequiredService<ConsolidateMonth>().RunAsync(Cancellation));

        Assert.Empty(await InForceAsync(app));
    }

    /// <summary>The next 06.00 WITA at which the orphans of a year are swept.</summary>
    private static DateTimeOffset NextSweepOf(int year, DateTimeOffset after)
    {
        var day = DateOnly.FromDateTime(after.UtcDateTime).AddDays(1);
        while (OrphanSweep.YearOf(day, firstYear: 2024) != year)
        {
            day = day.AddDays(1);
        }

        return Wita.At(day, new TimeOnly(6, 0));
    }

    private static async Task<IEnumerable<string>> InForceAsync(App app) =>
        (await app.Services.GetRequiredService<ReleaseStore>().InForceAsync(ReportingMonth.Parse("2024-01"), ReportingMonth.Parse("2024-12"), Cancellation))
        .Select(release => FormattableString.Invariant($"{release.Month} {release.Number}"));

    private async Task<(string State, int Requests)> UninterruptedAsync()
    {
        var faults = new StorageFaults(_ => Fault.None);
        await using var app = await App.CreateAsync(azurite, new FakeTimeProvider(Now), builder => faults.Install(builder, retries: 0));
        await PrepareAsync(app);
        var before = faults.Requests;
        await CloseAsync(app);
        return (await StoredState.ReadAsync(app, Cancellation), faults.Requests - before);
    }

    /// <summary>Two released months, and a revision of the first that changes both.</summary>
    private static async Task PrepareAsync(App app)
    {
        await app.AcceptAsync(Reports.Of("53.02", "2024-01", "IKU-2 12/30"), Cancellation);
        await app.AcceptAsync(Reports.Of("53.02", "2024-02", "IKU-2 5/10", "2024-03-05T01:00:00Z"), Cancellation);
        await CloseAsync(app);
        await app.AcceptAsync(Reports.Of("53.02", "2024-01", "IKU-2 15/30", "2024-03-12T00:00:00Z"), Cancellation);
    }

    private static Task CloseAsync(App app) => app.CloseDueMonthsAsync();

    /// <summary>A log that tells how far a run has come.</summary>
    private sealed class Watching(Action<string> seen) : ILogger<Consolidator>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => seen(formatter(state, exception));
    }
}
