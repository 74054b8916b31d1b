using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Renstra.Functions.Storage;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests;

/// <summary>The app composed as it ships, on an empty account of Azurite and a clock that the test sets. It does not listen.</summary>
internal sealed class App : IAsyncDisposable
{
    private readonly WebApplication _application;

    private App(WebApplication application) => _application = application;

    public IServiceProvider Services => _application.Services;

    public static async Task<App> CreateAsync(AzuriteFixture azurite, TimeProvider clock)
    {
        var account = await azurite.NewAccountAsync(TestContext.Current.CancellationToken);
        var app = new App(RenstraApp.Build([], builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                [StorageNames.Connection] = account.ConnectionString,
            });
            builder.Services.AddSingleton(clock);
        }));
        await app.Services.GetRequiredService<StorageClients>().CreateAsync(TestContext.Current.CancellationToken);
        return app;
    }

    /// <summary>Adds a report to the history and lets it stand, as ingestion does.</summary>
    public async Task AcceptAsync(StoredReport report, CancellationToken cancellation)
    {
        var store = Services.GetRequiredService<ReportStore>();
        await store.AddToHistoryAsync(report, cancellation);
        await store.RefreshViewAsync(report.Key, _ => false, cancellation);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
