using Renstra.Transform.Indicators;
using Renstra.Transform.Performance;
using Renstra.Transform.Regions;

namespace Renstra.Transform.Releases;

/// <summary>A row of performance that is not what it was in the release before.</summary>
/// <param name="Region">The kabupaten or kota, or the province.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Before">The row before; null when the indicator did not apply then.</param>
/// <param name="After">The row now; null when the indicator does not apply any more.</param>
/// <param name="Causes">Why; empty when it is not known any more.</param>
/// <param name="Sources">The reports that changed what is said of the indicator; on a province row those of all regions.</param>
public sealed record RowChange(
    RegionCode Region,
    IndicatorCode Indicator,
    PerformanceRow? Before,
    PerformanceRow? After,
    IReadOnlyList<ChangeCause> Causes,
    IReadOnlyList<SourceChange> Sources)
{
    /// <summary>By how much an amount changed; null unless it was known before and is known now.</summary>
    /// <param name="before">The row before.</param>
    /// <param name="after">The row now.</param>
    /// <param name="amount">Which amount of a row.</param>
    public static decimal? By(PerformanceRow? before, PerformanceRow? after, Func<PerformanceRow, decimal?> amount) =>
        before is not null && after is not null ? amount(after) - amount(before) : null;
}
