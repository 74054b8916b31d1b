using Renstra.Functions.Feed;
using Renstra.Functions.Feed.OData;

namespace Renstra.Functions.Dashboard;

/// <summary>
/// Everything below <c>/dasbor</c>: one page, whatever the view, and its assets. The page wants the feed's key; assets do not, because
/// they hold no data and the page of who has no key is drawn with them.
/// </summary>
internal sealed class DashboardHandler(KeyCheck keys, DashboardFiles files)
{
    private const string Root = "/dasbor";
    private const string Assets = "aset/";
    private const string Page = "index.html";
    private const string SignedOut = "keluar.html";

    /// <summary>Scripts and styles come from here alone, and text never becomes markup (Trusted Types).</summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    /// <summary>Answers a request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (PathBelow(context.Request.Path) is not { } path)
        {
            return RedirectAsync(context);
        }

        return path.StartsWith(Assets, StringComparison.Ordinal) ? SendAssetAsync(context, path) : SendPageAsync(context);
    }

    /// <summary>What follows <c>/dasbor/</c>; null without the slash, from which no relative address would lead anywhere.</summary>
    private static string? PathBelow(PathString path) =>
        path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase, out var rest) && rest.HasValue ? rest.Value[1..] : null;

    private static Task RedirectAsync(HttpContext context)
    {
        // Relative, so that it holds wherever the app is mounted.
        context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        context.Response.Headers.Location = $"dasbor/{context.Request.QueryString}";
        context.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    private Task SendPageAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            keys.Admit(context.Request);
        }
        catch (RefusedRequest refused)
        {
            context.Response.StatusCode = refused.Status;
            context.Response.Headers.WWWAuthenticate = OfferedKeys.Challenge;
            return DashboardFiles.SendAsync(context, files[SignedOut]!);
        }

        return DashboardFiles.SendAsync(context, files[Page]!);
    }

    private Task SendAssetAsync(HttpContext context, string path)
    {
        if (files[path] is not { } asset)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            context.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }

        // The name holds the hash of the content, so that the content of a name never changes.
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return DashboardFiles.SendAsync(context, asset);
    }
}
