using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;

namespace Renstra.Transform.Performance;

/// <summary>
/// Views of months' rows as the office reports them: by quarter and half-year. It takes the very rows that are published by month, so
/// that no period can say anything else than its months do.
/// </summary>
/// <param name="reference">The reference data to compute by.</param>
public sealed class PeriodCalculator(ReferenceData reference)
{
    /// <summary>The rows of a period, in the order of its last month's rows.</summary>
    /// <param name="period">The quarter or half-year.</param>
    /// <param name="months">The rows of its months, ascending; at least one month. Of a running period those that there are.</param>
    public IReadOnlyList<PeriodRow> Calculate(ReportingPeriod period, IReadOnlyList<IReadOnlyList<PerformanceRow>> months)
    {
        var byKey = months.SelectMany(rows => rows).ToLookup(row => (row.Region, row.Indicator));
        return [.. months[^1].Select(latest => RowOf(period, latest, [.. byKey[(latest.Region, latest.Indicator)]]))];
    }

    private PeriodRow RowOf(ReportingPeriod period, PerformanceRow latest, IReadOnlyList<PerformanceRow> months)
    {
        // A release keeps its rows for ever, and so perhaps those of an indicator that the reference data no longer know.
        var indicator = reference.Indicators.TryFind(latest.Indicator, out var found) ? found : null;
        var (numerator, denominator) = indicator is null ? (null, null) : AmountsOf(indicator, latest, months);
        var unrounded = numerator is { } own ? Arithmetic.Realisation(indicator!.Kind, own, denominator) : null;
        IReadOnlyList<PerformanceRow> needed = indicator is not null && IsFlow(indicator) ? months : [latest];
        return new PeriodRow
        {
            Period = period,
            Latest = latest,
            Numerator = numerator,
            Denominator = denominator,
            Realisation = unrounded is { } value ? Arithmetic.Publish(value, indicator!.Decimals) : null,
            IsComplete = needed.All(row => row.IsReported),
            MissingRegions = [.. needed.SelectMany(row => row.MissingRegions).Distinct().Order()],
        };
    }

    private static (decimal? Numerator, decimal? Denominator) AmountsOf(Indicator indicator, PerformanceRow latest, IReadOnlyList<PerformanceRow> months)
    {
        if (!IsFlow(indicator))
        {
            return (latest.Numerator, latest.Denominator);
        }

        // As everywhere, a figure is a pair: half of one is left out of the sum.
        var whole = months.Where(row => row.MonthNumerator is not null && (indicator.Kind == IndicatorKind.Nilai || row.MonthDenominator is not null)).ToList();
        return whole.Count == 0
            ? (null, null)
            : (whole.Sum(row => row.MonthNumerator), indicator.Kind == IndicatorKind.Nilai ? null : whole.Sum(row => row.MonthDenominator));
    }

    private static bool IsFlow(Indicator indicator) => indicator.Components.All(component => component.Accumulation == Accumulation.Jumlah);
}

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
