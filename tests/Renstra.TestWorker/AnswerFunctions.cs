using System.Globalization;
using Microsoft.Azure.Functions.Worker;

namespace Renstra.TestWorker;

/// <summary>Answers that the app itself gives only when it is in trouble or very large: the way through worker and host is tested with them.</summary>
internal static class AnswerFunctions
{
    private const long Size = 100L << 20;

    private static readonly TaskCompletionSource Breaking = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static long _sent;

    /// <summary>Writes 100 MB, as fast as they are taken.</summary>
    [Function("Stream")]
    public static async Task StreamAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "stream")] HttpRequest request)
    {
        var piece = new byte[64 << 10];
        for (; Interlocked.Read(ref _sent) < Size; Interlocked.Add(ref _sent, piece.Length))
        {
            await request.HttpContext.Response.Body.WriteAsync(piece, request.HttpContext.RequestAborted);
        }
    }

    /// <summary>How much <see cref="StreamAsync"/> has written so far.</summary>
    [Function("Sent")]
    public static Task SentAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sent")] HttpRequest request) =>
        request.HttpContext.Response.WriteAsync(Interlocked.Read(ref _sent).ToString(CultureInfo.InvariantCulture), request.HttpContext.RequestAborted);

    /// <summary>Fails with its answer begun and nothing of it sent.</summary>
    [Function("Throw")]
    public static Task ThrowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "throw")] HttpRequest request)
    {
        request.HttpContext.Response.Headers["X-Half"] = "yes";
        throw new InvalidOperationException("It fails before the first byte.");
    }

    /// <summary>Gives its answer up when half of it has arrived, as the feed does; <see cref="Go"/> says when that is.</summary>
    [Function("Break")]
    public static async Task BreakAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "break")] HttpRequest request)
    {
        var response = request.HttpContext.Response;
        await response.WriteAsync("half", request.HttpContext.RequestAborted);
        await response.Body.FlushAsync(request.HttpContext.RequestAborted);
        await Breaking.Task.WaitAsync(request.HttpContext.RequestAborted);
        request.HttpContext.Abort();
    }

    /// <summary>Fails when half of its answer has arrived; <see cref="Go"/> says when that is.</summary>
    [Function("ThrowLate")]
    public static async Task ThrowLateAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "throw-late")] HttpRequest request)
    {
        var response = request.HttpContext.Response;
        await response.WriteAsync("half", request.HttpContext.RequestAborted);
        await response.Body.FlushAsync(request.HttpContext.RequestAborted);
        await Breaking.Task.WaitAsync(request.HttpContext.RequestAborted);
        throw new InvalidOperationException("It fails after the first byte.");
    }

    /// <summary>Has <see cref="BreakAsync"/> or <see cref="ThrowLateAsync"/> go on.</summary>
    [Function("Go")]
    public static void Go([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "go")] HttpRequest request) => Breaking.TrySetResult();
}
