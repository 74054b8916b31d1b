using System.Text.Json.Nodes;

namespace Renstra.Repository.Tests.Functions;

/// <summary>A function as its <c>function.json</c> declares it to the host; the folder is its name.</summary>
internal sealed record FunctionDeclaration(string Name, IReadOnlyList<JsonNode> Bindings)
{
    public JsonNode TriggerBinding => Assert.Single(Bindings, binding => TypeOf(binding).EndsWith("Trigger", StringComparison.Ordinal));

    public string Trigger => TypeOf(TriggerBinding);

    public static IReadOnlyList<FunctionDeclaration> ReadAll() =>
    [
        .. Directory.EnumerateFiles(WorkingCopy.PathOf("src/Renstra.Functions"), "function.json", SearchOption.AllDirectories)
            .Where(file => Path.GetDirectoryName(Path.GetDirectoryName(file)) == Path.GetFullPath(WorkingCopy.PathOf("src/Renstra.Functions")))
            .Select(file => new FunctionDeclaration(
                Path.GetFileName(Path.GetDirectoryName(file))!,
                [.. JsonNode.Parse(File.ReadAllText(file))!["bindings"]!.AsArray().Select(binding => binding!)]))
            .OrderBy(function => function.Name, StringComparer.Ordinal),
    ];

    private static string TypeOf(JsonNode binding) => (string)binding["type"]!;
}
