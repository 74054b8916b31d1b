using System.Diagnostics;
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
    public async Task After_disposal_the_server_process_is_gone()
    {
        var server = await AzuriteServer.StartAsync(AzuriteInstallation.ForThisUser, [Account], location: null, Cancellation);
        var id = server.ProcessId;
        var alive = Process.GetProcessById(id).ProcessName;

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

    [Fact]
    public async Task A_server_that_cannot_start_says_why_in_one_sentence()
    {
        using var folder = new TemporaryFolder();
        var notAFolder = Path.Combine(folder.Path, "berkas");
        await File.WriteAllTextAsync(notAFolder, "", Cancellation);

        var failure = await Assert.ThrowsAsync<AzuriteUnavailableException>(
            () => AzuriteServer.StartAsync(AzuriteInstallation.ForThisUser, [Account], notAFolder, Cancellation));

        Assert.StartsWith("Azurite ended instead of listening: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(notAFolder, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }
}
