using Renstra.Functions;
using Renstra.LocalHost.Host;
using Renstra.LocalHost.Host.Rpc;
using Renstra.LocalHost.Tests.Host.Worker;
using Renstra.Testing.Azurite;

namespace Renstra.LocalHost.Tests.Host;

/// <summary>A played host with a played worker behind it that has the app's functions, and a storage account of its own, stopped together.</summary>
internal sealed class HostedApp : IAsyncDisposable
{
    private HostedApp(RecordingHandler http, WorkerScript worker, TestStorage storage, FunctionsHost host)
    {
        Http = http;
        Worker = worker;
        Storage = storage;
        Host = host;
    }

    /// <summary>Where the worker takes requests.</summary>
    public RecordingHandler Http { get; }

    /// <summary>The worker, or the workers, one after the other.</summary>
    public WorkerScript Worker { get; }

    public TestStorage Storage { get; }

    public FunctionsHost Host { get; }

    /// <summary>The blobs that functions were called with.</summary>
    public IEnumerable<string> DeliveredBlobs => CallsOf("IngestSubmission").Select(call => call.TriggerMetadata["name"].String);

    public static async Task<HostedApp> StartAsync(
        TestStorage storage, CancellationToken cancellation, Func<FunctionsHostOptions, FunctionsHostOptions>? configure = null)
    {
        var http = await RecordingHandler.StartAsync(cancellation);
        var worker = new WorkerScript { Functions = await FunctionsOfTheAppAsync(), Http = http.Address };
        var options = new FunctionsHostOptions
        {
            AppFolder = Path.GetDirectoryName(LocalApp.Program)!,
            Settings = new Dictionary<string, string> { ["RenstraStorage"] = storage.ConnectionString },
            StartWorker = worker.Start,
            Port = 0,
        };
        return new HostedApp(http, worker, storage, await FunctionsHost.StartAsync(configure?.Invoke(options) ?? options, cancellation));
    }

    /// <summary>What the app's worker says of its functions, from the app itself.</summary>
    public static async Task<IReadOnlyList<RpcFunctionMetadata>> FunctionsOfTheAppAsync()
    {
        var functions = await new GeneratedFunctionMetadataProvider().GetFunctionMetadataAsync("");
        return
        [
            .. functions.Select(function => new RpcFunctionMetadata
            {
                Name = function.Name,
                FunctionId = "id of " + function.Name,
                EntryPoint = function.EntryPoint,
                ScriptFile = function.ScriptFile,
                RawBindings = { function.RawBindings },
            }),
        ];
    }

    public IReadOnlyList<InvocationRequest> CallsOf(string function) => [.. Worker.Calls.Where(call => call.FunctionId == "id of " + function)];

    public async Task UploadAsync(string name, string content, CancellationToken cancellation)
    {
        var container = Storage.Blobs().GetBlobContainerClient("kiriman");
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        await container.GetBlobClient(name).UploadAsync(BinaryData.FromString(content), overwrite: true, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Http.DisposeAsync();
    }
}
