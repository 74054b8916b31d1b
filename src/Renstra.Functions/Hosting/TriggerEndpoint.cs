using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace Renstra.Functions.Hosting;

/// <summary>Does a trigger's work and returns lines for the host's log of the invocation.</summary>
internal delegate Task<IReadOnlyList<string>> Trigger(HttpContext invocation, CancellationToken cancellation);

/// <summary>
/// Answers the host's call of one trigger, and nobody else's. An exception of the trigger is broken infrastructure, whose retries
/// are spent: it becomes a 500, which the host takes for a failure and delivers again.
/// </summary>
internal sealed class TriggerEndpoint(string function, Trigger trigger, ILogger<TriggerEndpoint> logger)
{
    // The contract's names are in Pascal case.
    private static readonly JsonSerializerOptions Json = new();

    public async Task InvokeAsync(HttpContext context)
    {
        if (!GenuineInvocation.Is(context))
        {
            logger.StrangerTurnedAway(function);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // The body carries a whole blob, a third longer than it is. It is not kept, so it needs no limit.
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
        try
        {
            var logs = await trigger(context, context.RequestAborted);
            await context.Response.WriteAsJsonAsync(InvocationReply.Done(logs), Json, context.RequestAborted);
        }
        catch (InvalidDataException exception)
        {
            logger.NotAnInvocation(function, exception);
            await TypedResults.Problem(exception.Message, statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(context);
        }
    }
}
