using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;

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
