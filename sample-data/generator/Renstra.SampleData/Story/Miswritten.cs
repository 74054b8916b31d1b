using Renstra.Transform.Forms;
using Renstra.Transform.Indicators;

namespace Renstra.SampleData.Story;

/// <summary>Ways in which an office wrote other numbers than were the case.</summary>
internal static class Miswritten
{
    /// <summary>Both numbers of an indicator are off by so much.</summary>
    public static Miswriting By(string indicator, int numerator, int denominator = 0) =>
        Each(indicator, amounts => new FormAmounts(amounts.Numerator + numerator, amounts.Denominator + denominator));

    /// <summary>The two numbers of an indicator stand in each other's cells.</summary>
    public static Miswriting Swapped(string indicator) =>
        Each(indicator, amounts => new FormAmounts(amounts.Denominator, amounts.Numerator));

    /// <summary>Both cells of an indicator are blank: not reported.</summary>
    public static Miswriting Blank(string indicator) =>
        Each(indicator, _ => default);

    /// <summary>The second cell of an indicator is blank.</summary>
    public static Miswriting HalfBlank(string indicator) =>
        Each(indicator, amounts => amounts with { Denominator = null });

    private static Miswriting Each(string indicator, Func<FormAmounts, FormAmounts> change)
    {
        var code = IndicatorCode.Parse(indicator);
        return figures => figures.ToDictionary(
            figure => figure.Key,
            figure => figure.Key == code ? change(figure.Value) : figure.Value);
    }
}
