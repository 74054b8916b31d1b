using System.Text.Json;
using Renstra.Functions;
using Renstra.Functions.Chasing;
using Renstra.Functions.Consolidation;
using Renstra.Functions.Dashboard;
using Renstra.Functions.Feed;
using Renstra.Functions.Hosting;
using Renstra.Functions.Ingestion;
using Renstra.Functions.Intake;

namespace Renstra.LocalHost.Bridge;

/// <summary>
/// The app on a Kestrel of its own, called as <see cref="Host.Handler"/> calls it. It stands in until LocalHost speaks the worker's
/// own protocol with the worker's own process, and goes then with this whole folder.
/// </summary>
internal static class BridgedApp
{
    public static WebApplication Build(Action<WebApplicationBuilder> configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddRenstra();
        configure(builder);
        var app = builder.Build();
        app.Map("/odata/{**path}", context => context.RequestServices.GetRequiredService<FeedHandler>().InvokeAsync(context));
        app.Map("/dasbor/{**path}", context => context.RequestServices.GetRequiredService<DashboardHandler>().InvokeAsync(context));
        app.Map("/health", context => context.RequestServices.GetRequiredService<HealthFunction>().AnswerAsync(context));
        MapTrigger<IngestSubmission>(app, async (function, invocation, cancellation) =>
        {
            using var body = await JsonDocument.ParseAsync(invocation.Request.Body, cancellationToken: cancellation);
            var name = JsonSerializer.Deserialize<string>(body.RootElement.GetProperty("Metadata").GetProperty("name").GetString()!)!;
            await function.RunAsync(name, cancellation);
        });
        MapTrigger<CollectSharedFolder>(app, static (function, _, cancellation) => function.RunAsync(cancellation));
        MapTrigger<ConsolidateMonth>(app, static (function, _, cancellation) => function.RunAsync(cancellation));
        MapTrigger<RemindOffices>(app, static (function, _, cancellation) => function.RunAsync(cancellation));
        return app;
    }

    private static void MapTrigger<TFunction>(WebApplication app, Func<TFunction, HttpContext, CancellationToken, Task> run)
        where TFunction : notnull => app.Map("/" + typeof(TFunction).Name, async context =>
        {
            await run(context.RequestServices.GetRequiredService<TFunction>(), context, context.RequestAborted);
            await context.Response.WriteAsJsonAsync(new object(), context.RequestAborted);
        });
}
