using System.Collections.Concurrent;
using System.Threading.Channels;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Renstra.LocalHost.Host.Rpc;
using RpcException = Grpc.Core.RpcException;

namespace Renstra.LocalHost.Host.Worker;

/// <summary>The conversation with one worker, from its first word to its end.</summary>
/// <param name="workerId">The id that the worker was started with.</param>
/// <param name="log">Is told every line that the worker logs.</param>
internal sealed class WorkerChannel(string workerId, Action<RpcLog> log)
{
    /// <summary>The host whose behaviour is played.</summary>
    public const string HostVersion = "4.1037.0.0";

    private readonly Channel<StreamingMessage> _outgoing = Channel.CreateUnbounded<StreamingMessage>(new UnboundedChannelOptions { SingleReader = true });
    private readonly TaskCompletionSource _connected = NewSource();
    private readonly TaskCompletionSource<WorkerInitResponse> _initialised = NewSource<WorkerInitResponse>();
    private readonly TaskCompletionSource<FunctionMetadataResponse> _described = NewSource<FunctionMetadataResponse>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<FunctionLoadResponse>> _loading = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<InvocationResponse>> _invoking = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _closed = NewSource();
    private volatile WorkerLostException? _lost;

    /// <summary>The id that the worker was started with.</summary>
    public string WorkerId => workerId;

    /// <summary>Completes when the stream has ended, however it ended.</summary>
    public Task Closed => _closed.Task;

    /// <summary>Passes messages to and fro until either side ends the stream.</summary>
    public async Task TalkAsync(IAsyncStreamReader<StreamingMessage> incoming, IServerStreamWriter<StreamingMessage> outgoing, CancellationToken cancellation)
    {
        _connected.TrySetResult();
        var writing = WriteAsync(outgoing, cancellation);
        try
        {
            while (await incoming.MoveNext(cancellation))
            {
                Receive(incoming.Current);
            }
        }
        catch (Exception exception) when (exception is IOException or RpcException or OperationCanceledException or InvalidOperationException)
        {
            // A worker that dies does not say goodbye; how it ended is told by its process.
        }

        Fail("its stream has ended");
        await writing;
        _closed.TrySetResult();
    }

    /// <summary>Waits for the worker, introduces the host, asks for the functions and has each of them loaded.</summary>
    /// <param name="folder">The app.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What the worker can do, and its functions.</returns>
    /// <exception cref="WorkerLostException">The worker ended, or it refused.</exception>
    public async Task<(IReadOnlyDictionary<string, string> Capabilities, IReadOnlyList<RpcFunctionMetadata> Functions)> StartAsync(
        string folder, CancellationToken cancellation)
    {
        await _connected.Task.WaitAsync(cancellation);
        Send(new StreamingMessage
        {
            WorkerInitRequest = new WorkerInitRequest
            {
                HostVersion = HostVersion,
                Capabilities = { ["MultiStream"] = "10" },
                WorkerDirectory = folder,
                FunctionAppDirectory = folder,
            },
        });
        var initialised = await _initialised.Task.WaitAsync(cancellation);
        Require(initialised.Result, "it could not start");
        Send(new StreamingMessage { FunctionsMetadataRequest = new FunctionsMetadataRequest { FunctionAppDirectory = folder } });
        var described = await _described.Task.WaitAsync(cancellation);
        Require(described.Result, "it could not describe its functions");
        await Task.WhenAll(described.FunctionMetadataResults.Select(LoadAsync)).WaitAsync(cancellation);
        return (initialised.Capabilities, described.FunctionMetadataResults);
    }

    /// <summary>Has a function called once.</summary>
    /// <param name="request">What it is called with; the trace context is added.</param>
    /// <param name="cancellation">Gives the call up, and says so to the worker.</param>
    /// <exception cref="WorkerLostException">The worker ended before it answered.</exception>
    public async Task<InvocationResponse> InvokeAsync(InvocationRequest request, CancellationToken cancellation)
    {
        // The worker cannot do without it, even an empty one.
        request.TraceContext ??= new RpcTraceContext();
        var answer = NewSource<InvocationResponse>();
        _invoking[request.InvocationId] = answer;
        try
        {
            Send(new StreamingMessage { InvocationRequest = request });
            return await answer.Task.WaitAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Send(new StreamingMessage { InvocationCancel = new InvocationCancel { InvocationId = request.InvocationId } });
            throw;
        }
        finally
        {
            _invoking.TryRemove(request.InvocationId, out _);
        }
    }

