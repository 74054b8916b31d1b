using System.Net.Http.Headers;
using System.Text;

namespace Renstra.Functions.Feed.Access;

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
