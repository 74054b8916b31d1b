using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs.Models;

namespace Renstra.LocalHost.Host;

/// <summary>The body of an invocation, as the Functions host writes it for a custom handler.</summary>
internal static class InvocationEnvelope
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>That of a blob, with the properties in the shape of the storage extension 5.x, which Azure runs.</summary>
    /// <param name="function">The function to call.</param>
    /// <param name="uri">The blob's address.</param>
    /// <param name="parts">What the path pattern found in its name.</param>
    /// <param name="properties">As storage gave them.</param>
    /// <param name="content">All its bytes.</param>
    /// <param name="now">The time of the call.</param>
    public static byte[] ForBlob(
        BlobFunction function,
        Uri uri,
        IEnumerable<KeyValuePair<string, string>> parts,
        BlobProperties properties,
        ReadOnlyMemory<byte> content,
        DateTimeOffset now)
    {
        var metadata = new JsonObject
        {
            ["Uri"] = EncodedTwice(uri.AbsoluteUri),
            ["Properties"] = PropertiesOf(properties),
            ["Metadata"] = JsonSerializer.SerializeToNode(properties.Metadata, Json),
        };
        foreach (var (name, value) in parts)
        {
            metadata[name] = EncodedTwice(value);
        }

        return Write(function.Name, function.BindingName, JsonValue.Create(Convert.ToBase64String(content.Span)), metadata, now);
    }

    /// <summary>That of a timer.</summary>
    /// <param name="function">The function to call.</param>
    /// <param name="status">What is known of its last and next run.</param>
    /// <param name="isPastDue">Whether this run makes up for one that was missed while the host was down.</param>
    /// <param name="now">The time of the call.</param>
    public static byte[] ForTimer(TimerFunction function, TimerStatus status, bool isPastDue, DateTimeOffset now)
    {
        var timer = new JsonObject
        {
            ["Schedule"] = new JsonObject { ["AdjustForDST"] = true },
            ["ScheduleStatus"] = JsonSerializer.SerializeToNode(status, Json),
            ["IsPastDue"] = isPastDue,
        };

        return Write(function.Name, function.BindingName, timer, [], now);
    }

    private static byte[] Write(string function, string binding, JsonNode data, JsonObject metadata, DateTimeOffset now)
    {
        metadata["sys"] = new JsonObject
        {
            ["MethodName"] = function,
            ["UtcNow"] = now.UtcDateTime,
            ["RandGuid"] = Guid.NewGuid(),
        };

        return JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject { ["Data"] = new JsonObject { [binding] = data }, ["Metadata"] = metadata }, Json);
    }

    private static JsonObject PropertiesOf(BlobProperties properties)
    {
        var node = JsonSerializer.SerializeToNode(properties, Json)!.AsObject();

        // The host's own serializer finds no members in it.
        node["ETag"] = new JsonObject();

        return node;
    }

    private static JsonValue EncodedTwice(string value) => JsonValue.Create(JsonSerializer.Serialize(value, Json));
}
