using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text.Json;
using Google.Protobuf;
using Renstra.Functions.Storage;
using Renstra.LocalHost.Host.Rpc;
using Renstra.LocalHost.Host.Worker;
using Renstra.Testing;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Hosting;

/// <summary>The worker as a process of its own, as the Functions host starts it, and the host's side of the conversation.</summary>
internal sealed class StartedWorker : IAsyncDisposable
{
    private readonly RpcServer _server;
    private readonly WorkerChannel _channel;
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;
    private readonly ConcurrentQueue<RpcLog> _log;
    private Dictionary<string, string> _ids = [];

    private StartedWorker(RpcServer server, WorkerChannel channel, Process process, ConcurrentQueue<RpcLog> log)
    {
        _server = server;
        _channel = channel;
        _process = process;
        _log = log;
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The app as its own build leaves it.</summary>
    public static string BuiltFolder { get; } = Path.GetDirectoryName(typeof(StartedWorker).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "WorkerProgram").Value!)!;

    /// <summary>Where it takes HTTP requests.</summary>
    public int HttpPort { get; private set; }

    /// <summary>What it has logged as errors so far.</summary>
    public IReadOnlyList<RpcLog> Errors => [.. _log.Where(line => line.Level >= RpcLog.Types.Level.Error)];

    /// <summary>The settings without which the app does not start, and all patience with storage on a machine that is busy.</summary>
    public static Dictionary<string, string> Settings(string storage) => new()
    {
        [StorageNames.Connection] = storage,
        ["Renstra__Hosting__HealthPatience"] = "00:03:50",
        ["Renstra__Feed__KeyHashes__0"] = new string('0', 64),
    };

    /// <summary>Starts it and has its functions loaded.</summary>
    public static Task<StartedWorker> StartAsync(TestStorage storage, CancellationToken cancellation, string? folder = null) =>
        StartAsync(Settings(storage.ConnectionString), cancellation, folder);

