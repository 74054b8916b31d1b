using Renstra.Functions.Reference;
using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;
using Renstra.Transform.Releases;

namespace Renstra.Functions.Consolidation;

/// <summary>
/// Closes months. A month past its closing time gets a release, even with no report at all, and a new one whenever what it depends
/// on has changed, unless its year is closed. Stopped anywhere, the next run finishes it; two at once make one release.
/// </summary>
internal sealed class Consolidator(
    CurrentReference currentReference,
    ReportStore reports,
    ReleaseStore releases,
    ReleasedRowStore rows,
    ReleaseChangeStore changes,
    PastReleases pastReleases,
    ReleaseBlobs blobs,
    TimeProvider clock,
    ILogger<Consolidator> logger)
{
    /// <summary>Releases every month that needs it, in ascending order.</summary>
    /// <param name="work">Keeps a month that fails from stopping the others: a release rests on reports, never on another release.</param>
    /// <param name="cancellation">Stops between two requests.</param>
    /// <returns>The releases put into force by this run.</returns>
    public async Task<IReadOnlyList<Release>> CloseDueMonthsAsync(IndependentWork work, CancellationToken cancellation)
    {
        var reference = await currentReference.GetAsync(cancellation);
        var made = new List<Release>();
        var failed = new HashSet<ReportingMonth>();
        while (!await TryCloseAsync(reference, made, failed, work, cancellation))
        {
            // Someone else released a month meanwhile, or a report came or went. Look at everything again.
            cancellation.ThrowIfCancellationRequested();
        }

        return made;
    }

    private async Task<bool> TryCloseAsync(
        ReferenceData reference, List<Release> made, HashSet<ReportingMonth> failed, IndependentWork work, CancellationToken cancellation)
    {
        var due = reference.Calendar.ClosedBy(reference.FirstMonth, clock.GetUtcNow()).ToList();
        if (due.Count == 0)
        {
            return true;
        }

        // Pointers are read before reports: a closer that has seen newer reports has then flipped a pointer we hold, and ours fails.
        var pointers = await releases.PointersAsync(due[0], due[^1], cancellation);

        // A month with a later deadline of its own may still be open behind one that has closed.
        var standing = await reports.StandingAsync(reference.FirstMonth, due[^1], cancellation);
        var behind = new ReportsBehind(reports, standing);
        var calculator = new PerformanceCalculator(reference);
        foreach (var month in due.Where(month => !failed.Contains(month)))
        {
            var months = calculator.MonthsBehind(month).Where(each => each >= reference.FirstMonth).ToList();
            var pointer = pointers.GetValueOrDefault(month, ReleasePointer.None);
            var keys = months.SelectMany(each => standing[each]).Select(report => (report.Key, report.Submission));
            if (pointer.Release?.Fingerprint == ReleaseFingerprint.Of(month, reference, keys))
            {
                continue;
            }

            if (pointer.Release is { } kept && reference.Calendar.IsClosed(month.Year))
            {
                logger.YearIsClosed(month, kept.Number);
                continue;
            }

            var isOvertaken = false;
            if (!await work.TryAsync($"closing {month}", ReleaseAsync, cancellation))
            {
                failed.Add(month);
            }
            else if (isOvertaken)
            {
                return false;
            }

            async Task ReleaseAsync()
            {
                if (await behind.ReadAsync(months, cancellation) is not { } sources
                    || await TryReleaseAsync(reference, pointer, month, sources, cancellation) is not { } release)
                {
                    isOvertaken = true;
                    return;
                }

                logger.Released(month, release.Number, release.Fingerprint, release.ReportsReceived, release.ReportsDue);
                made.Add(release);
            }
        }

        return true;
    }

    /// <summary>Makes a month's next release. All that belongs to it is written before it comes into force.</summary>
    /// <returns>The release; null when someone else was first.</returns>
    private async Task<Release?> TryReleaseAsync(
        ReferenceData reference, ReleasePointer pointer, ReportingMonth month, IReadOnlyList<ReleaseSource> sources, CancellationToken cancellation)
    {
        var content = ReleaseContent.Compute(reference, month, (pointer.Release?.Number ?? 0) + 1, sources);
        var difference = pointer.Release is { } inForce
            ? ReleaseDifference.Between(await pastReleases.ReadAsync(inForce, sources, cancellation), content)
            : null;

        await Task.WhenAll(
            rows.WriteAsync(month, content.Fingerprint, content.Rows, cancellation),
            difference is null ? Task.CompletedTask : changes.WriteAsync(StoredChange.Of(difference), cancellation),
            blobs.WriteAsync(content, ReleaseFiles.Write(reference, content, difference), cancellation));

        var release = ReleaseOf(content, reference);
        return await releases.TryPutInForceAsync(pointer, release, cancellation) ? release : null;
    }

    private Release ReleaseOf(ReleaseContent content, ReferenceData reference) => new(
        content.Month,
        content.Number,
        content.Fingerprint,
        clock.GetUtcNow(),
        reference.Version,
        content.FiguresVersion,
        content.CalculationVersion,
        content.Completeness.Received,
        content.Completeness.Due,
        [.. content.Completeness.Missing.Select(ReportKeys.Row)]);
}

/// <summary>
/// The reports that one run of closing computes by: those that stood when it began, read as they are needed. Only
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

        var missing = months.Where(month => !_read.ContainsKey(month) && standing.Contains(month)).ToList();
        if (missing.Count > 0)
        {
            var read = await reports.CurrentAsync(new PartitionRange(missing[0], missing[^1]), cancellation)
                .SelectMany(portion => portion)
                .ToLookupAsync(report => report.Key.Month, cancellationToken: cancellation);
            foreach (var month in missing)
            {
                if (!read[month].Select(report => new StandingReport(report.Key, report.Submission)).ToHashSet().SetEquals(standing[month]))
                {
                    return null;
                }

                _read.Add(month, [.. read[month].Select(report => new ReleaseSource(report.ToCurrent(), report.BlobName))]);
            }
        }

        return [.. months.Where(_read.ContainsKey).SelectMany(month => _read[month])];
    }
}

/// <summary>Reads releases back as they were computed.</summary>
internal sealed class PastReleases(ReleasedRowStore rows, HistoryStore history, ReleaseBlobs blobs, ILogger<PastReleases> logger)
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
            await rows.ReadAsync(release.Month, release.Fingerprint, region: null, cancellation),
            sources);
    }

    private async Task<IReadOnlyList<ReleaseSource>?> SourcesAsync(Release release, IEnumerable<ReleaseSource> known, CancellationToken cancellation)
    {
        if (await blobs.FindSourcesAsync(release, cancellation) is not { Sources: { } list })
        {
            return null;
        }

        var atHand = known.ToDictionary(source => (source.Report.Key, source.Report.Submission));
        var sources = new List<ReleaseSource>();
        foreach (var named in list)
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
        await history.FindAsync(named.Key, named.Submission, cancellation) is { } report
            ? new ReleaseSource(report.ToCurrent(), report.BlobName)
            : null;
}
