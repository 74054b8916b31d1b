using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.Options;

namespace Renstra.Functions.Hosting;

/// <summary>
/// The names of the time limits. When one is reached the work is cancelled and the call answered, long before the host would kill
/// the handler for it.
/// </summary>
internal sealed class TimeLimits(IOptions<HostingOptions> hosting) : IConfigureOptions<RequestTimeoutOptions>
{
    public const string Trigger = nameof(Trigger);
    public const string Request = nameof(Request);

    public void Configure(RequestTimeoutOptions options)
    {
        options.AddPolicy(Trigger, Policy(hosting.Value.TriggerTimeLimit, StatusCodes.Status500InternalServerError));
        options.AddPolicy(Request, Policy(hosting.Value.RequestTimeLimit, StatusCodes.Status503ServiceUnavailable));
    }

    private static RequestTimeoutPolicy Policy(TimeSpan limit, int status) => new()
    {
        Timeout = limit,
        TimeoutStatusCode = status,
        WriteTimeoutResponse = context =>
        {
            var logger = context.RequestServices.GetRequiredService<ILogger<TimeLimits>>();
            logger.TimeLimitReached(context.GetEndpoint()?.DisplayName ?? context.Request.Path, limit);
            return TypedResults.Problem("It took too long and was stopped.", statusCode: status).ExecuteAsync(context);
        },
    };
}
