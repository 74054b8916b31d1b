using Renstra.Transform.Indicators;

namespace Renstra.Transform.Reports;

/// <summary>
/// One indicator's components in a report (<c>DataRealisasi</c>). A figure is whole: an indicator with one of two components
/// filled in is a finding, not a figure.
/// </summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Numerator">What was counted.</param>
/// <param name="Denominator">What it was counted against; null for an indicator without one.</param>
public sealed record Figure(IndicatorCode Indicator, ComponentAmount Numerator, ComponentAmount? Denominator)
{
    /// <summary>What the components were broken down into, where that was reported; no calculation uses it.</summary>
    public IReadOnlyList<PartAmount> Parts { get; init; } = [];
}
