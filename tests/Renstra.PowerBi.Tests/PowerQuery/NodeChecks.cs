using System.Text.Json;
using Renstra.Testing;

namespace Renstra.PowerBi.Tests.PowerQuery;

/// <summary><c>check.mjs</c>: M's own parser and a validator of JSON schemas.</summary>
internal static class NodeChecks
{
    private static readonly NodeProgram Program = new(
        "powerbi-checks", Path.Combine(AppContext.BaseDirectory, "PowerQuery", "Node"), new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>Parses M expressions, each under a name.</summary>
    public static Task<JsonElement> ParseAsync(IReadOnlyDictionary<string, string> expressions) => RunAsync("parse", expressions);

    /// <summary>Validates files by the schema that each names, among those in a folder.</summary>
    public static Task<JsonElement> ValidateAsync(string schemas, IReadOnlyList<string> files) => RunAsync("validate", new { schemas, files });

    private static async Task<JsonElement> RunAsync<TInput>(string check, TInput input) =>
        JsonDocument.Parse(await Program.RunAsync("check.mjs", [check], JsonSerializer.Serialize(input), TestContext.Current.CancellationToken)).RootElement;
}
