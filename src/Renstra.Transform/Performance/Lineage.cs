using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Performance;

/// <summary>
/// From rows of performance back to cells: which amounts of which reports a month's year-to-date figures consist of. The province's
/// figures consist of its regions'.
/// </summary>
public static class Lineage
{
    /// <summary>The amounts, by region, in the order of the plan, numerator first, then by month.</summary>
    /// <param name="reference">The reference data that the rows were computed by.</param>
    /// <param name="month">The month.</param>
    /// <param name="reports">The reports that the rows were computed from.</param>
    public static IEnumerable<LineageLine> Of(ReferenceData reference, ReportingMonth month, IReadOnlyCollection<CurrentReport> reports)
    {
        var history = new FigureHistory(reference, reports);
        var byKey = reports.ToDictionary(report => report.Key);
        return
            from region in reference.Regions.All
            from indicator in reference.Indicators.ApplyingTo(region.Code, month.Year)
            from part in PartsOf(indicator, history.Countable(region.Code, indicator), month, reference.FirstMonth)
            let report = byKey[new ReportKey(region.Code, part.Month, indicator.Holder)]
            let figure = report.Figures.First(figure => figure.Indicator == indicator.Code)
            select new LineageLine(
                region.Code,
                indicator.Code,
                part.Role,
                part.Month,
                indicator.Denominator is not null && part.Role == ComponentRole.Penyebut ? figure.Denominator! : figure.Numerator,
                report.Submission);
    }

    private static IEnumerable<(ComponentRole Role, ReportingMonth Month)> PartsOf(
        Indicator indicator, IReadOnlyDictionary<ReportingMonth, MonthFigure> figures, ReportingMonth month, ReportingMonth firstMonth)
    {
        if (YearToDate.AsOf(indicator, figures, month, firstMonth) is null)
        {
            // What is not complete enough for a figure is in none.
            return [];
        }

        var above = YearToDate.MonthsIn(indicator.Numerator, figures, month, firstMonth).Select(each => (ComponentRole.Pembilang, each));
        if (indicator.Kind == IndicatorKind.Nilai)
        {
            return above;
        }

        var monthsBack = indicator.Kind == IndicatorKind.Pertumbuhan ? 12 : 0;
        var below = YearToDate.MonthsIn(YearToDate.Below(indicator), figures, month, firstMonth)
            .Select(each => (ComponentRole.Penyebut, each.AddMonths(-monthsBack)));
        return above.Concat(below);
    }
}

/// <summary>An amount that a year-to-date figure consists of, and the cell it was read from.</summary>
/// <param name="Region">The region of the row.</param>
/// <param name="Indicator">The indicator of the row.</param>
/// <param name="Role">Whether it is part of the numerator or of the denominator.</param>
/// <param name="ReportedMonth">The month that it was reported about.</param>
/// <param name="Amount">The amount, the cell, and what the office wrote there.</param>
/// <param name="Submission">The submission it came in.</param>
public sealed record LineageLine(
    RegionCode Region, IndicatorCode Indicator, ComponentRole Role, ReportingMonth ReportedMonth, ComponentAmount Amount, SubmissionId Submission);
