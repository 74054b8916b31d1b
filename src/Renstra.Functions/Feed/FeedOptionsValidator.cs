using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Renstra.Functions.Feed;

/// <summary>Refuses to start with settings that would leave the feed open, or shut for everyone.</summary>
internal sealed class FeedOptionsValidator : IValidateOptions<FeedOptions>
{
    private const int HashLength = SHA256.HashSizeInBytes * 2;

    public ValidateOptionsResult Validate(string? name, FeedOptions options)
    {
        var failures = new List<string>();
        if (options.KeyHashes.Count == 0)
        {
            failures.Add($"{FeedOptions.Section}:{nameof(FeedOptions.KeyHashes)} is empty: the feed needs at least one key. "
                + "Put the SHA-256 of a long random key there, in hexadecimal, as its first element (…:0).");
        }

        for (var index = 0; index < options.KeyHashes.Count; index++)
        {
            if (options.KeyHashes[index] is not { Length: HashLength } hash || !hash.All(char.IsAsciiHexDigit))
            {
                // The value is not repeated: someone may have put the key itself there.
                failures.Add(FormattableString.Invariant(
                    $"{FeedOptions.Section}:{nameof(FeedOptions.KeyHashes)}:{index} is not a SHA-256 in hexadecimal, {HashLength} digits."));
            }
        }

        if (options.PublicBaseAddress is { } address && (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https") || address.Query.Length > 0))
        {
            failures.Add($"{FeedOptions.Section}:{nameof(FeedOptions.PublicBaseAddress)} must be an http or https address without a query, such as https://renstra.example.go.id.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
