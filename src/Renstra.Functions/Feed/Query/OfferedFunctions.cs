namespace Renstra.Functions.Feed.Query;

/// <summary>The functions that expressions may call; <c>$metadata</c> lists them (<c>Capabilities.FilterFunctions</c>).</summary>
internal static class OfferedFunctions
{
    public static readonly IReadOnlyList<string> All =
    [
        "contains", "endswith", "startswith", "length", "indexof", "substring", "tolower", "toupper", "trim", "concat",
        "year", "month", "day", "hour", "minute", "second", "date",
        "round", "floor", "ceiling",
    ];
}
