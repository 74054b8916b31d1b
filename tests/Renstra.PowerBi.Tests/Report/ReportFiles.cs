using System.Text.Json;
using Renstra.Testing.PowerBi;

namespace Renstra.PowerBi.Tests.Report;

/// <summary>The pages of the report as their files say them.</summary>
internal static class ReportFiles
{
    private static readonly string Pages = ProjectFolder.PathOf("Renstra.Report/definition/pages");

    public static IReadOnlyList<ReportPage> All { get; } = [.. Directory.EnumerateDirectories(Pages).Order(StringComparer.Ordinal).Select(ReportPage.Read)];

    public static JsonElement Order { get; } = Json(Path.Combine(Pages, "pages.json"));

    public static JsonElement Json(string path) => JsonDocument.Parse(File.ReadAllText(path)).RootElement;

    /// <summary>Everything within a value that is an object, the value itself first.</summary>
    public static IEnumerable<JsonElement> Objects(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => Objects(property.Value)).Prepend(value),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Objects),
        _ => [],
    };
}

/// <summary>A page with its visuals in the order of the keyboard.</summary>
internal sealed record ReportPage(string Folder, JsonElement Definition, IReadOnlyList<ReportVisual> Visuals)
{
    public string Name => Definition.GetProperty("name").GetString()!;

    public Box Size => new(0, 0, Definition.GetProperty("width").GetDecimal(), Definition.GetProperty("height").GetDecimal());

    public static ReportPage Read(string folder)
    {
        var visuals = Directory.EnumerateDirectories(Path.Combine(folder, "visuals")).Select(ReportVisual.Read);
        return new ReportPage(Path.GetFileName(folder), ReportFiles.Json(Path.Combine(folder, "page.json")), [.. visuals.OrderBy(visual => visual.TabOrder)]);
    }
}

/// <summary>A visual, and where it lies on a phone; null when it is not shown there.</summary>
internal sealed record ReportVisual(string Folder, JsonElement Definition, JsonElement? Phone)
{
    public string Name => Definition.GetProperty("name").GetString()!;

    public string Type => Definition.GetProperty("visual").GetProperty("visualType").GetString()!;

    public Box Place => Box.Of(Definition.GetProperty("position"));

    public Box? PlaceOnPhone => Phone is { } phone ? Box.Of(phone.GetProperty("position")) : null;

    public decimal TabOrder => Definition.GetProperty("position").GetProperty("tabOrder").GetDecimal();

    public string? AltText => Text("general", "altText");

    public string? Title => Text("title", "text");

    public static ReportVisual Read(string folder)
    {
        var phone = Path.Combine(folder, "mobile.json");
        return new ReportVisual(Path.GetFileName(folder), ReportFiles.Json(Path.Combine(folder, "visual.json")), File.Exists(phone) ? ReportFiles.Json(phone) : null);
    }

    private string? Text(string container, string property)
    {
        if (!Definition.GetProperty("visual").GetProperty("visualContainerObjects").TryGetProperty(container, out var entries)
            || !entries[0].GetProperty("properties").TryGetProperty(property, out var value))
        {
            return null;
        }

        return value.GetProperty("expr").TryGetProperty("Literal", out var literal) ? literal.GetProperty("Value").GetString()!.Trim('\'') : "(a measure)";
    }
}

/// <summary>A rectangle on a page, in its pixels.</summary>
internal readonly record struct Box(decimal X, decimal Y, decimal Width, decimal Height)
{
    public static Box Of(JsonElement position) => new(
        position.GetProperty("x").GetDecimal(), position.GetProperty("y").GetDecimal(), position.GetProperty("width").GetDecimal(), position.GetProperty("height").GetDecimal());

    public bool Contains(Box other) => other.X >= X && other.Y >= Y && other.X + other.Width <= X + Width && other.Y + other.Height <= Y + Height;

    public bool Overlaps(Box other) => X < other.X + other.Width && other.X < X + Width && Y < other.Y + other.Height && other.Y < Y + Height;
}
