using System.ComponentModel;
using System.Diagnostics;

namespace Renstra.LocalHost.Azurite;

/// <summary>
/// A running Azurite (blobs, queues, tables) on free loopback ports. It ends when disposed, and by itself when this process
/// ends, even by SIGKILL.
/// </summary>
internal sealed class AzuriteServer : IAsyncDisposable
{
    private static readonly TimeSpan ShutdownPatience = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly AzuriteOutput _output;
    private Task? _stopped;

    private AzuriteServer(Process process, AzuriteOutput output, AzuriteEndpoints endpoints)
    {
        _process = process;
        _output = output;
        Endpoints = endpoints;
    }

    /// <summary>Where it listens.</summary>
    public AzuriteEndpoints Endpoints { get; }

    /// <summary>The process id of the server itself.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Starts Azurite, installing it first if need be, and returns when it answers.</summary>
    /// <param name="installation">Which Azurite.</param>
    /// <param name="accounts">The accounts it serves; it knows no others.</param>
    /// <param name="location">The folder that keeps the data; null keeps it in memory and loses it at the end.</param>
    /// <param name="cancellation">Ends the attempt, and Azurite.</param>
    /// <param name="requests">Counts what is asked of it, if given.</param>
    /// <exception cref="CannotStartException">It cannot be installed, or ended instead of listening.</exception>
    public static async Task<AzuriteServer> StartAsync(
        AzuriteInstallation installation,
        IEnumerable<AzuriteAccount> accounts,
        string? location,
        CancellationToken cancellation,
        StorageRequests? requests = null)
    {
        await installation.EnsureAsync(cancellation);

        var process = new Process { StartInfo = StartInfo(installation, accounts, location, isSilent: requests is null) };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            await installation.RequireNodeAsync(cancellation);
            throw;
        }

        var output = new AzuriteOutput(process, requests);
        try
        {
            var endpoints = await output.ReadEndpointsAsync(cancellation);

            return new AzuriteServer(process, output, endpoints);
        }
        catch (Exception exception) when (exception is CannotStartException or OperationCanceledException)
        {
            await StopAsync(process, output);
            await installation.RequireNodeAsync(cancellation);
            throw;
        }
    }

    /// <summary>What an Azure SDK client takes to reach <paramref name="account"/>.</summary>
    public string ConnectionString(AzuriteAccount account) => Endpoints.ConnectionString(account);

    /// <summary>Lets it write its files and end, by force if that takes it too long.</summary>
    public ValueTask DisposeAsync() => new(_stopped ??= StopAsync(_process, _output));

    private static ProcessStartInfo StartInfo(
        AzuriteInstallation installation, IEnumerable<AzuriteAccount> accounts, string? location, bool isSilent)
    {
        // Node runs the server's script directly: through npx or a shell, the process to stop would be a grandchild.
        string[] arguments =
        [
            "--require", AzuriteInstallation.EndWithParentScript,
            .. location is null ? (string[])["--require", AzuriteInstallation.NeverCollectScript] : [],
            installation.MainScript,
            "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
            "--skipApiVersionCheck", "--disableTelemetry",
            .. isSilent ? (string[])["--silent"] : [],
            .. location is null ? (string[])["--inMemoryPersistence"] : ["--location", Path.GetFullPath(location)],
        ];
        return new ProcessStartInfo(installation.Node, arguments)
        {
            WorkingDirectory = Path.GetDirectoryName(installation.MainScript)!,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["AZURITE_ACCOUNTS"] = string.Join(';', accounts.Select(account => $"{account.Name}:{account.Key}")),
            },
        };
    }

    private static async Task StopAsync(Process process, AzuriteOutput output)
    {
        // The end of its standard input asks it to write its files and end; see end-with-parent.cjs.
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(ShutdownPatience, TimeProvider.System);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        await output.DrainedAsync();
        process.Dispose();
    }
}
