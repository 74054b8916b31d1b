using System.ComponentModel.DataAnnotations;

namespace Renstra.Functions.Feed;

/// <summary>Settings of the feed: the section <c>Renstra:Feed</c>.</summary>
internal sealed class FeedOptions
{
    public const string Section = "Renstra:Feed";

    /// <summary>
    /// SHA-256 of every key that opens the feed, 64 hexadecimal digits each. Several can be valid at once, so that a key can be
    /// replaced while clients still use the old one. There must be at least one.
    /// </summary>
    public IReadOnlyList<string> KeyHashes { get; init; } = [];

    /// <summary>The most rows on a page: what a client gets that does not ask for less. 1 to 50,000; 5,000 unless set.</summary>
    [Range(1, 50_000)]
    public int PageSize { get; init; } = 5_000;

    /// <summary>
    /// The address that clients reach the app at, without <c>/odata</c>, such as <c>https://renstra.example.go.id</c>. Links in
    /// answers begin with it. Always set in Azure, where the app itself sees another address; null on a laptop.
    /// </summary>
    public Uri? PublicBaseAddress { get; init; }
}
