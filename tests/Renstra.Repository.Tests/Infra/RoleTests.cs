namespace Renstra.Repository.Tests.Infra;

[Collection<CompiledOnce>]
public sealed class RoleTests(CompiledInfra compiled)
{
    private const string StorageAccountContributor = "17d1049b-9a84-46fb-8f53-869881c3d3ab";
    private const string Owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
    private const string Contributor = "b24988ac-6180-42a0-ab88-20f7382dd24c";
    private const string StorageBlobDataReader = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1";
    private const string StorageBlobDataContributor = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
    private const string StorageTableDataReader = "76199698-9eea-4c19-bc75-cec21354c6b6";

    private readonly Deployment _main = compiled.Main;

    private IEnumerable<(string Scope, string Principal, string Role)> Assignments =>
        _main.Resources("Authorization/roleAssignments").Select(assignment => (
            assignment.Id.Split("/providers/Microsoft.Authorization/")[0],
            (string)assignment.Properties["principalId"]!,
            ((string)assignment.Properties["roleDefinitionId"]!).Split('/')[^1]));

    [Fact]
    public void Nobody_may_reconfigure_the_account_that_holds_the_data()
    {
        var dataAccount = _main.Resources("Storage/storageAccounts/tableServices").Single().FirstName;

        Assert.DoesNotContain(Assignments, assignment => assignment.Role is Owner or Contributor);
        var managed = Assert.Single(Assignments, assignment => assignment.Role == StorageAccountContributor);
        Assert.DoesNotContain($"storageAccounts/{dataAccount}'", managed.Scope, StringComparison.Ordinal);
    }

    [Fact]
    public void People_read_the_data_and_write_reference_files_only()
    {
        var people = Assignments.Where(assignment => assignment.Principal == Deployment.OperatorsGroup).ToArray();

        Assert.Equal(
            [StorageBlobDataReader, StorageTableDataReader, StorageBlobDataContributor],
            people.Select(assignment => assignment.Role));
        Assert.EndsWith("/containers/referensi", people[^1].Scope, StringComparison.Ordinal);
    }
}
