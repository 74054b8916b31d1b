using System.Text.Json.Nodes;
using Renstra.Functions;

namespace Renstra.Repository.Tests.Functions;

/// <summary>A function as the worker declares it to the host, from the metadata that its build generates.</summary>
internal sealed record FunctionDeclaration(string Name, IReadOnlyList<JsonNode> Bindings)
{
    public JsonNode TriggerBinding => Assert.Single(Bindings, binding => TypeOf(binding).EndsWith("Trigger", StringComparison.Ordinal));

    public string Trigger => TypeOf(TriggerBinding);

    // The generated provider has it all at hand; nothing is waited for.
    public static IReadOnlyList<FunctionDeclaration> ReadAll() =>
    [
        .. new GeneratedFunctionMetadataProvider().GetFunctionMetadataAsync(AppContext.BaseDirectory).GetAwaiter().GetResult()
            .Select(function => new FunctionDeclaration(function.Name!, [.. function.RawBindings!.Select(binding => JsonNode.Parse(binding)!)]))
            .OrderBy(function => function.Name, StringComparer.Ordinal),
    ];

    private static string TypeOf(JsonNode binding) => (string)binding["type"]!;
}
