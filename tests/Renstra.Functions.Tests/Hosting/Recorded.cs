using System.Text.Json;
using System.Text.Json.Nodes;
using Renstra.Testing;

namespace Renstra.Functions.Tests.Hosting;

/// <summary>The recorded invocations, as the host would send them for this app's triggers.</summary>
internal static class Recorded
{
    /// <summary>Both shapes of a blob's properties: those of the older storage extension, and those of 5.x.</summary>
    public static readonly string[] BlobShapes = ["blob-trigger.RECORDED.json", "blob-trigger-ext5x.DERIVED.json"];

    /// <summary>The recorded blob's name in our container.</summary>
    public const string BlobName = "kab-7501/form siswa (1).xlsx";

    public static string Timer => Contract.Read("timer-trigger.RECORDED.json");

    /// <summary>The recording, moved into <c>kiriman</c>, whose path pattern binds the whole name.</summary>
    public static string Blob(string shape) => BlobNamed(shape, BlobName);

    /// <summary>The recording of another blob.</summary>
    public static string BlobNamed(string shape, string name)
    {
        var invocation = InKiriman(shape);
        invocation["Metadata"]!["name"] = JsonSerializer.Serialize(name);
        return invocation.ToJsonString();
    }

    /// <summary>The recording without the binding part, so that the address alone tells the name.</summary>
    public static string BlobByAddressAlone(string shape)
    {
        var invocation = InKiriman(shape);
        invocation["Metadata"]!.AsObject().Remove("name");
        return invocation.ToJsonString();
    }

    private static JsonNode InKiriman(string shape) =>
        JsonNode.Parse(Contract.Read(shape).Replace("/submissions/", "/kiriman/", StringComparison.Ordinal))!;
}
