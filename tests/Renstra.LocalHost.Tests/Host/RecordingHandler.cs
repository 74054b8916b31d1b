using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Renstra.LocalHost.Tests.Host;

/// <summary>Stands where the worker takes HTTP requests: listens on a free loopback port, records all of them and answers as the test says.</summary>
internal sealed class RecordingHandler : IAsyncDisposable
{


    private readonly WebApplication _app;
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();

    private RecordingHandler(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>What is answered; unless said, an empty object.</summary>
    public Func<RecordedRequest, HttpResponse, Task> Answer { get; set; } = (_, response) => AnswerAsync(response, 200, "application/json", "{}");

    public static async Task<RecordingHandler> StartAsync(CancellationToken cancellation, int port = 0)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var app = builder.Build();
        var handler = new RecordingHandler(app);
        app.Run(handler.RecordAsync);
        await app.StartAsync(cancellation);

        return handler;
    }

    public static async Task AnswerAsync(HttpResponse response, int status, string? contentType, string body)
    {
        response.StatusCode = status;
        response.ContentType = contentType;
        await response.WriteAsync(body);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task RecordAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var request = new RecordedRequest(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync(context.RequestAborted));
        _requests.Enqueue(request);

        await Answer(request, context.Response);
    }
}
