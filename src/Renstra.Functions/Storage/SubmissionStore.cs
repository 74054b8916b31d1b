using Azure;
using Azure.Data.Tables;
using Renstra.Transform.Calendar;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Storage;

/// <summary>Every file received, and what was found in it.</summary>
internal sealed class SubmissionStore(StorageClients storage)
{
    private const int LargestBatch = 100;

    /// <summary>Records that a file has arrived; of a re-delivery, what was recorded first stands.</summary>
    /// <returns>The submission as it stands recorded; null when another file stands under the same identity.</returns>
    public async Task<StoredSubmission?> TryArriveAsync(StoredSubmission submission, CancellationToken cancellation)
    {
        try
        {
            await storage.Submissions.AddEntityAsync(SubmissionEntity.ForArrival(submission), cancellation);
            return submission;
        }
        catch (RequestFailedException conflict) when (conflict.Status == StatusCodes.Status409Conflict)
        {
            var recorded = await FindAsync(submission.Id, cancellation);
            return recorded?.BlobName == submission.BlobName ? recorded : null;
        }
    }

    /// <summary>Records what was found; written again, the same findings are the same rows.</summary>
    public async Task WriteFindingsAsync(SubmissionId submission, IReadOnlyList<Finding> findings, CancellationToken cancellation)
    {
        var entities = findings.Select((finding, index) => FindingEntity.For(submission, index + 1, finding));
        foreach (var batch in entities.Chunk(LargestBatch))
        {
            await storage.Findings.SubmitTransactionAsync(
                batch.Select(entity => new TableTransactionAction(TableTransactionActionType.UpsertReplace, entity)), cancellation);
        }
    }

    /// <summary>Records that every step is done, without touching what was recorded of its delivery.</summary>
    public Task FinishAsync(SubmissionId submission, SubmissionOutcome outcome, CancellationToken cancellation) =>
        storage.Submissions.UpdateEntityAsync(SubmissionEntity.ForOutcome(submission, outcome), ETag.All, TableUpdateMode.Merge, cancellation);

    /// <summary>Records that the receipt lies in the sender's folder.</summary>
    public Task MarkDeliveredAsync(SubmissionId submission, DateTimeOffset deliveredAt, CancellationToken cancellation) =>
        storage.Submissions.UpdateEntityAsync(SubmissionEntity.ForDelivery(submission, deliveredAt), ETag.All, TableUpdateMode.Merge, cancellation);

    /// <summary>A submission; null when it never arrived.</summary>
    public async Task<StoredSubmission?> FindAsync(SubmissionId submission, CancellationToken cancellation)
    {
        var entity = await storage.Submissions.GetEntityIfExistsAsync<TableEntity>(
            SubmissionKeys.Partition(submission), SubmissionKeys.Row(submission), cancellationToken: cancellation);
        return entity.HasValue ? SubmissionEntity.Read(entity.Value!) : null;
    }

    /// <summary>The submissions received in a month (WITA), oldest first.</summary>
    public async Task<IReadOnlyList<StoredSubmission>> ReceivedInAsync(ReportingMonth month, CancellationToken cancellation)
    {
        var submissions = new List<StoredSubmission>();
        await foreach (var entity in storage.Submissions.QueryAsync<TableEntity>(SubmissionKeys.ReceivedIn(month).Filter, cancellationToken: cancellation))
        {
            submissions.Add(SubmissionEntity.Read(entity));
        }

        return submissions;
    }

    /// <summary>The findings of the submissions received in a month (WITA), with the submission and its sequence, in order.</summary>
    public Task<IReadOnlyList<StoredFinding>> FindingsReceivedInAsync(ReportingMonth month, CancellationToken cancellation) =>
        FindingsAsync(FindingKeys.ReceivedIn(month), cancellation);

    /// <summary>The findings of one submission, in order.</summary>
    public Task<IReadOnlyList<StoredFinding>> FindingsOfAsync(SubmissionId submission, CancellationToken cancellation) =>
        FindingsAsync(FindingKeys.Of(submission), cancellation);

    /// <summary>The submissions received in a range of months (WITA), in portions as storage gives them, oldest first.</summary>
    public IAsyncEnumerable<IReadOnlyList<StoredSubmission>> ReceivedAsync(PartitionRange range, CancellationToken cancellation) =>
        storage.Submissions.PortionsAsync(range, SubmissionEntity.Read, cancellation);

    /// <summary>The findings of the submissions received in a range of months (WITA), in portions as storage gives them, in order.</summary>
    public IAsyncEnumerable<IReadOnlyList<StoredFinding>> FindingsAsync(PartitionRange range, CancellationToken cancellation) =>
        storage.Findings.PortionsAsync(range, FindingEntity.Read, cancellation);

    private async Task<IReadOnlyList<StoredFinding>> FindingsAsync(RowRange range, CancellationToken cancellation)
    {
        var findings = new List<StoredFinding>();
        await foreach (var entity in storage.Findings.QueryAsync<TableEntity>(range.Filter, cancellationToken: cancellation))
        {
            findings.Add(FindingEntity.Read(entity));
        }

        return findings;
    }
}
