using System.Text.Json.Nodes;

namespace Renstra.LocalHost.Tests.Host;

/// <summary>A request as the app's side of the connection saw it.</summary>
/// <param name="Method">GET, POST, …</param>
/// <param name="Target">Path and query, undecoded.</param>
/// <param name="Headers">By name, in any case.</param>
/// <param name="Body">All of it, as text.</param>
internal sealed record RecordedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    public string BlobName => JsonNode.Parse(Json["Metadata"]!["name"]!.GetValue<string>())!.GetValue<string>();
}
