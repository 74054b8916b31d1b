using System.Text;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Renstra.LocalHost.Host;
using Renstra.Testing;
using Renstra.Testing.Azurite;

namespace Renstra.LocalHost.Tests.Host;

public sealed class BlobTriggerTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_blob_is_delivered_once()
    {
        await using var app = await HostedApp.StartAsync(await azurite.NewAccountAsync(Cancellation), Cancellation);
        await app.UploadAsync("53.02/a.xlsx", "isi berkas", Cancellation);

        await app.Host.WaitUntilIdleAsync(Cancellation);
        await app.Host.WaitUntilIdleAsync(Cancellation);

        var request = Assert.Single(app.Handler.Requests);
        Assert.Equal(("POST", "/IngestSubmission"), (request.Method, request.Target));
        Assert.Equal("isi berkas", Content(request));
        Assert.Equal(1, app.Host.Journal.Succeeded("IngestSubmission"));
        Assert.Equal((0, 0), (app.Host.Journal.FailedAttempts, app.Host.Journal.GivenUp));
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task A_new_blob_is_noticed_without_being_asked_for()
    {
        var called = new TaskCompletionSource();
        await using var app = await HostedApp.StartAsync(
            await azurite.NewAccountAsync(Cancellation), Cancellation, options => options with { PollInterval = TimeSpan.FromMilliseconds(20) });
        app.Handler.Answer = (_, response) =>
        {
            called.TrySetResult();
            return RecordingHandler.AnswerAsync(response, 200, "application/json", RecordingHandler.Success);
        };

        await app.UploadAsync("a.xlsx", "isi", Cancellation);

        await called.Task.WaitAsync(Cancellation);
    }

    [Fact]
    public async Task What_is_delivered_has_the_members_that_the_host_was_seen_to_send()
    {
        await using var app = await HostedApp.StartAsync(await azurite.NewAccountAsync(Cancellation), Cancellation);
        await app.UploadAsync("53.02/form siswa (1).xlsx", "isi", Cancellation);

        await app.Host.WaitUntilIdleAsync(Cancellation);

        var envelope = Assert.Single(app.Handler.Requests).Json;
        var recorded = JsonNode.Parse(Contract.Read("blob-trigger-ext5x.DERIVED.json"))!.AsObject();
        Assert.Equal(Names(recorded), Names(envelope));
        Assert.Equal(Names(recorded["Metadata"]!).Except(["kab"]), Names(envelope["Metadata"]!));
        Assert.Equal(Names(recorded["Metadata"]!["Properties"]!), Names(envelope["Metadata"]!["Properties"]!));
        Assert.Equal(Names(recorded["Metadata"]!["sys"]!), Names(envelope["Metadata"]!["sys"]!));
        Assert.EndsWith("/kiriman/53.02/form%20siswa%20%281%29.xlsx\"", envelope["Metadata"]!["Uri"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("IngestSubmission", envelope["Metadata"]!["sys"]!["MethodName"]!.GetValue<string>());
        Assert.Equal(3, envelope["Metadata"]!["Properties"]!["ContentLength"]!.GetValue<long>());
    }

    [Theory]
    [InlineData("53.02/20240205T021500123-0a1b2c3d4e5f-Laporan Mei (revisi).xlsx")]
    [InlineData("53.13/100% #1 & 2+3;?é'[x].xlsx")]
    [InlineData("a/b/c/d.xlsx")]
    public async Task Names_arrive_whole(string name)
    {
        await using var app = await HostedApp.StartAsync(await azurite.NewAccountAsync(Cancellation), Cancellation);
        await app.UploadAsync(name, "isi", Cancellation);

        await app.Host.WaitUntilIdleAsync(Cancellation);

        Assert.Equal([name], app.DeliveredBlobs);
    }

    [Fact]
    public async Task A_blob_written_again_is_delivered_again()
    {
        await using var app = await HostedApp.StartAsync(await azurite.NewAccountAsync(Cancellation), Cancellation);
        await app.UploadAsync("a.xlsx", "lama", Cancellation);
        await app.Host.WaitUntilIdleAsync(Cancellation);
        await app.UploadAsync("a.xlsx", "baru", Cancellation);

        await app.Host.WaitUntilIdleAsync(Cancellation);

        Assert.Equal(["a.xlsx", "a.xlsx"], app.DeliveredBlobs);
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task What_an_earlier_host_is_done_with_is_not_delivered_again_but_what_it_gave_up_midway_is()
    {
        var storage = await azurite.NewAccountAsync(Cancellation);
        var midway = new TaskCompletionSource();
        await using (var earlier = await HostedApp.StartAsync(storage, Cancellation))
        {
            await earlier.UploadAsync("53.02/sudah #1.xlsx", "isi", Cancellation);
            await earlier.Host.WaitUntilIdleAsync(Cancellation);
            earlier.Handler.Answer = (_, response) =>
            {
                midway.TrySetResult();
                return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, response.HttpContext.RequestAborted);
            };
            await earlier.UploadAsync("53.02/setengah.xlsx", "isi", Cancellation);
            await midway.Task.WaitAsync(Cancellation);
        }

        await using var later = await HostedApp.StartAsync(storage, Cancellation);
        await later.Host.WaitUntilIdleAsync(Cancellation);

        Assert.Equal(["53.02/setengah.xlsx"], later.DeliveredBlobs);
    }

    [Fact]
    public async Task A_blob_that_fails_five_times_is_set_aside_in_the_poison_queue_for_good()
    {
        var storage = await azurite.NewAccountAsync(Cancellation);
        await using (var app = await HostedApp.StartAsync(storage, Cancellation))
        {
            app.Handler.Answer = (_, response) => RecordingHandler.AnswerAsync(response, 500, "text/plain", "rusak");
            await app.UploadAsync("53.02/a.xlsx", "isi", Cancellation);

            await app.Host.WaitUntilIdleAsync(Cancellation);
            await app.Host.WaitUntilIdleAsync(Cancellation);

            Assert.Equal(5, app.Handler.Requests.Count);
            Assert.Equal((0, 5, 1), (app.Host.Journal.Succeeded("IngestSubmission"), app.Host.Journal.FailedAttempts, app.Host.Journal.GivenUp));
            Assert.Equal([false, false, false, false, true], app.Host.Journal.LastFailures.Select(failure => failure.GivenUp));
            Assert.All(app.Host.Journal.LastFailures, failure => Assert.Equal(
                ("IngestSubmission", "53.02/a.xlsx", "it answered 500"), (failure.Function, failure.Subject, failure.Failure)));
        }

        var eTag = (await storage.Blobs().GetBlobContainerClient("kiriman").GetBlobClient("53.02/a.xlsx")
            .GetPropertiesAsync(cancellationToken: Cancellation)).Value.ETag.ToString().Trim('"');
        var message = Assert.Single(await PoisonAsync(storage));
        Assert.Equal(
            $$"""{"Type":"BlobTrigger","FunctionId":"Host.Functions.IngestSubmission","BlobType":"BlockBlob","ContainerName":"kiriman","BlobName":"53.02/a.xlsx","ETag":"{{eTag}}"}""",
            message);
        await using var later = await HostedApp.StartAsync(storage, Cancellation);
        await later.Host.WaitUntilIdleAsync(Cancellation);
        Assert.Empty(later.DeliveredBlobs);
    }

    [Fact]
    public async Task A_blob_that_succeeds_in_the_end_is_not_given_up()
    {
        var storage = await azurite.NewAccountAsync(Cancellation);
        await using var app = await HostedApp.StartAsync(storage, Cancellation);
        app.Handler.Answer = (_, response) => app.Handler.Requests.Count < 3
            ? RecordingHandler.AnswerAsync(response, 503, "text/plain", "sibuk")
            : RecordingHandler.AnswerAsync(response, 200, "application/json", RecordingHandler.Success);
        await app.UploadAsync("a.xlsx", "isi", Cancellation);

        await app.Host.WaitUntilIdleAsync(Cancellation);

        Assert.Equal((1, 2, 0), (app.Host.Journal.Succeeded("IngestSubmission"), app.Host.Journal.FailedAttempts, app.Host.Journal.GivenUp));
        Assert.Empty(await PoisonAsync(storage));
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task No_more_blobs_than_allowed_are_worked_on_at_once_and_no_fewer()
    {
        const int limit = 3;
        var inFlight = 0;
        var most = 0;
        var full = new TaskCompletionSource();
        await using var app = await HostedApp.StartAsync(
            await azurite.NewAccountAsync(Cancellation), Cancellation, options => options with { BlobConcurrency = limit });
        app.Handler.Answer = async (_, response) =>
        {
            var now = Interlocked.Increment(ref inFlight);
            InterlockedMax(ref most, now);
            if (now == limit)
            {
                full.TrySetResult();
            }

            await full.Task.WaitAsync(Cancellation);
            Interlocked.Decrement(ref inFlight);
            await RecordingHandler.AnswerAsync(response, 200, "application/json", RecordingHandler.Success);
        };
        for (var i = 0; i < 4 * limit; i++)
        {
            await app.UploadAsync(FormattableString.Invariant($"{i}.xlsx"), "isi", Cancellation);
        }

        await app.Host.WaitUntilIdleAsync(Cancellation);

        Assert.Equal(4 * limit, app.DeliveredBlobs.Distinct().Count());
        Assert.Equal(limit, most);
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task Idle_means_that_blobs_written_meanwhile_are_done_too()
    {
        await using var app = await HostedApp.StartAsync(await azurite.NewAccountAsync(Cancellation), Cancellation);
        app.Handler.Answer = async (request, response) =>
        {
            if (request.BlobName is "a.xlsx")
            {
                await app.UploadAsync("b.xlsx", "isi", Cancellation);
            }

            await RecordingHandler.AnswerAsync(response, 200, "application/json", RecordingHandler.Success);
        };
        await app.UploadAsync("a.xlsx", "isi", Cancellation);

        await app.Host.WaitUntilIdleAsync(Cancellation);

        Assert.Equal(["a.xlsx", "b.xlsx"], app.DeliveredBlobs);
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task A_wait_that_is_given_up_takes_no_delivery_with_it()
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var goOn = new TaskCompletionSource();
        await using var app = await HostedApp.StartAsync(
            await azurite.NewAccountAsync(Cancellation), Cancellation, options => options with { PollInterval = TimeSpan.FromDays(1) });
        app.Handler.Answer = async (_, response) =>
        {
            await giveUp.CancelAsync();
            await goOn.Task.WaitAsync(Cancellation);
            await RecordingHandler.AnswerAsync(response, 200, "application/json", RecordingHandler.Success);
        };
        await app.UploadAsync("a.xlsx", "isi", Cancellation);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => app.Host.WaitUntilIdleAsync(giveUp.Token));
        goOn.SetResult();
        await app.Host.WaitUntilIdleAsync(Cancellation);

        Assert.Equal((1, 0), (app.Host.Journal.Succeeded("IngestSubmission"), app.Host.Journal.FailedAttempts));
    }

    [Fact]
    public async Task A_container_that_is_not_there_yet_holds_nothing()
    {
        var storage = await azurite.NewAccountAsync(Cancellation);
        await using var app = await HostedApp.StartAsync(storage, Cancellation);

        await app.Host.WaitUntilIdleAsync(Cancellation);
        await app.UploadAsync("a.xlsx", "isi", Cancellation);
        await app.Host.WaitUntilIdleAsync(Cancellation);

        Assert.Equal(["a.xlsx"], app.DeliveredBlobs);
    }

    [Fact]
    public async Task A_blob_that_is_deleted_between_two_attempts_is_let_go()
    {
        var storage = await azurite.NewAccountAsync(Cancellation);
        await using var app = await HostedApp.StartAsync(storage, Cancellation);
        app.Handler.Answer = async (_, response) =>
        {
            await storage.Blobs().GetBlobContainerClient("kiriman").DeleteBlobAsync("a.xlsx", DeleteSnapshotsOption.None, cancellationToken: Cancellation);
            await RecordingHandler.AnswerAsync(response, 500, "text/plain", "rusak");
        };
        await app.UploadAsync("a.xlsx", "isi", Cancellation);

        await app.Host.WaitUntilIdleAsync(Cancellation);

        Assert.Equal((1, 1, 0), (app.Handler.Requests.Count, app.Host.Journal.FailedAttempts, app.Host.Journal.GivenUp));
        Assert.Empty(await PoisonAsync(storage));
    }

    [Fact]
    public async Task A_blob_that_is_written_again_between_two_attempts_goes_on_as_its_new_version()
    {
        var storage = await azurite.NewAccountAsync(Cancellation);
        await using var app = await HostedApp.StartAsync(storage, Cancellation);
        app.Handler.Answer = async (_, response) =>
        {
            if (app.Handler.Requests.Count > 1)
            {
                await RecordingHandler.AnswerAsync(response, 200, "application/json", RecordingHandler.Success);
                return;
            }

            await app.UploadAsync("a.xlsx", "baru", Cancellation);
            await RecordingHandler.AnswerAsync(response, 500, "text/plain", "rusak");
        };
        await app.UploadAsync("a.xlsx", "lama", Cancellation);

        await app.Host.WaitUntilIdleAsync(Cancellation);

        Assert.Equal(["lama", "baru"], app.Handler.Requests.Select(Content));
        Assert.Equal((1, 1, 0), (app.Host.Journal.Succeeded("IngestSubmission"), app.Host.Journal.FailedAttempts, app.Host.Journal.GivenUp));
    }

    private static string Content(RecordedRequest request) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(request.Json["Data"]!["blob"]!.GetValue<string>()));

    private static IEnumerable<string> Names(JsonNode node) => node.AsObject().Select(member => member.Key);

    private static async Task<string[]> PoisonAsync(TestStorage storage)
    {
        var queue = new QueueClient(
            storage.ConnectionString, HostStorage.PoisonQueue, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

        return [.. (await queue.PeekMessagesAsync(maxMessages: 32, Cancellation)).Value.Select(message => message.Body.ToString())];
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); seen < value;)
        {
            seen = Interlocked.CompareExchange(ref target, value, seen);
        }
    }
}
