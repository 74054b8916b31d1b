using Azure.Storage.Blobs;
using Renstra.LocalHost.Azurite;

namespace Renstra.LocalHost.Tests.Azurite;

public sealed class StorageRequestsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET kiriman?comp=list", "127.0.0.1 - - [24/Nov/2026:17:00:00 +0000] \"GET /renstra/kiriman?restype=container&comp=list HTTP/1.1\" 200 -")]
    [InlineData("PUT tanda-terima/*", "127.0.0.1 - - [24/Nov/2026:17:00:00 +0000] \"PUT /renstra/tanda-terima/2024-01/a%20b.json HTTP/1.1\" 201 -")]
    [InlineData("GET Laporan", "127.0.0.1 - - [24/Nov/2026:17:00:00 +0000] \"GET /renstra/Laporan()?$filter=a HTTP/1.1\" 200 -")]
    [InlineData("PUT Laporan(key)", "127.0.0.1 - - [24/Nov/2026:17:00:00 +0000] \"PUT /renstra/Laporan(PartitionKey='2024-01',RowKey='x') HTTP/1.1\" 204 -")]
    [InlineData("POST $batch", "127.0.0.1 - - [24/Nov/2026:17:00:00 +0000] \"POST /renstra/$batch HTTP/1.1\" 202 -")]
    [InlineData(null, "Azurite Blob service is successfully listening at http://127.0.0.1:10000")]
    public void A_request_is_told_by_method_place_and_operation(string? kind, string line) => Assert.Equal(kind, StorageRequests.KindOf(line));

    [Fact]
    public async Task What_is_asked_of_a_running_Azurite_is_counted()
    {
        var account = AzuriteAccount.Named("renstra");
        var requests = new StorageRequests();
        await using (var server = await AzuriteServer.StartAsync(AzuriteInstallation.ForThisUser, [account], location: null, Cancellation, requests))
        {
            var container = new BlobContainerClient(server.ConnectionString(account), "kiriman");
            await container.CreateAsync(cancellationToken: Cancellation);
            await container.UploadBlobAsync("a/1.xlsx", BinaryData.FromString("isi"), Cancellation);
            await container.UploadBlobAsync("a/2.xlsx", BinaryData.FromString("isi"), Cancellation);
        }

        Assert.Equal(1, requests.Counts["PUT kiriman"]);
        Assert.Equal(2, requests.Counts["PUT kiriman/*"]);
    }
}
