using System.IO.Compression;
using Renstra.Functions.Consolidation;
using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;
using Renstra.Transform.Performance;
using Renstra.Transform.Releases;

namespace Renstra.Functions.Auditing;

/// <summary>Holds a release against what the files in <c>kiriman</c> give when they are read anew: figures, fingerprint, changes and files, byte for byte.</summary>
internal sealed class ReleaseAudit(ReleaseStore releases, ReleasedRowStore rows, ReleaseChangeStore changes, ReleaseBlobs blobs, RereadReleases reread)
{
    /// <summary>Audits a release. Nothing is written.</summary>
    /// <param name="month">The month.</param>
    /// <param name="number">The release's number; null for the one in force.</param>
    /// <param name="cancellation">Stops between two requests.</param>
    public async Task<AuditResult> RunAsync(ReportingMonth month, int? number, CancellationToken cancellation)
    {
        var release = number is { } wanted ? await releases.FindAsync(month, wanted, cancellation) : await releases.InForceAsync(month, cancellation);
        if (release is null)
        {
            return new AuditResult([new AuditLine(false, AuditTexts.NoRelease(month, number))]);
        }

        var lines = new List<AuditLine>();
        if (await reread.ComputeAsync(release, lines, cancellation) is not { } computed)
        {
            return new AuditResult(lines);
        }

        var (reference, content) = computed;
        lines.Add(Compare("Sidik jari", release.Fingerprint, content.Fingerprint));
        lines.Add(Compare("Laporan yang diterima", release.ReportsReceived, content.Completeness.Received));
        lines.Add(Compare("Laporan yang wajib", release.ReportsDue, content.Completeness.Due));
        lines.Add(Compare("Laporan yang belum ada", string.Join("; ", release.MissingReports), string.Join("; ", content.Completeness.Missing.Select(ReportKeys.Row))));
        lines.Add(CompareAll(
            "Tabel KinerjaTetap",
            (await rows.ReadAsync(month, release.Fingerprint, region: null, cancellation)).ToDictionary(NameOf, ReleasedRowEntity.WriteRow),
            content.Rows.ToDictionary(NameOf, ReleasedRowEntity.WriteRow)));

        ReleaseDifference? difference = null;
        if (release.Number > 1)
        {
            // What a release changed is part of it, so the one before it is computed again as well.
            if (await releases.FindAsync(month, release.Number - 1, cancellation) is not { } earlier)
            {
                lines.Add(new AuditLine(false, AuditTexts.NoRelease(month, release.Number - 1)));
                return new AuditResult(lines);
            }

            if (await reread.ComputeAsync(earlier, lines, cancellation) is not { } before)
            {
                return new AuditResult(lines);
            }

            difference = ReleaseDifference.Between(before.Content, content);
            lines.Add(CompareAll(
                "Tabel PerubahanPenetapan",
                (await changes.OfAsync(month, release.Number, release.Fingerprint, cancellation)).ToDictionary(NameOf, Write),
                StoredChange.Of(difference).ToDictionary(NameOf, Write)));
        }

        foreach (var file in ReleaseFiles.Write(reference, content, difference))
        {
            lines.Add(CompareFile(file, await blobs.FindAsync(release, file.Name, cancellation)));
        }

        return new AuditResult(lines);
    }

    private static AuditLine Compare(string what, object stored, object computed) => stored.Equals(computed)
        ? new AuditLine(true, AuditTexts.Same(what))
        : new AuditLine(false, AuditTexts.Differs(what, AuditTexts.StoredAndComputed(stored, computed)));

    private static AuditLine CompareAll(string what, Dictionary<string, string> stored, Dictionary<string, string> computed)
    {
        var different = stored.Keys.Union(computed.Keys).Where(key => stored.GetValueOrDefault(key) != computed.GetValueOrDefault(key)).Order(StringComparer.Ordinal).ToList();
        return different.Count == 0
            ? new AuditLine(true, AuditTexts.Same(what))
            : new AuditLine(false, AuditTexts.Differs(what, AuditTexts.Parts(different)));
    }

    private static AuditLine CompareFile(ReleaseFile computed, ReadOnlyMemory<byte>? stored)
    {
        if (stored is not { } bytes)
        {
            return new AuditLine(false, AuditTexts.Differs(computed.Name, AuditTexts.Gone));
        }

        if (bytes.Span.SequenceEqual(computed.Content.Span))
        {
            return new AuditLine(true, AuditTexts.Same(computed.Name));
        }

        if (!computed.Name.EndsWith(".xlsx", StringComparison.Ordinal) || PartsOf(bytes) is not { } parts)
        {
            return new AuditLine(false, AuditTexts.Differs(computed.Name, AuditTexts.OtherBytes));
        }

        var comparison = CompareAll(computed.Name, parts, PartsOf(computed.Content)!);

        // The compressor can be another one from one release of the runtime to the next; what it compresses cannot.
        return comparison.Matches ? new AuditLine(true, $"{comparison.Text} ({AuditTexts.Repacked})") : comparison;
    }

    /// <summary>The parts of a workbook; null when it is none.</summary>
    private static Dictionary<string, string>? PartsOf(ReadOnlyMemory<byte> workbook)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(workbook.ToArray()));
            return archive.Entries.ToDictionary(part => part.FullName, ReadPart);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static string ReadPart(ZipArchiveEntry part)
    {
        using var content = new MemoryStream();
        using var stream = part.Open();
        stream.CopyTo(content);
        return Convert.ToBase64String(content.ToArray());
    }

    private static string NameOf(PerformanceRow row) => $"{row.Region} {row.Indicator}";

    private static string NameOf(StoredChange change) => $"{change.Region} {change.Indicator}";

    private static string Write(StoredChange change) => string.Join(
        '\n',
        change.Before is { } before ? ReleasedRowEntity.WriteRow(before) : "",
        change.After is { } after ? ReleasedRowEntity.WriteRow(after) : "",
        string.Join(';', change.Causes),
        string.Join(';', change.Submissions),
        change.SubmissionsTotal);
}

/// <summary>What an audit found.</summary>
/// <param name="Lines">Everything that was looked at, in order.</param>
public sealed record AuditResult(IReadOnlyList<AuditLine> Lines)
{
    /// <summary>Whether everything is as it should be.</summary>
    public bool Passes => Lines.All(line => line.Matches);
}

/// <summary>One thing that an audit looked at.</summary>
/// <param name="Matches">Whether it is as it should be.</param>
/// <param name="Text">What was looked at and what was found, in Indonesian.</param>
public sealed record AuditLine(bool Matches, string Text);
