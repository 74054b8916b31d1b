using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Functions.Feed.OData.Query;
using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;
using Renstra.Transform.Performance;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Feed.Sets;

/// <summary>
/// Reads performance month by month: from the release in force, or, while a month has none, computed from the reports that stand by
/// the same code that computes releases.
/// </summary>
internal sealed class PerformanceReader(ReportStore reports, ReleaseStore releases, ReleasedRows released, SharedReads shared)
{
    /// <summary>The most months that are read side by side.</summary>
    private const int LargestStride = 8;

    /// <summary>The months asked for, ascending, each with at least the rows asked for.</summary>
    /// <param name="reading">The request. Its first page fixes the releases that the walk is read from.</param>
    /// <param name="scope">The months and regions that it needs.</param>
    /// <param name="cancellation">Stops between two requests.</param>
    public async IAsyncEnumerable<MonthPerformance> ReadAsync(
        FeedReading reading, PerformanceScope scope, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (scope.IsEmpty)
        {
            yield break;
        }

        var inForce = await InForceAsync(reading, scope, cancellation);
        var standing = new StandingReports(reports, shared, scope.Regions.Any(IsProvince) || scope.Regions.Count > PerformanceScope.FewRegions ? null : scope.Regions);
        var calculator = new PerformanceCalculator(reading.Reference);
        var regions = scope.Regions.Any(IsProvince) ? "" : string.Join(' ', scope.Regions);

        // A reader who stops after a month has asked for little, one who goes on wants the next ones soon.
        for (var (start, stride) = (0, 1); start < scope.Months.Count; start += stride, stride = Math.Min(stride * 2, LargestStride))
        {
            var months = scope.Months.Skip(start).Take(stride);
            foreach (var month in await Task.WhenAll(months.Select(month => ReadMonthAsync(month))))
            {
                yield return month;
            }
        }

        async Task<MonthPerformance> ReadMonthAsync(ReportingMonth month)
        {
            if (await ReleaseOfAsync(month) is { } release)
            {
                return new MonthPerformance(month, release, await released.ReadAsync(release, scope.Regions, cancellation));
            }

            // Computed once for all who ask for the same at one moment.
            var rows = await shared.GetAsync(("open month", month, regions, reading.Reference), () => ComputeAsync(month), cancellation);
            return new MonthPerformance(month, null, rows);
        }

        async Task<IReadOnlyList<PerformanceRow>> ComputeAsync(ReportingMonth month)
        {
            var behind = await standing.OfAsync(calculator.MonthsBehind(month));
            return scope.Regions.Any(IsProvince)
                ? calculator.Calculate(month, behind)
                : [.. scope.Regions.SelectMany(region => calculator.CalculateRegion(region, month, behind))];
        }

        async Task<Release?> ReleaseOfAsync(ReportingMonth month) => inForce.TryGetValue(month, out var found)
            ? found
            : reading.Releases!.Of(month) is { } number
                // Releases never go away, so that a token that names another was not given out here.
                ? await releases.FindAsync(month, number, cancellation) ?? throw SkipToken.Unknown()
                : null;
    }

    private static bool IsProvince(RegionCode region) => region.IsProvince;

    /// <summary>On a walk's first page the releases in force, which the walk is then tied to; on a later page nothing, they are known by number.</summary>
    private async Task<IReadOnlyDictionary<ReportingMonth, Release?>> InForceAsync(FeedReading reading, PerformanceScope scope, CancellationToken cancellation)
    {
        var found = new Dictionary<ReportingMonth, Release?>();
        if (reading.Releases is not null)
        {
            return found;
        }

        var (first, last) = (scope.Months[0], scope.Months[^1]);
        foreach (var release in await shared.GetAsync(("in force", first, last), () => ReadInForceAsync(first, last), cancellation))
        {
            found[release.Month] = release;
        }

        var months = ReportingMonth.Range(first, last).ToList();
        reading.Releases = new ReleaseNumbers(first, [.. months.Select(month => found.GetValueOrDefault(month)?.Number ?? 0)]);
        return found;
    }

    private async Task<IReadOnlyList<Release>> ReadInForceAsync(ReportingMonth first, ReportingMonth last) => first == last
        ? [.. new[] { await releases.InForceAsync(first, CancellationToken.None) }.OfType<Release>()]
        : await releases.InForceAsync(first, last, CancellationToken.None);

    /// <summary>The reports that stand, each month's read once for one request and for all who ask at the same moment.</summary>
    private sealed class StandingReports(ReportStore reports, SharedReads shared, IReadOnlyList<RegionCode>? regions)
    {
        private readonly string _regions = regions is null ? "" : string.Join(' ', regions);

        private readonly ConcurrentDictionary<ReportingMonth, Lazy<Task<IReadOnlyList<CurrentReport>>>> _months = new();

        public async Task<IReadOnlyCollection<CurrentReport>> OfAsync(IEnumerable<ReportingMonth> months)
        {
            var read = await Task.WhenAll(months.Select(month => _months.GetOrAdd(month, each => new(() => shared.GetAsync(("standing", each, _regions), () => ReadAsync(each), CancellationToken.None))).Value));
            return [.. read.SelectMany(month => month)];
        }

        private async Task<IReadOnlyList<CurrentReport>> ReadAsync(ReportingMonth month)
        {
            var read = regions is null
                ? [await reports.CurrentAsync(month, null, CancellationToken.None)]
                : await Task.WhenAll(regions.Select(region => reports.CurrentAsync(month, region, CancellationToken.None)));
            return [.. read.SelectMany(part => part).Select(report => report.ToCurrent())];
        }
    }
}

/// <summary>The performance of a month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Release">The release that the rows belong to; null when they were computed from the reports that stand.</param>
/// <param name="Rows">The rows asked for.</param>
internal sealed record MonthPerformance(ReportingMonth Month, Release? Release, IReadOnlyList<PerformanceRow> Rows);

/// <summary>Which months and regions a request needs, among those that there are.</summary>
/// <param name="Months">The months, ascending.</param>
/// <param name="Regions">The regions; the province may be among them.</param>
internal sealed record PerformanceScope(IReadOnlyList<ReportingMonth> Months, IReadOnlyList<RegionCode> Regions)
{
    /// <summary>Up to so many regions are read one by one; for more, a month's whole partition costs less.</summary>
    public const int FewRegions = 3;

    /// <summary>Whether there can be a row at all.</summary>
    public bool IsEmpty => Months.Count == 0 || Regions.Count == 0;

    /// <summary>The scope of a set with a row for each month.</summary>
    public static PerformanceScope Of(FeedReading reading) => new(
        [.. reading.Scope.Months(nameof(CapaianRow.Bulan), reading.Reference.FirstMonth, reading.CurrentMonth)],
        RegionsOf(reading));

    /// <summary>The regions that rows asked for can belong to.</summary>
    public static IReadOnlyList<RegionCode> RegionsOf(FeedReading reading) =>
    [
        .. reading.Reference.Regions.All
            .Where(region => reading.Scope.Allows(nameof(CapaianRow.KodeWilayah), region.Code.Value)
                && reading.Scope.Allows(nameof(CapaianRow.NamaWilayah), region.FullName)
                && reading.Scope.Allows(nameof(CapaianRow.Tingkat), region.Level.ToString()))
            .Select(region => region.Code),
    ];
}
