using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Renstra.Functions.Consolidation;
using Renstra.Functions.Dashboard;
using Renstra.Functions.Feed;
using Renstra.Functions.Hosting;
using Renstra.Functions.Storage;
using Renstra.Functions.Withdrawals;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests;

/// <summary>
/// The app's services as they ship, on an empty account of Azurite and a clock that the test sets. What clients ask can be listened
/// for by a server of the test's own, without a worker; the worker's process is tested in <c>Hosting</c>.
/// </summary>
internal sealed class App : IAsyncDisposable
{
    /// <summary>The key that opens the feed.</summary>
    public const string FeedKey = "kunci-uji";

    /// <summary>The setting without which an app does not start.</summary>
    public const string FeedKeySetting = "Renstra:Feed:KeyHashes:0";

    /// <summary>How long a check of health may take: in tests as long as can be, for a machine that is busy is not unhealthy.</summary>
    public const string HealthPatienceSetting = "Renstra:Hosting:HealthPatience";

    private readonly WebApplication _application;

    private App(TestStorage account, WebApplication application)
    {
        Account = account;
        _application = application;
    }

    public TestStorage Account { get; }

    public IServiceProvider Services => _application.Services;

    public StorageClients Storage => Services.GetRequiredService<StorageClients>();

    /// <param name="azurite">Gives the account.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="configure">What else a test wants otherwise than shipped.</param>
    public static async Task<App> CreateAsync(AzuriteFixture azurite, TimeProvider clock, Action<WebApplicationBuilder>? configure = null)
    {
        var account = await azurite.NewAccountAsync(TestContext.Current.CancellationToken);
        await new StorageClients(account.Tables(), account.Blobs()).CreateAsync(TestContext.Current.CancellationToken);
        return On(account, clock, configure);
    }

    /// <summary>The app on an account as it stands: a second instance, or one that starts anew.</summary>
    public static App On(TestStorage account, TimeProvider clock, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [StorageNames.Connection] = account.ConnectionString,
            ["Renstra:Feed:Freshness"] = "00:00:00",
            [HealthPatienceSetting] = "00:03:50",
            [FeedKeySetting] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FeedKey))),
        });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(clock);
        builder.AddRenstra();
        configure?.Invoke(builder);
        var application = builder.Build();
        application.Map("/odata/{**path}", context => context.RequestServices.GetRequiredService<FeedHandler>().InvokeAsync(context));
        application.Map("/dasbor/{**path}", context => context.RequestServices.GetRequiredService<DashboardHandler>().InvokeAsync(context));
        application.Map("/health", context => context.RequestServices.GetRequiredService<HealthFunction>().AnswerAsync(context));
        return new App(account, application);
    }

    /// <summary>Lets it listen on a free port.</summary>
    /// <returns>The port.</returns>
    public async Task<int> StartAsync()
    {
        await _application.StartAsync(TestContext.Current.CancellationToken);
        return new Uri(_application.Urls.First()).Port;
    }

    /// <summary>Adds a report to the history and lets it stand, as ingestion does.</summary>
    public async Task AcceptAsync(StoredReport report, CancellationToken cancellation)
    {
        await Services.GetRequiredService<HistoryStore>().AddAsync([report], cancellation);
        await Services.GetRequiredService<ReportStore>().RefreshViewsAsync([report.Key], Services.GetRequiredService<WithdrawalRecord>().WithdrawnAsync, cancellation);
    }

    /// <summary>Closes every month that is due.</summary>
    /// <returns>The releases made.</returns>
    public async Task<IReadOnlyList<Release>> CloseDueMonthsAsync()
    {
        var work = new IndependentWork(NullLogger.Instance);
        var made = await Services.GetRequiredService<Consolidator>().CloseDueMonthsAsync(work, TestContext.Current.CancellationToken);
        work.ThrowIfAnyFailed();
        return made;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
