using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Options;
using Renstra.Functions.Feed;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Feed;

/// <summary>What is asked for at once, and read slowly, stays bounded, and others are served meanwhile.</summary>
public sealed class AnswerSlotsTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_comes_when_too_many_wait_is_told_to_come_back_and_reference_data_are_served_all_the_same()
    {
        var storage = new HeldStorage();
        await using var feed = await FeedApp.StartAsync(
            azurite,
            settings =>
            {
                settings["Renstra:Feed:MostAtOnce"] = "1";
                settings["Renstra:Feed:MostWaiting"] = "0";
            },
            fault: storage);
        await feed.JsonAsync("Wilayah");
        storage.Hold();
        var first = feed.JsonAsync("Laporan");
        await storage.Held;

        using var refused = await feed.SendAsync("LaporanMasuk");
        var regions = await feed.RowsAsync("Wilayah?$top=5");
        storage.LetGo();

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(5), refused.Headers.RetryAfter!.Delta);
        Assert.Contains("SedangSibuk", await refused.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(5, regions.Count);
        Assert.Empty((await first).GetProperty("value").EnumerateArray());
        Assert.Empty(await feed.RowsAsync("LaporanMasuk"));
    }

    [Fact]
    public async Task Ten_thousand_who_come_at_once_take_turns()
    {
        using var slots = Slots(atOnce: 8, waiting: 20_000);
        var (inside, most) = (0, 0);

        await Task.WhenAll(Enumerable.Range(0, 10_000).Select(async _ =>
        {
            using var slot = await slots.EnterAsync(Cancellation);
            InterlockedMax(ref most, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        }));

        Assert.InRange(most, 1, 8);
    }

    [Fact]
    public async Task Who_leaves_while_waiting_takes_no_turn()
    {
        using var slots = Slots(atOnce: 1, waiting: 1);
        using var leaving = new CancellationTokenSource();
        var first = await slots.EnterAsync(Cancellation);
        var second = slots.EnterAsync(leaving.Token);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);

        var third = slots.EnterAsync(Cancellation);
        Assert.False(third.IsCompleted);
        first.Dispose();

        (await third).Dispose();
        (await slots.EnterAsync(Cancellation)).Dispose();
    }

    [Fact]
    public async Task Answers_that_are_read_slowly_hold_new_ones_up_once_they_are_too_many_bytes()
    {
        using var slots = Slots(atOnce: 1, waiting: 10, unsent: 100);
        var small = await slots.EnterAsync(Cancellation);
        small.Made(100);
        var large = await slots.EnterAsync(Cancellation);
        large.Made(1);

        var next = slots.EnterAsync(Cancellation);
        Assert.False(next.IsCompleted);
        large.Dispose();
        (await next).Dispose();
        small.Dispose();

        var free = await slots.EnterAsync(Cancellation);
        free.Made(100);
        Assert.True(slots.EnterAsync(Cancellation).IsCompletedSuccessfully);
    }

    private static AnswerSlots Slots(int atOnce, int waiting, long unsent = long.MaxValue) =>
        new(Options.Create(new FeedOptions { MostAtOnce = atOnce, MostWaiting = waiting, UnsentBytes = unsent }));

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }

    /// <summary>Storage that answers when it is let go.</summary>
    private sealed class HeldStorage : HttpPipelinePolicy
    {
        private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TaskCompletionSource? _letGo;

        public Task Held => _held.Task;

        public void Hold() => _letGo = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        public void LetGo() => _letGo!.SetResult();

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            throw new NotSupportedException("The app never blocks on storage.");

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (_letGo is { } waiting)
            {
                _held.TrySetResult();
                await waiting.Task;
            }

            await ProcessNextAsync(message, pipeline);
        }
    }
}
