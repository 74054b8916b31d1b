using System.Globalization;
using System.Text.Json;

namespace Renstra.Functions.Feed.OData.Answer;

/// <summary>Values as OData writes them in JSON and in addresses (OData JSON Format 4.0, 7.1; OData ABNF).</summary>
internal static class JsonValues
{
    private const string DayFormat = "yyyy-MM-dd";

    public static void Write(Utf8JsonWriter writer, object? value, bool numbersAsText)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int whole:
                writer.WriteNumberValue(whole);
                break;
            case long or decimal when numbersAsText:
                writer.WriteStringValue(Text(value));
                break;
            case long whole:
                writer.WriteNumberValue(whole);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case DateOnly or DateTimeOffset:
                writer.WriteStringValue(Text(value));
                break;
            default:
                throw new ArgumentException($"The feed has no way to write a {value.GetType().Name}.", nameof(value));
        }
    }

    /// <summary>A value as plain text: what <c>$value</c> answers.</summary>
    public static string Text(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        DateOnly day => day.ToString(DayFormat, CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    /// <summary>A value as part of a key in an address.</summary>
    public static string Literal(object value) => value is string text
        ? $"'{Uri.EscapeDataString(text.Replace("'", "''", StringComparison.Ordinal))}'"
        : Uri.EscapeDataString(Text(value));

    /// <summary>The type annotation of a value; null for those whose type JSON itself tells.</summary>
    public static string? TypeName(object? value) => value switch
    {
        int => "#Int32",
        long => "#Int64",
        decimal => "#Decimal",
        DateOnly => "#Date",
        DateTimeOffset => "#DateTimeOffset",
        _ => null,
    };
}
