using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Renstra.LocalHost.Azurite;
using Renstra.Testing;

namespace Renstra.LocalHost.Tests.Azurite;

public sealed class AzuriteServerTests
{
    private static readonly AzuriteAccount Account = AzuriteAccount.Named("renstra");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_disposal_the_server_process_is_gone_and_disposing_again_does_no_harm()
    {
        var server = await AzuriteServer.StartAsync(AzuriteInstallation.ForThisUser, [Account], location: null, Cancellation);
        var id = server.ProcessId;
        var alive = Process.GetProcessById(id).ProcessName;

        await server.DisposeAsync();
        await server.DisposeAsync();

        Assert.Equal("node", alive);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(id));
    }

    [Fact]
    public async Task Data_kept_in_a_folder_are_there_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        await using (var first = await AzuriteServer.StartAsync(AzuriteInstallation.ForThisUser, [Account], folder.Path, Cancellation))
        {
            var container = new BlobContainerClient(first.ConnectionString(Account), "kiriman");
            await container.CreateAsync(cancellationToken: Cancellation);
            await container.UploadBlobAsync("a.xlsx", BinaryData.FromString("isi"), Cancellation);
            var table = new TableClient(first.ConnectionString(Account), "Laporan");
            await table.CreateAsync(Cancellation);
            await table.AddEntityAsync(new TableEntity("2024-01", "53.01-KAB"), Cancellation);
        }

        await using var second = await AzuriteServer.StartAsync(AzuriteInstallation.ForThisUser, [Account], folder.Path, Cancellation);

        var blob = new BlobContainerClient(second.ConnectionString(Account), "kiriman").GetBlobClient("a.xlsx");
        Assert.Equal("isi", (await blob.DownloadContentAsync(Cancellation)).Value.Content.ToString());
        var rows = new TableClient(second.ConnectionString(Account), "Laporan").QueryAsync<TableEntity>(cancellationToken: Cancellation);
        Assert.Single(await rows.ToListAsync(Cancellation));
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task When_its_parent_is_killed_the_server_ends_by_itself()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The parent that is killed here is a shell.");
        await AzuriteInstallation.ForThisUser.EnsureAsync(Cancellation);
        using var folder = new TemporaryFolder();

        // The parent holds the only writing end of the server's standard input, as AzuriteServer does, and then just waits.
        using var parent = Process.Start(new ProcessStartInfo("sh")
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder.Path,
            ArgumentList =
            {
                "-c",
                """
                mkfifo stdin
                node --require "$1" "$2" --blobPort 0 --queuePort 0 --tablePort 0 --inMemoryPersistence --silent --disableTelemetry < stdin &
                echo "$!"
                exec 3> stdin
                exec sleep 600
                """,
                "sh",
                AzuriteInstallation.EndWithParentScript,
                AzuriteInstallation.ForThisUser.MainScript,
            },
        })!;
        var server = Process.GetProcessById(int.Parse((await parent.StandardOutput.ReadLineAsync(Cancellation))!, CultureInfo.InvariantCulture));
        while (await parent.StandardOutput.ReadLineAsync(Cancellation) is { } line && !line.Contains("Table service is successfully", StringComparison.Ordinal))
        {
        }

        var aliveBefore = !server.HasExited;
        parent.Kill();

        try
        {
            await server.WaitForExitAsync(Cancellation);
        }
        finally
        {
            server.Kill();
        }

        Assert.True(aliveBefore);
    }

    [Fact]
    public async Task Ctrl_C_in_the_parents_terminal_leaves_the_server_to_the_parent()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent by the shell's kill.");
        await using var server = await AzuriteServer.StartAsync(AzuriteInstallation.ForThisUser, [Account], location: null, Cancellation);

        using var kill = Process.Start("kill", ["-INT", server.ProcessId.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Cancellation);

        var container = new BlobContainerClient(server.ConnectionString(Account), "kiriman");
        await container.CreateAsync(cancellationToken: Cancellation);
        await container.UploadBlobAsync("a.xlsx", BinaryData.FromString("isi"), Cancellation);
        Assert.False(Process.GetProcessById(server.ProcessId).HasExited);
    }

    [Fact]
    public async Task In_memory_it_never_stands_still_to_look_for_what_it_could_free()
    {
        var installation = AzuriteInstallation.ForThisUser;
        await installation.EnsureAsync(Cancellation);
        var constants = Path.Combine(Path.GetDirectoryName(installation.MainScript)!, "blob", "utils", "constants");
        using var node = Process.Start(new ProcessStartInfo(
            installation.Node,
            ["--require", AzuriteInstallation.NeverCollectScript, "-p", $"require({JsonSerializer.Serialize(constants)}).DEFAULT_GC_INTERVAL_MS", installation.MainScript])
        {
            RedirectStandardOutput = true,
        })!;

        var interval = TimeSpan.FromMilliseconds(double.Parse(await node.StandardOutput.ReadToEndAsync(Cancellation), CultureInfo.InvariantCulture));

        Assert.Equal(TimeSpan.FromDays(1), interval);
    }

    [Fact]
    public async Task A_server_that_cannot_start_says_why_in_one_sentence()
    {
        using var folder = new TemporaryFolder();
        var notAFolder = Path.Combine(folder.Path, "berkas");
        await File.WriteAllTextAsync(notAFolder, "", Cancellation);

        var failure = await Assert.ThrowsAsync<CannotStartException>(
            () => AzuriteServer.StartAsync(AzuriteInstallation.ForThisUser, [Account], notAFolder, Cancellation));

        Assert.StartsWith("Azurite ended instead of listening: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(notAFolder, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }
}
