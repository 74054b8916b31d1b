using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using Renstra.Functions.Storage;

namespace Renstra.Functions.Ingestion;

/// <summary>Reads files from <c>kiriman</c>. Bytes and times come from one download, never from what the host says of the blob.</summary>
internal sealed class ReceivedFiles(StorageClients storage, IOptions<IngestionOptions> options)
{
    /// <summary>The file of a name; null when it is gone.</summary>
    public async Task<ReceivedFile?> FindAsync(string blobName, CancellationToken cancellation)
    {
        var blob = storage.SubmissionBlobs.GetBlobClient(blobName);
        try
        {
            while (true)
            {
                if (await TryReadAsync(blob, cancellation) is { } file)
                {
                    return file;
                }
            }
        }
        catch (RequestFailedException gone) when (gone.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    /// <summary>Null when the blob was overwritten between the look at its size and the download.</summary>
    private async Task<ReceivedFile?> TryReadAsync(BlobClient blob, CancellationToken cancellation)
    {
        var properties = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
        if (properties.ContentLength > options.Value.MaxFileBytes)
        {
            return ReceivedFile.TooLong(blob.Name, properties.ContentLength, properties.ETag, properties.LastModified);
        }

        try
        {
            var sameBlob = new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = properties.ETag } };
            var download = (await blob.DownloadContentAsync(sameBlob, cancellation)).Value;
            return ReceivedFile.Read(blob.Name, download.Content.ToMemory(), download.Details.LastModified);
        }
        catch (RequestFailedException changed) when (changed.Status == StatusCodes.Status412PreconditionFailed)
        {
            return null;
        }
    }
}