    /// <summary>Asks the worker to end in order. Calls of blobs and timers that are under way are dropped by it.</summary>
    /// <param name="grace">How long it may take.</param>
    public void Terminate(TimeSpan grace) =>
        Send(new StreamingMessage { WorkerTerminate = new WorkerTerminate { GracePeriod = Duration.FromTimeSpan(grace) } });

    /// <summary>The worker is gone: whatever waits for it waits no longer. The first reason given stands.</summary>
    public void Fail(string reason)
    {
        var lost = Interlocked.CompareExchange(ref _lost, new WorkerLostException(reason), null) ?? _lost!;
        _outgoing.Writer.TryComplete();
        _connected.TrySetException(lost);
        _initialised.TrySetException(lost);
        _described.TrySetException(lost);
        foreach (var loading in _loading.Values)
        {
            loading.TrySetException(lost);
        }

        foreach (var invoking in _invoking.Values)
        {
            invoking.TrySetException(lost);
        }
    }

    private async Task LoadAsync(RpcFunctionMetadata function)
    {
        var loaded = NewSource<FunctionLoadResponse>();
        _loading[function.FunctionId] = loaded;
        Send(new StreamingMessage
        {
            FunctionLoadRequest = new FunctionLoadRequest
            {
                FunctionId = function.FunctionId,
                Metadata = new RpcFunctionMetadata
                {
                    ScriptFile = function.ScriptFile,
                    EntryPoint = function.EntryPoint,
                    Name = function.Name,
                    Bindings = { function.Bindings },
                    Properties = { ["FunctionId"] = function.FunctionId },
                },
            },
        });
        Require((await loaded.Task).Result, $"it could not load {function.Name}");
    }

    private void Send(StreamingMessage message)
    {
        message.RequestId = Guid.NewGuid().ToString();
        _outgoing.Writer.TryWrite(message);

        // Whoever asks after the end must not wait for an answer for ever.
        if (_lost is { } lost)
        {
            Fail(lost.Message);
        }
    }

    private async Task WriteAsync(IServerStreamWriter<StreamingMessage> outgoing, CancellationToken cancellation)
    {
        try
        {
            await foreach (var message in _outgoing.Reader.ReadAllAsync(cancellation))
            {
                await outgoing.WriteAsync(message, cancellation);
            }
        }
        catch (Exception exception) when (exception is IOException or RpcException or OperationCanceledException or InvalidOperationException)
        {
            // The reading side ends for the same reason and tells it.
        }
    }

    private void Receive(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.RpcLog:
                log(message.RpcLog);
                break;
            case StreamingMessage.ContentOneofCase.WorkerInitResponse:
                _initialised.TrySetResult(message.WorkerInitResponse);
                break;
            case StreamingMessage.ContentOneofCase.FunctionMetadataResponse:
                _described.TrySetResult(message.FunctionMetadataResponse);
                break;
            case StreamingMessage.ContentOneofCase.FunctionLoadResponse when _loading.TryRemove(message.FunctionLoadResponse.FunctionId, out var loading):
                loading.TrySetResult(message.FunctionLoadResponse);
                break;
            case StreamingMessage.ContentOneofCase.InvocationResponse when _invoking.TryRemove(message.InvocationResponse.InvocationId, out var invoking):
                invoking.TrySetResult(message.InvocationResponse);
                break;
            default:
                // An answer to a call that was given up, or something that this host has not asked for.
                break;
        }
    }

    private static void Require(StatusResult? result, string otherwise)
    {
        if (result is not { Status: StatusResult.Types.Status.Success })
        {
            throw new WorkerLostException(result?.Exception is { } exception ? $"{otherwise}: {exception.Message}" : otherwise);
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static TaskCompletionSource<T> NewSource<T>()
    {
        var source = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);

        // Not everybody is still there to be told when the worker is lost.
        _ = source.Task.ContinueWith(
            static faulted => _ = faulted.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return source;
    }
}

/// <summary>A worker ended, or said that it cannot go on.</summary>
internal sealed class WorkerLostException(string message) : Exception(message);
