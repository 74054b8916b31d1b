using Renstra.LocalHost.Azurite;
using Renstra.Testing.Azurite;

namespace Renstra.LocalHost.Tests.Host;

public sealed class FunctionsHostTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Clients_reach_the_apps_own_routes()
    {
        await using var app = await HostedApp.StartAsync(await azurite.NewAccountAsync(Cancellation), Cancellation);
        using var client = new HttpClient();

        using var feed = await client.GetAsync(new Uri(app.Host.Address, "odata/Kinerja?$top=1"), Cancellation);
        using var health = await client.GetAsync(new Uri(app.Host.Address, "health"), Cancellation);

        Assert.True(feed.IsSuccessStatusCode && health.IsSuccessStatusCode);
        Assert.Equal(["/odata/Kinerja?$top=1", "/health"], app.Http.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task A_stopped_host_delivers_nothing_and_answers_nobody()
    {
        var storage = await azurite.NewAccountAsync(Cancellation);
        await using var app = await HostedApp.StartAsync(storage, Cancellation, options => options with { PollInterval = TimeSpan.FromMilliseconds(10) });
        var address = app.Host.Address;
        using var client = new HttpClient();

        await app.Host.DisposeAsync();
        await app.UploadAsync("a.xlsx", "isi", Cancellation);

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri(address, "health"), Cancellation));
        await using var later = await HostedApp.StartAsync(storage, Cancellation);
        await later.Host.WaitUntilIdleAsync(Cancellation);
        Assert.Empty(app.Worker.Calls);
        Assert.Equal(["a.xlsx"], later.DeliveredBlobs);
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task Storage_that_no_longer_answers_is_not_passed_over_in_silence()
    {
        var account = AzuriteAccount.Named("renstra");
        await using var server = await AzuriteServer.StartAsync(AzuriteInstallation.ForThisUser, [account], location: null, Cancellation);
        await using var app = await HostedApp.StartAsync(
            new TestStorage(account, server.Endpoints), Cancellation, options => options with { PollInterval = TimeSpan.FromMilliseconds(10) });
        var before = app.Host.Broken.IsCompleted;

        await server.DisposeAsync();

        Assert.False(before);
        await Assert.ThrowsAnyAsync<Exception>(() => app.Host.Broken.WaitAsync(Cancellation));
    }
}
