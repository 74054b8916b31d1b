using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Renstra.Functions.Hosting;

/// <summary>Registers what answering the host needs.</summary>
internal static class HostingServices
{
    // Storage clients retry for longer than anyone waits for an answer about health.
    private static readonly TimeSpan HealthPatience = TimeSpan.FromSeconds(10);

    public static void AddRenstraHosting(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<HostingOptions, HostingOptionsValidator>().BindConfiguration(HostingOptions.Section);
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton<StorageHealthCheck>();
        builder.Services.AddSingleton<HealthFunction>();
        builder.Services.AddHealthChecks()
            .AddCheck<StorageHealthCheck>("storage", timeout: HealthPatience)
            .AddCheck<ReferenceHealthCheck>("reference", timeout: HealthPatience);
    }
}
