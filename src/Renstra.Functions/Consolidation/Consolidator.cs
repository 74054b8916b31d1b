using Renstra.Functions.Reference;
using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;
using Renstra.Transform.Releases;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Consolidation;

/// <summary>
/// Closes months. A month past its closing time gets a release, even with no report at all, and a new one whenever what it depends
/// on has changed, unless its year is closed. Stopped anywhere, the next run finishes it; two at once make one release.
/// </summary>
internal sealed class Consolidator(
    CurrentReference currentReference,
    ReportStore reports,
    ReleaseStore releases,
    TimeProvider clock,
    ILogger<Consolidator> logger)
{
    /// <summary>Releases every month that needs it, in ascending order.</summary>
    /// <returns>The releases put into force by this run.</returns>
    public async Task<IReadOnlyList<Release>> CloseDueMonthsAsync(CancellationToken cancellation)
    {
        var reference = await currentReference.GetAsync(cancellation);
        var made = new List<Release>();
        while (!await TryCloseAsync(reference, made, cancellation))
        {
            // Someone else released a month meanwhile, perhaps on newer reports. Look at everything again.
            cancellation.ThrowIfCancellationRequested();
        }

        return made;
    }

    private async Task<bool> TryCloseAsync(ReferenceData reference, List<Release> made, CancellationToken cancellation)
    {
        var due = reference.Calendar.ClosedBy(reference.FirstMonth, clock.GetUtcNow()).ToList();
        if (due.Count == 0)
        {
            return true;
        }

        // Pointers are read before reports: a closer that has seen newer reports has then flipped a pointer we hold, and ours fails.
        var pointers = new Dictionary<ReportingMonth, ReleasePointer>();
        foreach (var month in due)
        {
            pointers[month] = await releases.PointerAsync(month, cancellation);
        }

        // A month with a later deadline of its own may still be open behind one that has closed.
        var standing = new Dictionary<ReportingMonth, IReadOnlyList<CurrentReport>>();
        foreach (var month in ReportingMonth.Range(reference.FirstMonth, due[^1]))
        {
            standing[month] = [.. (await reports.CurrentAsync(month, region: null, cancellation)).Select(report => report.ToCurrent())];
        }

        var calculator = new PerformanceCalculator(reference);
        foreach (var month in due)
        {
            var behind = calculator.MonthsBehind(month).Where(standing.ContainsKey).SelectMany(each => standing[each]).ToList();
            var release = Make(reference, month, pointers[month], behind);
            if (release is null)
            {
                continue;
            }

            await releases.WriteRowsAsync(month, release.Fingerprint, calculator.Calculate(month, behind), cancellation);
            if (!await releases.TryPutInForceAsync(pointers[month], release, cancellation))
            {
                return false;
            }

            logger.Released(month, release.Number, release.Fingerprint, release.ReportsReceived, release.ReportsDue);
            made.Add(release);
        }

        return true;
    }

    /// <summary>The release that a month should have; null when the one in force is it.</summary>
    private Release? Make(ReferenceData reference, ReportingMonth month, ReleasePointer pointer, IReadOnlyCollection<CurrentReport> behind)
    {
        var fingerprint = ReleaseFingerprint.Of(month, reference, behind);
        if (pointer.Release?.Fingerprint == fingerprint)
        {
            return null;
        }

        if (pointer.Release is { } kept && reference.Calendar.IsClosed(month.Year))
        {
            logger.YearIsClosed(month, kept.Number);
            return null;
        }

        var completeness = Completeness.Of(reference, month, behind);
        return new Release(
            month,
            (pointer.Release?.Number ?? 0) + 1,
            fingerprint,
            clock.GetUtcNow(),
            reference.Version,
            PerformanceCalculator.Version,
            completeness.Received,
            completeness.Due,
            [.. completeness.Missing.Select(ReportKeys.Row)]);
    }
}
