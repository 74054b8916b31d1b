using Renstra.Transform.Calendar;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Releases;

/// <summary>How many of the reports due for a month are in, and which are missing.</summary>
/// <param name="Received">How many reports stand.</param>
/// <param name="Due">How many should.</param>
/// <param name="Missing">The ones that do not, by region and holder.</param>
public sealed record Completeness(int Received, int Due, IReadOnlyList<ReportKey> Missing)
{
    /// <summary>The completeness of a month.</summary>
    /// <param name="reference">Says which indicators apply where, and who reports them.</param>
    /// <param name="month">The reporting month.</param>
    /// <param name="reports">The reports that stand; other months' are ignored.</param>
    public static Completeness Of(ReferenceData reference, ReportingMonth month, IEnumerable<CurrentReport> reports)
    {
        var standing = reports.Select(report => report.Key).ToHashSet();
        var due = DueFor(reference, month).ToList();
        var missing = due.Where(key => !standing.Contains(key)).ToList();
        return new Completeness(due.Count - missing.Count, due.Count, missing);
    }

    /// <summary>
    /// The reports due for a month: one for each region and each holder of a monthly indicator that applies to it. A yearly figure
    /// is due in no particular month.
    /// </summary>
    public static IEnumerable<ReportKey> DueFor(ReferenceData reference, ReportingMonth month) =>
        from region in reference.Regions.All
        let monthly = reference.Indicators.ApplyingTo(region.Code, month.Year).Where(indicator => !indicator.IsYearly)
        from holder in monthly.Select(indicator => indicator.Holder).Distinct().Order()
        select new ReportKey(region.Code, month, holder);
}
