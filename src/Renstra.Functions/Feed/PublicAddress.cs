using System.Globalization;
using Microsoft.Extensions.Options;

namespace Renstra.Functions.Feed;

/// <summary>Where clients find the feed. The app itself sees http on a loopback port whatever they used.</summary>
internal sealed class PublicAddress(IOptions<FeedOptions> options)
{
    /// <summary>The path of the feed, at every address.</summary>
    public const string Path = "/odata";

    /// <summary>The root of the feed for whoever sent a request, without a slash at its end.</summary>
    public string RootFor(HttpRequest request)
    {
        var basis = options.Value.PublicBaseAddress is { } configured
            ? configured.AbsoluteUri.TrimEnd('/')
            : $"{Scheme(request)}://{Authority(request)}{request.PathBase.ToUriComponent()}";
        return basis + Path;
    }

    private static string Scheme(HttpRequest request) => request.Headers["X-Forwarded-Proto"].ToString() switch
    {
        "https" => "https",
        "http" => "http",
        _ => request.Scheme,
    };

    /// <summary>
    /// X-Forwarded-Host counts only where the Functions host has set it, which it does when it passes a request on to the handler's
    /// own loopback address. Anywhere else a client can have sent it.
    /// </summary>
    private static string Authority(HttpRequest request)
    {
        var own = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{request.HttpContext.Connection.LocalPort}");
        var forwarded = request.Headers["X-Forwarded-Host"].ToString();
        return request.Host.Value == own && Uri.CheckHostName(new HostString(forwarded).Host) != UriHostNameType.Unknown
            ? forwarded
            : request.Host.ToUriComponent();
    }
}
