using System.Text.Json;
using Renstra.Testing;

[assembly: AssemblyFixture(typeof(Renstra.Dashboard.Tests.SampleYear))]

namespace Renstra.Dashboard.Tests;

/// <summary>
/// LocalHost after its sample year: one run for all tests, which only read. <c>RENSTRA_DASHBOARD_DATA</c> names a folder to keep the
/// year in, so that who works on the page waits for it once.
/// </summary>
public sealed class SampleYear : IAsyncLifetime
{
    private RunningLocalHost _running = null!;

    /// <summary>The app, with a slash at the end.</summary>
    public Uri Address => new(_running.Feed, "/");

    /// <summary>The key that opens feed and dashboard.</summary>
    public string Key => _running.Key;

    /// <summary>What the run has printed.</summary>
    public IReadOnlyList<string> Lines => _running.Lines;

    public async ValueTask InitializeAsync() => _running = await RunningLocalHost.StartAsync(
        Environment.GetEnvironmentVariable("RENSTRA_DASHBOARD_DATA") is { Length: > 0 } folder ? folder : null, TestContext.Current.CancellationToken);

    /// <summary>Every row of a query of the feed, page after page.</summary>
    public Task<IReadOnlyList<JsonElement>> ReadAsync(string query) => _running.ReadAsync(query, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _running.DisposeAsync();
}
