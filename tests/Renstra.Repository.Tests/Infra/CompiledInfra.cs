using System.Text.Json.Nodes;

namespace Renstra.Repository.Tests.Infra;

/// <summary>The templates, compiled and evaluated once for all tests: the compiler takes seconds to start.</summary>
public sealed class CompiledInfra : IAsyncLifetime
{
    /// <summary>How compiling every template ended.</summary>
    internal BicepRun Build { get; private set; } = null!;

    /// <summary>Compiled templates by file. Modules are files of their own here, so that each resource is seen where it is written.</summary>
    internal IReadOnlyDictionary<string, JsonNode> Templates { get; private set; } = null!;

    /// <summary>What <c>main.bicep</c> creates.</summary>
    internal Deployment Main { get; private set; } = null!;

    /// <summary>What <c>event-grid.bicep</c> creates.</summary>
    internal Deployment EventGrid { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var infra = new InfraCopy();
        Build = await BicepCompiler.RunAsync(infra.FullPath, ["build", "--no-restore", "--pattern", "**/*.bicep"], cancellation);
        Templates = infra.Files("*.json")
            .Where(file => file != "bicepconfig.json")
            .ToDictionary(file => file, file => JsonNode.Parse(infra.Read(file))!);
        Main = await Deployment.EvaluateAsync("main.bicepparam", cancellation);
        EventGrid = await Deployment.EvaluateAsync("event-grid.bicepparam", cancellation);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

[CollectionDefinition]
public sealed class CompiledOnce : ICollectionFixture<CompiledInfra>;
