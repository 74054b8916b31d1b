namespace Renstra.LocalHost.Azurite;

/// <summary>Where one Azurite listens.</summary>
/// <param name="Blob">Root of the blob service, without an account.</param>
/// <param name="Queue">Root of the queue service, without an account.</param>
/// <param name="Table">Root of the table service, without an account.</param>
public sealed record AzuriteEndpoints(Uri Blob, Uri Queue, Uri Table)
{
    /// <summary>What an Azure SDK client takes to reach <paramref name="account"/> here.</summary>
    public string ConnectionString(AzuriteAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);

        return "DefaultEndpointsProtocol=http"
            + $";AccountName={account.Name};AccountKey={account.Key}"
            + $";BlobEndpoint={new Uri(Blob, account.Name)}"
            + $";QueueEndpoint={new Uri(Queue, account.Name)}"
            + $";TableEndpoint={new Uri(Table, account.Name)}";
    }
}
