using Azure;
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

    public TableClient ReleaseChanges { get; } = tables.GetTableClient(StorageNames.ReleaseChangesTable);

    public BlobContainerClient SubmissionBlobs { get; } = blobs.GetBlobContainerClient(StorageNames.SubmissionsContainer);

    public BlobContainerClient ReceiptBlobs { get; } = blobs.GetBlobContainerClient(StorageNames.ReceiptsContainer);

    public BlobContainerClient ReleaseBlobs { get; } = blobs.GetBlobContainerClient(StorageNames.ReleasesContainer);

    public BlobContainerClient ReferenceBlobs { get; } = blobs.GetBlobContainerClient(StorageNames.ReferenceContainer);

    public BlobContainerClient ReminderBlobs { get; } = blobs.GetBlobContainerClient(StorageNames.RemindersContainer);

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

    /// <summary>The tables and containers that are not there. An empty one is there.</summary>
    public async Task<IReadOnlyList<string>> FindMissingAsync(CancellationToken cancellation)
    {
        var looks = StorageNames.Tables.Select(name => MissingTableAsync(name, cancellation))
            .Concat(StorageNames.Containers.Select(name => MissingContainerAsync(name, cancellation)));
        return [.. (await Task.WhenAll(looks)).OfType<string>()];
    }

    private async Task<string?> MissingTableAsync(string name, CancellationToken cancellation)
    {
        try
        {
            // No entity has an empty partition key: the cheapest question that a table which is there answers.
            await tables.GetTableClient(name)
                .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {""}"), maxPerPage: 1, cancellationToken: cancellation)
                .AnyAsync(cancellation);
            return null;
        }
        catch (RequestFailedException gone) when (gone.Status == StatusCodes.Status404NotFound)
        {
            return $"table {name}";
        }
    }

    private async Task<string?> MissingContainerAsync(string name, CancellationToken cancellation) =>
        await blobs.GetBlobContainerClient(name).ExistsAsync(cancellation) ? null : $"container {name}";
}
