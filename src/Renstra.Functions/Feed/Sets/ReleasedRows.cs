using Microsoft.Extensions.Caching.Memory;
using Renstra.Functions.Storage;
using Renstra.Transform.Performance;
using Renstra.Transform.Regions;

namespace Renstra.Functions.Feed.Sets;

/// <summary>The rows of releases. They never change, so whole months that were read lately are kept.</summary>
internal sealed class ReleasedRows(ReleasedRowStore rows) : IDisposable
{
    /// <summary>The most rows kept: some 60 MB, a few years of the province.</summary>
    private const int KeptRows = 100_000;

    private readonly MemoryCache _months = new(new MemoryCacheOptions { SizeLimit = KeptRows });

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

        var month = await rows.ReadAsync(release.Month, release.Fingerprint, region: null, cancellation);
        return _months.Set(key, month, new MemoryCacheEntryOptions { Size = month.Count });
    }

    public void Dispose() => _months.Dispose();
}
