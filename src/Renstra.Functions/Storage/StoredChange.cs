using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Performance;
using Renstra.Transform.Regions;
using Renstra.Transform.Releases;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Storage;

/// <summary>A row that a release changed about the one before it, as it is kept.</summary>
/// <param name="Month">The reporting month.</param>
/// <param name="Number">The release's number, from 2.</param>
/// <param name="Fingerprint">The release's fingerprint.</param>
/// <param name="Region">The region of the row.</param>
/// <param name="Indicator">The indicator of the row.</param>
/// <param name="Before">The row before; null when there was none.</param>
/// <param name="After">The row now; null when there is none.</param>
/// <param name="Causes">Why.</param>
/// <param name="Submissions">The submissions that made the difference, oldest first; at most <see cref="MostSubmissions"/>.</param>
/// <param name="SubmissionsTotal">How many there are, those not kept included.</param>
internal sealed record StoredChange(
    ReportingMonth Month,
    int Number,
    string Fingerprint,
    RegionCode Region,
    IndicatorCode Indicator,
    PerformanceRow? Before,
    PerformanceRow? After,
    IReadOnlyList<ChangeCause> Causes,
    IReadOnlyList<SubmissionId> Submissions,
    int SubmissionsTotal)
{
    /// <summary>As many as a column of Table Storage has room for; only province rows ever have so many, and their regions' rows name all.</summary>
    public const int MostSubmissions = 500;

    /// <summary>What a release changed.</summary>
    public static IEnumerable<StoredChange> Of(ReleaseDifference difference) => difference.Rows.Select(change =>
    {
        var submissions = change.Sources.Select(source => source.Source.Report.Submission).Distinct().Order().ToList();
        return new StoredChange(
            difference.After.Month,
            difference.After.Number,
            difference.After.Fingerprint,
            change.Region,
            change.Indicator,
            change.Before,
            change.After,
            change.Causes,
            [.. submissions.Take(MostSubmissions)],
            submissions.Count);
    });
}
