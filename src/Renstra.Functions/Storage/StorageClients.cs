using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Renstra.Functions.Storage;

/// <summary>Every table and container in one list: its client, made once, its store, its name.</summary>
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

    /// <summary>Registers the clients, and the store of every table.</summary>
    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<StorageClients>();
        services.AddSingleton<SubmissionStore>();
        services.AddSingleton<FindingStore>();
        services.AddSingleton<HistoryStore>();
        services.AddSingleton<ReportStore>();
        services.AddSingleton<ReleaseStore>();
        services.AddSingleton<ReleasedRowStore>();
        services.AddSingleton<ReleaseChangeStore>();
    }

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

/// <summary>The tables and containers of the product, as <c>infra/main.bicep</c> creates them.</summary>
internal static class StorageNames
{
    /// <summary>The setting that connects to storage: a connection string, or a section with service addresses and an identity.</summary>
    public const string Connection = "RenstraStorage";

    /// <summary>Every file received: <see cref="SubmissionKeys"/>.</summary>
    public const string SubmissionsTable = "LaporanMasuk";

    /// <summary>What was found in them: <see cref="FindingKeys"/>.</summary>
    public const string FindingsTable = "CatatanVerifikasi";

    /// <summary>Every report ever, accepted or returned, insert-only: <see cref="HistoryKeys"/>.</summary>
    public const string HistoryTable = "RiwayatLaporan";

    /// <summary>The report that stands under each key, a view of the history: <see cref="ReportKeys"/>.</summary>
    public const string ReportsTable = "Laporan";

    /// <summary>Releases, and the pointer to the one in force: <see cref="ReleaseKeys"/>.</summary>
    public const string ReleasesTable = "Penetapan";

    /// <summary>The rows of releases: <see cref="ReleasedRowKeys"/>.</summary>
    public const string ReleasedRowsTable = "KinerjaTetap";

    /// <summary>What releases changed about the ones before them: <see cref="ReleaseChangeKeys"/>.</summary>
    public const string ReleaseChangesTable = "PerubahanPenetapan";

    /// <summary>Files as received, never changed.</summary>
    public const string SubmissionsContainer = "kiriman";

    /// <summary>Receipts.</summary>
    public const string ReceiptsContainer = "tanda-terima";

    /// <summary>Release workbooks and CSV.</summary>
    public const string ReleasesContainer = "penetapan";

    /// <summary>Reference data that overrides what is shipped.</summary>
    public const string ReferenceContainer = "referensi";

    /// <summary>Reminders to offices.</summary>
    public const string RemindersContainer = "pengingat";

    /// <summary>Every table.</summary>
    public static readonly IReadOnlyList<string> Tables =
        [SubmissionsTable, FindingsTable, HistoryTable, ReportsTable, ReleasesTable, ReleasedRowsTable, ReleaseChangesTable];

    /// <summary>Every container.</summary>
    public static readonly IReadOnlyList<string> Containers =
        [SubmissionsContainer, ReceiptsContainer, ReleasesContainer, ReferenceContainer, RemindersContainer];
}
