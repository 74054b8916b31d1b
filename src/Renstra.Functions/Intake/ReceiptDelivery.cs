using System.Text;
using Azure;
using Azure.Storage.Blobs.Models;
using Renstra.Functions.Ingestion;
using Renstra.Functions.Storage;
using Renstra.Transform.Receipts;

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
    TimeProvider clock,
    ILogger<ReceiptDelivery> logger)
{
    // A receipt becomes visible under its name when it is whole.
    private const string Unfinished = ".tmp";

    /// <summary>Delivers the receipts, among those of some submissions, that are there and not delivered yet.</summary>
    public async Task DeliverAsync(SharedFolder folder, IEnumerable<StoredSubmission> recent, CancellationToken cancellation)
    {
        foreach (var submission in recent.Where(submission => submission is { IsFinished: true, DeliveredAt: null }))
        {
            await DeliverAsync(folder, submission, cancellation);
        }
    }

    private async Task DeliverAsync(SharedFolder folder, StoredSubmission submission, CancellationToken cancellation)
    {
        if (await SenderOfAsync(folder, submission, cancellation) is not { } sender)
        {
            logger.ReceiptWaits(submission.ReceiptNumber, "the sender has no folder");
            return;
        }

        // The page comes last: who sees it finds the workbook beside it. Stopped before both are recorded, the next run writes both
        // again, under the same names.
        if (await receipts.WorkbookAsync(submission.Id, cancellation) is { } workbook
            && !await TryPutAsync(sender, submission, workbook.Extension, workbook.Content, cancellation))
        {
            return;
        }

        var page = await comparison.PageAsync(submission.Id, cancellation);
        if (!await TryPutAsync(sender, submission, ".html", Encoding.UTF8.GetBytes(page), cancellation))
        {
            return;
        }

        await submissions.MarkDeliveredAsync(submission.Id, clock.GetUtcNow(), cancellation);
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
            logger.ReceiptWaits(submission.ReceiptNumber, trouble.Message);
            return false;
        }

        logger.ReceiptDelivered(submission.ReceiptNumber, path);
        return true;
    }

    /// <summary>The folder that a file was collected from; for a file that came another way, its region's.</summary>
    private async Task<SenderFolder?> SenderOfAsync(SharedFolder folder, StoredSubmission submission, CancellationToken cancellation)
    {
        try
        {
            var blob = await storage.SubmissionBlobs.GetBlobClient(submission.BlobName).GetPropertiesAsync(cancellationToken: cancellation);
            if (CollectedBlobs.FolderOf(blob.Value) is { } name && folder.Sender(name) is var sender && Directory.Exists(sender.Path))
            {
                return sender;
            }
        }
        catch (RequestFailedException gone) when (gone.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            // What is left is the region in the blob's name.
        }

        return submission.Folder is { } region ? folder.SenderOf(region) : null;
    }
}
