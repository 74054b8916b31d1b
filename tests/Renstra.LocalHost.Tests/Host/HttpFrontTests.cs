using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Renstra.LocalHost.Host;

namespace Renstra.LocalHost.Tests.Host;

public sealed class HttpFrontTests
{
    private static readonly HttpFunction[] Functions =
    [
        new("Feed", "odata/{*path}", ["GET", "HEAD"]),
        new("Health", "health", ["GET", "HEAD"]),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/odata")]
    [InlineData("/odata/")]
    [InlineData("/odata/$metadata")]
    [InlineData("/health")]
    [InlineData("/odata/Kinerja?$filter=Wilayah%20eq%20'53.02'&$top=10&$skiptoken=a%2Bb%3D%3D&x=1&x=2&flag")]
    public async Task A_request_for_a_declared_route_reaches_the_app_with_its_target_untouched(string target)
    {
        await using var app = await RecordingHandler.StartAsync(Cancellation);
        await using var front = await HttpFront.StartAsync(Functions, app.Address, port: 0, Cancellation);
        using var client = new HttpClient();

        using var response = await client.GetAsync(Raw(front, target), Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(("GET", target), Assert.Single(app.Requests.Select(request => (request.Method, request.Target))));
    }

    [Fact]
    public async Task The_host_says_where_a_request_came_from_whatever_the_client_says()
    {
        await using var app = await RecordingHandler.StartAsync(Cancellation);
        await using var front = await HttpFront.StartAsync(Functions, app.Address, port: 0, Cancellation);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(front.Address, "odata/Wilayah"));
        request.Headers.Add("X-Forwarded-For", "9.9.9.9");
        request.Headers.Add("X-Forwarded-Host", "jahat.example");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Azure-Functions-InvocationId", "pilihan-sendiri");
        request.Headers.Add("X-Azure-Functions-HostVersion", "0");
        request.Headers.Add("x-functions-key", "kunci");
        request.Headers.Add("If-None-Match", "W/\"v1\"");

        using var response = await client.SendAsync(request, Cancellation);

        var headers = Assert.Single(app.Requests).Headers;
        Assert.Equal("127.0.0.1", headers["X-Forwarded-For"]);
        Assert.Equal(front.Address.Authority, headers["X-Forwarded-Host"]);
        Assert.Equal("http", headers["X-Forwarded-Proto"]);
        Assert.Equal(app.Address.Authority, headers["Host"]);
        Assert.Equal("4.1037.0.0", headers["X-Azure-Functions-HostVersion"]);
        Assert.True(Guid.TryParse(headers["X-Azure-Functions-InvocationId"], out _));
        Assert.Equal(("kunci", "W/\"v1\""), (headers["x-functions-key"], headers["If-None-Match"]));
    }

    [Theory]
    [InlineData("POST", "/odata/Wilayah")]
    [InlineData("PUT", "/odata/Wilayah")]
    [InlineData("DELETE", "/odata/Wilayah")]
    [InlineData("OPTIONS", "/health")]
    [InlineData("POST", "/odata/..%5CIngestSubmission")]
    [InlineData("POST", "/IngestSubmission")]
    [InlineData("GET", "/IngestSubmission")]
    [InlineData("GET", "/")]
    [InlineData("GET", "/admin/host/status")]
    [InlineData("GET", "/odata/%2e%2e/IngestSubmission")]
    public async Task Anything_else_finds_nothing_and_never_reaches_the_app(string method, string target)
    {
        await using var app = await RecordingHandler.StartAsync(Cancellation);
        await using var front = await HttpFront.StartAsync(Functions, app.Address, port: 0, Cancellation);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), Raw(front, target));

        using var response = await client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(app.Requests);
    }

    [Fact]
    public async Task A_path_that_would_climb_to_a_trigger_carries_the_marks_of_a_stranger()
    {
        await using var app = await RecordingHandler.StartAsync(Cancellation);
        await using var front = await HttpFront.StartAsync(Functions, app.Address, port: 0, Cancellation);
        using var client = new HttpClient();

        using var response = await client.GetAsync(Raw(front, "/odata/..%5CIngestSubmission"), Cancellation);

        var request = Assert.Single(app.Requests);
        Assert.Equal("GET", request.Method);
        Assert.Contains("X-Forwarded-For", request.Headers.Keys);
    }

    [Fact]
    public async Task The_apps_answer_passes_unchanged()
    {
        await using var app = await RecordingHandler.StartAsync(Cancellation);
        app.Answer = async (request, response) =>
        {
            if (request.Target == "/odata/304")
            {
                response.StatusCode = 304;
                response.Headers.ETag = "W/\"v1\"";
                return;
            }

            response.StatusCode = 401;
            response.Headers.WWWAuthenticate = "Basic realm=\"Renstra\"";
            response.Headers["OData-Version"] = "4.0";
            response.Headers.ContentEncoding = "gzip";
            await response.Body.WriteAsync(new byte[] { 0x1f, 0x8b, 0x08 }, Cancellation);
        };
        await using var front = await HttpFront.StartAsync(Functions, app.Address, port: 0, Cancellation);
        using var client = new HttpClient();

        using var unauthorised = await client.GetAsync(new Uri(front.Address, "odata/401"), Cancellation);
        using var notModified = await client.GetAsync(new Uri(front.Address, "odata/304"), Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, unauthorised.StatusCode);
        Assert.Equal("Basic realm=\"Renstra\"", unauthorised.Headers.WwwAuthenticate.ToString());
        Assert.Equal("4.0", unauthorised.Headers.GetValues("OData-Version").Single());
        Assert.Equal("gzip", unauthorised.Content.Headers.ContentEncoding.Single());
        Assert.Equal([0x1f, 0x8b, 0x08], await unauthorised.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal((HttpStatusCode.NotModified, "W/\"v1\""), (notModified.StatusCode, notModified.Headers.ETag!.ToString()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_listens_on_loopback_alone(bool chosenPort)
    {
        await using var app = await RecordingHandler.StartAsync(Cancellation);
        await using var front = await HttpFront.StartAsync(Functions, app.Address, chosenPort ? FreePort() : 0, Cancellation);

        var listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners()
            .Where(endpoint => endpoint.Port == front.Address.Port).ToArray();

        Assert.NotEmpty(listening);
        Assert.All(listening, endpoint => Assert.True(IPAddress.IsLoopback(endpoint.Address), endpoint.ToString()));
    }

    [Fact]
    public async Task With_a_chosen_port_it_is_reached_as_localhost()
    {
        await using var app = await RecordingHandler.StartAsync(Cancellation);
        var port = FreePort();
        await using var front = await HttpFront.StartAsync(Functions, app.Address, port, Cancellation);
        using var client = new HttpClient();

        using var response = await client.GetAsync(new Uri(front.Address, "health"), Cancellation);

        Assert.Equal(FormattableString.Invariant($"http://localhost:{port}/"), front.Address.AbsoluteUri);
        Assert.Equal(front.Address.Authority, Assert.Single(app.Requests).Headers["X-Forwarded-Host"]);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_clear_sentence()
    {
        await using var app = await RecordingHandler.StartAsync(Cancellation);

        var failure = await Assert.ThrowsAsync<CannotStartException>(
            () => HttpFront.StartAsync(Functions, app.Address, app.Address.Port, Cancellation));

        Assert.Equal(
            FormattableString.Invariant($"Port {app.Address.Port} is taken by another program: end it, or choose another port."),
            failure.Message);
    }

    private static Uri Raw(HttpFront front, string target) =>
        new(front.Address.GetLeftPart(UriPartial.Authority) + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
