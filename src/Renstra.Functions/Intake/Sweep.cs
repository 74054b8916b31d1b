using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using Renstra.Functions.Ingestion;
using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;

namespace Renstra.Functions.Intake;

/// <summary>
/// Ingests what the trigger has lost: a file that lies in <c>kiriman</c> for a while with no finished submission. Events can be
/// dropped and invocations killed; no file may wait for ever.
/// </summary>
internal sealed class Sweep(
    StorageClients storage,
    IngestSubmission ingest,
    IOptions<IntakeOptions> options,
    TimeProvider clock,
    ILogger<Sweep> logger)
{
    /// <summary>Ingests every file that is due for it.</summary>
    /// <param name="recent">The submissions received in <see cref="IntakeOptions.RecentMonths"/>.</param>
    /// <param name="cancellation">Stops between two files.</param>
    /// <exception cref="AggregateException">Storage failed on some of them; the others are ingested.</exception>
    public async Task RunAsync(IEnumerable<StoredSubmission> recent, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var months = options.Value.RecentMonths(clock).ToHashSet();
        var finished = recent.Where(submission => submission.IsFinished).Select(submission => submission.BlobName).ToHashSet(StringComparer.Ordinal);
        var failures = new List<Exception>();
        await foreach (var blob in storage.SubmissionBlobs.GetBlobsAsync(cancellationToken: cancellation))
        {
            if (!IsDue(blob, now, months) || finished.Contains(blob.Name))
            {
                continue;
            }

            logger.Swept(blob.Name);
            try
            {
                await ingest.RunAsync(blob.Name, cancellation);
            }
            catch (RequestFailedException trouble)
            {
                logger.SweepFailed(blob.Name, trouble);
                failures.Add(trouble);
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException("Storage failed while files were swept.", failures);
        }
    }

    // A blob of an earlier month than is looked at was finished long ago, or its failure was dealt with by hand.
    private bool IsDue(BlobItem blob, DateTimeOffset now, HashSet<ReportingMonth> months)
    {
        var arrived = SubmissionBlobName.Parse(blob.Name).Submission?.SubmittedAt ?? blob.Properties.LastModified!.Value;
        return now - arrived >= options.Value.SweepAfter && months.Contains(Wita.MonthOf(arrived));
    }
}
