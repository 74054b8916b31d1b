using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;
using Renstra.Transform.Releases;

namespace Renstra.Functions.Consolidation;

/// <summary>
/// The reports that one run of closing computes by: those that stood when it began, read month by month as they are needed. Only
/// what a month needs is kept, however long the history.
/// </summary>
/// <param name="reports">Reads them.</param>
/// <param name="standing">Which stood when the run began.</param>
internal sealed class ReportsBehind(ReportStore reports, ILookup<ReportingMonth, StandingReport> standing)
{
    private readonly SortedDictionary<ReportingMonth, IReadOnlyList<ReleaseSource>> _read = [];

    /// <summary>The reports of a month's months, asked for in ascending order of months.</summary>
    /// <returns>Null when a report came or went since the run began.</returns>
    public async Task<IReadOnlyList<ReleaseSource>?> ReadAsync(IReadOnlyList<ReportingMonth> months, CancellationToken cancellation)
    {
        foreach (var passed in _read.Keys.Where(month => month < months[0]).ToList())
        {
            _read.Remove(passed);
        }

        foreach (var month in months.Where(month => !_read.ContainsKey(month) && standing.Contains(month)))
        {
            var current = await reports.CurrentAsync(month, region: null, cancellation);
            if (!current.Select(report => new StandingReport(report.Key, report.Submission)).ToHashSet().SetEquals(standing[month]))
            {
                return null;
            }

            _read.Add(month, [.. current.Select(report => new ReleaseSource(report.ToCurrent(), report.BlobName))]);
        }

        return [.. months.Where(_read.ContainsKey).SelectMany(month => _read[month])];
    }
}
