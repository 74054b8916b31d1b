using Azure;

namespace Renstra.Functions.Storage;

/// <summary>The release in force as it was seen: a flip succeeds only if nobody has flipped since.</summary>
/// <param name="Release">The release in force; null while the month has none.</param>
/// <param name="ETag">The pointer's ETag; meaningless while there is none.</param>
internal sealed record ReleasePointer(Release? Release, ETag ETag)
{
    /// <summary>The pointer of a month that has no release.</summary>
    public static readonly ReleasePointer None = new(null, default);
}
