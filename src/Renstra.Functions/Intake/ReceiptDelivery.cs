using System.Text;
using Renstra.Functions.Ingestion;
using Renstra.Functions.Storage;
using Renstra.Functions.Withdrawals;
using Renstra.Transform.Receipts;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Intake;

/// <summary>
/// Puts receipts into the folders that the files came from. That a receipt was delivered is recorded, not inferred: an officer may
/// delete it, and it does not come back.
/// </summary>
internal sealed class ReceiptDelivery(
    StorageClients storage,
    ReceiptBlobs receipts,
    ReceiptComparison comparison,
    SubmissionStore submissions,
    WithdrawalSweep withdrawals,
    Waiting waiting,
    TimeProvider clock,
    ILogger<ReceiptDelivery> logger)
{
    // A receipt becomes visible under its name when it is whole.
    private const string Unfinished = ".tmp";

    /// <summary>Delivers the receipts, among those of some submissions, that are there and not delivered yet.</summary>
    /// <param name="folder">The shared folder.</param>
    /// <param name="recent">The submissions received lately.</param>
    /// <param name="work">Keeps a receipt that fails from stopping the others.</param>
    /// <param name="cancellation">Stops between two receipts.</param>
    public async Task DeliverAsync(SharedFolder folder, IReadOnlyList<StoredSubmission> recent, IndependentWork work, CancellationToken cancellation)
    {
        var undelivered = recent.Where(submission => submission is { IsFinished: true, DeliveredAt: null }).ToList();
        if (undelivered.Count == 0)
        {
            return;
        }

        var senders = folder.Senders().ToList();
        var withdrawn = await withdrawals.LastSeenAsync(cancellation);
        foreach (var submission in undelivered)
        {
            await work.TryAsync($"receipt {submission.ReceiptNumber}", () => DeliverAsync(senders, submission, withdrawn, cancellation), cancellation);
        }
    }

    private async Task DeliverAsync(
        IReadOnlyList<SenderFolder> senders, StoredSubmission submission, IReadOnlySet<SubmissionId> withdrawn, CancellationToken cancellation)
    {
        if (await SenderOfAsync(senders, submission, cancellation) is not { } sender)
        {
            waiting.Say(submission.ReceiptNumber, DateTimeOffset.MinValue, "its sender has no folder; someone has to make one", logger.ReceiptWaits);
            return;
        }

        var page = comparison.PageAsync(submission.Id, withdrawn, cancellation);

        // The page comes last: who sees it finds the workbook beside it. Stopped before both are recorded, the next run writes both
        // again, under the same names.
        var workbook = submission.Outcome!.Verdict == Verdict.Diterima ? null : await receipts.WorkbookAsync(submission.Id, cancellation);
        if ((workbook is null || await TryPutAsync(sender, submission, workbook.Extension, workbook.Content, cancellation))
            && await TryPutAsync(sender, submission, ".html", Encoding.UTF8.GetBytes(await page), cancellation))
        {
            await submissions.MarkDeliveredAsync(submission.Id, clock.GetUtcNow(), cancellation);
            waiting.End(submission.ReceiptNumber);
        }
    }

    private async Task<bool> TryPutAsync(
        SenderFolder sender, StoredSubmission submission, string extension, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var path = Path.Combine(
            sender.Path,
            SharedFolder.Receipts,
            ReceiptFileName.For(submission.FileName, submission.Outcome!.Verdict, submission.ReceiptNumber, extension));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path + Unfinished, content, cancellation);
            File.Move(path + Unfinished, path, overwrite: true);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            waiting.Say(submission.ReceiptNumber, submission.Outcome.FinishedAt, trouble.Message, logger.ReceiptWaits);
            return false;
        }

        logger.ReceiptDelivered(submission.ReceiptNumber, path);
        return true;
    }

    /// <summary>
    /// The folder that a file was collected from; for a file that came another way, its region's. What the blob says is only compared
    /// with the folders that are there: anyone who can write into <c>kiriman</c> can say anything.
    /// </summary>
    private async Task<SenderFolder?> SenderOfAsync(IReadOnlyList<SenderFolder> senders, StoredSubmission submission, CancellationToken cancellation)
    {
        var ofRegion = senders.Where(sender => submission.Folder is { } region && sender.Region == region).ToList();
        if (ofRegion.Count == 1)
        {
            return ofRegion[0];
        }

        var blob = await storage.SubmissionBlobs.GetBlobClient(submission.BlobName).GetPropertiesAsync(cancellationToken: cancellation).FoundAsync();
        var name = blob is null ? null : CollectedBlobs.FolderOf(blob.Metadata);
        return senders.FirstOrDefault(sender => sender.Name == name) ?? ofRegion.FirstOrDefault();
    }
}
