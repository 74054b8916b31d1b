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

/// <summary>One indicator of one region, or of the province, in one month (<c>Kinerja</c>). What is not reported is null, never 0.</summary>
public sealed record PerformanceRow
{
    /// <summary>The kabupaten or kota, or the province.</summary>
    public required RegionCode Region { get; init; }

    /// <summary>The month.</summary>
    public required ReportingMonth Month { get; init; }

    /// <summary>The indicator.</summary>
    public required IndicatorCode Indicator { get; init; }

    /// <summary>What was counted in the month itself; on a province row the sum of those that reported it.</summary>
    public decimal? MonthNumerator { get; init; }

    /// <summary>What it was counted against in the month itself; of a growth, the quantity of the same month a year ago.</summary>
    public decimal? MonthDenominator { get; init; }

    /// <summary>The month's own realisation, published digits; it has no category, since targets are for years.</summary>
    public decimal? MonthRealisation { get; init; }

    /// <summary>The numerator of the year to date.</summary>
    public decimal? Numerator { get; init; }

    /// <summary>The denominator of the year to date.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>The realisation of the year to date in the indicator's unit, published digits.</summary>
    public decimal? Realisation { get; init; }

    /// <summary>What the plan promised for the year, in the indicator's unit; null when it has no target.</summary>
    public decimal? Target { get; init; }

    /// <summary>Achievement of the published realisation in percent, published digits, never capped.</summary>
    public decimal? Achievement { get; init; }

    /// <summary>The category of the achievement.</summary>
    public Category? Category { get; init; }

    /// <summary>Whether the year is still running: true from January through November (<c>Berjalan</c>).</summary>
    public required bool IsRunning { get; init; }

    /// <summary>
    /// Whether the month's own figure is there, of a yearly figure the year's; on a province row, whether every region's is
    /// (<c>StatusLapor</c>).
    /// </summary>
    public required bool IsReported { get; init; }

    /// <summary>The month that the year-to-date figures speak of; earlier than <see cref="Month"/> when they were carried. On a province row the latest of the regions'.</summary>
    public ReportingMonth? DataMonth { get; init; }

    /// <summary>Province rows: the regions whose figure is in, as <see cref="IsReported"/> counts them.</summary>
    public int? RegionsReporting { get; init; }

    /// <summary>Province rows: the regions that have to report the indicator; 1 where it is the province itself that does.</summary>
    public int? RegionsRequired { get; init; }

    /// <summary>
    /// Whether the year to date is complete: the figure for this month is in, and of an indicator with flows those of all earlier
    /// months of the year as well. On a province row, whether that holds for every region.
    /// </summary>
    public bool? IsComplete { get; init; }

    /// <summary>Province rows: the regions that are required and not reporting, in order of code.</summary>
    public IReadOnlyList<RegionCode> MissingRegions { get; init; } = [];

    /// <summary>Region rows: the submission that the month's own figure came in.</summary>
    public SubmissionId? Submission { get; init; }

    /// <summary>When the latest submission that the row depends on was handed in, UTC.</summary>
    public DateTimeOffset? ChangedAt { get; init; }
}
