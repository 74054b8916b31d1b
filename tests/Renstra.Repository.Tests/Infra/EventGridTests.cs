using System.Text.Json.Nodes;
using Renstra.Repository.Tests.Functions;

namespace Renstra.Repository.Tests.Infra;

[Collection<CompiledOnce>]
public sealed class EventGridTests(CompiledInfra compiled)
{
    private readonly Deployment _main = compiled.Main;

    private readonly Deployment _eventGrid = compiled.EventGrid;

    private JsonNode Subscription =>
        Assert.Single(_eventGrid.Resources("EventGrid/systemTopics/eventSubscriptions")).Properties;

    private static FunctionDeclaration BlobFunction =>
        Assert.Single(FunctionDeclaration.ReadAll(), function => function.Trigger == "blobTrigger");

    [Fact]
    public void The_blob_trigger_watches_a_container_of_the_data_account()
    {
        var path = (string)BlobFunction.TriggerBinding["path"]!;

        var container = Assert.Single(
            _main.Resources("Storage/storageAccounts/blobServices/containers"),
            container => path == $"{container.LastName}/{{name}}");
        Assert.Equal(_main.Resources("Storage/storageAccounts/tableServices").Single().FirstName, container.FirstName);
    }

    [Fact]
    public void Events_are_of_the_blobs_that_the_trigger_watches_and_no_others()
    {
        var watched = ((string)BlobFunction.TriggerBinding["path"]!).Replace("{name}", "", StringComparison.Ordinal).TrimEnd('/');

        Assert.Equal(
            $"/blobServices/default/containers/{watched}/blobs/",
            (string)Subscription["filter"]!["subjectBeginsWith"]!);
        Assert.Equal(
            ["Microsoft.Storage.BlobCreated"],
            Subscription["filter"]!["includedEventTypes"]!.AsArray().Select(type => (string)type!));
        Assert.EndsWith(
            $"/storageAccounts/{_main.Resources("Storage/storageAccounts/tableServices").Single().FirstName}",
            (string)Assert.Single(_eventGrid.Resources("EventGrid/systemTopics")).Properties["source"]!,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Events_go_to_the_endpoint_of_the_function_at_the_deployed_app()
    {
        var endpoint = (string)Subscription["destination"]!["properties"]!["endpointUrl"]!;

        Assert.Equal("EventGrid", (string)BlobFunction.TriggerBinding["source"]!);
        Assert.Contains("https://{0}/runtime/webhooks/blobs?functionName=Host.Functions.{1}&code={2}", endpoint, StringComparison.Ordinal);
        Assert.Contains($"/sites/{_main.Resources("Web/sites").Single().Name}'", endpoint, StringComparison.Ordinal);
        Assert.Contains($"'{BlobFunction.Name}'", endpoint, StringComparison.Ordinal);
        Assert.Contains(".systemKeys.blobs_extension", endpoint, StringComparison.Ordinal);
    }

    [Fact]
    public void Events_that_cannot_be_delivered_are_kept_by_an_identity_that_may_write_there_only()
    {
        var deadLetter = Subscription["deadLetterWithResourceIdentity"]!;
        var destination = deadLetter["deadLetterDestination"]!["properties"]!;

        var container = Assert.Single(
            _main.Resources("Storage/storageAccounts/blobServices/containers"),
            container => container.Id == $"{(string)destination["resourceId"]!}/blobServices/default/containers/{(string)destination["blobContainerName"]!}");
        var identity = Assert.Single(
            _main.Resources("ManagedIdentity/userAssignedIdentities"),
            identity => identity.Id == (string)deadLetter["identity"]!["userAssignedIdentity"]!);
        Assert.EndsWith("-events", identity.Name, StringComparison.Ordinal);
        Assert.Single(
            _main.Resources("Authorization/roleAssignments"),
            role => role.Id.Contains($"'{container.Id}'", StringComparison.Ordinal));
        Assert.Single(
            _main.Resources("Authorization/roleAssignments"),
            role => ((string)role.Properties["principalId"]!).Contains("eventsPrincipalId", StringComparison.Ordinal));
    }
}
