using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Performance;

/// <summary>
/// Computes performance from the reports that stand. The same code serves a release and an open month; the result depends on the
/// reports and the reference data, not on their order nor on anything else.
/// </summary>
/// <param name="reference">The reference data to compute by.</param>
public sealed class PerformanceCalculator(ReferenceData reference)
{
    /// <summary>
    /// The version of the calculation. Part of a release's fingerprint: raise it whenever the same reports and reference data
    /// would give other rows.
    /// </summary>
    public const int Version = 1;

    private RegionCode Province => reference.Regions.Province.Code;

    /// <summary>
    /// The months whose reports a month's rows can depend on, ascending and including the month itself: the year so far, and up
    /// to twelve months back for stocks. Only where a growth is measured do they reach another year back.
    /// </summary>
    public IReadOnlyList<ReportingMonth> MonthsBehind(ReportingMonth month)
    {
        var earliest =
            from indicator in reference.Indicators.All
            where indicator.IsValidIn(month.Year)
            from component in indicator.Components
            let ownYear = YearToDate.EarliestMonthFor(component.Accumulation, month)
            select indicator.Kind == IndicatorKind.Pertumbuhan ? ownYear.AddMonths(-12) : ownYear;
        return [.. ReportingMonth.Range(earliest.DefaultIfEmpty(month).Min(), month)];
    }

    /// <summary>The rows of every region and of the province, the province first, then by code; indicators in the order of the plan.</summary>
    /// <param name="month">The month.</param>
    /// <param name="reports">The reports of <see cref="MonthsBehind"/>, no two under one key; others are ignored.</param>
    public IReadOnlyList<PerformanceRow> Calculate(ReportingMonth month, IReadOnlyCollection<CurrentReport> reports)
    {
        var history = new FigureHistory(reference, reports);
        var parts = reference.Regions.Reporting.SelectMany(region => PartsOf(region.Code, month, history)).ToList();
        var own = PartsOf(Province, month, history).ToDictionary(part => part.Row.Indicator);
        var summed = parts.ToLookup(part => part.Row.Indicator);

        // Where the province has a figure of its own, such as the statistics office's, it is no sum.
        var provinceRows =
            from indicator in reference.Indicators.All
            where own.ContainsKey(indicator.Code) || summed.Contains(indicator.Code)
            select own.TryGetValue(indicator.Code, out var part)
                ? WithCompleteness(part.Row, [part])
                : ProvinceSum(indicator, month, [.. summed[indicator.Code]]);
        return [.. provinceRows, .. parts.Select(part => part.Row)];
    }

    /// <summary>The rows of one kabupaten or kota; indicators in the order of the plan.</summary>
    /// <param name="region">The kabupaten or kota.</param>
    /// <param name="month">The month.</param>
    /// <param name="reports">The region's reports of <see cref="MonthsBehind"/>; others are ignored.</param>
    /// <exception cref="ArgumentException">The region is the province, whose rows need the reports of all regions.</exception>
    public IReadOnlyList<PerformanceRow> CalculateRegion(RegionCode region, ReportingMonth month, IReadOnlyCollection<CurrentReport> reports)
    {
        if (region == Province)
        {
            throw new ArgumentException("The province's rows are sums: calculate all regions.", nameof(region));
        }

        return [.. PartsOf(region, month, new FigureHistory(reference, reports)).Select(part => part.Row)];
    }

    private IEnumerable<Part> PartsOf(RegionCode region, ReportingMonth month, FigureHistory history) =>
        reference.Indicators.ApplyingTo(region, month.Year).Select(indicator => PartOf(indicator, region, month, history));

