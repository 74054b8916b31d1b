namespace Renstra.Transform.Indicators;

/// <summary>The plan's arithmetic, in <c>decimal</c>, half away from zero.</summary>
public static class Arithmetic
{
    /// <summary>Digits of a published achievement.</summary>
    public const int AchievementDecimals = 2;

    /// <summary>Numerator / denominator × 100, unrounded; null when the denominator is 0, which is never "0 percent".</summary>
    public static decimal? Share(decimal numerator, decimal denominator) => denominator == 0 ? null : numerator / denominator * 100;

    /// <summary>(Now − a year ago) / a year ago × 100, unrounded; null when there was nothing a year ago.</summary>
    public static decimal? Growth(decimal now, decimal yearAgo) => yearAgo == 0 ? null : (now - yearAgo) / yearAgo * 100;

    /// <summary>The realisation of an indicator in its unit, unrounded; null when there is nothing to divide by.</summary>
    /// <param name="kind">How the realisation comes from the components.</param>
    /// <param name="numerator">In the component's unit.</param>
    /// <param name="denominator">In the component's unit; of a growth, the numerator of a year ago; null for a value, and where it is not known.</param>
    public static decimal? Realisation(IndicatorKind kind, decimal numerator, decimal? denominator) => (kind, denominator) switch
    {
        (IndicatorKind.Nilai, _) => numerator,
        (IndicatorKind.Pertumbuhan, { } yearAgo) => Growth(numerator, yearAgo),
        (IndicatorKind.Proporsi, { } below) => Share(numerator, below),
        _ => null,
    };

    /// <summary>Rounds to what is published: half away from zero (Table 2.3.1 prints 2 digits).</summary>
    public static decimal Publish(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    /// <summary>
    /// The achievement in percent, unrounded and never capped: realisation / target × 100, or (2 × target − realisation) / target × 100
    /// where less is better.
    /// </summary>
    /// <param name="realisation">In the indicator's unit. The plan's table divides the unrounded one for 2022 and the published one from 2023 on.</param>
    /// <param name="target">In the indicator's unit, over 0.</param>
    /// <param name="polarity">Which direction is better.</param>
    public static decimal Achievement(decimal realisation, decimal target, Polarity polarity) => polarity switch
    {
        Polarity.Turun => ((2 * target) - realisation) / target * 100,
        _ => realisation / target * 100,
    };
}
