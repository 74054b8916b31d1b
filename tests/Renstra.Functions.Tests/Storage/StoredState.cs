using System.Globalization;
using Azure.Data.Tables;
using Renstra.Functions.Storage;

namespace Renstra.Functions.Tests.Storage;

/// <summary>All that lies in the tables and in the container of receipts, as one text to compare.</summary>
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

        var receipts = app.Account.Blobs().GetBlobContainerClient(StorageNames.ReceiptsContainer);
        await foreach (var blob in receipts.GetBlobsAsync(cancellationToken: cancellation))
        {
            var content = await receipts.GetBlobClient(blob.Name).DownloadContentAsync(cancellation);
            lines.Add($"{blob.Name} ({blob.Properties.ContentType}):\n{content.Value.Content}");
        }

        return string.Join('\n', lines);
    }
}
