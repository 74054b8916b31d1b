using Renstra.Functions;
using Renstra.LocalHost.Azurite;
using Renstra.Transform.Calendar;
using Spectre.Console;

namespace Renstra.LocalHost;

/// <summary>Holds a release against the files it came from, and says what matches and what does not.</summary>
internal sealed class AuditJob(IAnsiConsole console)
{
    private const int SomethingDiffers = 1;

    /// <summary>Audits a release in the storage of a kept run, which must not be up.</summary>
    /// <param name="folder">The run's data folder.</param>
    /// <param name="month">The month.</param>
    /// <param name="number">The release's number; null for the one in force.</param>
    /// <param name="cancellation">Stops the audit.</param>
    /// <returns>The exit code: 0 when everything matches.</returns>
    /// <exception cref="CannotStartException">The folder holds no run, or storage cannot be started.</exception>
    public async Task<int> RunInFolderAsync(string folder, ReportingMonth month, int? number, CancellationToken cancellation)
    {
        using var data = Directory.Exists(folder) ? DataFolder.Open(folder) : throw new CannotStartException($"There is no folder {folder}.");
        var account = AzuriteAccount.Named("renstra");
        await using var azurite = await AzuriteServer.StartAsync(AzuriteInstallation.ForThisUser, [account], data.Storage, cancellation);
        return await RunAsync(azurite.ConnectionString(account), month, number, cancellation);
    }

    /// <summary>Audits a release in a storage account.</summary>
    /// <param name="connection">The account's connection string; reading is all it has to allow.</param>
    /// <param name="month">The month.</param>
    /// <param name="number">The release's number; null for the one in force.</param>
    /// <param name="cancellation">Stops the audit.</param>
    /// <returns>The exit code: 0 when everything matches.</returns>
    public async Task<int> RunAsync(string connection, ReportingMonth month, int? number, CancellationToken cancellation)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["RenstraStorage"] = connection });
        builder.AddRenstra();
        using var app = builder.Build();
        var result = await RenstraApp.AuditAsync(app.Services, month, number, cancellation);
        foreach (var line in result.Lines)
        {
            console.MarkupLineInterpolated($"[{(line.Matches ? "green" : "red")}]{(line.Matches ? "✓" : "✗")}[/] {line.Text}");
        }

        console.WriteLine();
        console.MarkupLine(result.Passes
            ? "[green]Penetapan ini dapat dihitung kembali dari berkas aslinya dan cocok seluruhnya.[/]"
            : "[red]Penetapan ini tidak cocok dengan berkas aslinya; lihat baris bertanda ✗.[/]");
        return result.Passes ? 0 : SomethingDiffers;
    }
}
