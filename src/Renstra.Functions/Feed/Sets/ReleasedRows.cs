using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Renstra.Functions.Storage;
using Renstra.Transform.Performance;
using Renstra.Transform.Regions;

namespace Renstra.Functions.Feed.Sets;

/// <summary>The rows of releases. They never change, so whole months that were read lately are kept.</summary>
internal sealed class ReleasedRows(ReleasedRowStore rows, SharedReads shared, IOptions<FeedOptions> options) : IDisposable
{
    /// <summary>What a row takes at most without its list of missing regions, in bytes: its numbers, and the record of its category.</summary>
    private const int RowSize = 600;

    private const int MissingRegionSize = 16;

    private readonly MemoryCache _months = new(new MemoryCacheOptions { SizeLimit = options.Value.KeptBytes });

    /// <summary>At least the rows of these regions.</summary>
    /// <param name="release">The release.</param>
    /// <param name="regions">The regions; the province may be among them.</param>
    /// <param name="cancellation">Stops between two requests.</param>
    public async Task<IReadOnlyList<PerformanceRow>> ReadAsync(
        Release release, IReadOnlyList<RegionCode> regions, CancellationToken cancellation)
    {
        var key = (release.Month, release.Fingerprint);
        if (_months.TryGetValue<IReadOnlyList<PerformanceRow>>(key, out var kept))
        {
            return [.. kept!.Where(row => regions.Contains(row.Region))];
        }

        if (regions.Count <= PerformanceScope.FewRegions)
        {
            var read = await Task.WhenAll(regions.Select(region => rows.ReadAsync(release.Month, release.Fingerprint, region, cancellation)));
            return [.. read.SelectMany(rows => rows)];
        }

        var month = await shared.GetAsync(
            ("released", key), () => rows.ReadAsync(release.Month, release.Fingerprint, region: null, CancellationToken.None), cancellation);
        return _months.Set(key, month, new MemoryCacheEntryOptions { Size = month.Sum(row => (long)RowSize + (MissingRegionSize * row.MissingRegions.Count)) });
    }

    public void Dispose() => _months.Dispose();
}
