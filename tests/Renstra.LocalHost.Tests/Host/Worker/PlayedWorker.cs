using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Net.Client;
using Renstra.LocalHost.Host.Rpc;
using Renstra.LocalHost.Host.Worker;

namespace Renstra.LocalHost.Tests.Host.Worker;

/// <summary>What a played worker says and does. One script may serve several workers, one after the other.</summary>
internal sealed class WorkerScript
{
    private readonly ConcurrentQueue<PlayedWorker> _workers = new();
    private readonly ConcurrentQueue<StreamingMessage> _received = new();
    private readonly List<(Func<bool> Holds, TaskCompletionSource Told)> _awaited = [];

    /// <summary>The functions it has.</summary>
    public IReadOnlyList<RpcFunctionMetadata> Functions { get; init; } = [];

    /// <summary>Where it takes HTTP requests.</summary>
    public Uri? Http { get; set; }

    /// <summary>What it does on being called; unless said, it succeeds. Null: it never answers.</summary>
    public Func<InvocationRequest, PlayedWorker, Task<StatusResult?>> Answer { get; set; } = (_, _) => Task.FromResult<StatusResult?>(Success);

    /// <summary>Looks at every message before it is answered; whoever ends the worker here ends it at an awkward moment.</summary>
    public Action<StreamingMessage, PlayedWorker> Before { get; set; } = (_, _) => { };

    /// <summary>The workers that were started.</summary>
    public IReadOnlyList<PlayedWorker> Workers => [.. _workers];

    /// <summary>Everything that all of them were told.</summary>
    public IReadOnlyList<StreamingMessage> Received => [.. _received];

    /// <summary>The calls among it.</summary>
    public IReadOnlyList<InvocationRequest> Calls =>
        [.. _received.Where(message => message.InvocationRequest is not null).Select(message => message.InvocationRequest)];

    public static StatusResult Success => new() { Status = StatusResult.Types.Status.Success };

    public static StatusResult Failure(string message) =>
        new() { Status = StatusResult.Types.Status.Failure, Exception = new() { Type = "System.InvalidOperationException", Message = message } };

    public IWorkerProcess Start(WorkerStart start)
    {
        var worker = new PlayedWorker(start, this);
        _workers.Enqueue(worker);
        Tell();
        return worker;
    }

    public void Note(StreamingMessage message)
    {
        _received.Enqueue(message);
        Tell();
    }

    /// <summary>Waits until something holds of the workers that were started and of what they were told.</summary>
    public Task UntilAsync(Func<WorkerScript, bool> condition, CancellationToken cancellation)
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_awaited)
        {
            _awaited.Add((() => condition(this), told));
        }

        Tell();
        return told.Task.WaitAsync(cancellation);
    }

    private void Tell()
    {
        lock (_awaited)
        {
            foreach (var (holds, told) in _awaited)
            {
                if (holds())
                {
                    told.TrySetResult();
                }
            }
        }
    }
}

/// <summary>A worker's side of the conversation, over the real protocol, in the test's own process.</summary>
internal sealed class PlayedWorker : IWorkerProcess
{
    private readonly WorkerScript _script;
    private readonly GrpcChannel _channel;
    private readonly TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _dying = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly Task _talking;
    private AsyncDuplexStreamingCall<StreamingMessage, StreamingMessage>? _call;

    public PlayedWorker(WorkerStart start, WorkerScript script)
    {
        Started = start;
        _script = script;
        _channel = GrpcChannel.ForAddress(start.Server);
        _talking = Task.Run(TalkAsync);
    }

    public WorkerStart Started { get; }

    public Task<string> Ended => _ended.Task;

    public bool WasKilled { get; private set; }

    public void Kill()
    {
        WasKilled |= !_ended.Task.IsCompleted;
        Die("It ended with exit code 137. It did not say why.");
    }

    /// <summary>Ends at once, mid-sentence.</summary>
    public void Die(string words)
    {
        _dying.Cancel();
        _ended.TrySetResult(words);
    }

    public async Task SayAsync(StreamingMessage message)
    {
        await _writing.WaitAsync();
        try
        {
            await _call!.RequestStream.WriteAsync(message);
        }
        finally
        {
            _writing.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _talking;
        _call?.Dispose();
        _channel.Dispose();
        _dying.Dispose();
        _writing.Dispose();
    }

    private async Task TalkAsync()
    {
        try
        {
            _call = new FunctionRpc.FunctionRpcClient(_channel).EventStream(cancellationToken: _dying.Token);
            await SayAsync(new StreamingMessage { StartStream = new StartStream { WorkerId = Started.WorkerId } });
            while (await _call.ResponseStream.MoveNext(_dying.Token))
            {
                var message = _call.ResponseStream.Current;
                _script.Note(message);
                _script.Before(message, this);
                _dying.Token.ThrowIfCancellationRequested();
                await AnswerAsync(message);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or Grpc.Core.RpcException or InvalidOperationException)
        {
            // Ended from either side.
        }
    }

    private async Task AnswerAsync(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.WorkerInitRequest:
                var initialised = new WorkerInitResponse { Result = WorkerScript.Success };
                if (_script.Http is { } http)
                {
                    initialised.Capabilities["HttpUri"] = http.AbsoluteUri;
                }

                await SayAsync(new StreamingMessage { RequestId = message.RequestId, WorkerInitResponse = initialised });
                break;
            case StreamingMessage.ContentOneofCase.FunctionsMetadataRequest:
                await SayAsync(new StreamingMessage
                {
                    RequestId = message.RequestId,
                    FunctionMetadataResponse = new FunctionMetadataResponse { FunctionMetadataResults = { _script.Functions }, Result = WorkerScript.Success },
                });
                break;
            case StreamingMessage.ContentOneofCase.FunctionLoadRequest:
                await SayAsync(new StreamingMessage
                {
                    RequestId = message.RequestId,
                    FunctionLoadResponse = new FunctionLoadResponse { FunctionId = message.FunctionLoadRequest.FunctionId, Result = WorkerScript.Success },
                });
                break;
            case StreamingMessage.ContentOneofCase.InvocationRequest:
                _ = Task.Run(() => InvokeAsync(message));
                break;
            case StreamingMessage.ContentOneofCase.WorkerTerminate:
                Die("It ended with exit code 0. It was asked to.");
                break;
        }
    }

    private async Task InvokeAsync(StreamingMessage message)
    {
        try
        {
            if (await _script.Answer(message.InvocationRequest, this) is { } result)
            {
                await SayAsync(new StreamingMessage
                {
                    RequestId = message.RequestId,
                    InvocationResponse = new InvocationResponse { InvocationId = message.InvocationRequest.InvocationId, Result = result },
                });
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or Grpc.Core.RpcException or InvalidOperationException)
        {
            // The worker has ended meanwhile.
        }
    }
}
