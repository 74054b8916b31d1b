using System.Globalization;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Performance;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Tests.Performance;

/// <summary>Reports as offices hand them in, and the rows that come of them.</summary>
internal static class Offices
{
    /// <summary>One indicator in one month: "10/20", or "3.2" for an indicator without a denominator.</summary>
    /// <param name="region">Such as 53.02.</param>
    /// <param name="month">Such as 2024-07.</param>
    /// <param name="indicator">Such as IKU-2.</param>
    /// <param name="figure">Numerator and denominator.</param>
    /// <param name="holder">Who reports.</param>
    /// <param name="submitted">The day it was handed in; the 5th of the next month unless said otherwise.</param>
    public static CurrentReport Report(string region, string month, string indicator, string figure, string holder = "KAB", string? submitted = null)
    {
        var reportingMonth = ReportingMonth.Parse(month);
        var day = submitted is null ? reportingMonth.AddMonths(1).FirstDay.AddDays(4) : DateOnly.Parse(submitted, CultureInfo.InvariantCulture);
        var amounts = figure.Split('/').Select(amount => decimal.Parse(amount, CultureInfo.InvariantCulture)).ToList();
        return new CurrentReport(
            new ReportKey(RegionCode.Parse(region), reportingMonth, DataHolder.Parse(holder)),
            SubmissionId.Of(At(day), new string('a', 12)),
            [new Figure(IndicatorCode.Parse(indicator), Amount(amounts[0], "E5"), amounts.Count > 1 ? Amount(amounts[1], "F5") : null)]);
    }

    public static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new TimeOnly(1, 0)), TimeSpan.Zero);

    public static DateTimeOffset At(string day) => At(DateOnly.Parse(day, CultureInfo.InvariantCulture));

    public static PerformanceRow Row(this PerformanceCalculator calculator, string month, string region, string indicator, params CurrentReport[] reports) =>
        calculator.Calculate(ReportingMonth.Parse(month), reports)
            .Single(row => row.Region.Value == region && row.Indicator.Value == indicator);

    private static ComponentAmount Amount(decimal amount, string cell) =>
        new(amount, new CellLocation("Laporan", cell), amount.ToString(CultureInfo.InvariantCulture));
}
