using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Renstra.Functions.Feed;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Feed;

/// <summary>Answers that fail on their way out: before the first byte an error that can be read, later nothing that looks whole.</summary>
public sealed class BrokenAnswerTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_bug_before_the_first_byte_is_the_feeds_own_500(bool compressed)
    {
        var storage = new FailingStorage();
        await using var feed = await FeedApp.StartAsync(azurite, fault: storage);
        using var client = Client(compressed);
        storage.Fails = true;

        using var response = await client.GetAsync(new Uri(feed.Address, "odata/LaporanMasuk"), Cancellation);

        await AssertIsErrorAsync(response, HttpStatusCode.InternalServerError, "KesalahanSistem");
        Assert.Contains(feed.Log.Lines, line => line.Contains("could not answer a request", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_that_is_ready_and_too_late_leaves_nothing_of_itself_in_the_error(bool compressed)
    {
        var wasReady = false;
        await using var feed = await FeedApp.StartAsync(azurite, settings => settings["Renstra:Hosting:RequestTimeLimit"] = "00:00:00.5");
        await using var head = await HeadAsync(feed, (context, body) => new FailingBody(body, passes: 0, cancellation =>
        {
            wasReady |= context.Response.StatusCode == (int)HttpStatusCode.OK;
            return wasReady ? new TaskCompletionSource().Task.WaitAsync(cancellation) : Task.CompletedTask;
        }));
        using var client = Client(compressed);

        // On a machine that is busy the time may be over before the answer is ready; then it is asked again.
        do
        {
            using var response = await client.GetAsync($"{head.Urls.Single()}/odata/$metadata", Cancellation);
            await AssertIsErrorAsync(response, HttpStatusCode.ServiceUnavailable, "WaktuHabis");
        }
        while (!wasReady);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_failure_after_the_first_byte_breaks_the_connection(bool compressed)
    {
        // It fails when the client has the beginning, and not before: an abort may overtake what was sent.
        var begun = new TaskCompletionSource();
        await using var feed = await FeedApp.StartAsync(azurite);
        await using var head = await HeadAsync(feed, (_, body) => new FailingBody(body, passes: 5, async cancellation =>
        {
            await begun.Task.WaitAsync(cancellation);
            throw new InvalidOperationException("rusak");
        }));
        using var client = Client(compressed);

        using var response = await client.GetAsync($"{head.Urls.Single()}/odata/$metadata", HttpCompletionOption.ResponseHeadersRead, Cancellation);
        begun.SetResult();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await Assert.ThrowsAnyAsync<Exception>(() => response.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Contains(feed.Log.Lines, line => line.Contains("broke off after its first byte", StringComparison.Ordinal));
    }

    private static HttpClient Client(bool compressed)
    {
        var client = new HttpClient();
        client.DefaultRequestHeaders.Add("x-functions-key", FeedApp.Key);
        if (compressed)
        {
            client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");
        }

        return client;
    }

    private static async Task AssertIsErrorAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        await using var body = await response.Content.ReadAsStreamAsync(Cancellation);
        await using var unpacked = response.Content.Headers.ContentEncoding.Contains("gzip") ? new GZipStream(body, CompressionMode.Decompress) : body;
        var error = await JsonDocument.ParseAsync(unpacked, cancellationToken: Cancellation);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(code, error.RootElement.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal("4.0", Assert.Single(response.Headers.GetValues("OData-Version")));
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Null(response.Headers.ETag);
    }

    /// <summary>The feed behind a body that fails.</summary>
    private static async Task<WebApplication> HeadAsync(FeedApp feed, Func<HttpContext, Stream, Stream> wrap)
    {
        var handler = feed.Services.GetRequiredService<FeedHandler>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var head = builder.Build();
        head.Map("/{**rest}", async context =>
        {
            var sent = context.Response.Body;
            context.Response.Body = wrap(context, sent);
            await handler.InvokeAsync(context);
        });
        await head.StartAsync(Cancellation);
        return head;
    }

    /// <summary>Storage whose client has a bug, when told.</summary>
    private sealed class FailingStorage : HttpPipelinePolicy
    {
        public bool Fails { get; set; }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            throw new NotSupportedException("The app never blocks on storage.");

        public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            Fails ? throw new InvalidOperationException("rusak") : ProcessNextAsync(message, pipeline);
    }

    /// <summary>Lets some bytes pass, then fails once if it is told to.</summary>
    private sealed class FailingBody(Stream inner, int passes, Func<CancellationToken, Task> fail) : Stream
    {
        private bool _failed;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_failed)
            {
                await inner.WriteAsync(buffer, cancellationToken);
                return;
            }

            _failed = true;
            var passed = Math.Min(passes, buffer.Length);
            if (passed > 0)
            {
                await inner.WriteAsync(buffer[..passed], cancellationToken);
                await inner.FlushAsync(cancellationToken);
            }

            await fail(cancellationToken);
            await inner.WriteAsync(buffer[passed..], cancellationToken);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override void Flush() => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
