using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Renstra.Functions.Chasing;
using Renstra.Functions.Consolidation;
using Renstra.Functions.Feed;
using Renstra.Functions.Ingestion;
using Renstra.Functions.Intake;

namespace Renstra.Functions.Hosting;

/// <summary>Maps each function to the path at which the host calls it, which is its name.</summary>
internal static class FunctionEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapRenstraFunctions(this WebApplication app)
    {
        app.ListenOnLoopbackAlone();
        app.UseExceptionHandler();
        app.UseRouting();
        app.UseRequestTimeouts();

        // The host asks for the root until it is answered, whatever the answer.
        app.MapMethods("/", Reading, static context =>
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
        app.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = HealthReply.WriteAsync })
            .WithMetadata(new HttpMethodMetadata(Reading))
            .WithRequestTimeout(TimeLimits.Request);
        app.MapMethods("/odata/{**path}", Reading, static context => context.RequestServices.GetRequiredService<FeedHandler>().InvokeAsync(context))
            .WithRequestTimeout(TimeLimits.Request);
        app.MapTrigger(nameof(IngestSubmission), async (invocation, cancellation) =>
        {
            var blobName = await BlobInvocation.ReadBlobNameAsync(invocation.Request.BodyReader, cancellation);
            var submission = await invocation.RequestServices.GetRequiredService<IngestSubmission>().RunAsync(blobName, cancellation);
            return submission is null
                ? [$"{blobName} is gone"]
                : [$"{blobName}: {submission.Outcome!.Verdict}, receipt {submission.ReceiptNumber}"];
        });
        app.MapTimer<CollectSharedFolder>((function, cancellation) => function.RunAsync(cancellation));
        app.MapTimer<ConsolidateMonth>((function, cancellation) => function.RunAsync(cancellation));
        app.MapTimer<RemindOffices>((function, cancellation) => function.RunAsync(cancellation));
    }

    private static void MapTimer<TFunction>(this WebApplication app, Func<TFunction, CancellationToken, Task> run)
        where TFunction : notnull => app.MapTrigger(typeof(TFunction).Name, async (invocation, cancellation) =>
        {
            await run(invocation.RequestServices.GetRequiredService<TFunction>(), cancellation);
            return [];
        });

    private static void MapTrigger(this WebApplication app, string function, Trigger trigger)
    {
        var endpoint = new TriggerEndpoint(function, trigger, app.Services.GetRequiredService<ILogger<TriggerEndpoint>>());
        app.Map("/" + function, endpoint.InvokeAsync).WithDisplayName(function).WithRequestTimeout(TimeLimits.Trigger);
    }
}
