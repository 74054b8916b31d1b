using System.Text;
using Azure.Storage.Blobs.Models;
using Renstra.Functions.Storage;
using Renstra.Transform.Receipts;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Ingestion;

/// <summary>
/// Receipts in <c>tanda-terima</c>: of each submission a page for its sender, the same as JSON, and of one that is not accepted whole
/// a workbook. Written again they are the same, byte for byte.
/// </summary>
internal sealed class ReceiptBlobs(StorageClients storage)
{
    private const string PageExtension = ".html";
    private const string JsonExtension = ".json";

    /// <summary>The name of the page: <c>&lt;month received&gt;/&lt;submission&gt;.html</c>.</summary>
    public static string PageName(SubmissionId submission) => Name(submission, PageExtension);

    /// <summary>The name of the JSON: <c>&lt;month received&gt;/&lt;submission&gt;.json</c>.</summary>
    public static string JsonName(SubmissionId submission) => Name(submission, JsonExtension);

    /// <summary>Writes all that a receipt consists of.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="workbook">Its workbook; null when it has none.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task WriteAsync(Receipt receipt, ReceiptWorkbook? workbook, CancellationToken cancellation) => Task.WhenAll(
        WriteAsync(JsonName(receipt.Submission), new BinaryData(ReceiptJson.Write(receipt)), "application/json", cancellation),
        WriteAsync(PageName(receipt.Submission), new BinaryData(Encoding.UTF8.GetBytes(ReceiptPage.Write(receipt))), "text/html; charset=utf-8", cancellation),
        workbook is null
            ? Task.CompletedTask
            : WriteAsync(Name(receipt.Submission, workbook.Extension), new BinaryData(workbook.Content), "application/octet-stream", cancellation));

    /// <summary>Reads the page.</summary>
    public async Task<string> PageAsync(SubmissionId submission, CancellationToken cancellation) =>
        (await ReadAsync(PageName(submission), cancellation)).ToString();

    /// <summary>Reads the JSON.</summary>
    public Task<BinaryData> JsonAsync(SubmissionId submission, CancellationToken cancellation) => ReadAsync(JsonName(submission), cancellation);

    /// <summary>Reads the workbook; null when the receipt has none.</summary>
    public async Task<ReceiptWorkbook?> WorkbookAsync(SubmissionId submission, CancellationToken cancellation)
    {
        await foreach (var blob in storage.ReceiptBlobs.GetBlobsAsync(BlobTraits.None, BlobStates.None, Name(submission, "."), cancellation))
        {
            if (Path.GetExtension(blob.Name) is var extension and not (PageExtension or JsonExtension))
            {
                return new ReceiptWorkbook((await ReadAsync(blob.Name, cancellation)).ToMemory(), extension);
            }
        }

        return null;
    }

    private static string Name(SubmissionId submission, string extension) => $"{SubmissionKeys.Partition(submission)}/{submission}{extension}";

    private async Task<BinaryData> ReadAsync(string name, CancellationToken cancellation) =>
        (await storage.ReceiptBlobs.GetBlobClient(name).DownloadContentAsync(cancellation)).Value.Content;

    private Task WriteAsync(string name, BinaryData content, string type, CancellationToken cancellation) =>
        storage.ReceiptBlobs.GetBlobClient(name).UploadAsync(
            content, new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = type } }, cancellation);
}
