using System.Net;
using System.Threading.Channels;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Renstra.Functions.Storage;
using Renstra.LocalHost.Host;
using Renstra.LocalHost.Host.Rpc;
using Renstra.LocalHost.Host.Worker;
using Renstra.Testing.Azurite;

namespace Renstra.LocalHost.Tests.Host.Worker;

/// <summary>What the genuine host was recorded to say, said again to the app's own worker.</summary>
public sealed class ReplayedConversationTests(AzuriteFixture azurite)
{
    /// <summary>The app's functions in the place of the recorded ones with the same trigger; the others have no counterpart.</summary>
    private static readonly Dictionary<string, string> Counterparts = new()
    {
        ["Feed"] = "Feed",
        ["IngestStream"] = "IngestSubmission",
        ["Tick"] = "RemindOffices",
        ["TickSlow"] = "ConsolidateMonth",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task The_worker_answers_the_genuine_hosts_words_as_the_recorded_worker_did()
    {
        var storage = await azurite.NewAccountAsync(Cancellation);
        await new StorageClients(storage.Tables(), storage.Blobs()).CreateAsync(Cancellation);
        var app = new WorkerApp(LocalApp.Program, new Dictionary<string, string>
        {
            [StorageNames.Connection] = storage.ConnectionString,
            ["Renstra__Feed__KeyHashes__0"] = new('0', 64),
        });
        var talk = new Conversation();
        await using var server = await ServeAsync(talk);
        await using var process = WorkerProcess.Start(app, new WorkerStart(new Uri(server.Urls.Single()), Guid.NewGuid().ToString(), Guid.NewGuid().ToString()));
        using var client = new HttpClient();

        // As recorded, the host says nothing before the worker runs.
        await talk.Started.Task.WaitAsync(Cancellation);
        var recorded = RecordedConversation.Functions.ToDictionary(function => function.FunctionId);
        Dictionary<string, RpcFunctionMetadata> own = [];
        List<string> said = [];
        foreach (var word in RecordedConversation.OfHost.Select(word => word.Clone()))
        {
            said.Add(word.ContentCase.ToString());
            switch (word.ContentCase)
            {
                case StreamingMessage.ContentOneofCase.WorkerInitRequest:
                    word.WorkerInitRequest.FunctionAppDirectory = word.WorkerInitRequest.WorkerDirectory = app.Folder;
                    var ready = (await talk.AskAsync(word, Cancellation)).WorkerInitResponse;
                    var then = RecordedConversation.OfWorker.Single(answer => answer.WorkerInitResponse is not null).WorkerInitResponse;
                    Assert.Equal(then.Result.Status, ready.Result.Status);
                    Assert.Equal(then.Capabilities.Keys.Order(StringComparer.Ordinal), ready.Capabilities.Keys.Order(StringComparer.Ordinal));
                    client.BaseAddress = new Uri(ready.Capabilities["HttpUri"]);
                    break;
                case StreamingMessage.ContentOneofCase.FunctionsMetadataRequest:
                    word.FunctionsMetadataRequest.FunctionAppDirectory = app.Folder;
                    var described = (await talk.AskAsync(word, Cancellation)).FunctionMetadataResponse.FunctionMetadataResults;
                    own = Counterparts.ToDictionary(pair => pair.Key, pair => described.Single(function => function.Name == pair.Value));
                    break;
                case StreamingMessage.ContentOneofCase.FunctionLoadRequest when own.TryGetValue(word.FunctionLoadRequest.Metadata.Name, out var function):
                    word.FunctionLoadRequest = new FunctionLoadRequest { FunctionId = function.FunctionId, Metadata = function.Clone() };
                    word.FunctionLoadRequest.Metadata.RawBindings.Clear();
                    var loaded = (await talk.AskAsync(word, Cancellation)).FunctionLoadResponse;
                    Assert.Equal((function.FunctionId, StatusResult.Types.Status.Success), (loaded.FunctionId, loaded.Result.Status));
                    break;
                case StreamingMessage.ContentOneofCase.InvocationRequest when own.TryGetValue(recorded[word.InvocationRequest.FunctionId].Name, out var function):
                    var call = word.InvocationRequest;
                    call.FunctionId = function.FunctionId;
                    call.InputData.Single().Name = function.Bindings.Single(binding => binding.Value.Type.EndsWith("Trigger", StringComparison.Ordinal)).Key;
                    var asking = call.InputData.Single().Data.Http is null ? null : RequestAsync(client, call.InvocationId);
                    var answer = (await talk.AskAsync(word, Cancellation)).InvocationResponse;
                    Assert.Equal(RecordedAnswerTo(call.InvocationId), (answer.InvocationId, answer.Result.Status));
                    Assert.Equal(asking is null ? null : HttpStatusCode.Unauthorized, asking is null ? null : await asking);
                    said[^1] += " of " + function.Name;
                    break;
                case StreamingMessage.ContentOneofCase.WorkerTerminate:
                    await talk.SayAsync(word, Cancellation);
                    break;
            }
        }

        var end = await process.Ended;
        Assert.True(end.StartsWith("It ended with exit code 0.", StringComparison.Ordinal), end);
        Assert.Equal("WorkerTerminate", said[^1]);
        Assert.Contains("InvocationRequest of Feed", said);
        Assert.Contains("InvocationRequest of IngestSubmission", said);
        Assert.Contains("InvocationRequest of RemindOffices", said);
    }

    private static (string Invocation, StatusResult.Types.Status Status) RecordedAnswerTo(string invocation) => (
        invocation,
        RecordedConversation.OfWorker.Single(answer => answer.InvocationResponse?.InvocationId == invocation).InvocationResponse.Result.Status);

    /// <summary>The other half of a call, as the host's proxy sends it.</summary>
    private static async Task<HttpStatusCode?> RequestAsync(HttpClient client, string invocation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "odata/Wilayah");
        request.Headers.Add(HttpFront.InvocationIdHeader, invocation);
        using var response = await client.SendAsync(request, Cancellation);
        return response.StatusCode;
    }

