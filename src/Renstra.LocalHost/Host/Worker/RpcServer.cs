using System.Collections.Concurrent;
using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Renstra.LocalHost.Host.Rpc;
using RpcException = Grpc.Core.RpcException;

namespace Renstra.LocalHost.Host.Worker;

/// <summary>
/// The gRPC service that workers connect to: HTTP/2 without TLS on a free loopback port. It speaks only to workers that were
/// started here, known by their ids.
/// </summary>
internal sealed class RpcServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Expected _expected;

    private RpcServer(WebApplication app, Expected expected)
    {
        _app = app;
        _expected = expected;
    }

    /// <summary>Where workers find it.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>Starts listening.</summary>
    public static async Task<RpcServer> StartAsync(CancellationToken cancellation)
    {
        // Empty, so that no environment variable or settings file of the machine decides how it listens.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        var expected = new Expected();
        builder.Services.AddRouting().AddSingleton(expected);
        builder.Services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = int.MaxValue;
            grpc.MaxSendMessageSize = int.MaxValue;
        });

        // A worker that dies breaks its stream; that is told by whoever started it, not by a log of the server.
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGrpcService<Service>();
        await app.StartAsync(cancellation);
        return new RpcServer(app, expected);
    }

    /// <summary>From now on the worker with the channel's id may connect, once.</summary>
    public void Expect(WorkerChannel channel) => _expected.Channels[channel.WorkerId] = channel;

    /// <summary>The worker with that id is not expected any more.</summary>
    public void Forget(WorkerChannel channel) => _expected.Channels.TryRemove(channel.WorkerId, out _);

    /// <summary>Stops listening; streams that are open break.</summary>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class Expected
    {
        public ConcurrentDictionary<string, WorkerChannel> Channels { get; } = new(StringComparer.Ordinal);
    }

    private sealed class Service(Expected expected) : FunctionRpc.FunctionRpcBase
    {
        public override async Task EventStream(
            IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
        {
            // Its id is the worker's first word, and one that no other program on the machine can know.
            if (!await requestStream.MoveNext(context.CancellationToken)
                || requestStream.Current.StartStream is not { } start
                || !expected.Channels.TryRemove(start.WorkerId, out var channel))
            {
                throw new RpcException(new Status(StatusCode.PermissionDenied, "No such worker was started here."));
            }

            await channel.TalkAsync(requestStream, responseStream, context.CancellationToken);
        }
    }
}
