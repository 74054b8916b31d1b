using Renstra.Functions.Auditing;
using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;

namespace Renstra.Functions;

/// <summary>What the app is made of, whoever starts it: the worker, a laptop's audit, a test.</summary>
public static class RenstraApp
{
    /// <summary>
    /// Registers everything that the functions need. The clock is the system's unless a <see cref="TimeProvider"/> is registered
    /// already.
    /// </summary>
    /// <param name="builder">The application, whose configuration brings the settings.</param>
    public static void AddRenstra(this IHostApplicationBuilder builder) => RenstraServices.Register(builder);

    /// <summary>Holds a release against what the files in <c>kiriman</c> give when they are read anew. Nothing is written.</summary>
    /// <param name="services">The app's services; it need not run.</param>
    /// <param name="month">The month.</param>
    /// <param name="number">The release's number; null for the one in force.</param>
    /// <param name="cancellation">Stops between two files.</param>
    public static Task<AuditResult> AuditAsync(IServiceProvider services, ReportingMonth month, int? number, CancellationToken cancellation) =>
        services.GetRequiredService<ReleaseAudit>().RunAsync(month, number, cancellation);

    /// <summary>Makes the tables and containers that are not there yet. In Azure the deployment does it.</summary>
    /// <param name="services">The app's services; it need not run.</param>
    /// <param name="cancellation">Stops between two of them.</param>
    public static Task CreateStorageAsync(IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<StorageClients>().CreateAsync(cancellation);
}
