using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Renstra.Functions.Storage;

namespace Renstra.Functions.Hosting;

/// <summary>
/// Whether storage answers and every table and container is there. A missing one is a failure, an empty one is not. A failure is kept as
/// long as a success: storage in trouble is not asked the more often for it.
/// </summary>
internal sealed class StorageHealthCheck(StorageClients storage, IOptions<HostingOptions> options, TimeProvider clock) : IHealthCheck, IDisposable
{
    /// <summary>What this part of the app is called in answers about health.</summary>
    public const string Name = "storage";

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
                _found = await LookAsync(cancellationToken);
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

    private async Task<HealthCheckResult> LookAsync(CancellationToken cancellation)
    {
        var patience = options.Value.HealthPatience;
        using var looking = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        looking.CancelAfter(patience);
        try
        {
            var missing = await storage.FindMissingAsync(looking.Token);
            return missing.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"Missing: {string.Join(", ", missing)}");
        }
        catch (Exception trouble) when (!cancellation.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy(looking.IsCancellationRequested ? FormattableString.Invariant($"No answer within {patience}") : trouble.Message, trouble);
        }
    }
}
