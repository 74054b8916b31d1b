using Microsoft.Azure.Functions.Worker;

namespace Renstra.Functions.Dashboard;

/// <summary>The function that serves the dashboard to a browser. It checks the keys itself, as the feed does.</summary>
internal sealed class DashboardFunction(DashboardHandler handler)
{
    /// <summary>Answers a request.</summary>
    [Function("Dashboard")]
    public Task OnRequestAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "dasbor/{*path}")] HttpRequest request) =>
        handler.InvokeAsync(request.HttpContext);
}
