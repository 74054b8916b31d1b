using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Renstra.LocalHost.Azurite;

namespace Renstra.Testing.Azurite;

/// <summary>An empty storage account of one test.</summary>
/// <param name="Account">Its name and key.</param>
/// <param name="Endpoints">Where Azurite listens.</param>
public sealed record TestStorage(AzuriteAccount Account, AzuriteEndpoints Endpoints)
{
    /// <summary>What the product takes as its storage connection.</summary>
    public string ConnectionString => Endpoints.ConnectionString(Account);

    /// <summary>A client of the account's containers and blobs, with the SDK's defaults.</summary>
    public BlobServiceClient Blobs() => new(ConnectionString);

    /// <summary>A client of the account's tables, with the SDK's defaults.</summary>
    public TableServiceClient Tables() => new(ConnectionString);
}
