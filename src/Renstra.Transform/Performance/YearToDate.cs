using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;

namespace Renstra.Transform.Performance;

/// <summary>Combines the months of one indicator in one region into the year to date.</summary>
internal static class YearToDate
{
    /// <summary>How far back a stock may be carried.</summary>
    public const int LongestCarryInMonths = 12;

    /// <summary>
    /// The year to date as of a month, or null when a component is unknown: numerator and denominator stand together or not at
    /// all, so that a sum over regions never sets some regions' denominators against other regions' numerators.
    /// </summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="figures">The indicator's figures in one region, by month; months outside the window are ignored.</param>
    /// <param name="month">As of when.</param>
    /// <param name="firstMonth">The first month that is reported at all: earlier ones are no gaps.</param>
    public static Amounts? AsOf(Indicator indicator, IReadOnlyDictionary<ReportingMonth, MonthFigure> figures, ReportingMonth month, ReportingMonth firstMonth)
    {
        var numerator = Accumulate(indicator.Numerator, figures, month, firstMonth);
        if (indicator.Denominator is null)
        {
            return numerator is { } alone ? new Amounts(alone.Amount, null, alone.DataMonth, alone.HasGaps) : null;
        }

        var denominator = Accumulate(indicator.Denominator, figures, month, firstMonth);
        return numerator is { } above && denominator is { } below
            ? new Amounts(
                above.Amount,
                below.Amount,
                above.DataMonth < below.DataMonth ? above.DataMonth : below.DataMonth,
                above.HasGaps || below.HasGaps)
            : null;
    }

    /// <summary>The earliest month that a component's year to date can depend on.</summary>
    public static ReportingMonth EarliestMonthFor(Accumulation accumulation, ReportingMonth month) =>
        accumulation == Accumulation.Posisi ? month.AddMonths(-LongestCarryInMonths) : month.FirstOfYear;

    private static (decimal Amount, ReportingMonth DataMonth, bool HasGaps)? Accumulate(
        Component component,
        IReadOnlyDictionary<ReportingMonth, MonthFigure> figures,
        ReportingMonth month,
        ReportingMonth firstMonth)
    {
        var window = ReportingMonth.Range(EarliestMonthFor(component.Accumulation, month), month).ToList();
        var reported = window.Where(figures.ContainsKey).ToList();
        if (reported.Count == 0)
        {
            return null;
        }

        var latest = reported[^1];
        return component.Accumulation == Accumulation.Jumlah
            ? (reported.Sum(each => figures[each].Of(component.Role)), latest, window.Count(each => each >= firstMonth) > reported.Count)
            : (figures[latest].Of(component.Role), latest, latest < month);
    }
}
