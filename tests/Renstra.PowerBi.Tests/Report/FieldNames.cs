using System.Text.Json;

namespace Renstra.PowerBi.Tests.Report;

/// <summary>What columns and measures the definitions of a report name.</summary>
internal static class FieldNames
{
    public static IEnumerable<string> Fields(this ReportPage page) =>
        page.Visuals.SelectMany(visual => visual.Fields()).Concat(Within(page.Definition));

    public static IEnumerable<string> Fields(this ReportVisual visual) => Within(visual.Definition);

    /// <summary>A column or measure as <c>Table.Name</c>; null for anything else.</summary>
    public static string? Of(JsonElement expression) => Of(expression, new Dictionary<string, string>(StringComparer.Ordinal));

    private static IEnumerable<string> Within(JsonElement definition) => Within(definition, new Dictionary<string, string>(StringComparer.Ordinal));

    private static IEnumerable<string> Within(JsonElement value, IReadOnlyDictionary<string, string> aliases)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            return value.EnumerateArray().SelectMany(each => Within(each, aliases));
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        // A filter gives its tables short names.
        var named = value.TryGetProperty("From", out var from)
            ? from.EnumerateArray().ToDictionary(table => table.GetProperty("Name").GetString()!, table => table.GetProperty("Entity").GetString()!, StringComparer.Ordinal)
            : aliases;
        var here = new[] { Of(value, named), value.TryGetProperty("queryRef", out var reference) ? reference.GetString() : null }.OfType<string>();
        return here.Concat(value.EnumerateObject().SelectMany(property => Within(property.Value, named)));
    }

    private static string? Of(JsonElement value, IReadOnlyDictionary<string, string> aliases)
    {
        if (!value.TryGetProperty("Column", out var named) && !value.TryGetProperty("Measure", out named))
        {
            return null;
        }

        var source = named.GetProperty("Expression").GetProperty("SourceRef");
        var table = source.TryGetProperty("Entity", out var entity) ? entity.GetString() : aliases[source.GetProperty("Source").GetString()!];
        return $"{table}.{named.GetProperty("Property").GetString()}";
    }
}
