using Microsoft.Azure.Functions.Worker;

namespace Renstra.Functions.Feed;

/// <summary>
/// The function of everything below <c>/odata</c>. It lists every method: what a trigger does not list the host answers with an
/// empty 404, and the feed has an answer of its own for what it does not allow.
/// </summary>
internal sealed class FeedFunction(FeedHandler feed)
{
    /// <summary>Answers a request.</summary>
    [Function("Feed")]
    public Task OnRequestAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options", Route = "odata/{*path}")] HttpRequest request) =>
        feed.InvokeAsync(request.HttpContext);
}
