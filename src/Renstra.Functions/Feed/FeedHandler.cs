using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Renstra.Functions.Feed.OData;
using Renstra.Functions.Feed.OData.Answer;
using Renstra.Functions.Hosting;
using Renstra.Functions.Storage;

namespace Renstra.Functions.Feed;

/// <summary>
/// Everything below <c>/odata</c>. It routes by itself, on the path that it sees, so that any host can call it; no answer leaves it
/// without the key check, and no trouble but as an OData error.
/// </summary>
internal sealed class FeedHandler
{
    private readonly KeyCheck _keys;
    private readonly FeedResources _resources;
    private readonly HostingOptions _hosting;
    private readonly int _longestAddress;
    private readonly ILogger<FeedHandler> _log;

    public FeedHandler(KeyCheck keys, FeedResources resources, IOptions<HostingOptions> hosting, IOptions<FeedOptions> options, ILogger<FeedHandler> log)
    {
        _keys = keys;
        _resources = resources;
        _hosting = hosting.Value;
        _longestAddress = options.Value.LongestAddress;
        _log = log;
    }

    /// <summary>
    /// Answers a request, or gives it up: quietly when the client has left, with an error when it took too long. Trouble before the
    /// first byte is an answer that says so; later it breaks the connection, so that nobody takes half of an answer for the whole.
    /// Nothing is thrown: a worker's host would be sent an empty 200 for it.
    /// </summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var client = context.RequestAborted;
        using var working = CancellationTokenSource.CreateLinkedTokenSource(client);
        working.CancelAfter(_hosting.RequestTimeLimit);
        context.RequestAborted = working.Token;
        try
        {
            await AnswerAsync(context);
        }
        catch (Exception) when (client.IsCancellationRequested)
        {
            // Nobody is there to read an answer.
        }
        catch (OperationCanceledException) when (working.IsCancellationRequested && !context.Response.HasStarted)
        {
            _log.TimeLimitReached(_hosting.RequestTimeLimit);
            context.RequestAborted = client;
            await RefuseAsync(context, RefusedRequest.TooLate());
        }
        catch (Exception trouble)
        {
            _log.AnswerBroken(trouble);
            context.Abort();
        }
        finally
        {
            context.RequestAborted = client;
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers["OData-Version"] = "4.0";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        try
        {
            _keys.Admit(context.Request);
            if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
            {
                throw RefusedRequest.NotAllowed();
            }

            if (context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Length > _longestAddress)
            {
                throw RefusedRequest.TooLong(_longestAddress);
            }

            await _resources.AnswerAsync(context);
        }
        catch (RefusedRequest refused) when (!context.Response.HasStarted)
        {
            await RefuseAsync(context, refused);
        }
        catch (Exception trouble) when (!context.Response.HasStarted && StorageFailure.Is(trouble))
        {
            _log.StorageTrouble(trouble);
            await RefuseAsync(context, RefusedRequest.StorageTrouble(trouble));
        }
        catch (Exception bug) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            _log.AnswerFailed(bug);
            await RefuseAsync(context, RefusedRequest.Bug(bug));
        }
    }

    private static async Task RefuseAsync(HttpContext context, RefusedRequest refused)
    {
        // What an answer that was ready has said of itself, such as its length, is not true of the error.
        var version = context.Response.Headers["OData-Version"];
        context.Response.Clear();
        context.Response.Headers["OData-Version"] = version;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.StatusCode = refused.Status;
        context.Response.ContentType = JsonFormat.Default.ContentType;
        context.Response.Headers.CacheControl = "no-store";
        if (refused.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        if (refused.Status == StatusCodes.Status405MethodNotAllowed)
        {
            context.Response.Headers.Allow = "GET, HEAD";
        }

        if (refused.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = OfferedKeys.Challenge;
        }

        JsonAnswer.WriteError(context.Response.BodyWriter, refused);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }
}

/// <summary>What the feed logs. Never an address or a header: both can hold a key.</summary>
internal static partial class FeedLog
{
    [LoggerMessage(8001, LogLevel.Error, "Storage failed while the feed was read")]
    public static partial void StorageTrouble(this ILogger logger, Exception exception);

    [LoggerMessage(8002, LogLevel.Error, "The feed could not answer a request")]
    public static partial void AnswerFailed(this ILogger logger, Exception exception);

    [LoggerMessage(8003, LogLevel.Error, "An answer of the feed broke off after its first byte")]
    public static partial void AnswerBroken(this ILogger logger, Exception exception);

    [LoggerMessage(8004, LogLevel.Error, "A request to the feed was not finished within {Limit} and was stopped")]
    public static partial void TimeLimitReached(this ILogger logger, TimeSpan limit);
}
