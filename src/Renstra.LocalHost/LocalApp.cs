using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using Renstra.Functions;
using Renstra.LocalHost.Azurite;
using Renstra.LocalHost.Bridge;
using Renstra.LocalHost.Host;

namespace Renstra.LocalHost;

/// <summary>Everything that runs: Azurite, the app, and the Functions host before it.</summary>
internal sealed class LocalApp : IAsyncDisposable
{
    private readonly AzuriteServer _azurite;
    private readonly WebApplication _app;

    private LocalApp(AzuriteServer azurite, WebApplication app, FunctionsHost host, string key)
    {
        _azurite = azurite;
        _app = app;
        Host = host;
        Key = key;
    }

    /// <summary>The Functions host, played.</summary>
    public FunctionsHost Host { get; }

    /// <summary>The key that opens the feed in this run.</summary>
    public string Key { get; }

    /// <summary>Where the feed is.</summary>
    public Uri Feed => new(Host.Address, "odata");

    /// <summary>Starts it all; what was started is stopped again when something cannot.</summary>
    /// <exception cref="CannotStartException">Node is missing, or the port is taken.</exception>
    public static async Task<LocalApp> StartAsync(DataFolder data, int port, SteppedClock clock, CancellationToken cancellation)
    {
        var account = AzuriteAccount.Named("renstra");
        var key = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var azurite = await AzuriteServer.StartAsync(AzuriteInstallation.ForThisUser, [account], data.Storage, cancellation);
        var connection = azurite.ConnectionString(account);
        var app = BridgedApp.Build(builder => Configure(builder, connection, data.SharedFolder, key, clock));
        try
        {
            await RenstraApp.CreateStorageAsync(app.Services, cancellation);
            await app.StartAsync(cancellation);
            var host = await FunctionsHost.StartAsync(
                new FunctionsHostOptions
                {
                    Handler = new Uri(app.Urls.Single()),
                    StorageConnectionString = connection,
                    Port = port,
                    Clock = clock,
                    PollInterval = TimeSpan.FromMilliseconds(25),
                },
                cancellation);
            return new LocalApp(azurite, app, host, key);
        }
        catch
        {
            await app.DisposeAsync();
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <summary>Copies a file of a release out of storage.</summary>
    /// <param name="blobName">Its name, as the feed gives it.</param>
    /// <param name="path">Where to.</param>
    /// <param name="cancellation">Stops the copying.</param>
    public Task CopyReleaseFileAsync(string blobName, string path, CancellationToken cancellation) =>
        _app.Services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient("penetapan").GetBlobClient(blobName).DownloadToAsync(path, cancellation);

    /// <summary>Stops the host, the app and Azurite, in this order.</summary>
    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await _app.DisposeAsync();
        await _azurite.DisposeAsync();
    }

    private static void Configure(WebApplicationBuilder builder, string connection, string sharedFolder, string key, SteppedClock clock)
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["RenstraStorage"] = connection,
            ["Renstra:Intake:SharedFolder"] = sharedFolder,

            // Nobody else writes into this folder while the year is replayed.
            ["Renstra:Intake:Watching"] = "00:00:00",
            ["Renstra:Feed:KeyHashes:0"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))),
        });

        // The screen is the summary's. What goes wrong still shows.
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<TimeProvider>(clock);
    }
}
