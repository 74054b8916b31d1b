using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Renstra.Functions.Storage;

/// <summary>The clients of every table and container, each made once.</summary>
internal sealed class StorageClients(TableServiceClient tables, BlobServiceClient blobs)
{
    public TableClient Submissions { get; } = tables.GetTableClient(StorageNames.SubmissionsTable);

    public TableClient Findings { get; } = tables.GetTableClient(StorageNames.FindingsTable);

    public TableClient History { get; } = tables.GetTableClient(StorageNames.HistoryTable);

    public TableClient Reports { get; } = tables.GetTableClient(StorageNames.ReportsTable);

    public TableClient Releases { get; } = tables.GetTableClient(StorageNames.ReleasesTable);

    public TableClient ReleasedRows { get; } = tables.GetTableClient(StorageNames.ReleasedRowsTable);

    public BlobContainerClient SubmissionBlobs { get; } = blobs.GetBlobContainerClient(StorageNames.SubmissionsContainer);

    public BlobContainerClient ReceiptBlobs { get; } = blobs.GetBlobContainerClient(StorageNames.ReceiptsContainer);

    public BlobContainerClient ReleaseBlobs { get; } = blobs.GetBlobContainerClient(StorageNames.ReleasesContainer);

    public BlobContainerClient ReferenceBlobs { get; } = blobs.GetBlobContainerClient(StorageNames.ReferenceContainer);

    /// <summary>Makes whatever table or container is not there yet. In Azure the deployment does it; a laptop and tests do it here.</summary>
    public async Task CreateAsync(CancellationToken cancellation)
    {
        foreach (var table in StorageNames.Tables)
        {
            await tables.GetTableClient(table).CreateIfNotExistsAsync(cancellation);
        }

        foreach (var container in StorageNames.Containers)
        {
            await blobs.GetBlobContainerClient(container).CreateIfNotExistsAsync(cancellationToken: cancellation);
        }
    }
}
