using Microsoft.Extensions.Diagnostics.HealthChecks;
using Renstra.Functions.Reference;

namespace Renstra.Functions.Hosting;

/// <summary>Whether the reference data in force is the one that lies in <c>referensi</c>, or an earlier one because that was refused.</summary>
internal sealed class ReferenceHealthCheck(CurrentReference reference) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = await reference.GetAsync(cancellationToken);
        return reference.Refused.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"Version {data.Version} stays: {string.Join("; ", reference.Refused)}");
    }
}
