using System.Text;
using Azure.Storage.Blobs.Models;
using Renstra.Functions.Storage;
using Renstra.Transform.Receipts;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Ingestion;

/// <summary>Receipts in <c>tanda-terima</c>: of each submission a page for its sender, and the same as JSON.</summary>
internal sealed class ReceiptBlobs(StorageClients storage)
{
    /// <summary>The name of the page: <c>&lt;month received&gt;/&lt;submission&gt;.html</c>.</summary>
    public static string PageName(SubmissionId submission) => $"{SubmissionKeys.Partition(submission)}/{submission}.html";

    /// <summary>The name of the JSON: <c>&lt;month received&gt;/&lt;submission&gt;.json</c>.</summary>
    public static string JsonName(SubmissionId submission) => $"{SubmissionKeys.Partition(submission)}/{submission}.json";

    /// <summary>Writes both; written again they are the same, byte for byte.</summary>
    public async Task WriteAsync(Receipt receipt, CancellationToken cancellation)
    {
        await WriteAsync(JsonName(receipt.Submission), ReceiptJson.Write(receipt), "application/json", cancellation);
        await WriteAsync(PageName(receipt.Submission), Encoding.UTF8.GetBytes(ReceiptPage.Write(receipt)), "text/html; charset=utf-8", cancellation);
    }

    private Task WriteAsync(string name, byte[] content, string type, CancellationToken cancellation) =>
        storage.ReceiptBlobs.GetBlobClient(name).UploadAsync(
            new BinaryData(content), new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = type } }, cancellation);
}
