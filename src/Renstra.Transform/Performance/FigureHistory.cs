using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Performance;

/// <summary>The figures that offices reported, by region, indicator and month.</summary>
internal sealed class FigureHistory
{
    private static readonly IReadOnlyDictionary<ReportingMonth, MonthFigure> Nothing = new Dictionary<ReportingMonth, MonthFigure>();

    private readonly Dictionary<(RegionCode, IndicatorCode), IReadOnlyDictionary<ReportingMonth, MonthFigure>> _figures;

    public FigureHistory(ReferenceData reference, IReadOnlyCollection<CurrentReport> reports)
    {
        var figures =
            from report in reports
            from figure in report.Figures
            where reference.Indicators.TryFind(figure.Indicator, out var indicator) && Counts(report, figure, indicator)
            select (report.Key, figure.Indicator, Month: Whole(report, figure, reference.Indicators[figure.Indicator]));
        _figures = figures
            .GroupBy(entry => (entry.Key.Region, entry.Indicator))
            .ToDictionary(group => group.Key, group => (IReadOnlyDictionary<ReportingMonth, MonthFigure>)group.ToDictionary(entry => entry.Key.Month, entry => entry.Month));
    }

    /// <summary>What was reported, by month.</summary>
    public IReadOnlyDictionary<ReportingMonth, MonthFigure> Reported(RegionCode region, Indicator indicator) =>
        _figures.GetValueOrDefault((region, indicator.Code), Nothing);

    /// <summary>
    /// What can be counted, by month: a figure is a pair. Of a growth, that is a month and the same month of the year before, both
    /// reported; of the other kinds, what was reported.
    /// </summary>
    public IReadOnlyDictionary<ReportingMonth, MonthFigure> Countable(RegionCode region, Indicator indicator)
    {
        var reported = Reported(region, indicator);
        return indicator.Kind == IndicatorKind.Pertumbuhan
            ? reported
                .Where(entry => reported.ContainsKey(entry.Key.AddMonths(-12)))
                .ToDictionary(entry => entry.Key, entry => Pair(entry.Value, reported[entry.Key.AddMonths(-12)]))
            : reported;
    }

    /// <summary>
    /// A report only speaks for its holder's indicators: what another holder says of them is not looked at. Nor is half a pair, as
    /// a figure is that was reported before the reference data gave its indicator a denominator.
    /// </summary>
    private static bool Counts(CurrentReport report, Figure figure, Indicator indicator) =>
        indicator.Holder == report.Key.Holder && (indicator.Denominator is null || figure.Denominator is not null);

    private static MonthFigure Whole(CurrentReport report, Figure figure, Indicator indicator) => new(
        figure.Numerator.Amount,
        indicator.Denominator is null ? null : figure.Denominator?.Amount,
        report.Submission,
        report.Submission.SubmittedAt);

    private static MonthFigure Pair(MonthFigure now, MonthFigure yearAgo) => now with
    {
        Denominator = yearAgo.Numerator,
        ChangedAt = now.ChangedAt > yearAgo.ChangedAt ? now.ChangedAt : yearAgo.ChangedAt,
    };
}

/// <summary>A figure as the calculation needs it: a whole one, with both amounts wherever the indicator has two.</summary>
/// <param name="Numerator">In the component's unit.</param>
/// <param name="Denominator">In the component's unit; of a growth, the numerator of a year ago; null for a value.</param>
/// <param name="Submission">The submission that the numerator came in.</param>
/// <param name="ChangedAt">When the latest of the submissions that the figure comes from was handed in, UTC.</param>
internal sealed record MonthFigure(decimal Numerator, decimal? Denominator, SubmissionId Submission, DateTimeOffset ChangedAt)
{
    public decimal Of(ComponentRole role) => role == ComponentRole.Pembilang ? Numerator : Denominator!.Value;
}
