using System.ComponentModel.DataAnnotations;
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
    // The host's own five attempts are over within a second, so storage trouble is waited out in here. What that takes at most is in
    // docs/operations.md, and a test computes it.
    private const int Retries = 6;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestTry = TimeSpan.FromSeconds(30);

    private readonly StorageOptions _storage = storage.Value;

    /// <summary>Lets a client wait out trouble.</summary>
    public static void BePatient(RetryOptions retry)
    {
        retry.Mode = RetryMode.Exponential;
        retry.MaxRetries = Retries;
        retry.Delay = FirstDelay;
        retry.MaxDelay = LongestDelay;
        retry.NetworkTimeout = LongestTry;
    }

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
internal sealed record StorageOptions : IValidatableObject
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

    /// <summary>Whether a managed identity is asked for.</summary>
    public bool UsesManagedIdentity => string.Equals(Credential, ManagedIdentity, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var isComplete = !string.IsNullOrEmpty(ConnectionString)
            || (BlobServiceUri is { IsAbsoluteUri: true }
                && TableServiceUri is { IsAbsoluteUri: true }
                && (string.IsNullOrEmpty(Credential) || UsesManagedIdentity));
        if (!isComplete)
        {
            yield return new ValidationResult(
                $"{StorageNames.Connection} must be a connection string, or have blobServiceUri and tableServiceUri, and as credential {ManagedIdentity} or nothing.");
        }
    }
}
