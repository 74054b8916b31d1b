using System.Globalization;

namespace Renstra.Transform.Reports;

/// <summary>How findings quote cells, name places, and write numbers.</summary>
internal static class IndonesianText
{
    private const int LongestQuote = 60;

    private static readonly NumberFormatInfo Numbers = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <summary>A cell as a person finds it, at the beginning of a sentence: <c>Sel F9 (lembar Laporan)</c>.</summary>
    public static string Cell(Place place) => $"Sel {place.Location.Cell}{InSheet(place)}";

    /// <summary>Another cell in the same sentence; the sheet is named only when it is another one.</summary>
    public static string Cell(Place place, Place mentioned) =>
        $"sel {place.Location.Cell}{(place.SheetIndex == mentioned.SheetIndex ? "" : InSheet(place))}";

    /// <summary>What a cell holds, on one line, in quotation marks, and not too long.</summary>
    public static string Quote(string raw) =>
        $"“{Cut(string.Join(' ', raw.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), LongestQuote)}”";

    /// <summary>A number as Indonesians write it: <c>1.234,5</c>.</summary>
    public static string Number(decimal number) => number.ToString("#,##0.############", Numbers);

    /// <summary>The items of a list as alternatives: <c>a, b, atau c</c>.</summary>
    public static string Or(IEnumerable<string> items) => Join(items, "atau");

    /// <summary>The items of a list together: <c>a, b, dan c</c>.</summary>
    public static string And(IEnumerable<string> items) => Join(items, "dan");

    /// <summary>A text of at most so many characters; a character of two halves is not cut in two.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    private static string InSheet(Place place) => place.Sheet.Length == 0 ? "" : $" (lembar {Cut(place.Sheet, LongestQuote)})";

    private static string Join(IEnumerable<string> items, string conjunction)
    {
        var list = items.ToList();
        return list.Count switch
        {
            1 => list[0],
            2 => $"{list[0]} {conjunction} {list[1]}",
            _ => $"{string.Join(", ", list.SkipLast(1))}, {conjunction} {list[^1]}",
        };
    }
}
