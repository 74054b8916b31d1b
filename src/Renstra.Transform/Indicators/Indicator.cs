namespace Renstra.Transform.Indicators;

/// <summary>The definition of an indicator (<c>Indikator</c>).</summary>
/// <param name="Code">Such as <c>IKU-1</c>.</param>
/// <param name="Name">As the plan prints it.</param>
/// <param name="Unit">The unit of the realisation, mostly <c>%</c>.</param>
/// <param name="Kind">How the realisation comes from the components.</param>
/// <param name="Polarity">Which direction is better.</param>
/// <param name="Decimals">Digits after the point when published.</param>
/// <param name="Holder">Who reports it.</param>
/// <param name="Division">The office's division that answers for it (<c>Bidang</c>).</param>
/// <param name="FirstYear">The first year of validity.</param>
/// <param name="LastYear">The last year of validity.</param>
/// <param name="Source">Table of the plan.</param>
/// <param name="Numerator">What is counted.</param>
/// <param name="Denominator">What it is counted against; null unless <paramref name="Kind"/> is a share.</param>
public sealed record Indicator(
    IndicatorCode Code,
    string Name,
    string Unit,
    IndicatorKind Kind,
    Polarity Polarity,
    int Decimals,
    DataHolder Holder,
    string Division,
    int FirstYear,
    int LastYear,
    string Source,
    Component Numerator,
    Component? Denominator)
{
    /// <summary>The components in the order in which the form asks for them.</summary>
    public IEnumerable<Component> Components => Denominator is null ? [Numerator] : [Numerator, Denominator];

    /// <summary>Whether there is one figure for a year, due in no particular month, instead of one for each month.</summary>
    public bool IsYearly => Numerator.Accumulation == Accumulation.Tahunan;

    /// <summary>Whether the plan measures the indicator in a year.</summary>
    public bool IsValidIn(int year) => year >= FirstYear && year <= LastYear;
}
