using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;
using Renstra.Transform.Performance;
using Renstra.Transform.Regions;

namespace Renstra.Functions.Feed.Sets;

/// <summary>The rows of releases. They never change, so whole months that were read lately are kept.</summary>
internal sealed class ReleasedRows(ReleasedRowStore rows, SharedReads shared, KeptInMemory memory)
{
    /// <summary>At least the rows of these regions; the same object for as long as the month is kept.</summary>
    /// <param name="release">The release.</param>
    /// <param name="regions">The regions; the province may be among them.</param>
    /// <param name="cancellation">Stops between two requests.</param>
    public async Task<MonthPerformance> ReadAsync(Release release, IReadOnlyList<RegionCode> regions, CancellationToken cancellation)
    {
        if (memory.TryGet<MonthPerformance>(KeyOf(""), out var whole))
        {
            return whole;
        }

        var isWhole = regions.Count > PerformanceScope.FewRegions;
        var key = KeyOf(isWhole ? "" : string.Join(' ', regions));
        return memory.TryGet<MonthPerformance>(key, out var kept) ? kept : await shared.GetAsync(key, ReadMonthAsync, cancellation);

        object KeyOf(string some) => ("released", release.Month, release.Number, release.Fingerprint, some);

        async Task<MonthPerformance> ReadMonthAsync()
        {
            var read = isWhole
                ? [await rows.ReadAsync(release.Month, release.Fingerprint, region: null, CancellationToken.None)]
                : await Task.WhenAll(regions.Select(region => rows.ReadAsync(release.Month, release.Fingerprint, region, CancellationToken.None)));
            var month = new MonthPerformance(release.Month, release, [.. read.SelectMany(part => part)]);
            memory.Set(key, month, month.Size);
            return month;
        }
    }
}

/// <summary>The performance of a month. Of one month as it stands there is one object, so that what is made of it can be kept with it.</summary>
/// <param name="month">The month.</param>
/// <param name="release">The release that the rows belong to; null when they were computed from the reports that stand.</param>
/// <param name="rows">At least the rows asked for.</param>
internal sealed class MonthPerformance(ReportingMonth month, Release? release, IReadOnlyList<PerformanceRow> rows)
{
    /// <summary>What a row takes at most without its list of missing regions, in bytes: itself, and the feed's rows that are made of it.</summary>
    private const int RowSize = 2_000;

    private const int MissingRegionSize = 64;

    public ReportingMonth Month { get; } = month;

    public Release? Release { get; } = release;

    public IReadOnlyList<PerformanceRow> Rows { get; } = rows;

    /// <summary>What it takes in memory, in bytes.</summary>
    public long Size => Rows.Sum(row => (long)RowSize + (MissingRegionSize * row.MissingRegions.Count));
}
