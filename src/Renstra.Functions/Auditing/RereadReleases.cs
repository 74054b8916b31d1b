using Renstra.Functions.Consolidation;
using Renstra.Functions.Ingestion;
using Renstra.Functions.Reference;
using Renstra.Functions.Storage;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;
using Renstra.Transform.Releases;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Auditing;

/// <summary>
/// Computes releases again from the files in <c>kiriman</c>: of all that is derived from them only the list of what a release rests
/// on is used, and by which reference data. Nothing is written.
/// </summary>
internal sealed class RereadReleases(ReleaseBlobs blobs, ReceivedFiles files, SubmissionStore submissions, ReferenceBlobs references, ReadSubmission read)
{
    private readonly Dictionary<string, ReferenceData?> _references = new(StringComparer.Ordinal);

    /// <summary>A release, computed again.</summary>
    /// <param name="release">The release.</param>
    /// <param name="lines">Is told what was read, and what could not be.</param>
    /// <param name="cancellation">Stops between two files.</param>
    /// <returns>The release and the reference data it was computed by; null when too much is lost.</returns>
    public async Task<(ReferenceData Reference, ReleaseContent Content)?> ComputeAsync(Release release, List<AuditLine> lines, CancellationToken cancellation)
    {
        if (release.CalculationVersion != PerformanceCalculator.Version)
        {
            lines.Add(new AuditLine(false, AuditTexts.OtherCalculation(release, PerformanceCalculator.Version)));
        }

        if (await ReferenceAsync(release.ReferenceVersion, cancellation) is not { } reference)
        {
            lines.Add(new AuditLine(false, AuditTexts.ReferenceLost(release)));
            return null;
        }

        if (await blobs.FindSourcesAsync(release, cancellation) is not { } list)
        {
            lines.Add(new AuditLine(false, AuditTexts.SourcesLost(release)));
            return null;
        }

        if (list.Sources is not { } named)
        {
            lines.Add(new AuditLine(false, AuditTexts.SourcesUnreadable(release)));
            return null;
        }

        if (list.FilesVersion is var written && written != ReleaseFiles.Version)
        {
            lines.Add(new AuditLine(false, AuditTexts.OtherFiles(release, written, ReleaseFiles.Version)));
        }

        var before = lines.Count;
        var sources = new List<ReleaseSource>();
        foreach (var file in named.GroupBy(source => (source.BlobName, source.Submission)))
        {
            sources.AddRange(await ReadAsync(file.Key.BlobName, file.Key.Submission, file, lines, cancellation));
        }

        if (lines.Count == before)
        {
            lines.Add(new AuditLine(true, AuditTexts.FilesRead(release, named.Select(source => source.BlobName).Distinct().Count())));
        }

        return (reference, ReleaseContent.Compute(reference, release.Month, release.Number, sources));
    }

    private async Task<IReadOnlyList<ReleaseSource>> ReadAsync(
        string blobName, SubmissionId submission, IEnumerable<NamedSource> named, List<AuditLine> lines, CancellationToken cancellation)
    {
        if (await files.FindAsync(blobName, cancellation) is not { Content: { } content } file)
        {
            lines.Add(new AuditLine(false, AuditTexts.FileGone(blobName)));
            return [];
        }

        if (!content.Sha256.StartsWith(submission.Hash12, StringComparison.Ordinal))
        {
            lines.Add(new AuditLine(false, AuditTexts.FileChanged(blobName)));
        }

        var recorded = await submissions.FindAsync(submission, cancellation);
        if (recorded is null || await ReferenceAsync(recorded.ReferenceVersion, cancellation) is not { } reference)
        {
            lines.Add(new AuditLine(false, AuditTexts.ReadingLost(blobName)));
            return [];
        }

        var reports = read(reference, file, file.SourceOf(submission)).Reports.Where(report => report.IsAccepted).ToDictionary(report => report.Key);
        lines.AddRange(named.Where(source => !reports.ContainsKey(source.Key)).Select(source => new AuditLine(false, AuditTexts.ReportGone(source))));
        return
        [
            .. named.Where(source => reports.ContainsKey(source.Key)).Select(source =>
                new ReleaseSource(new CurrentReport(source.Key, submission, reports[source.Key].Figures), blobName)),
        ];
    }

    private async Task<ReferenceData?> ReferenceAsync(string version, CancellationToken cancellation)
    {
        if (!_references.TryGetValue(version, out var reference))
        {
            reference = await references.FindAsync(version, cancellation) is { } kept && ReferenceData.TryRead(kept.Whole(), out var data) && data.Version == version ? data : null;
            _references.Add(version, reference);
        }

        return reference;
    }
}
