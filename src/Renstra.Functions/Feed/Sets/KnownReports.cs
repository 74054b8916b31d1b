using System.Runtime.CompilerServices;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Functions.Storage;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Feed.Sets;

/// <summary>Reads reports of the history, those returned and those replaced since included, and tells which of them stand.</summary>
internal sealed class KnownReports(ReportStore reports, HistoryStore history)
{
    /// <summary>At least the reports within a scope, ascending by month, region, holder and submission, in portions as storage gives them.</summary>
    public async IAsyncEnumerable<IReadOnlyList<KnownReport>> ReadAsync(ReadScope scope, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (first, last) = scope.MonthBounds(nameof(LaporanRow.Bulan));
        var range = new PartitionRange(first, last, scope.OnlyText(nameof(LaporanRow.KodeWilayah)) is { } region ? $"{region}-" : "");
        var standing = new HashSet<(ReportKey, SubmissionId)>();
        await foreach (var portion in reports.CurrentAsync(range, cancellation))
        {
            standing.UnionWith(portion.Select(report => (report.Key, report.Submission)));
        }

        await foreach (var portion in history.ReadAsync(range, cancellation))
        {
            yield return [.. portion.Select(report => new KnownReport(report, standing.Contains((report.Key, report.Submission))))];
        }
    }
}

/// <summary>A report of the history.</summary>
/// <param name="Report">The report.</param>
/// <param name="IsCurrent">Whether it is the one that stands under its key.</param>
internal sealed record KnownReport(StoredReport Report, bool IsCurrent);
