using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs.Models;
using Google.Protobuf;
using Renstra.LocalHost.Host.Rpc;

namespace Renstra.LocalHost.Host;

/// <summary>One call of a function, with what the Functions host was recorded to send for its kind of trigger.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Binding">The name under which the function takes <paramref name="Data"/>.</param>
/// <param name="Data">What it is called with.</param>
/// <param name="Metadata">What else is known of the event.</param>
internal sealed record FunctionCall(string Function, string Binding, TypedData Data, IReadOnlyList<KeyValuePair<string, TypedData>> Metadata)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Identifies this call among all.</summary>
    public string InvocationId { get; } = Guid.NewGuid().ToString();

    /// <summary>The call for a blob: where it is, never its bytes. The function opens it by its own setting of the connection's name.</summary>
    /// <param name="function">The function to call.</param>
    /// <param name="uri">The blob's address.</param>
    /// <param name="blobName">Its name in the container.</param>
    /// <param name="parts">What the path pattern found in its name.</param>
    /// <param name="properties">As storage gave them.</param>
    public static FunctionCall ForBlob(
        BlobFunction function, Uri uri, string blobName, IEnumerable<KeyValuePair<string, string>> parts, BlobProperties properties)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(
            new { function.Connection, ContainerName = function.Path.Container, BlobName = blobName }, Json);
        var binding = new ModelBindingData
        {
            Version = "1.0",
            Source = "AzureStorageBlobs",
            ContentType = "application/json",
            Content = ByteString.CopyFrom(content),
        };
        return new FunctionCall(
            function.Name,
            function.BindingName,
            new TypedData { ModelBindingData = binding },
            [
                Text("BlobTrigger", $"{function.Path.Container}/{blobName}"),
                AsJson("Uri", uri.AbsoluteUri),
                KeyValuePair.Create("Properties", new TypedData { Json = PropertiesOf(properties) }),
                AsJson("Metadata", properties.Metadata),
                .. parts.Select(part => Text(part.Key, part.Value)),
            ]);
    }

    /// <summary>The call of a timer.</summary>
    /// <param name="function">The function to call.</param>
    /// <param name="status">What is known of its last and next run.</param>
    /// <param name="isPastDue">Whether this run makes up for one that was missed while the host was down.</param>
    /// <param name="now">The time of the call.</param>
    public static FunctionCall ForTimer(TimerFunction function, TimerStatus status, bool isPastDue, DateTimeOffset now)
    {
        var timer = new { Schedule = new { AdjustForDST = true }, ScheduleStatus = status, IsPastDue = isPastDue };
        return new FunctionCall(
            function.Name,
            function.BindingName,
            new TypedData { Json = JsonSerializer.Serialize(timer, Json) },
            [Text("TimerTrigger", now.UtcDateTime.ToString("MM/dd/yyyy HH:mm:ss", CultureInfo.InvariantCulture))]);
    }

    /// <summary>The call for a client's request, which itself goes to the worker through the proxy.</summary>
    /// <param name="function">The function to call.</param>
    /// <param name="request">The request.</param>
    public static FunctionCall ForHttp(HttpFunction function, HttpRequest request) =>
        new(
            function.Name,
            function.BindingName,
            new TypedData { Http = new RpcHttp() },
            [
                .. request.RouteValues.Where(value => value.Value is not null).Select(value => Text(value.Key, value.Value!.ToString()!)),
                AsJson("Query", request.Query.ToDictionary(value => value.Key, value => value.Value.ToString(), StringComparer.Ordinal)),
                AsJson("Headers", request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.Ordinal)),
            ]);

    /// <summary>The message, without what the worker calls the function.</summary>
    public InvocationRequest ToRequest()
    {
        var request = new InvocationRequest
        {
            InvocationId = InvocationId,
            InputData = { new ParameterBinding { Name = Binding, Data = Data } },
        };
        foreach (var (name, value) in Metadata)
        {
            request.TriggerMetadata[name] = value;
        }

        return request;
    }

    private static string PropertiesOf(BlobProperties properties)
    {
        var node = JsonSerializer.SerializeToNode(properties, Json)!.AsObject();

        // The host's own serializer finds no members in it, and the host's own client does not know the other.
        node["ETag"] = new JsonObject();
        node.Remove("SmartAccessTier");
        return node.ToJsonString(Json);
    }

    private static KeyValuePair<string, TypedData> Text(string name, string value) => KeyValuePair.Create(name, new TypedData { String = value });

    private static KeyValuePair<string, TypedData> AsJson<T>(string name, T value) =>
        KeyValuePair.Create(name, new TypedData { Json = JsonSerializer.Serialize(value, Json) });
}
