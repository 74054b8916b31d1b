using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using Renstra.Functions;
using Renstra.LocalHost.Azurite;
using Renstra.LocalHost.Hook;
using Renstra.LocalHost.Host;
using Renstra.LocalHost.Host.Worker;

namespace Renstra.LocalHost;

/// <summary>Everything that runs: Azurite, the Functions host, and the app as its worker.</summary>
internal sealed class LocalApp : IAsyncDisposable
{
    private readonly AzuriteServer _azurite;
    private readonly string _connection;

    private LocalApp(AzuriteServer azurite, string connection, FunctionsHost host, string key)
    {
        _azurite = azurite;
        _connection = connection;
        Host = host;
        Key = key;
    }

    /// <summary>The app's assembly, where this program's own build has left it.</summary>
    public static string Program { get; } = typeof(LocalApp).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "WorkerProgram").Value!;

    /// <summary>The Functions host, played.</summary>
    public FunctionsHost Host { get; }

    /// <summary>The key that opens the feed in this run.</summary>
    public string Key { get; }

    /// <summary>Where the feed is.</summary>
    public Uri Feed => new(Host.Address, "odata");

    /// <summary>Starts it all; what was started is stopped again when something cannot.</summary>
    /// <param name="data">Where state is kept.</param>
    /// <param name="port">The port for clients; 0 for a free one.</param>
    /// <param name="clock">The clock of everything.</param>
    /// <param name="requests">Counts what is asked of storage, if given.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="CannotStartException">Node is missing, or the port is taken.</exception>
    /// <exception cref="WorkerGivenUpException">Three workers have failed to start.</exception>
    public static async Task<LocalApp> StartAsync(
        DataFolder data, int port, SteppedClock clock, StorageRequests? requests, CancellationToken cancellation)
    {
        var account = AzuriteAccount.Named("renstra");
        var key = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var azurite = await AzuriteServer.StartAsync(AzuriteInstallation.ForThisUser, [account], data.Storage, cancellation, requests);
        var connection = azurite.ConnectionString(account);
        var settings = Settings(connection, data, key);
        FunctionsHost? host = null;
        try
        {
            // The worker starts meanwhile. Azurite does one thing at a time, and the worker asks nothing of it while it starts.
            var creating = CreateStorageAsync(settings, cancellation);
            host = await FunctionsHost.StartAsync(
                new FunctionsHostOptions
                {
                    AppFolder = Path.GetDirectoryName(Program)!,
                    Settings = settings,
                    StartWorker = start => WorkerProcess.Start(new WorkerApp(Program, settings), start),
                    Port = port,
                    Clock = clock,

                    // The replay looks when it has dropped something; more often would only keep storage busy.
                    PollInterval = TimeSpan.FromSeconds(2),
                    StateFolder = data.HostState,
                },
                cancellation);
            await creating;
            return new LocalApp(azurite, connection, host, key);
        }
        catch
        {
            if (host is not null)
            {
                await host.DisposeAsync();
            }

            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <summary>Copies a file of a release out of storage.</summary>
    /// <param name="blobName">Its name, as the feed gives it.</param>
    /// <param name="path">Where to.</param>
    /// <param name="cancellation">Stops the copying.</param>
    public Task CopyReleaseFileAsync(string blobName, string path, CancellationToken cancellation) =>
        new BlobContainerClient(_connection, "penetapan").GetBlobClient(blobName).DownloadToAsync(path, cancellation);

    /// <summary>Stops the host, its worker and Azurite, in this order.</summary>
    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await _azurite.DisposeAsync();
    }

    private static Dictionary<string, string> Settings(string connection, DataFolder data, string key) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["RenstraStorage"] = connection,
        ["Renstra__Intake__SharedFolder"] = data.SharedFolder,

        // Nobody else writes into this folder while the year is replayed.
        ["Renstra__Intake__Watching"] = "00:00:00",
        ["Renstra__Feed__KeyHashes__0"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))),

        // The screen is the summary's. What goes wrong still shows.
        ["Logging__LogLevel__Default"] = "Warning",
        ["Logging__LogLevel__Microsoft.AspNetCore.DataProtection"] = "Error",
        ["DOTNET_STARTUP_HOOKS"] = typeof(SharedClock).Assembly.Location,
        [SharedClock.Variable] = data.ClockFile,
    };

    private static async Task CreateStorageAsync(Dictionary<string, string> settings, CancellationToken cancellation)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)setting.Value)));
        builder.AddRenstra();
        using var app = builder.Build();
        await RenstraApp.CreateStorageAsync(app.Services, cancellation);
    }
}
