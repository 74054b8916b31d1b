using Renstra.Functions.Auditing;
using Renstra.Functions.Chasing;
using Renstra.Functions.Consolidation;
using Renstra.Functions.Feed;
using Renstra.Functions.Hosting;
using Renstra.Functions.Ingestion;
using Renstra.Functions.Intake;
using Renstra.Functions.Reference;
using Renstra.Functions.Storage;
using Renstra.Functions.Withdrawals;
using Renstra.Transform.Calendar;

namespace Renstra.Functions;

/// <summary>The app: the custom handler that the Azure Functions host starts and calls over loopback HTTP.</summary>
public static class RenstraApp
{
    /// <summary>Composes the app; it listens once it is started.</summary>
    /// <param name="args">Command line configuration.</param>
    /// <param name="configure">Changes configuration or services before the app is built: a laptop and tests set storage and the clock here.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Host.UseDefaultServiceProvider(provider =>
        {
            provider.ValidateOnBuild = true;
            provider.ValidateScopes = true;
        });
        builder.Services.AddSingleton(TimeProvider.System);
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
        configure?.Invoke(builder);

        var app = builder.Build();
        app.MapRenstraFunctions();
        return app;
    }

    /// <summary>Holds a release against what the files in <c>kiriman</c> give when they are read anew. Nothing is written.</summary>
    /// <param name="app">The app, whose storage it is; it need not listen.</param>
    /// <param name="month">The month.</param>
    /// <param name="number">The release's number; null for the one in force.</param>
    /// <param name="cancellation">Stops between two files.</param>
    public static Task<AuditResult> AuditAsync(WebApplication app, ReportingMonth month, int? number, CancellationToken cancellation) =>
        app.Services.GetRequiredService<ReleaseAudit>().RunAsync(month, number, cancellation);

    /// <summary>Makes the tables and containers that are not there yet. In Azure the deployment does it.</summary>
    /// <param name="app">The app, whose storage it is.</param>
    /// <param name="cancellation">Stops between two of them.</param>
    public static Task CreateStorageAsync(WebApplication app, CancellationToken cancellation) =>
        app.Services.GetRequiredService<StorageClients>().CreateAsync(cancellation);
}
