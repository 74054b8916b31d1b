using Microsoft.Extensions.Configuration;
using Renstra.Functions.Hosting;
using Renstra.Functions.Tests.Ingestion;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Hosting;

public sealed class ListeningTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_addresses_the_environment_asks_for_the_app_listens_on_its_loopback_port_alone()
    {
        await using var app = await Kiriman.AppAsync(azurite, builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://*:0",
            ["http_ports"] = "0",
            ["preferHostingUrls"] = "true",
            ["Kestrel:Endpoints:Other:Url"] = "http://*:0",
        }));

        var port = await app.StartAsync();

        Assert.Equal([FormattableString.Invariant($"http://127.0.0.1:{port}")], app.Addresses);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("-1")]
    [InlineData("65536")]
    [InlineData("8 080")]
    public async Task A_port_that_is_none_ends_the_start_with_its_name(string port)
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Kiriman.AppAsync(azurite, builder => builder.Configuration[HostPort.Variable] = port));

        Assert.Equal($"FUNCTIONS_CUSTOMHANDLER_PORT is '{port}', which is not a port.", failure.Message);
    }

    [Fact]
    public async Task The_root_answers_the_hosts_question_and_tells_nothing()
    {
        await using var app = await Kiriman.AppAsync(azurite);
        var port = await app.StartAsync();

        var reply = await RawHttp.SendAsync(port, "GET", "/", RawHttp.GenuineHeaders(port), [], Cancellation);

        Assert.Equal((204, ""), (reply.Status, reply.Body));
        Assert.DoesNotContain("Server:", reply.Headers, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/host.json")]
    [InlineData("/admin/host/status")]
    [InlineData("/kiriman")]
    public async Task There_is_nothing_at_any_other_path(string path)
    {
        await using var app = await Kiriman.AppAsync(azurite);
        var port = await app.StartAsync();

        var reply = await RawHttp.SendAsync(port, "GET", path, RawHttp.GenuineHeaders(port), [], Cancellation);

        Assert.Equal((404, ""), (reply.Status, reply.Body));
    }

    [Theory]
    [InlineData("/odata")]
    [InlineData("/odata/")]
    [InlineData("/odata/Kinerja?$top=1")]
    public async Task Everything_below_odata_is_the_feeds(string target)
    {
        await using var app = await Kiriman.AppAsync(azurite);
        var port = await app.StartAsync();

        var reply = await RawHttp.SendAsync(port, "GET", target, ["Host: kab.example.go.id", "X-Forwarded-Proto: https"], [], Cancellation);

        Assert.Equal(401, reply.Status);
        Assert.Contains("OData-Version: 4.0", reply.Headers, StringComparison.Ordinal);
    }
}
