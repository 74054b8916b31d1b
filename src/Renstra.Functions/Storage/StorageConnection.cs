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