    private static async Task<WebApplication> ServeAsync(Conversation talk)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddRouting().AddSingleton(talk);
        builder.Services.AddGrpc();
        var server = builder.Build();
        server.MapGrpcService<Service>();
        await server.StartAsync(Cancellation);
        return server;
    }

    /// <summary>Words as they are, without any of the played host's own understanding of them.</summary>
    private sealed class Conversation
    {
        private readonly Channel<StreamingMessage> _answers = Channel.CreateUnbounded<StreamingMessage>();
        private IServerStreamWriter<StreamingMessage>? _worker;

        /// <summary>Completes when the worker says that its application has started.</summary>
        public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task ListenAsync(IAsyncStreamReader<StreamingMessage> incoming, IServerStreamWriter<StreamingMessage> worker, CancellationToken cancellation)
        {
            _worker = worker;
            while (await incoming.MoveNext(cancellation))
            {
                if (incoming.Current.RpcLog is not { } line)
                {
                    await _answers.Writer.WriteAsync(incoming.Current, cancellation);
                }
                else if (line.Message.StartsWith("Application started", StringComparison.Ordinal))
                {
                    Started.TrySetResult();
                }
            }
        }

        public Task SayAsync(StreamingMessage word, CancellationToken cancellation) => _worker!.WriteAsync(word, cancellation);

        /// <summary>Says something and takes the next thing that the worker says for its answer; logs and the stream's start are none.</summary>
        public async Task<StreamingMessage> AskAsync(StreamingMessage word, CancellationToken cancellation)
        {
            await SayAsync(word, cancellation);
            var answer = await _answers.Reader.ReadAsync(cancellation);
            return answer.StartStream is null ? answer : await _answers.Reader.ReadAsync(cancellation);
        }
    }

    private sealed class Service(Conversation talk) : FunctionRpc.FunctionRpcBase
    {
        public override Task EventStream(
            IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context) =>
            talk.ListenAsync(requestStream, responseStream, context.CancellationToken);
    }
}
