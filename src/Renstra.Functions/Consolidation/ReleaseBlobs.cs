using System.Text.Json;
using Azure.Storage.Blobs.Models;
using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;
using Renstra.Transform.Releases;

namespace Renstra.Functions.Consolidation;

/// <summary>
/// The files of releases in <c>penetapan</c>: <c>&lt;month&gt;/&lt;fingerprint12&gt;/&lt;n 0000&gt;/&lt;name&gt;</c>. The number is part of it,
/// because the files tell what changed since the release before: a month that goes from A to B and back to A has the same fingerprint
/// twice.
/// </summary>
internal sealed class ReleaseBlobs(StorageClients storage)
{
    /// <summary>The name of a release's file.</summary>
    public static string NameOf(ReportingMonth month, string fingerprint, int number, string file) =>
        $"{month}/{fingerprint}/{ReleaseKeys.Row(number)}/{file}";

    /// <summary>The release that a file of this name belongs to.</summary>
    public static (ReportingMonth Month, int Number, string Fingerprint) ReleaseOf(string blobName)
    {
        var parts = blobName.Split('/');
        return (ReportingMonth.Parse(parts[0]), ReleaseKeys.ParseNumber(parts[2]), parts[1]);
    }

    /// <summary>Writes the files of a release; written again they are the same, byte for byte.</summary>
    public Task WriteAsync(ReleaseContent content, IEnumerable<ReleaseFile> files, CancellationToken cancellation) => Task.WhenAll(files.Select(file =>
        storage.ReleaseBlobs.GetBlobClient(NameOf(content.Month, content.Fingerprint, content.Number, file.Name)).UploadAsync(
            new BinaryData(file.Content), new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = file.ContentType } }, cancellation)));

    /// <summary>What a release rests on, and the version of the layout of its files.</summary>
    /// <returns>Null when the list is gone; without sources when it can no longer be read. Neither keeps anything else from being done.</returns>
    public async Task<(IReadOnlyList<NamedSource>? Sources, int FilesVersion)?> FindSourcesAsync(Release release, CancellationToken cancellation)
    {
        if (await FindAsync(release, ReleaseFiles.SourcesName, cancellation) is not { } list)
        {
            return null;
        }

        try
        {
            return (ReleaseSourcesJson.Read(list.Span), ReleaseSourcesJson.FilesVersionOf(list.Span));
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException)
        {
            return (null, 0);
        }
    }

    /// <summary>A file of a release; null when it is gone.</summary>
    public async Task<ReadOnlyMemory<byte>?> FindAsync(Release release, string file, CancellationToken cancellation) =>
        (await storage.ReleaseBlobs.GetBlobClient(NameOf(release.Month, release.Fingerprint, release.Number, file)).DownloadContentAsync(cancellation).FoundAsync())
            ?.Content.ToMemory();
}
