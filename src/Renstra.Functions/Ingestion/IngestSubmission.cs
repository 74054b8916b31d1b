using System.Diagnostics;
using System.Diagnostics.Metrics;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using Renstra.Functions.Reference;
using Renstra.Functions.Storage;
using Renstra.Functions.Withdrawals;
using Renstra.Transform.Receipts;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Ingestion;

/// <summary>
/// The function that takes in a file of <c>kiriman</c>. Delivery is at least once, in any order, in parallel, and may stop between
/// any two steps: every step is idempotent under a key that the file alone decides, and a re-delivery goes through them all again
/// until the last one is done.
/// </summary>
internal sealed class IngestSubmission(
    ReceivedFiles files,
    SubmissionStore submissions,
    FindingStore findings,
    HistoryStore history,
    ReportStore reports,
    ReceiptBlobs receipts,
    CurrentReference reference,
    WithdrawalRecord withdrawals,
    ReadSubmission read,
    IngestionPlaces places,
    IOptions<IngestionOptions> options,
    TimeProvider clock,
    ILogger<IngestSubmission> logger)
{
    /// <summary>
    /// The event's call. The client is not opened, so a blob that has vanished is no failed binding: what becomes of it is decided
    /// here. Event Grid's events are delivered with no record kept of them, twice and at once if they come so.
    /// </summary>
    [Function(nameof(IngestSubmission))]
    public Task OnBlobAsync(
        [BlobTrigger(StorageNames.SubmissionsContainer + "/{name}", Connection = StorageNames.Connection, Source = BlobTriggerSource.EventGrid)] BlobClient blob,
        CancellationToken cancellation) => RunAsync(blob.Name, cancellation);

    /// <summary>Ingests a file, or finds that it is ingested. A bad file is no failure: it ends in a receipt that says so.</summary>
    /// <param name="blobName">Its name in <c>kiriman</c>.</param>
    /// <param name="cancellation">Stops between two steps; the next delivery goes on.</param>
    /// <returns>The finished submission; null when the file is gone.</returns>
    /// <exception cref="Azure.RequestFailedException">Storage fails, all retries included.</exception>
    public async Task<StoredSubmission?> RunAsync(string blobName, CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        try
        {
            using var activity = IngestionTelemetry.Activities.StartActivity(nameof(IngestSubmission));
            if (await files.FindAsync(blobName, cancellation) is not { } file)
            {
                logger.Gone(blobName);
                return null;
            }

            var submission = await ArriveAsync(file, cancellation);
            if (submission.IsFinished)
            {
                // The sender has been told; nothing said since changes that.
                logger.IngestedBefore(blobName, submission.Id);
                return submission;
            }

            return await FinishAsync(file, submission, cancellation);
        }
        finally
        {
            places.Release();
        }
    }

    private async Task<StoredSubmission> ArriveAsync(ReceivedFile file, CancellationToken cancellation)
    {
        var current = await reference.GetAsync(cancellation);
        var id = file.Id;
        while (true)
        {
            if (await submissions.TryArriveAsync(file.Arrival(id, current.Version), cancellation) is { } submission)
            {
                return submission;
            }

            // The same bytes at the same moment in another folder: they are two submissions, a millisecond apart.
            logger.IdentityTaken(file.BlobName, id);
            id = id with { SubmittedAt = id.SubmittedAt.AddMilliseconds(1) };
        }
    }

    private async Task<StoredSubmission> FinishAsync(ReceivedFile file, StoredSubmission submission, CancellationToken cancellation)
    {
        var data = await reference.GetAsync(submission.ReferenceVersion, cancellation);
        var source = file.SourceOf(submission.Id);
        var reading = read(data, file, source);

        await findings.WriteAsync(submission.Id, reading.Findings, cancellation);
        await history.AddAsync(
            [.. reading.Reports.Select(report => new StoredReport(report.Key, submission.Id, file.BlobName, report.IsAccepted, report.Figures))], cancellation);
        await reports.RefreshViewsAsync([.. reading.Reports.Select(report => report.Key)], withdrawals.WithdrawnAsync, cancellation);

        var receipt = Receipt.For(submission.ReceiptNumber, submission.Id, source, reading, data);
        await receipts.WriteAsync(receipt, WorkbookOf(receipt, reading, file), cancellation);
        var outcome = new SubmissionOutcome(
            reading.Verdict,
            reading.Reports.Count,
            reading.Reports.Count(report => report.IsAccepted),
            reading.FindingsTotal,
            clock.GetUtcNow());
        await submissions.FinishAsync(submission.Id, outcome, cancellation);

        logger.Ingested(
            file.BlobName, submission.Id, outcome.Verdict, outcome.AcceptedReports, outcome.Reports, outcome.Findings, submission.ReceiptNumber);
        IngestionTelemetry.Finished.Add(1, new KeyValuePair<string, object?>("verdict", outcome.Verdict.ToString()));
        return submission with { Outcome = outcome };
    }

    // Whoever has nothing to mend has nothing to do with the file: what there is to look at is on the page.
    private ReceiptWorkbook? WorkbookOf(Receipt receipt, SubmissionReading reading, ReceivedFile file) => receipt.Verdict == Verdict.Diterima
        ? null
        : ReceiptWorkbook.For(receipt, reading.Format, file.Content?.Bytes ?? default, options.Value.WorkbookLimits);
}

/// <summary>How many files are worked on at once. The worker makes a function's object anew for every call; this it shares.</summary>
internal sealed class IngestionPlaces(IOptions<IngestionOptions> options) : SemaphoreSlim(options.Value.Concurrency);

/// <summary>What ingestion logs.</summary>
internal static partial class IngestionLog
{
    [LoggerMessage(EventId = 5001, Level = LogLevel.Information, Message = "Ingested {BlobName} as {Submission}: {Verdict}, {Accepted} of {Reports} reports accepted, {Findings} findings, receipt {Receipt}")]
    public static partial void Ingested(this ILogger logger, string blobName, SubmissionId submission, Verdict verdict, int accepted, int reports, int findings, string receipt);

    [LoggerMessage(EventId = 5002, Level = LogLevel.Information, Message = "{BlobName} was ingested before, as {Submission}")]
    public static partial void IngestedBefore(this ILogger logger, string blobName, SubmissionId submission);

    [LoggerMessage(EventId = 5003, Level = LogLevel.Warning, Message = "{BlobName} is gone; there is nothing to ingest")]
    public static partial void Gone(this ILogger logger, string blobName);

    [LoggerMessage(EventId = 5004, Level = LogLevel.Information, Message = "{BlobName} has the identity {Submission} of another file and becomes the next one")]
    public static partial void IdentityTaken(this ILogger logger, string blobName, SubmissionId submission);
}

/// <summary>What ingestion measures.</summary>
internal static class IngestionTelemetry
{
    public const string Name = "Renstra.Ingestion";

    private static readonly Meter Meter = new(Name);

    /// <summary>An activity for each file.</summary>
    public static ActivitySource Activities { get; } = new(Name);

    /// <summary>Files finished, by <c>verdict</c>.</summary>
    public static Counter<long> Finished { get; } = Meter.CreateCounter<long>("renstra.ingestion.finished", "{file}", "Files whose ingestion is finished.");
}
