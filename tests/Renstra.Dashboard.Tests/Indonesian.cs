using System.Globalization;

namespace Renstra.Dashboard.Tests;

/// <summary>Reads numbers as the page writes them.</summary>
internal static class Indonesian
{
    private static readonly NumberFormatInfo Numbers = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = ",", NegativeSign = "−" };

    /// <summary>The number on the first line of a cell, such as <c>1.234,56 %</c>; null for a dash.</summary>
    public static decimal? Number(string text)
    {
        var first = text.Split('\n')[0].Replace("%", "", StringComparison.Ordinal).Trim();
        return first == "–" ? null : decimal.Parse(first, NumberStyles.Number, Numbers);
    }

    /// <summary>The two counts of <c>2.947 dari 3.562</c>; none where the cell says another thing.</summary>
    public static (decimal? Numerator, decimal? Denominator) Pair(string text)
    {
        var counts = text.Split('\n').Select(line => line.Trim().Split(" dari ")).LastOrDefault(line => line.Length == 2);
        return counts is null ? (null, null) : (Number(counts[0]), Number(counts[1]));
    }
}
