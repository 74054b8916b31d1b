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
    /// <param name="firstMonth">The first month that is reported at all: earlier ones do not count and are no gaps.</param>
    public static Amounts? AsOf(Indicator indicator, IReadOnlyDictionary<ReportingMonth, MonthFigure> figures, ReportingMonth month, ReportingMonth firstMonth)
    {
        var numerator = Accumulate(indicator.Numerator, figures, month, firstMonth);
        if (indicator.Kind == IndicatorKind.Nilai)
        {
            return numerator is null ? null : new Amounts(numerator.Amount, null, numerator.DataMonth, numerator.HasGaps, numerator.ChangedAt);
        }

        var denominator = Accumulate(Below(indicator), figures, month, firstMonth);
        return numerator is null || denominator is null
            ? null
            : new Amounts(
                numerator.Amount,
                denominator.Amount,
                numerator.DataMonth < denominator.DataMonth ? numerator.DataMonth : denominator.DataMonth,
                numerator.HasGaps || denominator.HasGaps,
                numerator.ChangedAt > denominator.ChangedAt ? numerator.ChangedAt : denominator.ChangedAt);
    }

    /// <summary>What the numerator is divided by. A growth has one component; what it was a year ago accumulates like what it is now.</summary>
    public static Component Below(Indicator indicator) => indicator.Denominator ?? indicator.Numerator with { Role = ComponentRole.Penyebut };

    /// <summary>The earliest month that the year to date of a component can depend on.</summary>
    public static ReportingMonth EarliestMonthFor(Accumulation accumulation, ReportingMonth month) =>
        accumulation == Accumulation.Posisi ? month.AddMonths(-LongestCarryInMonths) : month.FirstOfYear;

    /// <summary>
    /// The months, ascending, whose amounts the year to date of a component consists of: all that were reported where they add up,
    /// else the latest one.
    /// </summary>
    public static IReadOnlyList<ReportingMonth> MonthsIn(
        Component component, IReadOnlyDictionary<ReportingMonth, MonthFigure> figures, ReportingMonth month, ReportingMonth firstMonth)
    {
        var reported = Window(component, month, firstMonth).Where(figures.ContainsKey).ToList();
        return component.Accumulation == Accumulation.Jumlah ? reported : [.. reported.TakeLast(1)];
    }

    /// <summary>The months, ascending, that the year to date of a component lacks; none where months do not add up.</summary>
    public static IReadOnlyList<ReportingMonth> MissingIn(
        Component component, IReadOnlyDictionary<ReportingMonth, MonthFigure> figures, ReportingMonth month, ReportingMonth firstMonth) =>
        component.Accumulation == Accumulation.Jumlah ? [.. Window(component, month, firstMonth).Where(each => !figures.ContainsKey(each))] : [];

    private static IEnumerable<ReportingMonth> Window(Component component, ReportingMonth month, ReportingMonth firstMonth)
    {
        var earliest = EarliestMonthFor(component.Accumulation, month);
        return ReportingMonth.Range(earliest < firstMonth ? firstMonth : earliest, month);
    }

    private static Accumulated? Accumulate(
        Component component,
        IReadOnlyDictionary<ReportingMonth, MonthFigure> figures,
        ReportingMonth month,
        ReportingMonth firstMonth)
    {
        var counted = MonthsIn(component, figures, month, firstMonth);
        if (counted.Count == 0)
        {
            return null;
        }

        var latest = counted[^1];
        var hasGaps = component.Accumulation switch
        {
            Accumulation.Jumlah => MissingIn(component, figures, month, firstMonth).Count > 0,
            Accumulation.Tahunan => false,
            _ => latest < month,
        };
        return new Accumulated(
            counted.Sum(each => figures[each].Of(component.Role)),
            latest,
            hasGaps,
            counted.Max(each => figures[each].ChangedAt));
    }

    private sealed record Accumulated(decimal Amount, ReportingMonth DataMonth, bool HasGaps, DateTimeOffset ChangedAt);
}
