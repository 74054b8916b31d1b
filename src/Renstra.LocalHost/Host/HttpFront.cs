using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Renstra.LocalHost.Host.Worker;
using Yarp.ReverseProxy.Forwarder;

namespace Renstra.LocalHost.Host;

/// <summary>
/// Passes clients' requests for the functions' routes to the worker, through the reverse proxy that the Functions host uses, set up
/// as it is there. Listens on loopback alone.
/// </summary>
internal sealed class HttpFront : IAsyncDisposable
{
    /// <summary>Tells the worker which call a request belongs to. A client's own would have it wait for a call that never comes.</summary>
    public const string InvocationIdHeader = "x-ms-invocation-id";

    /// <summary>Less than the worker takes: a call whose request it refused by itself would wait in vain.</summary>
    private const int LongestRequestLine = 260 * 1024;

    private static readonly ForwarderRequestConfig Forwarding = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    private readonly WebApplication _app;
    private readonly HttpMessageInvoker _proxy;
    private readonly FunctionInvoker _invoker;
    private readonly RequestBounds _bounds;

    private HttpFront(WebApplication app, FunctionInvoker invoker, RequestBounds bounds)
    {
        _app = app;
        _invoker = invoker;
        _bounds = bounds;
        _proxy = new HttpMessageInvoker(new PatientHandler
        {
            InnerHandler = new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.None,
                UseCookies = false,
                UseProxy = false,
                ActivityHeadersPropagator = null,
            },
        });
    }

    /// <summary>Where clients find it.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>Starts listening.</summary>
    /// <param name="functions">Whose routes it knows.</param>
    /// <param name="invoker">Calls functions.</param>
    /// <param name="json">How many requests it passes on at once.</param>
    /// <param name="port">Its own port; 0 for a free one.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="CannotStartException">The port is taken.</exception>
    public static async Task<HttpFront> StartAsync(
        IReadOnlyList<HttpFunction> functions, FunctionInvoker invoker, HostJson json, int port, CancellationToken cancellation)
    {
        // Empty, so that no environment variable or settings file of the machine decides how it listens.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, port));
        builder.Services.AddRouting().AddHttpForwarder();
        var app = builder.Build();
        var front = new HttpFront(app, invoker, new RequestBounds(json.MaxOutstandingRequests, json.MaxConcurrentRequests));
        foreach (var function in functions)
        {
            app.Map(function.Route, context => front.ServeAsync(context, function));
        }

        if (functions.Any(function => function.Name == "Dashboard"))
        {
            // Who opens the bare address is looking for the page.
            app.MapGet("/", context =>
            {
                context.Response.Redirect($"dasbor/{context.Request.QueryString}");
                return Task.CompletedTask;
            });
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

    /// <summary>Stops listening and waits for the requests that are under way.</summary>
    /// <param name="patience">How long; then they are cut off.</param>
    public async Task StopAsync(TimeSpan patience)
    {
        using var cutOff = new CancellationTokenSource(patience, TimeProvider.System);
        await _app.StopAsync(cutOff.Token);
    }

    /// <summary>Stops listening; requests that are under way are cut off.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _proxy.Dispose();
        _bounds.Dispose();
    }

    private static void Listen(KestrelServerOptions kestrel, int port)
    {
        kestrel.AddServerHeader = false;

        // What a function takes is the function's to say.
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
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

    private async Task ServeAsync(HttpContext context, HttpFunction function)
    {
        // The host answers methods that a function does not list as if there were no such route.
        if (!function.Methods.Contains(context.Request.Method, StringComparer.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        try
        {
            if (!await _bounds.TryRunAsync(
                async () => await ForwardAsync(context, function, await _invoker.WorkerAsync(context.RequestAborted)), context.RequestAborted))
            {
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone; nobody is left to be answered.
        }
        catch (WorkerGivenUpException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private async Task ForwardAsync(HttpContext context, HttpFunction function, RunningWorker worker)
    {
        var call = FunctionCall.ForHttp(function, context.Request);
        context.Request.Headers[InvocationIdHeader] = call.InvocationId;
        var invoking = _invoker.InvokeAsync(worker, call, context.RequestAborted);
        var forwarder = context.RequestServices.GetRequiredService<IHttpForwarder>();
        var address = worker.Http ?? throw new InvalidDataException($"The worker takes no HTTP requests, and {function.Name} needs one.");
        await forwarder.SendAsync(context, address.AbsoluteUri, _proxy, Forwarding, HttpTransformer.Default);

        // A function that throws leaves a 200 behind, empty or with what it had written: whether it failed, the call alone tells. The end
        // of an answer is sent when this returns, so nobody takes half of one for the whole.
        var result = await invoking;
        if (result.Succeeded)
        {
            return;
        }

        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }

    /// <summary>A worker says where it listens before it does: a refused connection is tried again, as the host's proxy does.</summary>
    private sealed class PatientHandler : DelegatingHandler
    {
        private const int Attempts = 10;

        private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(25);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await base.SendAsync(request, cancellationToken);
                }
                catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConnectionError && attempt < Attempts)
                {
                    // Not a byte was sent; the request can go out whole.
                    await Task.Delay(FirstPause * attempt, TimeProvider.System, cancellationToken);
                }
            }
        }
    }
}

/// <summary>Bounds what is passed on at once, as the host does by what <c>host.json</c> sets.</summary>
/// <param name="mostOutstanding">How many may wait and run together; -1 for any number.</param>
/// <param name="mostAtOnce">How many of them run; -1 for any number.</param>
internal sealed class RequestBounds(int mostOutstanding, int mostAtOnce) : IDisposable
{
    private readonly SemaphoreSlim? _turns = mostAtOnce < 0 ? null : new SemaphoreSlim(mostAtOnce);
    private int _outstanding;

    /// <summary>Serves a request, when its turn has come.</summary>
    /// <param name="serve">Serves it.</param>
    /// <param name="leaving">Stops waiting.</param>
    /// <returns>False when there are too many already; it is not served then.</returns>
    public async Task<bool> TryRunAsync(Func<Task> serve, CancellationToken leaving)
    {
        try
        {
            if (Interlocked.Increment(ref _outstanding) > mostOutstanding && mostOutstanding >= 0)
            {
                return false;
            }

            await (_turns?.WaitAsync(leaving) ?? Task.CompletedTask);
            try
            {
                await serve();
                return true;
            }
            finally
            {
                _turns?.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _outstanding);
        }
    }

    public void Dispose() => _turns?.Dispose();
}
