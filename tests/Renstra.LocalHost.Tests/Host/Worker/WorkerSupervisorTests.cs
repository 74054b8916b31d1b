using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.Time.Testing;
using Renstra.LocalHost.Host;
using Renstra.LocalHost.Host.Rpc;
using Renstra.LocalHost.Host.Worker;

namespace Renstra.LocalHost.Tests.Host.Worker;

public sealed class WorkerSupervisorTests
{
    private const string Folder = "/app";

    private static readonly TimeSpan LongEnough = TimeSpan.FromMilliseconds(Patience.Milliseconds);
    private static readonly TimerFunction Tick = new("Tick", "t", NCrontab.CrontabSchedule.Parse("* * * * *"));

    private readonly List<RpcLog> _logs = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task The_host_says_to_a_worker_what_the_genuine_host_was_recorded_to_say()
    {
        var script = new WorkerScript { Functions = RecordedConversation.Functions };
        await using (var supervisor = await StartAsync(script))
        {
            await supervisor.CurrentAsync(Cancellation);
        }

        var recorded = RecordedConversation.OfHost.Where(message => message.InvocationRequest is null && message.InvocationCancel is null);
        Assert.Equal(recorded.Select(Canonical).Order(StringComparer.Ordinal), script.Received.Select(Canonical).Order(StringComparer.Ordinal));
        Assert.Equal(recorded.Select(message => message.ContentCase), script.Received.Select(message => message.ContentCase));
    }

