using Google.Protobuf;
using Renstra.LocalHost.Host.Rpc;
using Renstra.Testing;

namespace Renstra.LocalHost.Tests.Host.Worker;

/// <summary>What a genuine Functions host (4.1037) and a worker (2.52) were recorded to say to each other.</summary>
internal static class RecordedConversation
{
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));
    private static readonly string[] Lines = Contract.Read("isolated-conversation.RECORDED.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The arguments that the worker was started with.</summary>
    public static string[] Arguments { get; } = Lines.Single(line => line.StartsWith("ARGS ", StringComparison.Ordinal))["ARGS ".Length..].Split(' ');

    /// <summary>The environment variables that the host set.</summary>
    public static string[] Environment { get; } = Lines.Single(line => line.StartsWith("ENV ", StringComparison.Ordinal))["ENV ".Length..].Split(' ');

    /// <summary>What the host said, in order.</summary>
    public static IReadOnlyList<StreamingMessage> OfHost { get; } = Said("H>W ");

    /// <summary>What the worker said, in order.</summary>
    public static IReadOnlyList<StreamingMessage> OfWorker { get; } = Said("W>H ");

    /// <summary>The worker's functions.</summary>
    public static IReadOnlyList<RpcFunctionMetadata> Functions { get; } =
        [.. OfWorker.Single(message => message.FunctionMetadataResponse is not null).FunctionMetadataResponse.FunctionMetadataResults];

    /// <summary>The first call of a function.</summary>
    public static InvocationRequest CallOf(string function)
    {
        var id = Functions.Single(each => each.Name == function).FunctionId;
        return OfHost.First(message => message.InvocationRequest?.FunctionId == id).InvocationRequest;
    }

    private static List<StreamingMessage> Said(string speaker) =>
        [.. Lines.Where(line => line.StartsWith(speaker, StringComparison.Ordinal)).Select(line => Parser.Parse<StreamingMessage>(JsonOf(line[speaker.Length..])))];

    // The bytes of a blob's binding are repeated after the message, decoded.
    private static string JsonOf(string line) => line.Split(" CONTENT=", 2)[0];
}
