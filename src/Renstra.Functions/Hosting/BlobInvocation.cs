using System.IO.Pipelines;
using System.Text.Json;
using Azure.Storage.Blobs;
using Renstra.Functions.Storage;

namespace Renstra.Functions.Hosting;

/// <summary>
/// The body of a blob trigger's invocation. Of all that the host sends, only the blob's name is used: the properties differ between
/// versions of the storage extension, and bytes, ETag and times come from storage.
/// </summary>
internal static class BlobInvocation
{
    /// <summary>The part of the trigger's path, <c>kiriman/{name}</c>, that the host binds.</summary>
    private const string NameBinding = "name";

    /// <summary>Reads the body to its end, without holding the blob's bytes in it.</summary>
    /// <returns>The blob's name in <c>kiriman</c>.</returns>
    /// <exception cref="InvalidDataException">It is no invocation for a blob of that container.</exception>
    public static async Task<string> ReadBlobNameAsync(PipeReader body, CancellationToken cancellation)
    {
        var text = await CondensedJson.ReadAsync(body, cancellation);
        try
        {
            using var invocation = JsonDocument.Parse(text);
            if (invocation.RootElement.ValueKind == JsonValueKind.Object
                && invocation.RootElement.TryGetProperty("Metadata", out var metadata)
                && metadata.ValueKind == JsonValueKind.Object)
            {
                return EncodedTwice(metadata, NameBinding) ?? NameIn(EncodedTwice(metadata, "Uri")) ?? throw NotForUs();
            }

            throw NotForUs();
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException("The invocation is not the JSON that a Functions host sends.", exception);
        }
    }

    private static string? EncodedTwice(JsonElement metadata, string property) =>
        metadata.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String
            ? JsonSerializer.Deserialize<string>(value.GetString()!)
            : null;

    private static string? NameIn(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return null;
        }

        var blob = new BlobUriBuilder(uri);
        return blob.BlobContainerName == StorageNames.SubmissionsContainer && blob.BlobName.Length > 0 ? blob.BlobName : null;
    }

    private static InvalidDataException NotForUs() =>
        new($"The invocation names no blob of {StorageNames.SubmissionsContainer}.");
}
