using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Renstra.Transform.Calendar;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Releases;

/// <summary>All that a release says of its month (<c>Penetapan</c>). It depends on the reports and the reference data alone, never on when it was made.</summary>
/// <param name="Month">The reporting month.</param>
/// <param name="Number">From 1, counting the releases of the month.</param>
/// <param name="Fingerprint">Of all that the release depends on: <see cref="ReleaseFingerprint"/>.</param>
/// <param name="FiguresVersion">The version of that part of the reference data that figures depend on; of the rest a release says nothing.</param>
/// <param name="CalculationVersion">The calculation it was computed by.</param>
/// <param name="Completeness">How many of the reports due were in.</param>
/// <param name="Rows">The province's rows and every region's.</param>
/// <param name="Sources">The reports it rests on; null when it is no longer known which they were.</param>
public sealed record ReleaseContent(
    ReportingMonth Month,
    int Number,
    string Fingerprint,
    string FiguresVersion,
    int CalculationVersion,
    Completeness Completeness,
    IReadOnlyList<PerformanceRow> Rows,
    IReadOnlyList<ReleaseSource>? Sources)
{
    /// <summary>Computes a release.</summary>
    /// <param name="reference">The reference data in force.</param>
    /// <param name="month">The reporting month.</param>
    /// <param name="number">The number it will have.</param>
    /// <param name="sources">The reports that stand in <see cref="PerformanceCalculator.MonthsBehind"/>, in any order.</param>
    public static ReleaseContent Compute(ReferenceData reference, ReportingMonth month, int number, IReadOnlyCollection<ReleaseSource> sources)
    {
        var ordered = sources
            .OrderBy(source => source.Report.Key.Month)
            .ThenBy(source => source.Report.Key.Region)
            .ThenBy(source => source.Report.Key.Holder)
            .ToList();
        var reports = ordered.ConvertAll(source => source.Report);
        return new ReleaseContent(
            month,
            number,
            ReleaseFingerprint.Of(month, reference, reports),
            reference.FiguresVersion,
            PerformanceCalculator.Version,
            Completeness.Of(reference, month, reports),
            new PerformanceCalculator(reference).Calculate(month, reports),
            ordered);
    }
}

/// <summary>
/// What a release depends on, in twelve hexadecimal digits: the submissions that stand in the months behind it, the reference data
/// and the calculation. Two closings with the same fingerprint are the same release.
/// </summary>
public static class ReleaseFingerprint
{
    private const int Length = 12;

    /// <summary>The fingerprint of a month's release.</summary>
    /// <param name="month">The reporting month.</param>
    /// <param name="reference">The reference data, of which only what figures depend on counts.</param>
    /// <param name="reports">The reports that stand in <see cref="PerformanceCalculator.MonthsBehind"/>, in any order.</param>
    public static string Of(ReportingMonth month, ReferenceData reference, IEnumerable<CurrentReport> reports) =>
        Of(month, reference, reports.Select(report => (report.Key, report.Submission)));

    /// <summary>The fingerprint of a month's release, from what alone it takes of the reports.</summary>
    /// <param name="month">The reporting month.</param>
    /// <param name="reference">The reference data, of which only what figures depend on counts.</param>
    /// <param name="standing">Which submission stands under each key of <see cref="PerformanceCalculator.MonthsBehind"/>, in any order.</param>
    public static string Of(ReportingMonth month, ReferenceData reference, IEnumerable<(ReportKey Key, SubmissionId Submission)> standing)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{month}\n{reference.FiguresVersion}\n{PerformanceCalculator.Version}\n");
        var lines = standing.Select(report => $"{report.Key.Month}/{report.Key.Region}/{report.Key.Holder}/{report.Submission}");
        foreach (var line in lines.Order(StringComparer.Ordinal))
        {
            text.Append(line).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..Length];
    }
}

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
