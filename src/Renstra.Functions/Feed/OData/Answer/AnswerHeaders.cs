using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Functions.Feed.OData.Query;

namespace Renstra.Functions.Feed.OData.Answer;

/// <summary>Weak validators of answers (RFC 9110, 8.8): a hash of the body before compression, so that equal answers compare equal.</summary>
internal static class EntityTag
{
    private const int Length = 16;

    public static EntityTagHeaderValue Of(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash[..Length])}\"", isWeak: true);
    }

    /// <summary>Whether the client has this answer already.</summary>
    public static bool IsKnownTo(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList([.. request.Headers.IfNoneMatch.OfType<string>()], out var known)
        && known.Any(each => each.Equals(EntityTagHeaderValue.Any) || each.Compare(tag, useStrongComparison: false));
}

/// <summary>The address of a next page.</summary>
internal static class NextLink
{
    /// <summary>The same request, going on behind what has been delivered. The key is left out: links are logged, kept and passed on.</summary>
    /// <param name="root">The feed's root address.</param>
    /// <param name="set">The set.</param>
    /// <param name="query">What was asked.</param>
    /// <param name="token">Where to go on.</param>
    /// <param name="keyParameter">The parameter that a key comes in.</param>
    public static string To(string root, FeedSet set, IQueryCollection query, string token, string keyParameter)
    {
        var options = query
            .Where(option => !IsLeftOut(option.Key, keyParameter))
            .SelectMany(option => option.Value.Select(value => $"{Escape(option.Key)}={Escape(value ?? "")}"))
            .Append($"{QueryOptions.SkipToken}={token}");
        return $"{root}/{set.Name}?{string.Join('&', options)}";
    }

    private static bool IsLeftOut(string option, string keyParameter) =>
        option.Equals(keyParameter, StringComparison.OrdinalIgnoreCase)
        || option.TrimStart('$').Equals(QueryOptions.Skip[1..], StringComparison.OrdinalIgnoreCase)
        || option.TrimStart('$').Equals(QueryOptions.SkipToken[1..], StringComparison.OrdinalIgnoreCase);

    // OData options are easier to read with their $, which a query may hold as it is (RFC 3986, 3.4).
    private static string Escape(string text) => Uri.EscapeDataString(text).Replace("%24", "$", StringComparison.Ordinal);
}

/// <summary>What a client would rather have (RFC 7240; OData 4.0 Protocol, 8.2.8).</summary>
/// <param name="PageSize">At most so many rows on a page, 1 or more; null without a wish.</param>
/// <param name="OmitsNulls">Whether columns without a value are left out.</param>
internal sealed record Preferences(int? PageSize, bool OmitsNulls)
{
    private const string PageSizeName = "odata.maxpagesize";
    private const string OmitName = "odata.omit-values";

    public static Preferences Of(HttpRequest request)
    {
        int? pageSize = null;
        var omitsNulls = false;
        foreach (var wish in request.Headers["Prefer"].SelectMany(header => header?.Split(',', ';') ?? []))
        {
            var parts = wish.Split('=', 2, StringSplitOptions.TrimEntries);
            var value = parts.Length == 2 ? parts[1].Trim('"') : "";
            switch (parts[0].ToLowerInvariant())
            {
                case PageSizeName or "maxpagesize" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && rows > 0:
                    // Of a wish that is said twice, the first counts (RFC 7240, 2).
                    pageSize ??= rows;
                    break;
                case OmitName or "omit-values" when value == "nulls":
                    omitsNulls = true;
                    break;
            }
        }

        return new Preferences(pageSize, omitsNulls);
    }

    /// <summary>The value of Preference-Applied; empty when there is nothing to acknowledge.</summary>
    /// <param name="pageSize">The most rows on a page of the answer; null for an answer without pages.</param>
    public string Applied(int? pageSize)
    {
        var applied = new List<string>();
        if (PageSize is not null && pageSize is { } rows)
        {
            applied.Add(string.Create(CultureInfo.InvariantCulture, $"{PageSizeName}={rows}"));
        }

        if (OmitsNulls)
        {
            applied.Add($"{OmitName}=nulls");
        }

        return string.Join(", ", applied);
    }
}
