using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Renstra.Functions.Feed.OData.Query;

namespace Renstra.Functions.Feed;

/// <summary>Who may read the feed and how it answers; section <c>Renstra:Feed</c>.</summary>
internal sealed record FeedOptions : IValidatableObject
{
    public const string Section = "Renstra:Feed";

    /// <summary>What <see cref="LongestAddress"/> can be set to. Kestrel takes more, so that it is the feed that answers.</summary>
    public const int MostAddress = 256 * 1024;

    private const int HashDigits = SHA256.HashSizeInBytes * 2;

    /// <summary>
    /// SHA-256 of every key that opens the feed, 64 hexadecimal digits each. Several can be valid at once, so that a key can be
    /// replaced while clients still use the old one. There must be at least one: nothing opens the feed to everybody.
    /// </summary>
    public IReadOnlyList<string> KeyHashes { get; init; } = [];

    /// <summary>The most rows on a page: what a client gets that does not ask for fewer. Default 5,000.</summary>
    [Range(1, 50_000)]
    public int PageSize { get; init; } = 5_000;

    /// <summary>
    /// The most operators, functions, columns and values in the expressions of one query, parameter aliases written out. Default
    /// 1,000.
    /// </summary>
    [Range(10, 100_000)]
    public int LargestExpression { get; init; } = 1_000;

    /// <summary>
    /// The longest address, path and query as they are sent, in bytes; a longer one is 414. Default 32 KiB: a condition that
    /// <see cref="LargestExpression"/> allows can be longer than the 8 KiB that servers take by default.
    /// </summary>
    [Range(1_024, MostAddress)]
    public int LongestAddress { get; init; } = 32 * 1024;

    /// <summary>The most terms of <c>$orderby</c>. Default 20.</summary>
    [Range(1, 1_000)]
    public int MostSortTerms { get; init; } = 20;

    /// <summary>The most transformations in <c>$apply</c>. Default 20.</summary>
    [Range(1, 1_000)]
    public int MostApplySteps { get; init; } = 20;

    /// <summary>How long may be computed for one query, waiting for storage not counted. Default half a minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan LongestComputation { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How old what an answer is made of may be. Within that time nothing is read again from storage, whoever asks; requests that
    /// come together share one read in any case. 0 has every request read anew. Default one second.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Freshness { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The most bytes that are kept in memory of what has been read and answered: months, released and open, and answers, which are
    /// sent again while nothing that they are made of has changed. Default 64 MiB, a few years of the province.
    /// </summary>
    [Range(0, 8L * 1024 * 1024 * 1024)]
    public long KeptBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How many answers are made at one time, those of reference data aside. Default 8.</summary>
    [Range(1, 1_000)]
    public int MostAtOnce { get; init; } = 8;

    /// <summary>How many requests wait for their turn at most; one more is told to come back later. Default 1,000.</summary>
    [Range(0, 100_000)]
    public int MostWaiting { get; init; } = 1_000;

    /// <summary>
    /// So many bytes of answers may be on their way to clients who read slowly before new ones have to wait for that. Default 64 MiB.
    /// </summary>
    [Range(0, 8L * 1024 * 1024 * 1024)]
    public long UnsentBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How much one query may ask for.</summary>
    internal QueryLimits Limits => new(LargestExpression, MostSortTerms, MostApplySteps, LongestComputation);

    /// <summary>
    /// The address that clients reach the app at, without <c>/odata</c>, such as <c>https://renstra.example.go.id</c>. Links in
    /// answers begin with it. Always set in Azure, where the app itself sees another address; nothing on a laptop.
    /// </summary>
    public Uri? PublicBaseAddress { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (KeyHashes.Count == 0)
        {
            yield return new ValidationResult(
                $"{Section}:{nameof(KeyHashes)} is empty: the feed needs at least one key. Put the SHA-256 of a long random key there, in hexadecimal.");
        }

        if (KeyHashes.Any(hash => hash?.Length != HashDigits || !hash.All(char.IsAsciiHexDigit)))
        {
            // The value is not repeated: someone may have put the key itself there.
            yield return new ValidationResult(FormattableString.Invariant(
                $"{Section}:{nameof(KeyHashes)} holds something that is not a SHA-256 in hexadecimal, {HashDigits} digits."));
        }

        if (PublicBaseAddress is { } address && (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https") || address.Query.Length > 0))
        {
            yield return new ValidationResult(
                $"{Section}:{nameof(PublicBaseAddress)} must be an http or https address without a query, such as https://renstra.example.go.id.");
        }
    }
}
