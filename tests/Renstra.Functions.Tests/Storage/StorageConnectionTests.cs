using System.Globalization;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Renstra.Testing;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Storage;

public sealed class StorageConnectionTests(AzuriteFixture azurite)
{
    private static readonly (string Key, string Value)[] Identity =
    [
        ("RenstraStorage:blobServiceUri", "https://renstra.blob.core.windows.net/"),
        ("RenstraStorage:queueServiceUri", "https://renstra.queue.core.windows.net/"),
        ("RenstraStorage:tableServiceUri", "https://renstra.table.core.windows.net/"),
        ("RenstraStorage:credential", "managedidentity"),
        ("RenstraStorage:clientId", "11111111-2222-3333-4444-555555555555"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_string_reaches_its_account()
    {
        var account = await azurite.NewAccountAsync(Cancellation);
        using var app = Build(("RenstraStorage", account.ConnectionString));

        Assert.Equal(account.Blobs().Uri, app.Services.GetRequiredService<BlobServiceClient>().Uri);
        Assert.Equal(account.Tables().Uri, app.Services.GetRequiredService<TableServiceClient>().Uri);
    }

    [Fact]
    public void The_names_that_the_hosts_own_trigger_reads_reach_the_same_account_by_identity()
    {
        using var app = Build(Identity);

        Assert.Equal("https://renstra.blob.core.windows.net/", app.Services.GetRequiredService<BlobServiceClient>().Uri.AbsoluteUri);
        Assert.Equal("https://renstra.table.core.windows.net/", app.Services.GetRequiredService<TableServiceClient>().Uri.AbsoluteUri);
    }

    [Fact]
    public void Names_come_in_the_case_that_the_environment_gives_them()
    {
        using var app = Build([.. Identity.Select(setting => (setting.Key.ToUpperInvariant(), setting.Value))]);

        Assert.Equal("https://renstra.blob.core.windows.net/", app.Services.GetRequiredService<BlobServiceClient>().Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData("RenstraStorage:blobServiceUri")]
    [InlineData("RenstraStorage:tableServiceUri")]
    public async Task An_address_that_is_missing_ends_the_start(string missing)
    {
        using var app = Build([.. Identity.Where(setting => setting.Key != missing)]);

        await AssertStartFailsAsync(app);
    }

    [Fact]
    public async Task A_credential_of_another_kind_ends_the_start()
    {
        using var app = Build([.. Identity.Select(setting => setting.Key.EndsWith("credential", StringComparison.Ordinal) ? (setting.Key, "password") : setting)]);

        await AssertStartFailsAsync(app);
    }

    [Fact]
    public async Task Without_any_connection_the_start_ends()
    {
        using var app = Build();

        await AssertStartFailsAsync(app);
    }

    [Fact]
    public void The_operations_page_says_how_long_a_request_is_waited_for_by_the_clients_that_the_app_has()
    {
        using var app = Build(Identity);
        var retry = app.Services.GetRequiredService<IOptionsMonitor<BlobClientOptions>>().Get("Default").Retry;
        var tables = app.Services.GetRequiredService<IOptionsMonitor<TableClientOptions>>().Get("Default").Retry;
        var page = File.ReadAllText(RepositoryRoot.PathOf("docs/operations.md"));
        var (shortest, longest) = (0.0, 0.0);
        var pauses = DelayStrategy.CreateExponentialDelayStrategy(retry.Delay, retry.MaxDelay);
        foreach (var number in Enumerable.Range(1, retry.MaxRetries))
        {
            // The client draws each pause from between these.
            var (least, most) = (PauseOf(retry, number, 0.8), PauseOf(retry, number, 1.2));
            Assert.All(Enumerable.Range(0, 50), _ => Assert.InRange(pauses.GetNextDelay(null, number).TotalSeconds, least - 0.001, most + 0.001));
            shortest += least;
            longest += most;
        }

        var tries = retry.MaxRetries + 1;
        var hanging = (tries * retry.NetworkTimeout.TotalSeconds) + longest;
        Assert.Equal((retry.Mode, retry.MaxRetries, retry.Delay, retry.MaxDelay, retry.NetworkTimeout), (tables.Mode, tables.MaxRetries, tables.Delay, tables.MaxDelay, tables.NetworkTimeout));
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"tried {tries} times in all, each for at most {retry.NetworkTimeout.TotalSeconds:0} seconds, with pauses of {shortest:0} to {longest:0} seconds in all between them"),
            page,
            StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"up to {Math.Ceiling(hanging):0} seconds"), page, StringComparison.Ordinal);
    }

    private static double PauseOf(RetryOptions retry, int number, double jitter) =>
        Math.Min(retry.Delay.TotalSeconds * Math.Pow(2, number - 1) * jitter, retry.MaxDelay.TotalSeconds);

    private static async Task AssertStartFailsAsync(IHost app)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(Cancellation));

        Assert.StartsWith("RenstraStorage must be a connection string", failure.Message, StringComparison.Ordinal);
    }

    private static IHost Build(params (string Key, string Value)[] settings)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)).Append(new(App.FeedKeySetting, new string('0', 64))));
        builder.AddRenstra();
        return builder.Build();
    }
}
