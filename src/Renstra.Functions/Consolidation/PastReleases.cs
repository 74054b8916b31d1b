using Renstra.Functions.Storage;
using Renstra.Transform.Releases;

namespace Renstra.Functions.Consolidation;

/// <summary>Reads releases back as they were computed.</summary>
internal sealed class PastReleases(ReleaseStore releases, ReportStore reports, ReleaseBlobs blobs, ILogger<PastReleases> logger)
{
    /// <summary>A release as it was computed. Where its list of reports is lost, that alone is missing: a lost file must not keep a month from being closed.</summary>
    /// <param name="release">The release.</param>
    /// <param name="known">Reports that are at hand; those that it rests on besides are read from the history.</param>
    /// <param name="cancellation">Stops between two requests.</param>
    public async Task<ReleaseContent> ReadAsync(Release release, IEnumerable<ReleaseSource> known, CancellationToken cancellation)
    {
        var sources = await SourcesAsync(release, known, cancellation);
        if (sources is null)
        {
            logger.SourcesLost(release.Month, release.Number);
        }

        return new ReleaseContent(
            release.Month,
            release.Number,
            release.Fingerprint,
            release.FiguresVersion,
            release.CalculationVersion,
            new Completeness(
                release.ReportsReceived, release.ReportsDue, [.. release.MissingReports.Select(row => ReportKeys.Parse(release.Month.ToString(), row))]),
            await releases.RowsAsync(release.Month, release.Fingerprint, region: null, cancellation),
            sources);
    }

    private async Task<IReadOnlyList<ReleaseSource>?> SourcesAsync(Release release, IEnumerable<ReleaseSource> known, CancellationToken cancellation)
    {
        if (await blobs.FindAsync(release, ReleaseFiles.SourcesName, cancellation) is not { } list)
        {
            return null;
        }

        var atHand = known.ToDictionary(source => (source.Report.Key, source.Report.Submission));
        var sources = new List<ReleaseSource>();
        foreach (var named in ReleaseSourcesJson.Read(list.Span))
        {
            var source = atHand.GetValueOrDefault((named.Key, named.Submission)) ?? await FromHistoryAsync(named, cancellation);
            if (source is null)
            {
                return null;
            }

            sources.Add(source);
        }

        return sources;
    }

    private async Task<ReleaseSource?> FromHistoryAsync(NamedSource named, CancellationToken cancellation) =>
        await reports.FindInHistoryAsync(named.Key, named.Submission, cancellation) is { } report
            ? new ReleaseSource(report.ToCurrent(), report.BlobName)
            : null;
}
