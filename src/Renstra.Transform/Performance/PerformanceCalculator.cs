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

    /// <summary>
    /// The months whose reports a month's rows can depend on, ascending and including the month itself: the year so far, and up
    /// to twelve months back for stocks.
    /// </summary>
    public static IReadOnlyList<ReportingMonth> MonthsBehind(ReportingMonth month) =>
        [.. ReportingMonth.Range(month.AddMonths(-YearToDate.LongestCarryInMonths), month)];

    /// <summary>The months whose reports a month's rows of some indicators can depend on, ascending and including the month itself.</summary>
    /// <param name="month">The month.</param>
    /// <param name="indicators">At least one; rows of others would lack what lies further back.</param>
    public static IReadOnlyList<ReportingMonth> MonthsBehind(ReportingMonth month, IEnumerable<Indicator> indicators) =>
        [.. ReportingMonth.Range(
            indicators.SelectMany(indicator => indicator.Components).Min(component => YearToDate.EarliestMonthFor(component.Accumulation, month)),
            month)];

    /// <summary>The rows of every region and of the province, the province first, then by code; indicators in the order of the plan.</summary>
    /// <param name="month">The month.</param>
    /// <param name="reports">The reports of <see cref="MonthsBehind(ReportingMonth)"/>; others are ignored.</param>
    public IReadOnlyList<PerformanceRow> Calculate(ReportingMonth month, IReadOnlyCollection<CurrentReport> reports)
    {
        var histories = HistoriesOf(reports);
        var parts = reference.Regions.Reporting.SelectMany(region => PartsOf(region.Code, month, histories)).ToList();
        var provinceRows = parts
            .GroupBy(part => part.Row.Indicator)
            .OrderBy(group => group.Key)
            .Select(group => ProvinceRow(reference.Indicators[group.Key], month, [.. group]));
        return [.. provinceRows, .. parts.Select(part => part.Row)];
    }

    /// <summary>The rows of one kabupaten or kota; indicators in the order of the plan.</summary>
    /// <param name="region">The kabupaten or kota.</param>
    /// <param name="month">The month.</param>
    /// <param name="reports">The region's reports of <see cref="MonthsBehind(ReportingMonth)"/>; others are ignored.</param>
    public IReadOnlyList<PerformanceRow> CalculateRegion(RegionCode region, ReportingMonth month, IReadOnlyCollection<CurrentReport> reports) =>
        [.. PartsOf(region, month, HistoriesOf(reports)).Select(part => part.Row)];

    private Histories HistoriesOf(IReadOnlyCollection<CurrentReport> reports)
    {
        // A report only speaks for its holder's indicators: what another holder says of them is not looked at.
        var figures =
            from report in reports
            from figure in report.Figures
            where reference.Indicators.TryFind(figure.Indicator, out var indicator) && indicator.Holder == report.Key.Holder
            select (report.Key, figure.Indicator, Month: new MonthFigure(figure.Numerator.Amount, figure.Denominator?.Amount, report.Submission));
        return new Histories(figures
            .GroupBy(entry => (entry.Key.Region, entry.Indicator))
            .ToDictionary(group => group.Key, group => (IReadOnlyDictionary<ReportingMonth, MonthFigure>)group.ToDictionary(entry => entry.Key.Month, entry => entry.Month)));
    }

    private IEnumerable<Part> PartsOf(RegionCode region, ReportingMonth month, Histories histories) =>
        reference.Indicators.ApplyingTo(region, month.Year).Select(indicator => PartOf(indicator, region, month, histories.Of(region, indicator.Code)));

    private Part PartOf(Indicator indicator, RegionCode region, ReportingMonth month, IReadOnlyDictionary<ReportingMonth, MonthFigure> figures)
    {
        var own = figures.GetValueOrDefault(month);
        var toDate = YearToDate.AsOf(indicator, figures, month, reference.FirstMonth);
        var row = new PerformanceRow
        {
            Region = region,
            Month = month,
            Indicator = indicator.Code,
            MonthNumerator = own?.Numerator,
            MonthDenominator = own?.Denominator,
            IsRunning = month.Month < 12,
            IsReported = own is not null,
            Submission = own?.Submission,
            ChangedAt = toDate is null ? own?.Submission.SubmittedAt : LatestSubmission(indicator, month, figures),
        };
        return new Part(Assess(row, indicator, toDate), toDate);
    }

    private PerformanceRow ProvinceRow(Indicator indicator, ReportingMonth month, IReadOnlyList<Part> parts)
    {
        var own = parts.Where(part => part.Row.IsReported).Select(part => part.Row).ToList();
        var toDate = parts.Select(part => part.ToDate).OfType<Amounts>().ToList();
        var hasGaps = toDate.Count < parts.Count || toDate.Any(amounts => amounts.HasGaps);
        var row = new PerformanceRow
        {
            Region = reference.Regions.Province.Code,
            Month = month,
            Indicator = indicator.Code,
            MonthNumerator = Sum(own, each => each.MonthNumerator),
            MonthDenominator = Sum(own, each => each.MonthDenominator),
            IsRunning = month.Month < 12,
            IsReported = own.Count == parts.Count,
            RegionsReporting = own.Count,
            RegionsRequired = parts.Count,
            IsComplete = own.Count == parts.Count && !hasGaps,
            MissingRegions = [.. parts.Where(part => !part.Row.IsReported).Select(part => part.Row.Region)],
            ChangedAt = parts.Max(part => part.Row.ChangedAt),
        };
        return Assess(row, indicator, toDate.Count == 0
            ? null
            : new Amounts(toDate.Sum(amounts => amounts.Numerator), Sum(toDate, amounts => amounts.Denominator), toDate.Max(amounts => amounts.DataMonth), hasGaps));
    }

    /// <summary>Adds what follows from the amounts: realisations, target, achievement, category.</summary>
    private PerformanceRow Assess(PerformanceRow row, Indicator indicator, Amounts? toDate)
    {
        var realisation = toDate is null ? null : Realisation(indicator, toDate.Numerator, toDate.Denominator);
        var target = reference.Targets.Find(indicator.Code, row.Month.Year);

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

    private static decimal? Realisation(Indicator indicator, decimal numerator, decimal? denominator)
    {
        var unrounded = denominator is { } below ? Arithmetic.Share(numerator, below) : numerator;
        return unrounded is { } value ? Arithmetic.Publish(value, indicator.Decimals) : null;
    }

    private static DateTimeOffset? LatestSubmission(Indicator indicator, ReportingMonth month, IReadOnlyDictionary<ReportingMonth, MonthFigure> figures)
    {
        var earliest = indicator.Components.Min(component => YearToDate.EarliestMonthFor(component.Accumulation, month));
        return figures.Where(entry => entry.Key >= earliest && entry.Key <= month).Max(entry => (DateTimeOffset?)entry.Value.Submission.SubmittedAt);
    }

    /// <summary>The sum of what is known; null, never 0, when nothing is.</summary>
    private static decimal? Sum<T>(IReadOnlyCollection<T> items, Func<T, decimal?> amount) =>
        items.Any(item => amount(item) is not null) ? items.Sum(amount) : null;

    private sealed record Part(PerformanceRow Row, Amounts? ToDate);

    private sealed class Histories(IReadOnlyDictionary<(RegionCode, IndicatorCode), IReadOnlyDictionary<ReportingMonth, MonthFigure>> figures)
    {
        private static readonly IReadOnlyDictionary<ReportingMonth, MonthFigure> Nothing = new Dictionary<ReportingMonth, MonthFigure>();

        public IReadOnlyDictionary<ReportingMonth, MonthFigure> Of(RegionCode region, IndicatorCode indicator) =>
            figures.GetValueOrDefault((region, indicator), Nothing);
    }
}
