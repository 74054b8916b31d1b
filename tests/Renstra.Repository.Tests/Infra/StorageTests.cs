using Renstra.Functions.Storage;

namespace Renstra.Repository.Tests.Infra;

[Collection<CompiledOnce>]
public sealed class StorageTests(CompiledInfra compiled)
{
    private readonly Deployment _main = compiled.Main;

    private IReadOnlyList<DeployedResource> Accounts => _main.Resources("Storage/storageAccounts");

    private string DataAccount => _main.Resources("Storage/storageAccounts/tableServices").Single().FirstName;

    [Fact]
    public void The_data_account_has_the_containers_that_the_code_uses()
    {
        var containers = ContainersOf(DataAccount);

        Assert.Equal(StorageNames.Containers.Order(StringComparer.Ordinal), containers);
    }

    [Fact]
    public void The_data_account_has_the_tables_that_the_code_uses()
    {
        var tables = _main.Resources("Storage/storageAccounts/tableServices/tables");

        Assert.All(tables, table => Assert.Equal(DataAccount, table.FirstName));
        Assert.Equal(
            StorageNames.Tables.Order(StringComparer.Ordinal),
            tables.Select(table => table.LastName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_account_answers_the_public_or_speaks_without_tls()
    {
        Assert.NotEmpty(Accounts);
        Assert.All(Accounts, account =>
        {
            Assert.False((bool)account.Properties["allowBlobPublicAccess"]!);
            Assert.True((bool)account.Properties["supportsHttpsTrafficOnly"]!);
            Assert.Equal("TLS1_2", (string)account.Properties["minimumTlsVersion"]!);
        });
        Assert.All(
            _main.Resources("Storage/storageAccounts/blobServices/containers"),
            container => Assert.Equal("None", (string)container.Properties["publicAccess"]!));
    }

    [Fact]
    public void A_key_opens_the_shared_folder_and_nothing_else()
    {
        var opened = Accounts.Where(account => (bool)account.Properties["allowSharedKeyAccess"]!).Select(account => account.Name);

        var share = Assert.Single(_main.Resources("Storage/storageAccounts/fileServices/shares"));
        Assert.Equal([share.FirstName], opened);
        Assert.Empty(ContainersOf(share.FirstName));
        Assert.NotEqual(DataAccount, share.FirstName);
    }

    [Fact]
    public void What_offices_sent_survives_being_overwritten_or_deleted()
    {
        var blobs = _main.Resources("Storage/storageAccounts/blobServices").Single(service => service.FirstName == DataAccount);

        Assert.True((bool)blobs.Properties["isVersioningEnabled"]!);
        Assert.True((bool)blobs.Properties["deleteRetentionPolicy"]!["enabled"]!);
        Assert.True((bool)blobs.Properties["containerDeleteRetentionPolicy"]!["enabled"]!);
    }

    private IEnumerable<string> ContainersOf(string account) =>
        _main.Resources("Storage/storageAccounts/blobServices/containers")
            .Where(container => container.FirstName == account)
            .Select(container => container.LastName)
            .Order(StringComparer.Ordinal);
}
