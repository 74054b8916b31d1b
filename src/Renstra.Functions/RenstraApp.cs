using Microsoft.Extensions.DependencyInjection.Extensions;
using Renstra.Functions.Auditing;
using Renstra.Functions.Chasing;
using Renstra.Functions.Consolidation;
using Renstra.Functions.Dashboard;
using Renstra.Functions.Feed;
using Renstra.Functions.Hosting;
using Renstra.Functions.Ingestion;
using Renstra.Functions.Intake;
using Renstra.Functions.Reference;
using Renstra.Functions.Storage;
using Renstra.Functions.Withdrawals;
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
    public static void AddRenstra(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.AddRenstraHosting();
        builder.AddRenstraStorage();
        builder.AddRenstraReference();
        builder.AddRenstraWithdrawals();
        builder.AddRenstraIngestion();
        builder.AddRenstraIntake();
        builder.AddRenstraConsolidation();
        builder.AddRenstraChasing();
        builder.AddRenstraAuditing();
        builder.AddRenstraFeed();
        builder.AddRenstraDashboard();
    }

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
