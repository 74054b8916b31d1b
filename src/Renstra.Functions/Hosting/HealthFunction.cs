using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Renstra.Functions.Hosting;

/// <summary>
/// The function that says whether the app could do its work: 200 or 503, and which part fails. Anyone may ask, so the reasons are
/// in the log alone.
/// </summary>
internal sealed class HealthFunction(HealthCheckService health, IOptions<HostingOptions> options)
{
    /// <summary>Answers a request.</summary>
    [Function("Health")]
    public Task OnRequestAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health")] HttpRequest request) =>
        AnswerAsync(request.HttpContext);

    internal async Task AnswerAsync(HttpContext context)
    {
        try
        {
            await ReportAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has left.
        }
    }

    private async Task ReportAsync(HttpContext context)
    {
        var report = await health.CheckHealthAsync(context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store, no-cache";
        context.Response.StatusCode = report.Status == HealthStatus.Healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        if (report.Status != HealthStatus.Healthy)
        {
            // Before that nothing is looked at anew.
            context.Response.Headers.RetryAfter = Math.Ceiling(options.Value.HealthFreshness.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        await context.Response.WriteAsJsonAsync(
            new Reply(
                report.Status == HealthStatus.Healthy ? "healthy" : "unhealthy",
                [.. report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy).Select(entry => entry.Key).Order(StringComparer.Ordinal)]),
            context.RequestAborted);
    }

    private sealed record Reply(string Status, IReadOnlyList<string> Failing);
}
