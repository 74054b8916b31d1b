using Renstra.Transform.Performance;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Releases;

/// <summary>A report that is not the one that its month's release rests on.</summary>
/// <param name="Key">What it speaks about.</param>
/// <param name="Released">The submission that the release rests on; null when there was none.</param>
/// <param name="Standing">The submission that stands; null when there is none any more.</param>
public sealed record LateChange(ReportKey Key, SubmissionId? Released, SubmissionId? Standing)
{
    /// <summary>What has changed since a release, by region and holder.</summary>
    /// <param name="reference">Says who reports which indicator.</param>
    /// <param name="released">The rows of the release of one month.</param>
    /// <param name="reports">The reports that stand for that month.</param>
    public static IEnumerable<LateChange> Since(ReferenceData reference, IEnumerable<PerformanceRow> released, IEnumerable<CurrentReport> reports)
    {
        var before = new Dictionary<ReportKey, SubmissionId>();
        foreach (var row in released)
        {
            if (row.Submission is { } submission && reference.Indicators.TryFind(row.Indicator, out var indicator))
            {
                before[new ReportKey(row.Region, row.Month, indicator.Holder)] = submission;
            }
        }

        var now = reports.ToDictionary(report => report.Key, report => report.Submission);
        return before.Keys.Union(now.Keys)
            .Select(key => new LateChange(key, Find(before, key), Find(now, key)))
            .Where(change => change.Released != change.Standing)
            .OrderBy(change => change.Key.Region).ThenBy(change => change.Key.Holder);
    }

    private static SubmissionId? Find(Dictionary<ReportKey, SubmissionId> submissions, ReportKey key) =>
        submissions.TryGetValue(key, out var submission) ? submission : null;
}
