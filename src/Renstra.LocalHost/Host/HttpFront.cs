using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Yarp.ReverseProxy.Forwarder;

namespace Renstra.LocalHost.Host;

/// <summary>
/// Passes clients' requests for the declared routes to the app, through the reverse proxy that the Functions host uses, set up
/// as it is there. Listens on loopback alone.
/// </summary>
internal sealed class HttpFront : IAsyncDisposable
{
    private static readonly ForwarderRequestConfig Forwarding = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    private readonly WebApplication _app;
    private readonly HttpMessageInvoker _invoker;

    private HttpFront(WebApplication app, HttpMessageInvoker invoker)
    {
        _app = app;
        _invoker = invoker;
    }

    /// <summary>Where clients find it.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>Starts listening.</summary>
    /// <param name="functions">Whose routes it knows.</param>
    /// <param name="handler">Where the app listens.</param>
    /// <param name="port">Its own port; 0 for a free one.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="CannotStartException">The port is taken.</exception>
    public static async Task<HttpFront> StartAsync(
        IReadOnlyList<HttpFunction> functions, Uri handler, int port, CancellationToken cancellation)
    {
        // Empty, so that no environment variable or settings file of the machine decides how it listens.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, port));
        builder.Services.AddRouting().AddHttpForwarder();
        var app = builder.Build();
        var invoker = new HttpMessageInvoker(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
        var front = new HttpFront(app, invoker);
        foreach (var function in functions)
        {
            app.Map(function.Route, context => front.ForwardAsync(context, function, handler));
        }

        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            await front.DisposeAsync();
            throw new CannotStartException(
                FormattableString.Invariant($"Port {port} is taken by another program: end it, or choose another port."), exception);
        }

        return front;
    }

    /// <summary>Stops listening; requests that are under way are cut off.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _invoker.Dispose();
    }

    private static void Listen(KestrelServerOptions kestrel, int port)
    {
        kestrel.AddServerHeader = false;
        if (port == 0)
        {
            // One free port is found for one address only.
            kestrel.Listen(IPAddress.Loopback, port);
        }
        else
        {
            kestrel.ListenLocalhost(port);
        }
    }

    private async Task ForwardAsync(HttpContext context, HttpFunction function, Uri handler)
    {
        // The host answers methods that a function does not declare as if there were no such route.
        if (!function.Methods.Contains(context.Request.Method, StringComparer.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Request.Headers[Handler.InvocationIdHeader] = Guid.NewGuid().ToString();
        context.Request.Headers[Handler.HostVersionHeader] = Handler.HostVersion;
        var forwarder = context.RequestServices.GetRequiredService<IHttpForwarder>();
        await forwarder.SendAsync(context, handler.AbsoluteUri, _invoker, Forwarding, HttpTransformer.Default);
    }
}
