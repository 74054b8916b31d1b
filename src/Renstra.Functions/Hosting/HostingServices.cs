using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Renstra.Functions.Hosting;

/// <summary>Registers what answering the host needs.</summary>
internal static class HostingServices
{
    // Storage clients retry for longer than anyone waits for an answer about health.
    private static readonly TimeSpan HealthPatience = TimeSpan.FromSeconds(10);

    public static void AddRenstraHosting(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<HostingOptions, HostingOptionsValidator>().BindConfiguration(HostingOptions.Section);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // Endpoints in the Kestrel section would be opened beside the one that the app listens on.
            kestrel.Configure();
        });

        // The host logs each line by itself, standard output as information and standard error as error.
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Error);

        builder.Services.AddProblemDetails();
        builder.Services.AddRequestTimeouts();
        builder.Services.AddSingleton<IConfigureOptions<RequestTimeoutOptions>, TimeLimits>();
        builder.Services.AddSingleton<StorageHealthCheck>();
        builder.Services.AddHealthChecks()
            .AddCheck<StorageHealthCheck>("storage", timeout: HealthPatience)
            .AddCheck<ReferenceHealthCheck>("reference", timeout: HealthPatience);
    }
}
