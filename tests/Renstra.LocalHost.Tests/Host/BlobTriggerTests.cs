using System.Text.Json.Nodes;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Renstra.LocalHost.Host;
using Renstra.LocalHost.Host.Rpc;
using Renstra.LocalHost.Tests.Host.Worker;
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

        var call = Assert.Single(app.Worker.Calls);
        Assert.Equal("id of IngestSubmission", call.FunctionId);
        Assert.Equal(("RenstraStorage", "kiriman", "53.02/a.xlsx"), Binding(call));
        Assert.Equal(1, app.Host.Journal.Succeeded("IngestSubmission"));
        Assert.Equal((0, 0), (app.Host.Journal.FailedAttempts, app.Host.Journal.GivenUp));
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task A_new_blob_is_noticed_without_being_asked_for()
    {
        var called = new TaskCompletionSource();
        await using var app = await HostedApp.StartAsync(
            await azurite.NewAccountAsync(Cancellation), Cancellation, options => options with { PollInterval = TimeSpan.FromMilliseconds(20) });
        app.Worker.Answer = (_, _) =>
        {
            called.TrySetResult();
            return Succeeds();
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

        var call = Assert.Single(app.Worker.Calls);
        var recorded = RecordedConversation.CallOf("IngestStream");
        Assert.Equal(recorded.TriggerMetadata.Keys.Order(StringComparer.Ordinal), call.TriggerMetadata.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Names(recorded.TriggerMetadata["Properties"]), Names(call.TriggerMetadata["Properties"]));
        Assert.Equal("kiriman/53.02/form siswa (1).xlsx", call.TriggerMetadata["BlobTrigger"].String);
        Assert.EndsWith("/kiriman/53.02/form%20siswa%20%281%29.xlsx\"", call.TriggerMetadata["Uri"].Json, StringComparison.Ordinal);
        Assert.Equal(3, JsonNode.Parse(call.TriggerMetadata["Properties"].Json)!["ContentLength"]!.GetValue<long>());
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
        using var kept = new TemporaryFolder();
        var storage = await azurite.NewAccountAsync(Cancellation);
        var midway = new TaskCompletionSource();
        await using (var earlier = await HostedApp.StartAsync(
            storage, Cancellation, options => options with { StateFolder = kept.Path, DrainPatience = TimeSpan.FromMilliseconds(50) }))
        {
            await earlier.UploadAsync("53.02/sudah #1.xlsx", "isi", Cancellation);
            await earlier.Host.WaitUntilIdleAsync(Cancellation);
            earlier.Worker.Answer = (_, _) =>
            {
                midway.TrySetResult();
                return Never();
            };
            await earlier.UploadAsync("53.02/setengah.xlsx", "isi", Cancellation);
            await midway.Task.WaitAsync(Cancellation);
        }

        await using var later = await HostedApp.StartAsync(storage, Cancellation, options => options with { StateFolder = kept.Path });
        await later.Host.WaitUntilIdleAsync(Cancellation);

        Assert.Equal(["53.02/setengah.xlsx"], later.DeliveredBlobs);
    }

    [Fact]
    public async Task An_event_whose_end_was_written_down_by_half_is_raised_again()
    {
        using var kept = new TemporaryFolder();
        var storage = await azurite.NewAccountAsync(Cancellation);
        await using (var earlier = await HostedApp.StartAsync(storage, Cancellation, options => options with { StateFolder = kept.Path }))
        {
            await earlier.UploadAsync("a.xlsx", "isi", Cancellation);
            await earlier.Host.WaitUntilIdleAsync(Cancellation);
            await earlier.UploadAsync("b.xlsx", "isi", Cancellation);
            await earlier.Host.WaitUntilIdleAsync(Cancellation);
        }

        var file = Directory.GetFiles(kept.Path, "*.events").Single();
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, Cancellation))[..^5], Cancellation);
        await using (var later = await HostedApp.StartAsync(storage, Cancellation, options => options with { StateFolder = kept.Path }))
        {
            await later.Host.WaitUntilIdleAsync(Cancellation);
            Assert.Equal(["b.xlsx"], later.DeliveredBlobs);
        }

        await using var last = await HostedApp.StartAsync(storage, Cancellation, options => options with { StateFolder = kept.Path });
        await last.Host.WaitUntilIdleAsync(Cancellation);
        Assert.Empty(last.DeliveredBlobs);
    }

    [Fact]
    public async Task A_host_that_remembers_nothing_delivers_everything_again_and_looks_at_no_ETag()
    {
        var storage = await azurite.NewAccountAsync(Cancellation);
        await using (var earlier = await HostedApp.StartAsync(storage, Cancellation))
        {
            await earlier.UploadAsync("a.xlsx", "isi", Cancellation);
            await earlier.Host.WaitUntilIdleAsync(Cancellation);
        }

        await using var later = await HostedApp.StartAsync(storage, Cancellation);
        await later.Host.WaitUntilIdleAsync(Cancellation);

        Assert.Equal(["a.xlsx"], later.DeliveredBlobs);
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task A_host_that_stops_waits_for_the_calls_under_way_and_only_then_ends_the_worker()
    {
        using var kept = new TemporaryFolder();
        var storage = await azurite.NewAccountAsync(Cancellation);
        var (begun, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var app = await HostedApp.StartAsync(storage, Cancellation, options => options with
        {
            StateFolder = kept.Path,
            PollInterval = TimeSpan.FromMilliseconds(10),
            DrainPatience = TimeSpan.FromMilliseconds(Patience.Milliseconds),
        });
        app.Worker.Answer = async (_, _) =>
        {
            begun.TrySetResult();
            await goOn.Task;
            return WorkerScript.Success;
        };
        await app.UploadAsync("a.xlsx", "isi", Cancellation);
        await begun.Task.WaitAsync(Cancellation);

        var stopping = app.Host.DisposeAsync().AsTask();
        var endedEarly = app.Worker.Workers[0].Ended.IsCompleted;
        goOn.SetResult();
        await stopping;

        Assert.False(endedEarly);
        Assert.Equal(1, app.Host.Journal.Succeeded("IngestSubmission"));
        Assert.Equal("It ended with exit code 0. It was asked to.", await app.Worker.Workers[0].Ended);
        Assert.Single(await File.ReadAllLinesAsync(Directory.GetFiles(kept.Path, "*.events").Single(), Cancellation));
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task A_worker_that_dies_under_a_call_is_replaced_and_the_call_made_again()
    {
        await using var app = await HostedApp.StartAsync(await azurite.NewAccountAsync(Cancellation), Cancellation);
        app.Worker.Answer = (_, worker) =>
        {
            if (app.Worker.Workers.Count < 3)
            {
                worker.Die("It ended with exit code 134.");
                return Never();
            }

            return Succeeds();
        };
        await app.UploadAsync("a.xlsx", "isi", Cancellation);

        await app.Host.WaitUntilIdleAsync(Cancellation);

        Assert.Equal((1, 2, 0), (app.Host.Journal.Succeeded("IngestSubmission"), app.Host.Journal.FailedAttempts, app.Host.Journal.GivenUp));
        Assert.False(app.Host.Broken.IsCompleted);
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task A_worker_that_dies_three_times_under_a_call_breaks_the_host_and_sets_nothing_aside()
    {
        var storage = await azurite.NewAccountAsync(Cancellation);
        await using var app = await HostedApp.StartAsync(storage, Cancellation);
        app.Worker.Answer = (_, worker) =>
        {
            worker.Die("It ended with exit code 134. Out of memory.");
            return Never();
        };
        await app.UploadAsync("a.xlsx", "isi", Cancellation);

        var givenUp = await Assert.ThrowsAsync<LocalHost.Host.Worker.WorkerGivenUpException>(() => app.Host.WaitUntilIdleAsync(Cancellation));

        Assert.EndsWith("Out of memory.", givenUp.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<LocalHost.Host.Worker.WorkerGivenUpException>(() => app.Host.Broken);
        Assert.Equal(0, app.Host.Journal.GivenUp);
        Assert.Equal(3, app.Worker.Workers.Count);
    }

    [Fact]
    public async Task A_blob_that_fails_five_times_is_set_aside_in_the_poison_queue_for_good()
    {
        using var kept = new TemporaryFolder();
        var storage = await azurite.NewAccountAsync(Cancellation);
        await using (var app = await HostedApp.StartAsync(storage, Cancellation, options => options with { StateFolder = kept.Path }))
        {
            app.Worker.Answer = (_, _) => Fails();
            await app.UploadAsync("53.02/a.xlsx", "isi", Cancellation);

            await app.Host.WaitUntilIdleAsync(Cancellation);
            await app.Host.WaitUntilIdleAsync(Cancellation);

            Assert.Equal(5, app.Worker.Calls.Count);
            Assert.Equal((0, 5, 1), (app.Host.Journal.Succeeded("IngestSubmission"), app.Host.Journal.FailedAttempts, app.Host.Journal.GivenUp));
            Assert.Equal([false, false, false, false, true], app.Host.Journal.LastFailures.Select(failure => failure.GivenUp));
            Assert.All(app.Host.Journal.LastFailures, failure => Assert.Equal(
                ("IngestSubmission", "53.02/a.xlsx", "System.InvalidOperationException: rusak"), (failure.Function, failure.Subject, failure.Failure)));
        }

        var eTag = (await storage.Blobs().GetBlobContainerClient("kiriman").GetBlobClient("53.02/a.xlsx")
            .GetPropertiesAsync(cancellationToken: Cancellation)).Value.ETag.ToString().Trim('"');
        var message = Assert.Single(await PoisonAsync(storage));
        Assert.Equal(
            $$"""{"Type":"BlobTrigger","FunctionId":"Host.Functions.IngestSubmission","BlobType":"BlockBlob","ContainerName":"kiriman","BlobName":"53.02/a.xlsx","ETag":"{{eTag}}"}""",
            message);
        await using var later = await HostedApp.StartAsync(storage, Cancellation, options => options with { StateFolder = kept.Path });
        await later.Host.WaitUntilIdleAsync(Cancellation);
        Assert.Empty(later.DeliveredBlobs);
    }

    [Fact]
    public async Task A_blob_that_succeeds_in_the_end_is_not_given_up()
    {
        var storage = await azurite.NewAccountAsync(Cancellation);
        await using var app = await HostedApp.StartAsync(storage, Cancellation);
        app.Worker.Answer = (_, _) => app.Worker.Calls.Count < 3 ? Fails() : Succeeds();
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
        app.Worker.Answer = async (_, _) =>
        {
            var now = Interlocked.Increment(ref inFlight);
            InterlockedMax(ref most, now);
            if (now == limit)
            {
                full.TrySetResult();
            }

            await full.Task.WaitAsync(Cancellation);
            Interlocked.Decrement(ref inFlight);
            return WorkerScript.Success;
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
        app.Worker.Answer = async (call, _) =>
        {
            if (call.TriggerMetadata["name"].String == "a.xlsx")
            {
                await app.UploadAsync("b.xlsx", "isi", Cancellation);
            }

            return WorkerScript.Success;
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
        app.Worker.Answer = async (_, _) =>
        {
            await giveUp.CancelAsync();
            await goOn.Task.WaitAsync(Cancellation);
            return WorkerScript.Success;
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
        app.Worker.Answer = async (_, _) =>
        {
            await storage.Blobs().GetBlobContainerClient("kiriman").DeleteBlobAsync("a.xlsx", DeleteSnapshotsOption.None, cancellationToken: Cancellation);
            return WorkerScript.Failure("rusak");
        };
        await app.UploadAsync("a.xlsx", "isi", Cancellation);

        await app.Host.WaitUntilIdleAsync(Cancellation);

        Assert.Equal((1, 1, 0), (app.Worker.Calls.Count, app.Host.Journal.FailedAttempts, app.Host.Journal.GivenUp));
        Assert.Empty(await PoisonAsync(storage));
    }

    [Fact]
    public async Task A_blob_that_is_written_again_between_two_attempts_goes_on_as_its_new_version()
    {
        var storage = await azurite.NewAccountAsync(Cancellation);
        await using var app = await HostedApp.StartAsync(storage, Cancellation);
        app.Worker.Answer = async (_, _) =>
        {
            if (app.Worker.Calls.Count > 1)
            {
                return WorkerScript.Success;
            }

            await app.UploadAsync("a.xlsx", "lebih!", Cancellation);
            return WorkerScript.Failure("rusak");
        };
        await app.UploadAsync("a.xlsx", "lama", Cancellation);

        await app.Host.WaitUntilIdleAsync(Cancellation);

        Assert.Equal(["4", "6"], app.Worker.Calls.Select(call => JsonNode.Parse(call.TriggerMetadata["Properties"].Json)!["ContentLength"]!.ToString()));
        Assert.Equal((1, 1, 0), (app.Host.Journal.Succeeded("IngestSubmission"), app.Host.Journal.FailedAttempts, app.Host.Journal.GivenUp));
    }

    private static Task<StatusResult?> Succeeds() => Task.FromResult<StatusResult?>(WorkerScript.Success);

    private static Task<StatusResult?> Fails() => Task.FromResult<StatusResult?>(WorkerScript.Failure("rusak"));

    private static Task<StatusResult?> Never() => Task.FromResult<StatusResult?>(null);

    private static (string Connection, string Container, string Blob) Binding(InvocationRequest call)
    {
        var content = JsonNode.Parse(call.InputData.Single().Data.ModelBindingData.Content.ToStringUtf8())!;
        return (content["Connection"]!.GetValue<string>(), content["ContainerName"]!.GetValue<string>(), content["BlobName"]!.GetValue<string>());
    }

    private static IEnumerable<string> Names(TypedData json) => JsonNode.Parse(json.Json)!.AsObject().Select(member => member.Key);

    private static async Task<string[]> PoisonAsync(TestStorage storage)
    {
        var queue = new QueueClient(
            storage.ConnectionString, BlobTrigger.PoisonQueue, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

        return await queue.ExistsAsync(Cancellation)
            ? [.. (await queue.PeekMessagesAsync(maxMessages: 32, Cancellation)).Value.Select(message => message.Body.ToString())]
            : [];
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); seen < value;)
        {
            seen = Interlocked.CompareExchange(ref target, value, seen);
        }
    }
}