    private Part PartOf(Indicator indicator, RegionCode region, ReportingMonth month, FigureHistory history)
    {
        var countable = history.Countable(region, indicator);
        var reported = history.Reported(region, indicator).GetValueOrDefault(month);
        var figure = countable.GetValueOrDefault(month) ?? reported;
        var toDate = YearToDate.AsOf(indicator, countable, month, reference.FirstMonth);
        var isReported = indicator.IsYearly ? toDate is not null : reported is not null;
        var row = new PerformanceRow
        {
            Region = region,
            Month = month,
            Indicator = indicator.Code,
            MonthNumerator = figure?.Numerator,
            MonthDenominator = figure?.Denominator,
            IsRunning = month.Month < 12,
            IsReported = isReported,
            IsComplete = isReported && toDate is { HasGaps: false },
            Submission = reported?.Submission,
            ChangedAt = toDate?.ChangedAt ?? reported?.ChangedAt,
        };
        return new Part(Assess(row, indicator, toDate), countable.GetValueOrDefault(month), toDate);
    }

    private PerformanceRow ProvinceSum(Indicator indicator, ReportingMonth month, IReadOnlyList<Part> parts)
    {
        // Only whole pairs are added: a region without its denominator leaves its numerator out as well.
        var figures = parts.Select(part => part.Figure).OfType<MonthFigure>().ToList();
        var toDate = parts.Select(part => part.ToDate).OfType<Amounts>().ToList();
        var row = new PerformanceRow
        {
            Region = Province,
            Month = month,
            Indicator = indicator.Code,
            MonthNumerator = Sum(figures, figure => figure.Numerator),
            MonthDenominator = Sum(figures, figure => figure.Denominator),
            IsRunning = month.Month < 12,
            IsReported = parts.All(part => part.Row.IsReported),
            ChangedAt = parts.Max(part => part.Row.ChangedAt),
        };
        var sum = toDate.Count == 0
            ? null
            : new Amounts(
                toDate.Sum(amounts => amounts.Numerator),
                Sum(toDate, amounts => amounts.Denominator),
                toDate.Max(amounts => amounts.DataMonth),
                toDate.Any(amounts => amounts.HasGaps),
                toDate.Max(amounts => amounts.ChangedAt));
        return WithCompleteness(Assess(row, indicator, sum), parts);
    }

    private static PerformanceRow WithCompleteness(PerformanceRow provinceRow, IReadOnlyList<Part> parts) => provinceRow with
    {
        RegionsReporting = parts.Count(part => part.Row.IsReported),
        RegionsRequired = parts.Count,
        IsComplete = parts.All(part => part.Row.IsComplete == true),
        MissingRegions = [.. parts.Where(part => !part.Row.IsReported).Select(part => part.Row.Region)],
    };

    /// <summary>Adds what follows from the amounts: realisations, target, achievement, category.</summary>
    private PerformanceRow Assess(PerformanceRow row, Indicator indicator, Amounts? toDate)
    {
        var realisation = toDate is null ? null : Realisation(indicator, toDate.Numerator, toDate.Denominator);
        var target = reference.Targets.Find(indicator.Code, row.Region, row.Month)?.Value;

        // From 2024 the published realisation is divided, so that a reader with a calculator gets what is printed.
        var achievement = realisation is { } value && target is { } promised
            ? Arithmetic.Publish(Arithmetic.Achievement(value, promised, indicator.Polarity), Arithmetic.AchievementDecimals)
            : (decimal?)null;
        return row with
        {
            MonthRealisation = row.MonthNumerator is { } own ? Realisation(indicator, own, row.MonthDenominator) : null,
            Numerator = toDate?.Numerator,
            Denominator = toDate?.Denominator,
            DataMonth = toDate?.DataMonth,
            Realisation = realisation,
            Target = target,
            Achievement = achievement,
            Category = achievement is { } reached ? reference.Scale.LabelOf(reached) : null,
        };
    }

    private static decimal? Realisation(Indicator indicator, decimal numerator, decimal? denominator) =>
        Arithmetic.Realisation(indicator.Kind, numerator, denominator) is { } unrounded ? Arithmetic.Publish(unrounded, indicator.Decimals) : null;

    /// <summary>The sum of what is known; null, never 0, when nothing is.</summary>
    private static decimal? Sum<T>(IReadOnlyCollection<T> items, Func<T, decimal?> amount) =>
        items.Any(item => amount(item) is not null) ? items.Sum(amount) : null;

    /// <summary>A region's row with the amounts that it adds to the province's.</summary>
    private sealed record Part(PerformanceRow Row, MonthFigure? Figure, Amounts? ToDate);
}
