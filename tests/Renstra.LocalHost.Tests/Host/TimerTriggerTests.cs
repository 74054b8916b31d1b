using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Renstra.LocalHost.Host.Rpc;
using Renstra.LocalHost.Tests.Host.Worker;
using Renstra.Testing;
using Renstra.Testing.Azurite;

namespace Renstra.LocalHost.Tests.Host;

public sealed class TimerTriggerTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Noon = new(2024, 2, 10, 12, 0, 30, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_timer_run_on_demand_gets_what_the_host_was_seen_to_send()
    {
        var clock = new FakeTimeProvider(Noon);
        await using var app = await StartAsync(await azurite.NewAccountAsync(Cancellation), clock);

        var first = await app.Host.FireAsync("CollectSharedFolder", Cancellation);
        clock.Advance(TimeSpan.FromMinutes(10));
        var second = await app.Host.FireAsync("CollectSharedFolder", Cancellation);

        Assert.True(first.Succeeded && second.Succeeded);
        Assert.Equal(2, app.Host.Journal.Succeeded("CollectSharedFolder"));
        Assert.Equal(["id of CollectSharedFolder", "id of CollectSharedFolder"], app.Worker.Calls.Select(call => call.FunctionId));
        var recorded = Timer(RecordedConversation.CallOf("Tick")).AsObject();
        var (never, again) = (app.Worker.Calls[0], app.Worker.Calls[1]);
        Assert.Equal(Members(recorded), Members(Timer(never).AsObject()));
        Assert.Equal(Members(recorded), Members(Timer(again).AsObject()));
        Assert.Equal(("0001-01-01T00:00:00+00:00", "2024-02-10T12:05:00+00:00"), LastAndNext(never));
        Assert.Equal(("2024-02-10T12:00:30+00:00", "2024-02-10T12:05:00+00:00"), LastAndNext(again));
        Assert.False(Timer(again)["IsPastDue"]!.GetValue<bool>());
        Assert.Equal("02/10/2024 12:10:30", again.TriggerMetadata["TimerTrigger"].String);
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task Timers_are_silent_until_started_and_then_run_when_due()
    {
        var clock = new FakeTimeProvider(Noon);
        await using var app = await StartAsync(await azurite.NewAccountAsync(Cancellation), clock);
        clock.Advance(TimeSpan.FromHours(1));
        var before = app.Worker.Calls.Count;

        app.Host.StartTimers();
        for (var call = 1; call <= 2; call++)
        {
            clock.Advance(TimeSpan.FromMinutes(5));
            await app.Worker.UntilAsync(worker => worker.Calls.Count == call, Cancellation);
        }

        Assert.Equal(0, before);
        var calls = app.Worker.Calls;
        Assert.All(calls, call => Assert.Equal("id of CollectSharedFolder", call.FunctionId));
        Assert.All(calls, call => Assert.False(Timer(call)["IsPastDue"]!.GetValue<bool>()));
        Assert.All(calls, call => Assert.True(CalledAt(call) >= DueAt(call)));
        Assert.Equal(0, DueAt(calls[1]).Minute % 5);
        Assert.True(DueAt(calls[1]) > DueAt(calls[0]));
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task A_time_missed_while_no_host_was_running_is_made_up_for_at_once_and_marked()
    {
        using var kept = new TemporaryFolder();
        var storage = await azurite.NewAccountAsync(Cancellation);
        var clock = new FakeTimeProvider(Noon);
        await using (var earlier = await StartAsync(storage, clock, kept.Path))
        {
            await earlier.Host.FireAsync("ConsolidateMonth", Cancellation);
        }

        clock.Advance(TimeSpan.FromHours(48));
        await using var later = await StartAsync(storage, clock, kept.Path);
        later.Host.StartTimers();
        await later.Worker.UntilAsync(worker => worker.Calls.Count == 1, Cancellation);

        var call = Assert.Single(later.Worker.Calls);
        Assert.Equal("id of ConsolidateMonth", call.FunctionId);
        Assert.True(Timer(call)["IsPastDue"]!.GetValue<bool>());
        Assert.Equal(("2024-02-10T12:00:30+00:00", "2024-02-10T22:00:00+00:00"), LastAndNext(call));
    }

    [Fact]
    public async Task One_timer_never_runs_twice_at_once()
    {
        var inFlight = 0;
        var overlapped = false;
        await using var app = await StartAsync(await azurite.NewAccountAsync(Cancellation), TimeProvider.System);
        app.Worker.Answer = async (_, _) =>
        {
            overlapped |= Interlocked.Increment(ref inFlight) > 1;
            await Task.Yield();
            Interlocked.Decrement(ref inFlight);
            return WorkerScript.Success;
        };

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.Host.FireAsync("CollectSharedFolder", Cancellation)));

        Assert.Equal(8, app.Worker.Calls.Count);
        Assert.False(overlapped);
    }

    [Fact]
    public async Task A_timer_that_fails_is_reported_and_waits_for_its_next_time()
    {
        var clock = new FakeTimeProvider(Noon);
        await using var app = await StartAsync(await azurite.NewAccountAsync(Cancellation), clock);
        app.Worker.Answer = (_, _) => Task.FromResult<StatusResult?>(WorkerScript.Failure("rusak"));

        var result = await app.Host.FireAsync("CollectSharedFolder", Cancellation);

        Assert.Equal("System.InvalidOperationException: rusak", result.Failure);
        Assert.Single(app.Worker.Calls);
        Assert.Equal((1, 1), (app.Host.Journal.FailedAttempts, app.Host.Journal.GivenUp));
        var failure = Assert.Single(app.Host.Journal.LastFailures);
        Assert.Equal(("CollectSharedFolder", "2024-02-10 12:00:30Z", true), (failure.Function, failure.Subject, failure.GivenUp));
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task A_run_on_demand_whose_worker_dies_is_made_again_by_the_next()
    {
        await using var app = await StartAsync(await azurite.NewAccountAsync(Cancellation), TimeProvider.System);
        app.Worker.Answer = (_, worker) =>
        {
            if (app.Worker.Workers.Count > 1)
            {
                return Task.FromResult<StatusResult?>(WorkerScript.Success);
            }

            worker.Die("It ended with exit code 134.");
            return Task.FromResult<StatusResult?>(null);
        };

        var result = await app.Host.FireAsync("ConsolidateMonth", Cancellation);

        Assert.True(result.Succeeded);
        Assert.Equal((1, 1, 0), (app.Host.Journal.Succeeded("ConsolidateMonth"), app.Host.Journal.FailedAttempts, app.Host.Journal.GivenUp));
    }

    [Fact]
    public async Task A_timer_that_the_app_does_not_have_is_refused()
    {
        await using var app = await StartAsync(await azurite.NewAccountAsync(Cancellation), TimeProvider.System);

        await Assert.ThrowsAsync<ArgumentException>(() => app.Host.FireAsync("IngestSubmission", Cancellation));
    }

    private static Task<HostedApp> StartAsync(TestStorage storage, TimeProvider clock, string? kept = null) =>
        HostedApp.StartAsync(storage, Cancellation, options => options with { Clock = clock, StateFolder = kept });

    private static JsonNode Timer(InvocationRequest call) => JsonNode.Parse(call.InputData.Single().Data.Json)!;

    private static (string Last, string Next) LastAndNext(InvocationRequest call) =>
        (Timer(call)["ScheduleStatus"]!["Last"]!.GetValue<string>(), Timer(call)["ScheduleStatus"]!["Next"]!.GetValue<string>());

    private static DateTimeOffset DueAt(InvocationRequest call) => Instant(LastAndNext(call).Next);

    private static DateTimeOffset CalledAt(InvocationRequest call) => DateTimeOffset.ParseExact(
        call.TriggerMetadata["TimerTrigger"].String, "MM/dd/yyyy HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Members(JsonObject node) =>
    [
        .. node.SelectMany(member => member.Value is JsonObject inner
            ? Members(inner).Select(name => $"{member.Key}.{name}")
            : [member.Key]),
    ];
}
