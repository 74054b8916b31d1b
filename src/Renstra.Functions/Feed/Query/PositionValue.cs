using System.Globalization;
using Renstra.Functions.Feed.Protocol;

namespace Renstra.Functions.Feed.Query;

/// <summary>A value of a position as text that keeps its type: a letter for the type, then the value.</summary>
internal static class PositionValue
{
    private const string MomentFormat = "O";

    public static string? Write(object? value) => value switch
    {
        null => null,
        string text => $"s{text}",
        bool flag => flag ? "b1" : "b0",
        int whole => string.Create(CultureInfo.InvariantCulture, $"i{whole}"),
        long whole => string.Create(CultureInfo.InvariantCulture, $"l{whole}"),
        decimal number => string.Create(CultureInfo.InvariantCulture, $"n{number}"),
        double number => string.Create(CultureInfo.InvariantCulture, $"f{number:R}"),
        DateOnly day => "d" + day.ToString(MomentFormat, CultureInfo.InvariantCulture),
        DateTimeOffset moment => "t" + moment.ToString(MomentFormat, CultureInfo.InvariantCulture),
        _ => throw RefusedRequest.NotOffered($"pengurutan menurut nilai {value.GetType().Name}"),
    };

    public static object? Read(string? text) => text is null ? null : text[0] switch
    {
        's' => text[1..],
        'b' => text[1] == '1',
        'i' => int.Parse(text.AsSpan(1), CultureInfo.InvariantCulture),
        'l' => long.Parse(text.AsSpan(1), CultureInfo.InvariantCulture),
        'n' => decimal.Parse(text.AsSpan(1), CultureInfo.InvariantCulture),
        'f' => double.Parse(text.AsSpan(1), CultureInfo.InvariantCulture),
        'd' => DateOnly.ParseExact(text.AsSpan(1), MomentFormat, CultureInfo.InvariantCulture),
        't' => DateTimeOffset.ParseExact(text.AsSpan(1), MomentFormat, CultureInfo.InvariantCulture),
        _ => throw new FormatException($"'{text}' is no value of a position."),
    };
}
