using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Renstra.Functions.Ingestion;
using Renstra.Functions.Intake;
using Renstra.Functions.Storage;
using Renstra.Functions.Tests.Ingestion;
using Renstra.Functions.Tests.Storage;
using Renstra.Testing;
using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;

namespace Renstra.Functions.Tests.Intake;

/// <summary>Serving the shared folder may be stopped between any two requests to storage, or in the middle of one. The next run makes up for it.</summary>
public sealed class InterruptionTests(AzuriteFixture azurite)
{
    private const string Tts = "53.02 Timor Tengah Selatan";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Fault.Lost)]
    [InlineData(Fault.AnswerLost)]
    internal async Task Stopped_at_any_request_nothing_is_lost_and_nothing_is_there_twice(Fault fault)
    {
        var requests = 1;
        for (var last = 0; last < requests; last++)
        {
            using var shared = new TemporaryFolder();
            var stopAt = int.MaxValue;
            StorageFaults faults = null!;
            faults = new StorageFaults(request => request > stopAt ? Fault.Lost : request == stopAt ? fault : Fault.None);
            await using var app = await Kiriman.AppAsync(azurite, builder => Serve(builder, shared, faults, retries: 0));
            await PrepareAsync(app, shared);
            if (last == 0)
            {
                requests = await CountAsync();
                Assert.InRange(requests, 6, 40);
            }

            stopAt = faults.Requests + last + 1;
            await Assert.ThrowsAsync<AggregateException>(() => RunAsync(app));
            await using var restarted = Kiriman.Another(app, builder => Serve(builder, shared));
            await RunAsync(restarted);
            await IngestAllAsync(restarted);
            await RunAsync(restarted);

            await AssertServedAsync(restarted, shared);
        }
    }

    [Fact]
    public async Task An_upload_whose_answer_is_lost_and_that_is_tried_again_is_one_submission()
    {
        using var shared = new TemporaryFolder();
        var isUploading = false;
        var faults = new StorageFaults(_ => Interlocked.Exchange(ref isUploading, false) ? Fault.AnswerLost : Fault.None);
        await using var app = await Kiriman.AppAsync(azurite, builder => Serve(builder, shared, faults, retries: 3));
        Drop(shared, "laporan.xlsx", "53.02 2024-07 IKU-2 12/30");
        var blobs = await CollectedBlobs.OfAsync(app.Storage.SubmissionBlobs, new SharedFolder(shared.Path).Senders().First(), [], [], Cancellation);
        await using var snapshot = await Snapshot.TakeAsync(Path.Combine(shared.Path, Tts, "laporan.xlsx"), Cancellation);
        isUploading = true;

        var submission = await blobs.UploadAsync(snapshot, "laporan.xlsx", "drop", Kiriman.Now, Cancellation);

        var blob = await app.Storage.SubmissionBlobs.GetBlobsAsync(cancellationToken: Cancellation).SingleAsync(Cancellation);
        Assert.Equal(submission, SubmissionBlobName.Parse(blob.Name).Submission);
    }

    [Fact]
    public async Task Requests_that_fail_now_and_then_are_waited_out()
    {
        using var shared = new TemporaryFolder();
        var faults = new StorageFaults(request => (request % 5) switch { 0 => Fault.None, 1 => Fault.Lost, 2 => Fault.AnswerLost, _ => Fault.Busy });
        await using var app = await Kiriman.AppAsync(azurite, builder => Serve(builder, shared, faults, retries: 20));
        await PrepareAsync(app, shared);

        await RunAsync(app);
        await IngestAllAsync(app);
        await RunAsync(app);

        await AssertServedAsync(app, shared);
    }

    /// <summary>A file that was received and has no receipt yet, and another one that waits in the folder.</summary>
    private static async Task PrepareAsync(App app, TemporaryFolder shared)
    {
        await Kiriman.CollectAsync(app, "53.02", "2024-08-05T01:00:00Z", "!53.02 2024-06 IKU-2 12/30");
        await using var instance = Kiriman.Another(app);
        await IngestAllAsync(instance);
        Drop(shared, "perbaikan.xlsx", "53.02 2024-06 IKU-2 13/30");
    }

    private static async Task AssertServedAsync(App app, TemporaryFolder shared)
    {
        var submissions = await app.Services.GetRequiredService<SubmissionStore>().ReceivedInAsync(Wita.MonthOf(Kiriman.Now), Cancellation);
        Assert.Equal(2, submissions.Count);
        Assert.All(submissions, submission => Assert.NotNull(submission.DeliveredAt));
        Assert.Equal(3, Directory.EnumerateFiles(Path.Combine(shared.Path, Tts, "hasil")).Count());
        Assert.Single(Directory.EnumerateFiles(Path.Combine(shared.Path, Tts, "arsip")));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(shared.Path, Tts)));
    }

    /// <summary>How many requests the run makes that is not stopped.</summary>
    private async Task<int> CountAsync()
    {
        using var other = new TemporaryFolder();
        var faults = new StorageFaults(_ => Fault.None);
        await using var app = await Kiriman.AppAsync(azurite, builder => Serve(builder, other, faults, retries: 0));
        await PrepareAsync(app, other);
        var before = faults.Requests;
        await RunAsync(app);
        return faults.Requests - before;
    }

    private static void Serve(WebApplicationBuilder builder, TemporaryFolder shared, StorageFaults? faults = null, int retries = 0)
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Renstra:Intake:SharedFolder"] = shared.Path, ["Renstra:Intake:Watching"] = "00:00:00" });
        faults?.Install(builder, retries);
    }

    private static Task RunAsync(App app) => app.Services.GetRequiredService<CollectSharedFolder>().RunAsync(Cancellation);

    private static async Task IngestAllAsync(App app)
    {
        await foreach (var blob in app.Account.Blobs().GetBlobContainerClient(StorageNames.SubmissionsContainer).GetBlobsAsync(cancellationToken: Cancellation))
        {
            await Kiriman.DeliverAsync(app, blob.Name);
        }
    }

    private static void Drop(TemporaryFolder shared, string name, string content)
    {
        var path = Path.Combine(shared.Path, Tts, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        File.SetLastWriteTimeUtc(path, Kiriman.Now.AddHours(-1).UtcDateTime);
    }
}
