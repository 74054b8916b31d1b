using Renstra.Transform.Regions;

namespace Renstra.Transform.Indicators;

/// <summary>
/// That an indicator applies to a region in some years (<c>Keberlakuan</c>). Where it applies to the province itself, the province's
/// figure is a reported one, such as the statistics office's; elsewhere it is the sum of the regions'.
/// </summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Region">The kabupaten or kota, or the province.</param>
/// <param name="FirstYear">The first year.</param>
/// <param name="LastYear">The last year.</param>
/// <param name="Source">Table of the plan.</param>
/// <param name="Note">What is peculiar about it; mostly empty.</param>
public sealed record Applicability(IndicatorCode Indicator, RegionCode Region, int FirstYear, int LastYear, string Source, string Note);
