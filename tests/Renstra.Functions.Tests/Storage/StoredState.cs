using System.Globalization;
using Azure.Data.Tables;
using Renstra.Functions.Storage;

namespace Renstra.Functions.Tests.Storage;

/// <summary>All that lies in the tables and in the containers that the app writes, as one text to compare.</summary>
internal static class StoredState
{
    /// <summary>The columns that tell when something was processed. Everything else depends on the files received alone.</summary>
    private static readonly string[] ProcessingColumns =
        ["Timestamp", "odata.etag", SubmissionEntity.FinishedAtColumn, SubmissionEntity.DeliveredAtColumn];

    public static async Task<string> ReadAsync(App app, CancellationToken cancellation)
    {
        var lines = new List<string>();
        foreach (var name in StorageNames.Tables)
        {
            await foreach (var entity in app.Account.Tables().GetTableClient(name).QueryAsync<TableEntity>(cancellationToken: cancellation))
            {
                var columns = entity
                    .Where(column => !ProcessingColumns.Contains(column.Key))
                    .OrderBy(column => column.Key, StringComparer.Ordinal)
                    .Select(column => $"{column.Key}={Convert.ToString(column.Value, CultureInfo.InvariantCulture)}");
                lines.Add($"{name}: {string.Join(" | ", columns)}");
            }
        }

        foreach (var name in (string[])[StorageNames.ReceiptsContainer, StorageNames.ReleasesContainer])
        {
            var container = app.Account.Blobs().GetBlobContainerClient(name);
            await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellation))
            {
                var content = await container.GetBlobClient(blob.Name).DownloadContentAsync(cancellation);
                lines.Add($"{name}/{blob.Name} ({blob.Properties.ContentType}):\n{Convert.ToBase64String(content.Value.Content.ToMemory().Span)}");
            }
        }

        return string.Join('\n', lines);
    }
}
