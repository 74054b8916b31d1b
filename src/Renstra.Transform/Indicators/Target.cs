namespace Renstra.Transform.Indicators;

/// <summary>What the plan promised for a year (<c>Target</c>).</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Year">The calendar year.</param>
/// <param name="Value">In the indicator's unit; of a target range, its less demanding end.</param>
/// <param name="Source">Table of the plan.</param>
/// <param name="Note">What is inconsistent in the source; mostly empty.</param>
public sealed record Target(IndicatorCode Indicator, int Year, decimal Value, string Source, string Note);
