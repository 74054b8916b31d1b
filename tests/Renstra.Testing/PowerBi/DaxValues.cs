using System.Globalization;
using Renstra.Transform.Calendar;

namespace Renstra.Testing.PowerBi;

/// <summary>Values of DAX: text, numbers as decimals, moments, truth; null is a blank.</summary>
internal static class DaxValues
{
    private static readonly NumberFormatInfo Indonesian = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = ",", PercentDecimalSeparator = ",", PercentPositivePattern = 1, PercentSymbol = "%" };

    public static bool Truth(object? value) => value is bool truth ? truth : Number(value) != 0;

    /// <summary>A blank counts as 0, a moment as days since 30 December 1899.</summary>
    public static decimal Number(object? value) => value switch
    {
        null => 0,
        decimal number => number,
        DateTime moment => (decimal)moment.ToOADate(),
        bool truth => truth ? 1 : 0,
        _ => throw new FormatException($"'{value}' is no number."),
    };

    public static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        decimal number => number.ToString("0.############", Indonesian),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    /// <summary>A blank equals 0, an empty text and what is not true; texts are compared without regard to case.</summary>
    public static int Compare(object? left, object? right) => left is string || right is string
        ? string.Compare(Text(left), Text(right), StringComparison.OrdinalIgnoreCase)
        : Number(left).CompareTo(Number(right));

    public static object? Operate(string sign, object? left, object? right) => sign switch
    {
        "=" => Compare(left, right) == 0,
        "<>" => Compare(left, right) != 0,
        "<" => Compare(left, right) < 0,
        "<=" => Compare(left, right) <= 0,
        ">" => Compare(left, right) > 0,
        ">=" => Compare(left, right) >= 0,
        "&" => Text(left) + Text(right),
        "+" => left is null && right is null ? null : Number(left) + Number(right),
        "-" => left is null && right is null ? null : Number(left) - Number(right),
        "*" => left is null || right is null ? null : Number(left) * Number(right),
        _ => throw new FormatException($"Not known: {sign}"),
    };

    /// <summary>Functions of their arguments alone.</summary>
    public static object? Apply(string function, IReadOnlyList<object?> arguments, DateTime utcNow) => function switch
    {
        "BLANK" => null,
        "TRUE" => true,
        "ISBLANK" => arguments[0] is null,
        "DIVIDE" => Number(arguments[1]) == 0 || arguments[0] is null ? null : Number(arguments[0]) / Number(arguments[1]),
        "INT" => Math.Floor(Number(arguments[0])),
        "UNICHAR" => char.ConvertFromUtf32((int)Number(arguments[0])),
        "UTCNOW" => utcNow,
        "TIME" => (Number(arguments[0]) / 24) + (Number(arguments[1]) / 1440) + (Number(arguments[2]) / 86400),
        "DATE" => new DateTime((int)Number(arguments[0]), (int)Number(arguments[1]), (int)Number(arguments[2]), 0, 0, 0, DateTimeKind.Unspecified),
        "EDATE" => ((DateTime)arguments[0]!).AddMonths((int)Number(arguments[1])),
        "YEAR" => (decimal)((DateTime)arguments[0]!).Year,
        "MONTH" => (decimal)((DateTime)arguments[0]!).Month,
        "FORMAT" => Format(arguments[0], (string)arguments[1]!),
        _ => throw new FormatException($"Not known: {function}"),
    };

    /// <summary>As Power BI shows a value by a format string, in Indonesian.</summary>
    public static string Format(object? value, string format)
    {
        if (value is not DateTime moment)
        {
            return value is null ? "" : Number(value).ToString(format.Replace("0.0%", "0.0 %", StringComparison.Ordinal).Replace(" %", "%", StringComparison.Ordinal), Indonesian);
        }

        var month = ReportingMonth.NameOf(moment.Month);
        return string.Join(month, format.Split("mmmm").Select(part => part.Length == 0 ? "" : moment.ToString(part.Length == 1 ? "%" + part : part.Replace("nn", "mm", StringComparison.Ordinal), CultureInfo.InvariantCulture)));
    }
}
