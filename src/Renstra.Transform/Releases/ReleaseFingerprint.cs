using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Renstra.Transform.Calendar;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Releases;

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
