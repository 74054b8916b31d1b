using Renstra.Functions.Feed.Access;
using Renstra.Functions.Feed.Model;
using Renstra.Functions.Feed.Query;

namespace Renstra.Functions.Feed.Protocol;

/// <summary>The address of a next page.</summary>
internal static class NextLink
{
    /// <summary>The same request, going on behind what has been delivered. The key is left out: links are logged, kept and passed on.</summary>
    public static string To(string root, FeedSet set, IQueryCollection query, string token)
    {
        var options = query
            .Where(option => !IsLeftOut(option.Key))
            .SelectMany(option => option.Value.Select(value => $"{Escape(option.Key)}={Escape(value ?? "")}"))
            .Append($"{QueryOptions.SkipToken}={token}");
        return $"{root}/{set.Name}?{string.Join('&', options)}";
    }

    private static bool IsLeftOut(string option) =>
        option.Equals(OfferedKeys.Parameter, StringComparison.OrdinalIgnoreCase)
        || option.Equals(QueryOptions.Skip, StringComparison.OrdinalIgnoreCase)
        || option.Equals(QueryOptions.SkipToken, StringComparison.OrdinalIgnoreCase);

    // OData options are easier to read with their $, which a query may hold as it is (RFC 3986, 3.4).
    private static string Escape(string text) => Uri.EscapeDataString(text).Replace("%24", "$", StringComparison.Ordinal);
}
