using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Renstra.Functions.Storage;
using Renstra.LocalHost.Bridge;
using Renstra.LocalHost.Host;
using Renstra.Testing.Azurite;

namespace Renstra.LocalHost.Tests.Host;

public sealed class RealAppTests(AzuriteFixture azurite)
{
    private const string Key = "kunci-uji";

    private static readonly SteppedClock Clock = new(new DateTimeOffset(2024, 2, 10, 22, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_app_takes_the_played_host_for_the_real_one_and_its_clients_for_strangers()
    {
        var storage = await azurite.NewAccountAsync(Cancellation);
        await using var app = await StartAppAsync(storage);
        await using var host = await FunctionsHost.StartAsync(
            new FunctionsHostOptions
            {
                Handler = new Uri(app.Urls.Single()),
                StorageConnectionString = storage.ConnectionString,
                Port = 0,
                Clock = Clock,
            },
            Cancellation);
        using var client = new HttpClient();
        await storage.Blobs().GetBlobContainerClient(StorageNames.SubmissionsContainer)
            .UploadBlobAsync("53.02/bukan buku kerja.xlsx", BinaryData.FromString("bukan buku kerja"), Cancellation);

        await host.WaitUntilIdleAsync(Cancellation);
        var closing = await host.FireAsync("ConsolidateMonth", Cancellation);
        using var feed = await client.GetAsync(new Uri(host.Address, $"odata/Wilayah?$top=1&code={Key}"), Cancellation);
        using var health = await client.GetAsync(new Uri(host.Address, "health"), Cancellation);
        using var climbing = await client.GetAsync(new Uri(host.Address, "odata/..%5CIngestSubmission"), Cancellation);

        Assert.Empty(host.Journal.LastFailures);
        Assert.Equal(1, host.Journal.Succeeded("IngestSubmission"));
        Assert.True(closing.Succeeded);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal(HttpStatusCode.OK, feed.StatusCode);
        var page = JsonNode.Parse(await feed.Content.ReadAsStringAsync(Cancellation))!;
        Assert.StartsWith(host.Address.AbsoluteUri + "odata/$metadata", page["@odata.context"]!.GetValue<string>(), StringComparison.Ordinal);

        // The proxy leaves the path as it is: it is the feed that is asked, for something in it, and that wants a key.
        Assert.Equal(HttpStatusCode.Unauthorized, climbing.StatusCode);
        var receipts = storage.Blobs().GetBlobContainerClient(StorageNames.ReceiptsContainer);
        Assert.NotEmpty(await receipts.GetBlobsAsync(cancellationToken: Cancellation).ToListAsync(Cancellation));
    }

    private static async Task<WebApplication> StartAppAsync(TestStorage storage)
    {
        var app = BridgedApp.Build(builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                [StorageNames.Connection] = storage.ConnectionString,
                ["Renstra:Feed:KeyHashes:0"] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Key))),
            });
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(Clock);
        });
        await new StorageClients(storage.Tables(), storage.Blobs()).CreateAsync(Cancellation);
        await app.StartAsync(Cancellation);

        return app;
    }
}
