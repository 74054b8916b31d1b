using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Renstra.Functions.Feed;

/// <summary>
/// What is kept of what was read and answered, within <see cref="FeedOptions.KeptBytes"/>; what was not used for longest goes first.
/// Everything in it can be had again.
/// </summary>
internal sealed class KeptInMemory(IOptions<FeedOptions> options) : IDisposable
{
    /// <summary>Nothing may take more than this part of it.</summary>
    private const int LargestPart = 4;

    private readonly MemoryCache _memory = new(new MemoryCacheOptions { SizeLimit = options.Value.KeptBytes, CompactionPercentage = 0.2, TrackStatistics = true });

    /// <summary>How many bytes what is kept takes, as far as is known.</summary>
    public long Bytes => _memory.GetCurrentStatistics()?.CurrentEstimatedSize ?? 0;

    public bool TryGet<T>(object key, [NotNullWhen(true)] out T? kept)
        where T : class => _memory.TryGetValue(key, out kept) && kept is not null;

    /// <summary>Whether something of that size would be kept at all.</summary>
    public bool HasRoomFor(long bytes) => bytes <= options.Value.KeptBytes / LargestPart;

    /// <summary>Keeps something.</summary>
    /// <param name="key">Tells what it is; compared by value.</param>
    /// <param name="value">It.</param>
    /// <param name="bytes">What it takes.</param>
    public void Set(object key, object value, long bytes)
    {
        if (HasRoomFor(bytes))
        {
            _memory.Set(key, value, new MemoryCacheEntryOptions { Size = bytes });
        }
    }

    public void Dispose() => _memory.Dispose();
}
