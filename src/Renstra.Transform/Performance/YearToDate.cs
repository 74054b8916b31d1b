using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

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

/// <summary>An indicator's components as they stand in the year to date.</summary>
/// <param name="Numerator">In the component's unit.</param>
/// <param name="Denominator">In the component's unit; of a growth, the numerator of a year ago; null for a value.</param>
/// <param name="DataMonth">
/// The month the amounts speak of: the latest that is in a sum, or the one that a value was carried from. Where numerator and
/// denominator differ, the earlier one, so that an amount never looks fresher than its stalest part.
/// </param>
/// <param name="HasGaps">Whether a month of the year to date, from the first month reported at all, is missing from it.</param>
/// <param name="ChangedAt">When the latest of the submissions that are in it was handed in, UTC.</param>
internal sealed record Amounts(decimal Numerator, decimal? Denominator, ReportingMonth DataMonth, bool HasGaps, DateTimeOffset ChangedAt);

/// <summary>The months that a region's year to date adds up without, because their figures are not in.</summary>
/// <param name="reference">The reference data that the rows were computed by.</param>
/// <param name="month">The month.</param>
/// <param name="reports">The reports that the rows were computed from.</param>
internal sealed class MissingMonths(ReferenceData reference, ReportingMonth month, IReadOnlyCollection<CurrentReport> reports)
{
    private readonly FigureHistory _history = new(reference, reports);

    /// <summary>The months, ascending, the month itself included; none of what does not add up.</summary>
    public IReadOnlyList<ReportingMonth> Of(RegionCode region, Indicator indicator)
    {
        var figures = _history.Countable(region, indicator);
        return [.. indicator.Components.SelectMany(component => YearToDate.MissingIn(component, figures, month, reference.FirstMonth)).Distinct().Order()];
    }
}
