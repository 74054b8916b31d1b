using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Renstra.LocalHost.Host.Rpc;
using Renstra.LocalHost.Tests.Host.Worker;
using Renstra.Testing.Azurite;

namespace Renstra.LocalHost.Tests.Host;

public sealed class HttpFrontTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/odata")]
    [InlineData("/odata/")]
    [InlineData("/odata/$metadata")]
    [InlineData("/health")]
    [InlineData("/odata/Kinerja?$filter=Wilayah%20eq%20'53.02'&$top=10&$skiptoken=a%2Bb%3D%3D&x=1&x=2&flag")]
    public async Task A_request_for_a_declared_route_reaches_the_app_with_its_target_untouched(string target)
    {
        await using var app = await StartAsync();
        using var client = new HttpClient();

        using var response = await client.GetAsync(Raw(app, target), Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(("GET", target), Assert.Single(app.Http.Requests.Select(request => (request.Method, request.Target))));
    }

    [Fact]
    public async Task The_host_says_where_a_request_came_from_whatever_the_client_says()
    {
        await using var app = await StartAsync();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(app.Host.Address, "odata/Wilayah"));
        request.Headers.Add("X-Forwarded-For", "9.9.9.9");
        request.Headers.Add("X-Forwarded-Host", "jahat.example");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("x-ms-invocation-id", "pilihan-sendiri");
        request.Headers.Add("x-functions-key", "kunci");
        request.Headers.Add("If-None-Match", "W/\"v1\"");

        using var response = await client.SendAsync(request, Cancellation);

        var headers = Assert.Single(app.Http.Requests).Headers;
        Assert.Equal("127.0.0.1", headers["X-Forwarded-For"]);
        Assert.Equal(app.Host.Address.Authority, headers["X-Forwarded-Host"]);
        Assert.Equal("http", headers["X-Forwarded-Proto"]);
        Assert.Equal(app.Http.Address.Authority, headers["Host"]);
        Assert.Equal(Assert.Single(app.CallsOf("Feed")).InvocationId, headers["x-ms-invocation-id"]);
        Assert.Equal(("kunci", "W/\"v1\""), (headers["x-functions-key"], headers["If-None-Match"]));
    }

    [Fact]
    public async Task The_bare_address_leads_to_the_dashboard()
    {
        await using var app = await StartAsync();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler);

        using var response = await client.GetAsync(Raw(app, "/?code=kunci"), Cancellation);

        Assert.Equal((HttpStatusCode.Redirect, "dasbor/?code=kunci"), (response.StatusCode, response.Headers.Location!.OriginalString));
        Assert.Empty(app.Http.Requests);
    }

    [Theory]
    [InlineData("OPTIONS", "/health")]
    [InlineData("POST", "/health")]
    [InlineData("POST", "/IngestSubmission")]
    [InlineData("GET", "/IngestSubmission")]
    [InlineData("GET", "/admin/host/status")]
    [InlineData("GET", "/odata/%2e%2e/IngestSubmission")]
    public async Task Anything_else_finds_nothing_and_never_reaches_the_app(string method, string target)
    {
        await using var app = await StartAsync();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), Raw(app, target));

        using var response = await client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Empty(app.Http.Requests);
        Assert.Empty(app.Worker.Calls);
    }

    [Theory]
    [InlineData("/odata/..%5CIngestSubmission")]
    [InlineData("/odata/..%2FIngestSubmission")]
    [InlineData("/odata/%2e%2e%5cConsolidateMonth")]
    [InlineData("/odata/%252e%252e/IngestSubmission")]
    [InlineData("/odata//IngestSubmission")]
    [InlineData("/odata/;/../../IngestSubmission", false)]
    [InlineData("/odata/runtime/webhooks/blobs?functionName=Host.Functions.IngestSubmission")]
    [InlineData("/odata/admin/functions/ConsolidateMonth")]
    public async Task A_path_that_would_climb_to_a_trigger_calls_the_feed_or_nothing(string target, bool isFeeds = true)
    {
        await using var app = await StartAsync();
        using var client = new HttpClient();

        using var post = new HttpRequestMessage(HttpMethod.Post, Raw(app, target)) { Content = new StringContent("{}") };
        using var response = await client.SendAsync(post, Cancellation);

        Assert.Equal(isFeeds ? ["id of Feed"] : [], app.Worker.Calls.Select(call => call.FunctionId));
        Assert.Equal(isFeeds ? HttpStatusCode.OK : HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_call_is_what_the_genuine_host_was_recorded_to_make_of_a_request()
    {
        await using var app = await StartAsync();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(app.Host.Address, "odata/Wilayah?x=1"));
        request.Headers.Add("x-ms-invocation-id", "pilihan-sendiri");

        using var response = await client.SendAsync(request, Cancellation);

        var call = Assert.Single(app.CallsOf("Feed"));
        var recorded = RecordedConversation.CallOf("Feed");
        Assert.Equal(recorded.TriggerMetadata.Keys.Order(StringComparer.Ordinal), call.TriggerMetadata.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("request", call.InputData.Single().Name);
        Assert.NotNull(call.InputData.Single().Data.Http);
        Assert.Equal("Wilayah", call.TriggerMetadata["path"].String);
        Assert.Equal("{\"x\":\"1\"}", call.TriggerMetadata["Query"].Json);
    }

    [Fact]
    public async Task A_function_that_fails_before_a_byte_was_sent_is_an_empty_500()
    {
        // As the worker answers when a function throws: an empty 200.
        await using var app = await StartAsync();
        app.Http.Answer = (_, response) =>
        {
            response.StatusCode = 200;
            response.Headers["X-Setengah"] = "ya";
            response.ContentLength = 0;
            return Task.CompletedTask;
        };
        app.Worker.Answer = (_, _) => Task.FromResult<StatusResult?>(WorkerScript.Failure("boom"));
        using var client = new HttpClient();

        using var response = await client.GetAsync(new Uri(app.Host.Address, "odata/Wilayah"), Cancellation);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.False(response.Headers.Contains("X-Setengah"));
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task A_function_that_fails_after_its_first_byte_breaks_the_connection_although_the_worker_ends_the_answer_in_order()
    {
        await using var app = await StartAsync();
        app.Http.Answer = async (_, response) =>
        {
            await response.WriteAsync("{\"value\":[]}", Cancellation);
            await response.Body.FlushAsync(Cancellation);
        };
        app.Worker.Answer = (_, _) => Task.FromResult<StatusResult?>(WorkerScript.Failure("boom"));
        using var client = new HttpClient();

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(new Uri(app.Host.Address, "odata/Wilayah"), Cancellation));
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task A_worker_that_dies_while_it_answers_breaks_the_clients_connection_and_the_next_request_is_served_by_the_next_worker()
    {
        await using var app = await StartAsync();
        app.Worker.Answer = (_, _) => Task.FromResult<StatusResult?>(app.Worker.Workers.Count == 1 ? null : WorkerScript.Success);
        app.Http.Answer = async (_, response) =>
        {
            await response.WriteAsync("setengah", Cancellation);
            await response.Body.FlushAsync(Cancellation);
            if (app.Worker.Workers.Count == 1)
            {
                app.Worker.Workers[0].Die("It ended with exit code 134.");
                response.HttpContext.Abort();
            }
        };
        using var client = new HttpClient();

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(new Uri(app.Host.Address, "odata/Wilayah"), Cancellation));
        var next = await client.GetStringAsync(new Uri(app.Host.Address, "odata/Wilayah"), Cancellation);

        Assert.Equal("setengah", next);
        Assert.Equal(2, app.Worker.Workers.Count);
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task A_client_that_goes_away_ends_the_request_and_the_call()
    {
        await using var app = await StartAsync();
        var (begun, aborted, cancelled) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        app.Worker.Answer = (_, _) => Task.FromResult<StatusResult?>(null);
        app.Worker.Before = (message, _) =>
        {
            if (message.InvocationCancel is not null)
            {
                cancelled.TrySetResult();
            }
        };
        app.Http.Answer = async (_, response) =>
        {
            response.HttpContext.RequestAborted.Register(() => aborted.TrySetResult());
            await response.WriteAsync("awal", Cancellation);
            await response.Body.FlushAsync(Cancellation);
            begun.TrySetResult();
            await aborted.Task;
        };
        using var client = new HttpClient();
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var asking = client.GetStringAsync(new Uri(app.Host.Address, "odata/Wilayah"), giveUp.Token);
        await begun.Task;
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await aborted.Task;
        await cancelled.Task;
        Assert.Empty(app.Host.Journal.LastFailures);
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task A_large_answer_passes_as_it_comes_and_is_nowhere_kept_whole()
    {
        const long size = 100L << 20;
        await using var app = await StartAsync();
        var sent = 0L;
        app.Http.Answer = async (_, response) =>
        {
            var piece = new byte[64 << 10];
            for (; sent < size; Volatile.Write(ref sent, sent + piece.Length))
            {
                await response.Body.WriteAsync(piece, Cancellation);
            }
        };
        using var client = new HttpClient();

        await using var answer = await client.GetStreamAsync(new Uri(app.Host.Address, "odata/Wilayah"), Cancellation);
        var buffer = new byte[64 << 10];
        var (received, mostAhead) = (0L, 0L);
        for (int read; (read = await answer.ReadAsync(buffer, Cancellation)) > 0;)
        {
            received += read;
            mostAhead = Math.Max(mostAhead, Volatile.Read(ref sent) - received);
        }

        // What has left the worker and not arrived lies in the buffers between.
        Assert.Equal(size, received);
        Assert.InRange(mostAhead, 0, size / 4);
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task A_worker_that_does_not_listen_yet_is_tried_again()
    {
        var port = FreePort();
        await using var app = await StartAsync();
        await using var late = await HostedApp.StartAsync(await azurite.NewAccountAsync(Cancellation), Cancellation, options => options with
        {
            StartWorker = new WorkerScript { Functions = app.Worker.Functions, Http = new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}/")) }.Start,
        });
        using var client = new HttpClient();

        var asking = client.GetAsync(new Uri(late.Host.Address, "health"), Cancellation);
        await using var worker = await RecordingHandler.StartAsync(Cancellation, port);
        using var response = await asking;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task The_apps_answer_passes_unchanged()
    {
        await using var app = await StartAsync();
        app.Http.Answer = async (request, response) =>
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
        using var client = new HttpClient();

        using var unauthorised = await client.GetAsync(new Uri(app.Host.Address, "odata/401"), Cancellation);
        using var notModified = await client.GetAsync(new Uri(app.Host.Address, "odata/304"), Cancellation);

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
        await using var app = await StartAsync(chosenPort ? FreePort() : 0);

        var listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners()
            .Where(endpoint => endpoint.Port == app.Host.Address.Port).ToArray();

        Assert.NotEmpty(listening);
        Assert.All(listening, endpoint => Assert.True(IPAddress.IsLoopback(endpoint.Address), endpoint.ToString()));
    }

    [Fact]
    public async Task With_a_chosen_port_it_is_reached_as_localhost()
    {
        var port = FreePort();
        await using var app = await StartAsync(port);
        using var client = new HttpClient();

        using var response = await client.GetAsync(new Uri(app.Host.Address, "health"), Cancellation);

        Assert.Equal(FormattableString.Invariant($"http://localhost:{port}/"), app.Host.Address.AbsoluteUri);
        Assert.Equal(app.Host.Address.Authority, Assert.Single(app.Http.Requests).Headers["X-Forwarded-Host"]);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_clear_sentence()
    {
        await using var other = await RecordingHandler.StartAsync(Cancellation);

        var failure = await Assert.ThrowsAsync<CannotStartException>(() => StartAsync(other.Address.Port));

        Assert.Equal(
            FormattableString.Invariant($"Port {other.Address.Port} is taken by another program: end it, or choose another port."),
            failure.Message);
    }

    private async Task<HostedApp> StartAsync(int port = 0) =>
        await HostedApp.StartAsync(await azurite.NewAccountAsync(Cancellation), Cancellation, options => options with { Port = port });

    private static Uri Raw(HostedApp app, string target) =>
        new(app.Host.Address.GetLeftPart(UriPartial.Authority) + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
