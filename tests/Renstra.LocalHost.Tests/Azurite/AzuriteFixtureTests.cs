using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Renstra.Testing.Azurite;

namespace Renstra.LocalHost.Tests.Azurite;

public sealed class AzuriteFixtureTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_tests_with_the_same_table_and_container_names_never_see_each_others_data()
    {
        var one = await azurite.NewAccountAsync(Cancellation);
        var other = await azurite.NewAccountAsync(Cancellation);
        var container = await one.Blobs().CreateBlobContainerAsync("kiriman", cancellationToken: Cancellation);
        await container.Value.UploadBlobAsync("a.xlsx", BinaryData.FromString("one"), Cancellation);
        await one.Tables().CreateTableAsync("Laporan", Cancellation);
        await one.Tables().GetTableClient("Laporan").AddEntityAsync(new TableEntity("2024-01", "53.01-KAB"), Cancellation);

        await other.Blobs().CreateBlobContainerAsync("kiriman", cancellationToken: Cancellation);
        await other.Tables().CreateTableAsync("Laporan", Cancellation);

        Assert.Empty(await other.Blobs().GetBlobContainerClient("kiriman").GetBlobsAsync(cancellationToken: Cancellation).ToListAsync(Cancellation));
        Assert.Empty(await other.Tables().GetTableClient("Laporan").QueryAsync<TableEntity>(cancellationToken: Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task When_all_accounts_are_taken_the_next_test_is_told_so()
    {
        await using var fresh = new AzuriteFixture();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < AzuriteFixture.AccountLimit; i++)
        {
            names.Add((await fresh.NewAccountAsync(Cancellation)).Account.Name);
        }

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => fresh.NewAccountAsync(Cancellation));

        Assert.Equal(AzuriteFixture.AccountLimit, names.Count);
        Assert.Contains(AzuriteFixture.AccountLimit.ToString(CultureInfo.InvariantCulture), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ETag_conditions_are_kept_on_tables_and_blobs()
    {
        var storage = await azurite.NewAccountAsync(Cancellation);
        var table = storage.Tables().GetTableClient("Laporan");
        await table.CreateAsync(Cancellation);
        var read = await table.AddEntityAsync(new TableEntity("2024-01", "53.01-KAB") { ["Jumlah"] = 1L }, Cancellation);
        var first = read.Headers.ETag!.Value;
        await table.UpdateEntityAsync(new TableEntity("2024-01", "53.01-KAB") { ["Jumlah"] = 2L }, first, TableUpdateMode.Replace, Cancellation);

        var stale = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpdateEntityAsync(
            new TableEntity("2024-01", "53.01-KAB") { ["Jumlah"] = 3L }, first, TableUpdateMode.Replace, Cancellation));

        Assert.Equal(412, stale.Status);
    }
}
