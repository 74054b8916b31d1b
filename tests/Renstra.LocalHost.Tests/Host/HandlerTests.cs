using System.Text;
using Renstra.LocalHost.Host;

namespace Renstra.LocalHost.Tests.Host;

public sealed class HandlerTests
{
    private static readonly byte[] Envelope = Encoding.UTF8.GetBytes("""{"Data":{},"Metadata":{}}""");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_looks_like_one_of_the_Functions_host()
    {
        await using var app = await RecordingHandler.StartAsync(Cancellation);
        using var handler = new Handler(app.Address, TimeSpan.FromMinutes(1));

        var result = await handler.InvokeAsync("IngestSubmission", Envelope, Cancellation);

        Assert.Null(result.Failure);
        Assert.Equal(["baris log"], result.Logs);
        var request = Assert.Single(app.Requests);
        Assert.Equal(("POST", "/IngestSubmission"), (request.Method, request.Target));
        Assert.Equal(
            ["Content-Type", "Host", "Transfer-Encoding", "User-Agent", "X-Azure-Functions-HostVersion", "X-Azure-Functions-InvocationId"],
            request.Headers.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("application/json; charset=utf-8", request.Headers["Content-Type"]);
        Assert.Equal("chunked", request.Headers["Transfer-Encoding"]);
        Assert.Equal(app.Address.Authority, request.Headers["Host"]);
        Assert.Equal("Azure-Functions-Host/4.1037.0.0", request.Headers["User-Agent"]);
        Assert.True(Guid.TryParse(request.Headers["X-Azure-Functions-InvocationId"], out _));
        Assert.Equal("""{"Data":{},"Metadata":{}}""", request.Body);
    }

    [Theory]
    [InlineData(200, "application/json", "{}", null)]
    [InlineData(200, "application/json; charset=utf-8", """{"Outputs":{},"Logs":null}""", null)]
    [InlineData(202, "application/json", "{}", null)]
    [InlineData(400, "application/json", "{}", "400")]
    [InlineData(500, "application/json", "{}", "500")]
    [InlineData(302, "application/json", "{}", "302")]
    [InlineData(204, null, "", "204 with an empty body")]
    [InlineData(200, "application/json", "", "200 with an empty body")]
    [InlineData(200, "application/json", "null", "Null")]
    [InlineData(200, "application/json", "\"selesai\"", "String")]
    [InlineData(200, "application/json", "[]", "Array")]
    [InlineData(200, "application/json", "{", "not JSON")]
    [InlineData(200, "text/plain", "{}", "text/plain")]
    [InlineData(200, null, "{}", "no media type")]
    public async Task Only_a_JSON_object_with_a_status_of_success_is_success(int status, string? contentType, string body, string? failure)
    {
        await using var app = await RecordingHandler.StartAsync(Cancellation);
        app.Answer = (_, response) => status == 204
            ? Task.FromResult(response.StatusCode = status)
            : RecordingHandler.AnswerAsync(response, status, contentType, body);
        using var handler = new Handler(app.Address, TimeSpan.FromMinutes(1));

        var result = await handler.InvokeAsync("IngestSubmission", Envelope, Cancellation);

        Assert.Equal(failure is null, result.Succeeded);
        Assert.Contains(failure ?? "", result.Failure ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_a_failure()
    {
        await using var app = await RecordingHandler.StartAsync(Cancellation);
        app.Answer = (_, response) =>
        {
            response.HttpContext.Abort();
            return Task.CompletedTask;
        };
        using var handler = new Handler(app.Address, TimeSpan.FromMinutes(1));

        var result = await handler.InvokeAsync("IngestSubmission", Envelope, Cancellation);

        Assert.Contains("no answer", result.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_that_is_not_there_is_a_failure()
    {
        var app = await RecordingHandler.StartAsync(Cancellation);
        using var handler = new Handler(app.Address, TimeSpan.FromMinutes(1));
        await app.DisposeAsync();

        var result = await handler.InvokeAsync("IngestSubmission", Envelope, Cancellation);

        Assert.Contains("no answer", result.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_takes_longer_than_the_app_may_is_a_failure()
    {
        await using var app = await RecordingHandler.StartAsync(Cancellation);
        app.Answer = (_, response) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, response.HttpContext.RequestAborted);
        using var handler = new Handler(app.Address, TimeSpan.FromMilliseconds(200));

        var result = await handler.InvokeAsync("IngestSubmission", Envelope, Cancellation);

        Assert.Contains("longer than 00:00:00.2", result.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_given_up_by_the_caller_is_no_failure_of_the_function()
    {
        await using var app = await RecordingHandler.StartAsync(Cancellation);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        app.Answer = async (_, response) =>
        {
            await giveUp.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, response.HttpContext.RequestAborted);
        };
        using var handler = new Handler(app.Address, TimeSpan.FromMinutes(1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => handler.InvokeAsync("IngestSubmission", Envelope, giveUp.Token));
    }
}
