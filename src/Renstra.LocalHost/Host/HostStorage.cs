using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;

namespace Renstra.LocalHost.Host;

/// <summary>What the Functions host itself keeps in storage, under the names it uses in Azure.</summary>
/// <param name="connectionString">The account of the app.</param>
internal sealed class HostStorage(string connectionString)
{
    /// <summary>The queue of blobs that were given up.</summary>
    public const string PoisonQueue = "webjobs-blobtrigger-poison";

    private const string HostId = "localhost";

    private readonly BlobContainerClient _container = new(connectionString, "azure-webjobs-hosts");
    private readonly QueueClient _poison =
        new(connectionString, PoisonQueue, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    /// <summary>A container of the account.</summary>
    public BlobContainerClient Container(string name) => new(connectionString, name);

    /// <summary>Makes the places that it writes to.</summary>
    public async Task CreateAsync(CancellationToken cancellation)
    {
        await _container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        await _poison.CreateIfNotExistsAsync(cancellationToken: cancellation);
    }

    /// <summary>The versions of blobs that <paramref name="function"/> is done with.</summary>
    public async Task<HashSet<BlobVersion>> ReceiptsAsync(BlobFunction function, CancellationToken cancellation)
    {
        var prefix = ReceiptPrefix(function);
        var receipts = new HashSet<BlobVersion>();
        var options = new GetBlobsOptions { Prefix = prefix };
        await foreach (var blob in _container.GetBlobsAsync(options, cancellation))
        {
            // The ETag comes first because names contain slashes.
            var parts = blob.Name[prefix.Length..].Split('/', 3);
            receipts.Add(new BlobVersion(parts[2], parts[0]));
        }

        return receipts;
    }

    /// <summary>Records that <paramref name="function"/> is done with a version of a blob, for good.</summary>
    public async Task AddReceiptAsync(BlobFunction function, BlobVersion version, CancellationToken cancellation) =>
        await _container.GetBlobClient($"{ReceiptPrefix(function)}{version.ETag}/{function.Path.Container}/{version.Name}")
            .UploadAsync(BinaryData.Empty, overwrite: true, cancellation);

    /// <summary>Sets a blob aside that <paramref name="function"/> has failed on as often as it may.</summary>
    public async Task AddPoisonAsync(BlobFunction function, BlobVersion version, CancellationToken cancellation)
    {
        var message = JsonSerializer.Serialize(new
        {
            Type = "BlobTrigger",
            FunctionId = FunctionId(function.Name),
            BlobType = "BlockBlob",
            ContainerName = function.Path.Container,
            BlobName = version.Name,
            version.ETag,
        });
        await _poison.SendMessageAsync(message, cancellation);
    }

    /// <summary>What is remembered of a timer; null when it has never run.</summary>
    public async Task<TimerStatus?> TimerStatusAsync(TimerFunction function, CancellationToken cancellation)
    {
        try
        {
            var content = await TimerStatusBlob(function).DownloadContentAsync(cancellation);

            return content.Value.Content.ToObjectFromJson<TimerStatus>();
        }
        catch (RequestFailedException exception) when (exception.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    /// <summary>Remembers a timer's state.</summary>
    public async Task SetTimerStatusAsync(TimerFunction function, TimerStatus status, CancellationToken cancellation) =>
        await TimerStatusBlob(function).UploadAsync(BinaryData.FromObjectAsJson(status), overwrite: true, cancellation);

    private static string FunctionId(string name) => "Host.Functions." + name;

    private static string ReceiptPrefix(BlobFunction function) => $"blobreceipts/{HostId}/{FunctionId(function.Name)}/";

    private BlobClient TimerStatusBlob(TimerFunction function) =>
        _container.GetBlobClient($"timers/{HostId}/{FunctionId(function.Name)}/status");
}
