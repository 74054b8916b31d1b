using System.Net;
using System.Threading.Channels;
using Renstra.Testing;
using Renstra.Testing.Azurite;

namespace Renstra.LocalHost.Tests.Host;

/// <summary>How many requests the host passes on at once, as <c>host.json</c> bounds them.</summary>
public sealed class RequestBoundsTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task One_more_than_may_be_outstanding_is_an_empty_429_at_once_and_who_waits_is_served_in_turn()
    {
        using var folder = Folder(",\"maxOutstandingRequests\":2,\"maxConcurrentRequests\":1");
        await using var app = await StartAsync(folder);
        var held = new HeldAnswers(app);
        using var client = new HttpClient { BaseAddress = app.Host.Address };
        var first = client.GetAsync("odata/Wilayah", Cancellation);
        var letFirstGo = await held.NextAsync();
        var others = new List<Task<HttpResponseMessage>> { client.GetAsync("odata/Target", Cancellation), client.GetAsync("odata/Target", Cancellation) };

        var refusal = await Task.WhenAny(others);
        using var refused = await refusal;
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Empty(await refused.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Single(app.Worker.Calls);

        letFirstGo.SetResult();
        (await held.NextAsync()).SetResult();
        using var served = await first;
        others.Remove(refusal);
        using var servedInTurn = await others.Single();
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (served.StatusCode, servedInTurn.StatusCode));
        Assert.Equal(2, app.Worker.Calls.Count);
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task Who_leaves_makes_room()
    {
        using var folder = Folder(",\"maxOutstandingRequests\":1");
        await using var app = await StartAsync(folder);
        var held = new HeldAnswers(app);
        using var client = new HttpClient { BaseAddress = app.Host.Address };
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var first = client.GetAsync("odata/Wilayah", leaving.Token);
        await held.NextAsync();
        using (var refused = await client.GetAsync("odata/Wilayah", Cancellation))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        }

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        held.LetGo();

        // The host hears of it a moment later.
        for (var answered = HttpStatusCode.TooManyRequests; answered != HttpStatusCode.OK;)
        {
            using var response = await client.GetAsync("odata/Wilayah", Cancellation);
            answered = response.StatusCode;
        }
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task Where_host_json_says_nothing_all_are_passed_on_together()
    {
        using var folder = Folder("");
        await using var app = await StartAsync(folder);
        var held = new HeldAnswers(app);
        using var client = new HttpClient { BaseAddress = app.Host.Address };

        var asking = Enumerable.Range(0, 20).Select(_ => client.GetAsync("odata/Wilayah", Cancellation)).ToList();
        var arrived = new List<TaskCompletionSource>();
        while (arrived.Count < asking.Count)
        {
            arrived.Add(await held.NextAsync());
        }

        arrived.ForEach(letGo => letGo.SetResult());
        Assert.All(await Task.WhenAll(asking), response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
    }

    private static TemporaryFolder Folder(string bounds)
    {
        var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "host.json"), "{\"version\":\"2.0\",\"extensions\":{\"http\":{\"routePrefix\":\"\"" + bounds + "}}}");
        return folder;
    }

    private async Task<HostedApp> StartAsync(TemporaryFolder folder) =>
        await HostedApp.StartAsync(await azurite.NewAccountAsync(Cancellation), Cancellation, options => options with { AppFolder = folder.Path });

    /// <summary>Answers that the worker keeps back until they are let go.</summary>
    private sealed class HeldAnswers
    {
        private readonly Channel<TaskCompletionSource> _held = Channel.CreateUnbounded<TaskCompletionSource>();
        private volatile bool _letsGo;

        public HeldAnswers(HostedApp app) => app.Http.Answer = async (_, response) =>
        {
            var letGo = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _held.Writer.TryWrite(letGo);
            if (!_letsGo)
            {
                await letGo.Task;
            }

            await RecordingHandler.AnswerAsync(response, 200, "application/json", "{}");
        };

        /// <summary>What lets the next one go that has arrived at the worker.</summary>
        public async Task<TaskCompletionSource> NextAsync() => await _held.Reader.ReadAsync(Cancellation);

        /// <summary>From now on nothing is held.</summary>
        public void LetGo() => _letsGo = true;
    }
}
