using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Renstra.Functions.Hosting;

/// <summary>
/// The answer of <c>/health</c>: 200 or 503, and which part fails. Anyone may ask, so the reasons are in the log alone.
/// </summary>
internal static class HealthReply
{
    public static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new Reply(
            report.Status == HealthStatus.Healthy ? "healthy" : "unhealthy",
            [.. report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy).Select(entry => entry.Key).Order(StringComparer.Ordinal)]),
        context.RequestAborted);

    private sealed record Reply(string Status, IReadOnlyList<string> Failing);
}
