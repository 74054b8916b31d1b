using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Renstra.Functions.Feed.OData;

namespace Renstra.Functions.Feed;

/// <summary>Lets a request in that brings a key, however it brings it. Keys are known by their hashes alone.</summary>
internal sealed class KeyCheck(IOptions<FeedOptions> options)
{
    private readonly byte[][] _hashes = [.. options.Value.KeyHashes.Select(Convert.FromHexString)];

    /// <exception cref="RefusedRequest">It brings no key, or none that is known.</exception>
    public void Admit(HttpRequest request)
    {
        var offered = OfferedKeys.In(request).ToList();
        if (offered.Count == 0)
        {
            throw RefusedRequest.NoKey();
        }

        if (!offered.Any(IsKnown))
        {
            throw RefusedRequest.WrongKey();
        }
    }

    /// <summary>Compares with every hash, each in constant time, so that the time taken tells nothing about which is how near.</summary>
    private bool IsKnown(string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        var known = false;
        foreach (var candidate in _hashes)
        {
            known |= CryptographicOperations.FixedTimeEquals(hash, candidate);
        }

        return known;
    }
}

/// <summary>The ways to bring a key; a client uses the one that it can.</summary>
internal static class OfferedKeys
{
    /// <summary>The query parameter: Power Query's <c>ApiKeyName</c>.</summary>
    public const string Parameter = "code";

    /// <summary>The header: what clients of Azure Functions send.</summary>
    public const string Header = "x-functions-key";

    /// <summary>How a client is asked for a key as a password (RFC 7617).</summary>
    public const string Challenge = "Basic realm=\"Renstra\", charset=\"UTF-8\"";

    public static IEnumerable<string> In(HttpRequest request)
    {
        IEnumerable<string?> keys = [request.Headers[Header].ToString(), request.Query[Parameter].ToString(), Password(request.Headers.Authorization.ToString())];
        return keys.Where(key => !string.IsNullOrEmpty(key)).OfType<string>();
    }

    /// <summary>The password of Basic authentication, whatever the user name.</summary>
    private static string? Password(string authorization)
    {
        if (!AuthenticationHeaderValue.TryParse(authorization, out var header)
            || !string.Equals(header.Scheme, "Basic", StringComparison.OrdinalIgnoreCase)
            || header.Parameter is not { } credentials)
        {
            return null;
        }

        var bytes = new byte[credentials.Length];
        if (!Convert.TryFromBase64String(credentials, bytes, out var length))
        {
            return null;
        }

        var userAndPassword = Encoding.UTF8.GetString(bytes.AsSpan(0, length));
        var colon = userAndPassword.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : userAndPassword[(colon + 1)..];
    }
}
