using System.Globalization;

namespace Renstra.Functions.Hosting;

/// <summary>
/// Tells the Functions host's own calls from those of strangers. A client can reach a trigger's path through the HTTP functions
/// (the host takes <c>/odata/..%5CIngestSubmission</c> apart after routing it), so the path alone authorises nothing.
/// </summary>
internal static class GenuineInvocation
{
    /// <summary>The header by which the host numbers its calls.</summary>
    public const string IdHeader = "X-Azure-Functions-InvocationId";

    // What a client sends always passes a proxy that adds these; what the host itself sends never does.
    private const string ForwardedPrefix = "X-Forwarded-";

    /// <summary>Whether the host itself calls: by POST, on the loopback address, with an invocation's number, and through no proxy.</summary>
    public static bool Is(HttpContext context)
    {
        var request = context.Request;
        return HttpMethods.IsPost(request.Method)
            && request.Host.Value == string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{context.Connection.LocalPort}")
            && request.Headers.ContainsKey(IdHeader)
            && !request.Headers.Keys.Any(name => name.StartsWith(ForwardedPrefix, StringComparison.OrdinalIgnoreCase));
    }
}
