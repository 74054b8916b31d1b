using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Renstra.Functions.Storage;

namespace Renstra.Functions.Hosting;

/// <summary>Whether storage answers and every table and container is there. A missing one is a failure, an empty one is not.</summary>
internal sealed class StorageHealthCheck(StorageClients storage, IOptions<HostingOptions> options, TimeProvider clock) : IHealthCheck, IDisposable
{
    private readonly SemaphoreSlim _looking = new(1, 1);
    private HealthCheckResult _found;
    private long? _lookedAt;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await _looking.WaitAsync(cancellationToken);
        try
        {
            if (_lookedAt is not { } then || clock.GetElapsedTime(then) >= options.Value.HealthFreshness)
            {
                var missing = await storage.FindMissingAsync(cancellationToken);
                _found = missing.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"Missing: {string.Join(", ", missing)}");
                _lookedAt = clock.GetTimestamp();
            }

            return _found;
        }
        finally
        {
            _looking.Release();
        }
    }

    public void Dispose() => _looking.Dispose();
}
