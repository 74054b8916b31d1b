using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;

namespace Renstra.Transform.Chasing;

/// <summary>What one office is reminded of.</summary>
/// <param name="Region">The office: a kabupaten or kota, or the province for what its own units report.</param>
/// <param name="Reports">The reports that it owes, the earliest month first.</param>
/// <param name="Text">What it is told.</param>
public sealed record Reminder(RegionCode Region, IReadOnlyList<DueReport> Reports, string Text)
{
    /// <summary>The reminders for a month, one for each office that owes a report of that month or of one before it.</summary>
    /// <param name="reference">Says who reports what.</param>
    /// <param name="month">The reporting month.</param>
    /// <param name="reports">What is due for the month and for months before it.</param>
    /// <param name="today">Today (WITA).</param>
    public static IReadOnlyList<Reminder> For(ReferenceData reference, ReportingMonth month, IEnumerable<DueReport> reports, DateOnly today)
    {
        var offices =
            from report in reports
            where report.IsMissing && (report.Key.Month == month || report.DaysLate > 0)
            orderby report.Key.Month, report.Key.Region, report.Key.Holder
            group report by OfficeOf(reference, report) into office
            orderby office.Key
            select office;
        return [.. offices.Select(office => new Reminder(office.Key, [.. office], ReminderTexts.Write(reference, office.Key, [.. office], today)))];
    }

    /// <summary>A kabupaten or kota reports for itself; every other holder is a unit of the province.</summary>
    private static RegionCode OfficeOf(ReferenceData reference, DueReport report) =>
        report.Key.Holder == DataHolder.Region ? report.Key.Region : reference.Regions.Province.Code;
}
