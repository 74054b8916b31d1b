using Renstra.Transform.Calendar;
using Renstra.Transform.Regions;

namespace Renstra.Transform.Performance;

/// <summary>One indicator of one region, or of the province, in a quarter or half-year. What is not reported is null, never 0.</summary>
public sealed record PeriodRow
{
    /// <summary>The quarter or half-year.</summary>
    public required ReportingPeriod Period { get; init; }

    /// <summary>
    /// The row of its last month, of a running period the last that there is: the year to date, its target and category, and to whom
    /// it belongs.
    /// </summary>
    public required PerformanceRow Latest { get; init; }

    /// <summary>The numerator of the period itself: of a flow what its months add up to, of anything else what stands at its end.</summary>
    public required decimal? Numerator { get; init; }

    /// <summary>The denominator of the period itself, likewise.</summary>
    public required decimal? Denominator { get; init; }

    /// <summary>The period's own realisation in the indicator's unit, published digits; it has no category, since targets are for the year to date.</summary>
    public required decimal? Realisation { get; init; }

    /// <summary>
    /// Whether the months that the figures need are in: of a flow all months of the period so far, of anything else the last one. On a
    /// province row, of every region.
    /// </summary>
    public required bool IsComplete { get; init; }

    /// <summary>Province rows: the regions of which such a month is missing, in order of code.</summary>
    public required IReadOnlyList<RegionCode> MissingRegions { get; init; }
}