    /// <summary>Starts it with other settings and has its functions loaded.</summary>
    public static async Task<StartedWorker> StartAsync(Dictionary<string, string> settings, CancellationToken cancellation, string? folder = null)
    {
        var worker = await LaunchAsync(settings, folder ?? BuiltFolder, cancellation);
        try
        {
            var starting = worker._channel.StartAsync(folder ?? BuiltFolder, cancellation);
            if (await Task.WhenAny(starting, worker._process.WaitForExitAsync(cancellation)) != starting)
            {
                Assert.Fail($"The worker ended instead of starting: {await worker._errors}");
            }

            var (capabilities, functions) = await starting;
            worker._ids = functions.ToDictionary(function => function.Name, function => function.FunctionId);
            worker.HttpPort = new Uri(capabilities["HttpUri"]).Port;
            await worker.ListeningAsync(cancellation);
            return worker;
        }
        catch
        {
            await worker.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it, and speaks to it no further.</summary>
    /// <returns>How it ended.</returns>
    public static async Task<(int ExitCode, string Errors)> RunAsync(Dictionary<string, string> settings, CancellationToken cancellation)
    {
        await using var worker = await LaunchAsync(settings, BuiltFolder, cancellation);
        return await worker.EndAsync(cancellation);
    }

    /// <summary>Starts it, and asks it to end as the first thing that the host says: it has not started whole.</summary>
    /// <returns>How it ended.</returns>
    public static async Task<(int ExitCode, string Errors)> TerminateAtOnceAsync(Dictionary<string, string> settings, CancellationToken cancellation)
    {
        await using var worker = await LaunchAsync(settings, BuiltFolder, cancellation);
        return await worker.TerminateAsync(bySignal: false, cancellation);
    }

    /// <summary>Has a blob's function called as the host does.</summary>
    public Task<InvocationResponse> IngestAsync(string blobName, CancellationToken cancellation) =>
        InvokeAsync("IngestSubmission", "blob", new TypedData
        {
            ModelBindingData = new ModelBindingData
            {
                Version = "1.0",
                Source = "AzureStorageBlobs",
                ContentType = "application/json",
                Content = ByteString.CopyFrom(JsonSerializer.SerializeToUtf8Bytes(
                    new { StorageNames.Connection, ContainerName = StorageNames.SubmissionsContainer, BlobName = blobName })),
            },
        }, cancellation);

    /// <summary>Has a timer's function called as the host does.</summary>
    public Task<InvocationResponse> FireAsync(string function, CancellationToken cancellation) =>
        InvokeAsync(function, "timer", new TypedData { Json = "{\"IsPastDue\":false}" }, cancellation);

    /// <summary>Sends a client's request as the host forwards it, and the call that belongs to it.</summary>
    public async Task<(RawReply Reply, InvocationResponse Invocation)> SendAsync(
        string function, string method, string target, CancellationToken cancellation)
    {
        var request = Request(function, "request", new TypedData { Http = new RpcHttp() });
        var invoking = _channel.InvokeAsync(request, cancellation);
        var reply = await RawHttp.SendAsync(HttpPort, method, target, [.. Forwarded, $"x-ms-invocation-id: {request.InvocationId}"], [], cancellation);
        return (reply, await invoking);
    }

    /// <summary>Has a client begin a request and leave it before it is answered.</summary>
    public async Task<InvocationResponse> LeaveAsync(string function, string target, Func<CancellationToken, Task> when, CancellationToken cancellation)
    {
        var request = Request(function, "request", new TypedData { Http = new RpcHttp() });
        var invoking = _channel.InvokeAsync(request, cancellation);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var sending = RawHttp.SendAsync(HttpPort, "GET", target, [.. Forwarded, $"x-ms-invocation-id: {request.InvocationId}"], [], leaving.Token);
        await when(cancellation);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        return await invoking;
    }

    /// <summary>Sends a request past the host, once alone and once under the number of a call of the feed.</summary>
    public async Task TryAsync(string method, string target, CancellationToken cancellation)
    {
        await RawHttp.SendAsync(HttpPort, method, target, [FormattableString.Invariant($"Host: localhost:{HttpPort}")], [], cancellation);
        var request = Request("Feed", "request", new TypedData { Http = new RpcHttp() });
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var invoking = _channel.InvokeAsync(request, waiting.Token);
        await RawHttp.SendAsync(HttpPort, method, target, [FormattableString.Invariant($"Host: localhost:{HttpPort}"), $"x-ms-invocation-id: {request.InvocationId}"], [], cancellation);

        // Where no route took the request, the worker waits for the call's other half and gives up on its own.
        await waiting.CancelAsync();
        await ((Task)invoking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>The headers that the host's proxy adds.</summary>
    public string[] Forwarded =>
        [FormattableString.Invariant($"Host: localhost:{HttpPort}"), "X-Forwarded-For: 203.0.113.9", "X-Forwarded-Host: kab.example.go.id", "X-Forwarded-Proto: https"];

    /// <summary>Asks it to end in order.</summary>
    /// <param name="bySignal">By the operating system's signal; otherwise by the host's message.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<(int ExitCode, string Errors)> TerminateAsync(bool bySignal, CancellationToken cancellation)
    {
        if (bySignal)
        {
            using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync(cancellation);
        }
        else
        {
            _channel.Terminate(TimeSpan.FromSeconds(5));
        }

        return await EndAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        await Task.WhenAll(_output, _errors);
        _process.Dispose();
        await _server.DisposeAsync();
    }

    private static async Task<StartedWorker> LaunchAsync(Dictionary<string, string> settings, string folder, CancellationToken cancellation)
    {
        var server = await RpcServer.StartAsync(cancellation);
        var log = new ConcurrentQueue<RpcLog>();
        var channel = new WorkerChannel(Guid.NewGuid().ToString(), log.Enqueue);
        server.Expect(channel);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "Renstra.Functions.dll"), .. new WorkerStart(server.Address, channel.WorkerId, Guid.NewGuid().ToString()).Arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["FUNCTIONS_APPLICATION_DIRECTORY"] = folder,
                ["FUNCTIONS_WORKER_DIRECTORY"] = folder,

                // A worker inherits it and listens where it likes all the same.
                ["ASPNETCORE_URLS"] = "http://*:0",
            },
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new StartedWorker(server, channel, Process.Start(start)!, log);
    }

    /// <summary>Waits, as the host's proxy does by trying again: the worker answers calls before it listens.</summary>
    private async Task ListeningAsync(CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, HttpPort, cancellation);
                return;
            }
            catch (SocketException refused) when (refused.SocketErrorCode == SocketError.ConnectionRefused)
            {
                await Foreign.PauseAsync(TimeSpan.FromMilliseconds(50), cancellation);
            }
        }
    }

    private Task<InvocationResponse> InvokeAsync(string function, string binding, TypedData data, CancellationToken cancellation) =>
        _channel.InvokeAsync(Request(function, binding, data), cancellation);

    private InvocationRequest Request(string function, string binding, TypedData data) => new()
    {
        InvocationId = Guid.NewGuid().ToString(),
        FunctionId = _ids[function],
        InputData = { new ParameterBinding { Name = binding, Data = data } },
    };

    private async Task<(int ExitCode, string Errors)> EndAsync(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation);
        return (_process.ExitCode, await _errors);
    }
}
