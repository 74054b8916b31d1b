using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Options;

namespace Renstra.Functions.Storage;

/// <summary>
/// Makes the clients that <see cref="StorageOptions"/> describes. Microsoft.Extensions.Azure would read the same section, but gives
/// the addresses other names than the Functions host does.
/// </summary>
internal sealed class StorageConnection(IOptions<StorageOptions> storage)
{
    private readonly StorageOptions _storage = storage.Value;

    public BlobServiceClient Blobs(BlobClientOptions options) => string.IsNullOrEmpty(_storage.ConnectionString)
        ? new BlobServiceClient(_storage.BlobServiceUri, Credential(), options)
        : new BlobServiceClient(_storage.ConnectionString, options);

    public TableServiceClient Tables(TableClientOptions options) => string.IsNullOrEmpty(_storage.ConnectionString)
        ? new TableServiceClient(_storage.TableServiceUri, Credential(), options)
        : new TableServiceClient(_storage.ConnectionString, options);

    private TokenCredential Credential()
    {
        if (!_storage.UsesManagedIdentity)
        {
            return new DefaultAzureCredential();
        }

        return new ManagedIdentityCredential(
            string.IsNullOrEmpty(_storage.ClientId) ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(_storage.ClientId));
    }
}

/// <summary>
/// How storage is reached: the setting <c>RenstraStorage</c> is a connection string, or a section with the members that the
/// Functions host reads for its blob trigger, so that host and app always mean the same account.
/// </summary>
internal sealed record StorageOptions
{
    /// <summary>The one kind of credential that can be named.</summary>
    public const string ManagedIdentity = "managedidentity";

    /// <summary>The setting's own value; nothing else counts when there is one.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Address of the blob service.</summary>
    public Uri? BlobServiceUri { get; set; }

    /// <summary>Address of the table service.</summary>
    public Uri? TableServiceUri { get; set; }

    /// <summary><see cref="ManagedIdentity"/>, or nothing for whatever identity the machine offers.</summary>
    public string? Credential { get; set; }

    /// <summary>Which of the app's identities; nothing for the one that it was born with.</summary>
    public string? ClientId { get; set; }

    /// <summary>Whether there is a connection string, or addresses and a credential that is known.</summary>
    public bool IsComplete => !string.IsNullOrEmpty(ConnectionString)
        || (BlobServiceUri is { IsAbsoluteUri: true }
            && TableServiceUri is { IsAbsoluteUri: true }
            && (string.IsNullOrEmpty(Credential) || UsesManagedIdentity));

    /// <summary>Whether a managed identity is asked for.</summary>
    public bool UsesManagedIdentity => string.Equals(Credential, ManagedIdentity, StringComparison.OrdinalIgnoreCase);
}
