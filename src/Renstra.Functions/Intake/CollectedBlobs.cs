using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Renstra.Functions.Ingestion;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Intake;

/// <summary>What was collected of one sender's folder before: to go on with an interrupted drop, and never to go back in time.</summary>
internal sealed class CollectedBlobs
{
    /// <summary>Metadata: what tells a retry of the same drop.</summary>
    private const string DropMetadata = "drop";

    /// <summary>Metadata: the name of the sender's folder, percent-encoded.</summary>
    private const string FolderMetadata = "folder";

    private readonly BlobContainerClient _container;
    private readonly SenderFolder _sender;
    private readonly ILookup<string, SubmissionId> _drops;
    private DateTimeOffset _last;

    private CollectedBlobs(BlobContainerClient container, SenderFolder sender, IReadOnlyCollection<(string Drop, SubmissionId Submission)> blobs)
    {
        _container = container;
        _sender = sender;
        _drops = blobs.ToLookup(blob => blob.Drop, blob => blob.Submission, StringComparer.Ordinal);
        _last = blobs.Count == 0 ? DateTimeOffset.MinValue : blobs.Max(blob => blob.Submission.SubmittedAt);
    }

    public static async Task<CollectedBlobs> OfAsync(BlobContainerClient container, SenderFolder sender, CancellationToken cancellation)
    {
        var blobs = new List<(string, SubmissionId)>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, SubmissionBlobName.Prefix(sender.Region), cancellation))
        {
            if (SubmissionBlobName.Parse(blob.Name).Submission is { } submission)
            {
                blobs.Add((blob.Metadata.TryGetValue(DropMetadata, out var drop) ? drop : "", submission));
            }
        }

        return new CollectedBlobs(container, sender, blobs);
    }

    /// <summary>The name of the folder that a blob was collected from; null when it was not collected.</summary>
    public static string? FolderOf(BlobProperties properties) =>
        properties.Metadata.TryGetValue(FolderMetadata, out var folder) ? Uri.UnescapeDataString(folder) : null;

    /// <summary>The submissions that a drop has already become.</summary>
    public IEnumerable<SubmissionId> Of(string drop) => _drops[drop];

    /// <summary>Uploads a drop as a new submission, later than all before it.</summary>
    public async Task<SubmissionId> UploadAsync(Snapshot snapshot, string fileName, string drop, DateTimeOffset now, CancellationToken cancellation)
    {
        var options = new BlobUploadOptions
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            Metadata = new Dictionary<string, string>
            {
                [DropMetadata] = drop,
                [FolderMetadata] = Uri.EscapeDataString(_sender.Name),
            },
        };
        while (true)
        {
            var earliest = _last.AddMilliseconds(1);
            var submission = SubmissionId.Of(now > earliest ? now : earliest, snapshot.Sha256);
            _last = submission.SubmittedAt;
            try
            {
                await _container.GetBlobClient(SubmissionBlobName.For(_sender.Region, submission, fileName)).UploadAsync(snapshot.Content, options, cancellation);
                return submission;
            }
            catch (RequestFailedException taken) when (taken.Status == StatusCodes.Status409Conflict)
            {
                // A name is never used twice: the next millisecond is free.
            }
        }
    }
}
