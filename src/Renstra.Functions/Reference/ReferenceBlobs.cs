using System.Text;
using Azure;
using Azure.Storage.Blobs.Models;
using Renstra.Functions.Storage;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Reference;

/// <summary>
/// The container of reference data: files that override shipped ones lie at its root under the names of those, and every version
/// that ever came into force lies under <c>_versi/</c>. <c>_penarikan/</c> belongs to withdrawals.
/// </summary>
internal sealed class ReferenceBlobs(StorageClients storage)
{
    /// <summary>The longest overriding file that is read, in bytes.</summary>
    public const int LongestFile = 4 * 1024 * 1024;

    /// <summary>What lies here overrides nothing.</summary>
    public const string WithdrawalsFolder = "_penarikan/";

    private const string VersionsFolder = "_versi/";
    private const string VersionSuffix = ".json";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Looks at what is there, without reading it.</summary>
    public async Task<ReferenceListing> ListAsync(CancellationToken cancellation)
    {
        var overrides = new SortedDictionary<string, ReferenceOverride>(StringComparer.Ordinal);
        var kept = new SortedDictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        await foreach (var blob in storage.ReferenceBlobs.GetBlobsAsync(cancellationToken: cancellation))
        {
            if (blob.Name.StartsWith(WithdrawalsFolder, StringComparison.Ordinal))
            {
                continue;
            }

            if (!blob.Name.StartsWith(VersionsFolder, StringComparison.Ordinal))
            {
                overrides.Add(blob.Name, new ReferenceOverride(blob.Properties.ETag!.Value, blob.Properties.ContentLength!.Value));
            }
            else
            {
                kept.Add(blob.Name[VersionsFolder.Length..^VersionSuffix.Length], blob.Properties.LastModified!.Value);
            }
        }

        return new ReferenceListing(overrides, kept);
    }

    /// <summary>The shipped files, overridden by those in the container.</summary>
    /// <exception cref="ReferenceDataException">A file cannot override any; all such files are named.</exception>
    public async Task<ReferenceFiles> ReadAsync(ReferenceListing listing, CancellationToken cancellation)
    {
        var files = ReferenceFiles.Shipped;
        var problems = new List<ReferenceProblem>();
        foreach (var (name, file) in listing.Overrides)
        {
            if (!files.Names.Contains(name))
            {
                problems.Add(new ReferenceProblem(name, 0, $"is no reference file; there are {string.Join(", ", files.Names)}"));
            }
            else if (file.Size > LongestFile)
            {
                problems.Add(new ReferenceProblem(name, 0, FormattableString.Invariant($"has {file.Size} bytes; {LongestFile} are the most")));
            }
            else if (await TryReadAsync(name, problems, cancellation) is { } content)
            {
                files = files.With(name, content);
            }
        }

        return problems.Count == 0 ? files : throw new ReferenceDataException(problems);
    }

    /// <summary>Keeps a version as the one that was last put into force.</summary>
    public Task KeepAsync(string version, KeptReference kept, CancellationToken cancellation) =>
        storage.ReferenceBlobs.GetBlobClient(NameOf(version)).UploadAsync(
            BinaryData.FromObjectAsJson(kept),
            new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } },
            cancellation);

    /// <summary>A version that was in force; null when there is none of that name.</summary>
    public async Task<KeptReference?> FindAsync(string version, CancellationToken cancellation)
    {
        try
        {
            var download = await storage.ReferenceBlobs.GetBlobClient(NameOf(version)).DownloadContentAsync(cancellation);
            return download.Value.Content.ToObjectFromJson<KeptReference>();
        }
        catch (RequestFailedException gone) when (gone.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    private static string NameOf(string version) => VersionsFolder + version + VersionSuffix;

    private async Task<string?> TryReadAsync(string name, List<ReferenceProblem> problems, CancellationToken cancellation)
    {
        var download = await storage.ReferenceBlobs.GetBlobClient(name).DownloadContentAsync(cancellation);
        try
        {
            return Utf8.GetString(download.Value.Content.ToMemory().Span);
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new ReferenceProblem(name, 0, "is not UTF-8; save it as CSV UTF-8"));
            return null;
        }
    }
}
