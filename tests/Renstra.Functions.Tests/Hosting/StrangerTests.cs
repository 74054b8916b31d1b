using System.Text;
using Renstra.Functions.Tests.Ingestion;
using Renstra.Functions.Tests.Storage;
using Renstra.Testing;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Hosting;

/// <summary>Clients can make the host ask for a trigger's path. The trigger must not be there for them.</summary>
public sealed class StrangerTests(AzuriteFixture azurite)
{
    public static TheoryData<string> RecordedPaths =>
    [
        .. Contract.Read("path-traversal.RECORDED.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line[line.IndexOf('/', StringComparison.Ordinal)..].Split(' ')[0].Replace("BlobBin", "IngestSubmission", StringComparison.Ordinal))
            .Distinct(),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("X-Forwarded-For: 203.0.113.9:4455")]
    [InlineData("X-Forwarded-Host: kab.example.go.id")]
    [InlineData("x-forwarded-proto: https")]
    [InlineData("X-Forwarded-Anything: ")]
    public Task Whoever_came_through_a_proxy_finds_no_trigger(string header) =>
        AssertTurnedAwayAsync("POST", "/IngestSubmission", port => [.. RawHttp.GenuineHeaders(port), header]);

    [Theory]
    [InlineData("kab.example.go.id")]
    [InlineData("localhost:{port}")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:1")]
    [InlineData("127.0.0.1.example.go.id:{port}")]
    public Task Under_any_other_host_there_is_no_trigger(string host) =>
        AssertTurnedAwayAsync("POST", "/IngestSubmission", port =>
        [
            FormattableString.Invariant($"Host: {host.Replace("{port}", FormattableString.Invariant($"{port}"), StringComparison.Ordinal)}"),
            RawHttp.GenuineHeaders(port)[1],
        ]);

    [Fact]
    public Task Without_an_invocation_there_is_no_trigger() =>
        AssertTurnedAwayAsync("POST", "/IngestSubmission", port => [RawHttp.GenuineHeaders(port)[0]]);

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("OPTIONS")]
    public Task By_any_other_method_there_is_no_trigger(string method) =>
        AssertTurnedAwayAsync(method, "/IngestSubmission", RawHttp.GenuineHeaders);

    // As the older forwarding passes it on: the client's own path taken apart, a number, and the front end's headers.
    [Theory]
    [MemberData(nameof(RecordedPaths))]
    public Task No_recorded_trick_with_the_path_reaches_a_trigger(string path) =>
        AssertTurnedAwayAsync("POST", path, port => [.. RawHttp.GenuineHeaders(port), "X-Forwarded-For: 203.0.113.9:4455", "X-Forwarded-Proto: https"]);

    [Theory]
    [InlineData("/odata/..%5CIngestSubmission")]
    [InlineData("/odata/..%5C..%5CIngestSubmission")]
    [InlineData("/odata/..%2FIngestSubmission")]
    [InlineData("/odata//IngestSubmission")]
    [InlineData("/health/..%5CConsolidateMonth")]
    [InlineData("//IngestSubmission")]
    [InlineData("/IngestSubmission%00")]
    public Task A_path_that_only_something_else_would_take_for_a_trigger_is_none(string path) =>
        AssertTurnedAwayAsync("POST", path, RawHttp.GenuineHeaders);

    private async Task AssertTurnedAwayAsync(string method, string target, Func<int, IEnumerable<string>> headers)
    {
        await using var app = await Kiriman.AppAsync(azurite);
        await Kiriman.PutAsync(app, Recorded.BlobName, PlainText.File("53.02 2024-07 IKU-2 12/30"));
        var port = await app.StartAsync();
        var body = Encoding.UTF8.GetBytes(Recorded.Blob(Recorded.BlobShapes[0]));

        var reply = await RawHttp.SendAsync(port, method, target, headers(port), [body], Cancellation);

        Assert.InRange(reply.Status, 400, 499);
        Assert.Equal("", reply.Body);
        Assert.Equal("", await StoredState.ReadAsync(app, Cancellation));
    }
}
