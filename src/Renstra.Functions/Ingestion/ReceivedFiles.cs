using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using Renstra.Functions.Storage;
using Renstra.Transform.Receipts;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Ingestion;

/// <summary>Reads files from <c>kiriman</c>. Bytes and times come from one download, never from what the host says of the blob.</summary>
internal sealed class ReceivedFiles(StorageClients storage, IOptions<IngestionOptions> options)
{
    /// <summary>The file of a name; null when it is gone.</summary>
    public async Task<ReceivedFile?> FindAsync(string blobName, CancellationToken cancellation)
    {
        var blob = storage.SubmissionBlobs.GetBlobClient(blobName);
        while (true)
        {
            if (await blob.DownloadStreamingAsync(new BlobDownloadOptions(), cancellation).FoundAsync() is not { } download)
            {
                return null;
            }

            using (download)
            {
                // Size and ETag come before the bytes; those of a file that is too long are left where they are.
                var (details, size) = (download.Details, download.Details.ContentLength);
                if (size > options.Value.MaxFileBytes)
                {
                    return ReceivedFile.TooLong(blobName, size, details.ETag, details.LastModified);
                }

                var bytes = new MemoryStream((int)size);
                if (await download.Content.CopyToAsync(bytes, cancellation).WonAsync())
                {
                    return ReceivedFile.Read(blobName, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), details.LastModified);
                }

                // A broken connection was taken up again, and the blob had been overwritten meanwhile.
            }
        }
    }
}

/// <summary>A file of <c>kiriman</c> as it was found.</summary>
/// <param name="BlobName">Its name there.</param>
/// <param name="Id">Its identity.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Content">What is in it, and the SHA-256 of that; null for a file that is too long to be read.</param>
internal sealed record ReceivedFile(string BlobName, SubmissionId Id, long Size, ReceivedContent? Content)
{
    // As many as there are milliseconds in the whole seconds that storage tells.
    private const int Milliseconds = 1000;

    private readonly SubmissionBlobName _name = SubmissionBlobName.Parse(BlobName);

    /// <summary>What is known of it besides its bytes.</summary>
    public SubmissionSource SourceOf(SubmissionId submission) => new(_name.FileName, _name.Folder, submission.SubmittedAt);

    /// <summary>The file as it arrives.</summary>
    /// <param name="submission">Under which identity.</param>
    /// <param name="referenceVersion">The reference data that it is to be read by.</param>
    public StoredSubmission Arrival(SubmissionId submission, string referenceVersion) => new()
    {
        Id = submission,
        BlobName = BlobName,
        FileName = _name.FileName,
        Folder = _name.Folder,
        Size = Size,
        Sha256 = Content?.Sha256,
        ReceiptNumber = ReceiptNumber.Of(submission, BlobName),
        ReferenceVersion = referenceVersion,
    };

    /// <summary>A file with its bytes. The identity in a name is believed when its hash is that of the bytes.</summary>
    public static ReceivedFile Read(string blobName, ReadOnlyMemory<byte> bytes, DateTimeOffset lastModified)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var claimed = SubmissionBlobName.Parse(blobName).Submission;
        var id = claimed is { } submission && sha256.StartsWith(submission.Hash12, StringComparison.Ordinal)
            ? submission
            : SubmissionId.Of(Refine(lastModified, blobName), sha256);
        return new ReceivedFile(blobName, id, bytes.Length, new ReceivedContent(bytes, sha256));
    }

    /// <summary>
    /// A file that is too long to be read. Its identity is the one in its name, or else made of what is known without its bytes; it
    /// has no report, so that nothing is counted under it.
    /// </summary>
    public static ReceivedFile TooLong(string blobName, long size, ETag etag, DateTimeOffset lastModified) => new(
        blobName,
        SubmissionBlobName.Parse(blobName).Submission ?? SubmissionId.Of(Refine(lastModified, blobName), Hash(FormattableString.Invariant($"{blobName}\n{size}\n{etag}"))),
        size,
        null);

    /// <summary>
    /// Storage tells a blob's time in whole seconds. Its milliseconds are made of its name, so that the same bytes put into two
    /// folders within a second stay two submissions, whichever of them is delivered first.
    /// </summary>
    private static DateTimeOffset Refine(DateTimeOffset lastModified, string blobName) =>
        lastModified.AddMilliseconds(Convert.ToInt32(Hash(blobName)[..7], 16) % Milliseconds);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>What is in a file.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="Sha256">Their SHA-256, 64 lower-case hexadecimal digits.</param>
internal sealed record ReceivedContent(ReadOnlyMemory<byte> Bytes, string Sha256);
