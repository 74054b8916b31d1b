using Renstra.LocalHost.Host;
using Renstra.Testing.Azurite;

namespace Renstra.LocalHost.Tests.Host;

/// <summary>A played host with a recording app behind it and a storage account of its own, stopped together.</summary>
internal sealed class HostedApp : IAsyncDisposable
{
    private HostedApp(RecordingHandler handler, TestStorage storage, FunctionsHost host)
    {
        Handler = handler;
        Storage = storage;
        Host = host;
    }

    public RecordingHandler Handler { get; }

    public TestStorage Storage { get; }

    public FunctionsHost Host { get; }

    public IEnumerable<string> DeliveredBlobs => Handler.Requests.Select(request => request.BlobName);

    public static async Task<HostedApp> StartAsync(
        TestStorage storage, CancellationToken cancellation, Func<FunctionsHostOptions, FunctionsHostOptions>? configure = null)
    {
        var handler = await RecordingHandler.StartAsync(cancellation);
        var options = new FunctionsHostOptions
        {
            Handler = handler.Address,
            StorageConnectionString = storage.ConnectionString,
            Port = 0,
        };

        return new HostedApp(handler, storage, await FunctionsHost.StartAsync(configure?.Invoke(options) ?? options, cancellation));
    }

    public async Task UploadAsync(string name, string content, CancellationToken cancellation)
    {
        var container = Storage.Blobs().GetBlobContainerClient("kiriman");
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        await container.GetBlobClient(name).UploadAsync(BinaryData.FromString(content), overwrite: true, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Handler.DisposeAsync();
    }
}
