using System.Collections.Concurrent;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using Renstra.Functions.Ingestion;
using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;

namespace Renstra.Functions.Intake;

/// <summary>
/// Ingests what the trigger has lost: a file that lies in <c>kiriman</c> for a while with no finished submission. Events can be
/// dropped and invocations killed; no file may wait for ever. What this process collects it remembers, so that a run costs nothing
/// while nothing waits; what came another way, or was collected by another process, is looked for at the start and once an hour.
/// </summary>
internal sealed class Sweep(
    StorageClients storage,
    IngestSubmission ingest,
    IOptions<IntakeOptions> options,
    TimeProvider clock,
    ILogger<Sweep> logger)
{
    /// <summary>How long after one look into <c>kiriman</c> the next one is.</summary>
    private static readonly TimeSpan LookInterval = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _waiting = new(StringComparer.Ordinal);
    private long? _lookedAt;

    /// <summary>Remembers a file that was put into <c>kiriman</c> just now.</summary>
    public void Expect(string blobName) => _waiting[blobName] = ArrivalOf(blobName) ?? clock.GetUtcNow();

    /// <summary>Ingests every file that is due for it.</summary>
    /// <param name="recent">The submissions received in <see cref="IntakeOptions.RecentMonths"/>.</param>
    /// <param name="work">Keeps a file that fails from stopping the others.</param>
    /// <param name="cancellation">Stops between two files.</param>
    public async Task RunAsync(IReadOnlyList<StoredSubmission> recent, IndependentWork work, CancellationToken cancellation)
    {
        var finished = recent.Where(submission => submission.IsFinished).Select(submission => submission.BlobName).ToHashSet(StringComparer.Ordinal);
        if (_lookedAt is not { } then || clock.GetElapsedTime(then) >= LookInterval)
        {
            await LookAsync(finished, cancellation);
        }

        var now = clock.GetUtcNow();
        foreach (var (blobName, arrived) in _waiting.OrderBy(blob => blob.Value))
        {
            if (finished.Contains(blobName))
            {
                _waiting.TryRemove(blobName, out _);
            }
            else if (now - arrived >= options.Value.SweepAfter)
            {
                logger.Swept(blobName);
                await work.TryAsync(blobName, () => IngestAsync(blobName), cancellation);
            }
        }

        async Task IngestAsync(string blobName)
        {
            await ingest.RunAsync(blobName, cancellation);
            _waiting.TryRemove(blobName, out _);
        }
    }

    private async Task LookAsync(HashSet<string> finished, CancellationToken cancellation)
    {
        var since = clock.GetTimestamp();
        var months = options.Value.RecentMonths(clock).ToHashSet();
        await foreach (var blob in storage.SubmissionBlobs.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellation))
        {
            // A blob of an earlier month than is looked at was finished long ago, or its failure was dealt with by hand.
            var arrived = ArrivalOf(blob.Name) ?? blob.Properties.LastModified!.Value;
            if (months.Contains(Wita.MonthOf(arrived)) && !finished.Contains(blob.Name))
            {
                _waiting.TryAdd(blob.Name, arrived);
            }
        }

        _lookedAt = since;
    }

    private static DateTimeOffset? ArrivalOf(string blobName) => SubmissionBlobName.Parse(blobName).Submission?.SubmittedAt;
}
