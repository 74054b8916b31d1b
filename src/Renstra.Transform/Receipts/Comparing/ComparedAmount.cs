using Renstra.Transform.Indicators;

namespace Renstra.Transform.Receipts.Comparing;

/// <summary>An amount of a report beside an earlier one.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Component">Its numerator or denominator.</param>
/// <param name="Before">The earlier amount; null when it was not reported.</param>
/// <param name="Now">The amount; null when it is not reported.</param>
/// <param name="Remark">What is unusual about it, in Indonesian; null when nothing is.</param>
public sealed record ComparedAmount(IndicatorCode Indicator, Component Component, decimal? Before, decimal? Now, string? Remark);