    [Fact]
    public void A_worker_is_started_with_the_arguments_of_the_genuine_host()
    {
        var recorded = RecordedConversation.Arguments;
        var (worker, request) = (recorded[5], recorded[7]);

        var arguments = new WorkerStart(new Uri(recorded[11]), worker, request).Arguments;

        Assert.Equal(recorded, arguments);
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task Every_function_is_loaded_and_called_by_the_id_that_the_worker_gives_it()
    {
        var script = new WorkerScript { Functions = RecordedConversation.Functions };
        await using var supervisor = await StartAsync(script);
        var worker = await supervisor.CurrentAsync(Cancellation);

        var result = await worker.InvokeAsync(Tick.Name, Call(), LongEnough, Cancellation);

        Assert.True(result.Succeeded);
        var call = Assert.Single(script.Calls);
        Assert.Equal("1211471304", call.FunctionId);
        Assert.NotNull(call.TraceContext);
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task A_function_that_fails_says_why()
    {
        var script = new WorkerScript { Functions = RecordedConversation.Functions, Answer = (_, _) => Task.FromResult<StatusResult?>(WorkerScript.Failure("boom")) };
        await using var supervisor = await StartAsync(script);

        var result = await (await supervisor.CurrentAsync(Cancellation)).InvokeAsync(Tick.Name, Call(), LongEnough, Cancellation);

        Assert.Equal("System.InvalidOperationException: boom", result.Failure);
        Assert.False(result.WorkerLost);
    }

    [Theory(Timeout = Patience.Milliseconds)]
    [InlineData(nameof(StreamingMessage.WorkerInitRequest))]
    [InlineData(nameof(StreamingMessage.FunctionsMetadataRequest))]
    [InlineData(nameof(StreamingMessage.FunctionLoadRequest))]
    public async Task A_worker_that_dies_while_it_starts_is_started_again(string moment)
    {
        var died = 0;
        var script = new WorkerScript
        {
            Functions = RecordedConversation.Functions,
            Before = (message, worker) =>
            {
                if (message.ContentCase.ToString() == moment && Interlocked.Exchange(ref died, 1) == 0)
                {
                    worker.Die("It ended with exit code 134. It was at it.");
                }
            },
        };
        await using var supervisor = await StartAsync(script);

        var worker = await supervisor.CurrentAsync(Cancellation);

        Assert.True((await worker.InvokeAsync(Tick.Name, Call(), LongEnough, Cancellation)).Succeeded);
        Assert.Equal(2, script.Workers.Count);
        Assert.NotEqual(script.Workers[0].Started.WorkerId, script.Workers[1].Started.WorkerId);
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task Calls_that_a_dying_worker_had_begun_fail_and_the_next_worker_takes_the_next_ones()
    {
        var script = new WorkerScript { Functions = RecordedConversation.Functions };
        script.Answer = (_, worker) =>
        {
            if (script.Workers.Count == 1)
            {
                worker.Die("It ended with exit code 134. Out of memory.");
                return Task.FromResult<StatusResult?>(null);
            }

            return Task.FromResult<StatusResult?>(WorkerScript.Success);
        };
        await using var supervisor = await StartAsync(script);
        var first = await supervisor.CurrentAsync(Cancellation);

        var lost = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => first.InvokeAsync(Tick.Name, Call(), LongEnough, Cancellation)));
        await script.UntilAsync(each => each.Workers.Count == 2, Cancellation);
        var after = await (await supervisor.CurrentAsync(Cancellation)).InvokeAsync(Tick.Name, Call(), LongEnough, Cancellation);
        Assert.All(lost, result => Assert.True(result.WorkerLost));
        Assert.True(after.Succeeded);
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task The_third_failure_within_half_an_hour_is_the_last_and_told_with_the_workers_last_words()
    {
        var script = new WorkerScript
        {
            Functions = RecordedConversation.Functions,
            Before = (message, worker) =>
            {
                if (message.ContentCase == StreamingMessage.ContentOneofCase.WorkerInitRequest)
                {
                    worker.Die("It ended with exit code 1. The setting RenstraStorage is missing.");
                }
            },
        };
        await using var supervisor = await StartAsync(script);

        var givenUp = await Assert.ThrowsAsync<WorkerGivenUpException>(() => supervisor.CurrentAsync(Cancellation));

        Assert.Equal(3, script.Workers.Count);
        Assert.EndsWith("It ended with exit code 1. The setting RenstraStorage is missing.", givenUp.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<WorkerGivenUpException>(() => supervisor.Broken);
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task Failures_that_lie_further_apart_than_half_an_hour_end_nothing()
    {
        var clock = new FakeTimeProvider();
        var script = new WorkerScript
        {
            Functions = RecordedConversation.Functions,
            Answer = (_, worker) =>
            {
                clock.Advance(TimeSpan.FromMinutes(16));
                worker.Die("It ended with exit code 134.");
                return Task.FromResult<StatusResult?>(null);
            },
        };
        await using var supervisor = await StartAsync(script, clock);

        for (var death = 0; death < 6; death++)
        {
            await script.UntilAsync(each => each.Workers.Count == death + 1, Cancellation);
            var current = await supervisor.CurrentAsync(Cancellation);
            Assert.True((await current.InvokeAsync(Tick.Name, Call(), LongEnough, Cancellation)).WorkerLost);
        }

        Assert.False(supervisor.Broken.IsCompleted);
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task A_call_that_takes_too_long_ends_the_worker_and_every_other_call_with_it()
    {
        var script = new WorkerScript { Functions = RecordedConversation.Functions, Answer = (_, _) => Task.FromResult<StatusResult?>(null) };
        await using var supervisor = await StartAsync(script);
        var worker = await supervisor.CurrentAsync(Cancellation);

        var other = worker.InvokeAsync(Tick.Name, Call(), LongEnough, Cancellation);
        var slow = await worker.InvokeAsync(Tick.Name, Call(), TimeSpan.FromMilliseconds(50), Cancellation);

        Assert.Contains("longer than 00:00:00.05", slow.Failure, StringComparison.Ordinal);
        Assert.True((await other).WorkerLost);
        Assert.True(script.Workers[0].WasKilled);
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task A_call_given_up_by_the_caller_is_told_to_the_worker_and_no_failure_of_the_function()
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var cancelled = new TaskCompletionSource<string>();
        var script = new WorkerScript
        {
            Functions = RecordedConversation.Functions,
            Before = (message, _) =>
            {
                if (message.InvocationCancel is { } cancel)
                {
                    cancelled.TrySetResult(cancel.InvocationId);
                }
            },
            Answer = async (_, _) =>
            {
                await giveUp.CancelAsync();
                return null;
            },
        };
        await using var supervisor = await StartAsync(script);
        var worker = await supervisor.CurrentAsync(Cancellation);
        var call = Call();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => worker.InvokeAsync(Tick.Name, call, LongEnough, giveUp.Token));

        Assert.Equal(call.InvocationId, await cancelled.Task);
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task On_stopping_the_worker_is_asked_to_end_and_not_killed()
    {
        var script = new WorkerScript { Functions = RecordedConversation.Functions };
        var supervisor = await StartAsync(script);
        await supervisor.CurrentAsync(Cancellation);

        await supervisor.DisposeAsync();

        Assert.Equal(TimeSpan.FromSeconds(5), script.Received[^1].WorkerTerminate.GracePeriod.ToTimeSpan());
        Assert.Equal("It ended with exit code 0. It was asked to.", await script.Workers.Single().Ended);
        await Assert.ThrowsAsync<WorkerGivenUpException>(() => supervisor.CurrentAsync(Cancellation));
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task A_stranger_who_connects_is_turned_away()
    {
        var channel = new WorkerChannel(Guid.NewGuid().ToString(), _ => { });
        await using var server = await RpcServer.StartAsync(Cancellation);
        server.Expect(channel);
        using var grpc = GrpcChannel.ForAddress(server.Address);
        using var call = new FunctionRpc.FunctionRpcClient(grpc).EventStream(cancellationToken: Cancellation);

        await call.RequestStream.WriteAsync(new StreamingMessage { StartStream = new StartStream { WorkerId = Guid.NewGuid().ToString() } }, Cancellation);

        var refusal = await Assert.ThrowsAsync<Grpc.Core.RpcException>(() => call.ResponseStream.MoveNext(Cancellation));
        Assert.Equal(StatusCode.PermissionDenied, refusal.StatusCode);
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task What_the_worker_logs_is_passed_on()
    {
        var script = new WorkerScript
        {
            Functions = RecordedConversation.Functions,
            Answer = async (_, worker) =>
            {
                await worker.SayAsync(new StreamingMessage { RpcLog = new RpcLog { Level = RpcLog.Types.Level.Warning, Message = "disk penuh" } });
                return WorkerScript.Success;
            },
        };
        await using var supervisor = await StartAsync(script);

        await (await supervisor.CurrentAsync(Cancellation)).InvokeAsync(Tick.Name, Call(), LongEnough, Cancellation);

        Assert.Equal("disk penuh", Assert.Single(_logs).Message);
    }

    private static InvocationRequest Call() => FunctionCall.ForTimer(Tick, TimerStatus.NeverRun(DateTimeOffset.UnixEpoch), isPastDue: false, DateTimeOffset.UnixEpoch).ToRequest();

    private static string Canonical(StreamingMessage message)
    {
        var plain = message.Clone();
        plain.RequestId = "";
        return plain.ToString();
    }

    private Task<WorkerSupervisor> StartAsync(WorkerScript script, TimeProvider? clock = null) =>
        WorkerSupervisor.StartAsync(Folder, script.Start, _logs.Add, clock ?? TimeProvider.System, Cancellation);
}
