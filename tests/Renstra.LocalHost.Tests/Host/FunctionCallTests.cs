using System.Globalization;
using System.Text.Json.Nodes;
using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.Http;
using NCrontab;
using Renstra.LocalHost.Host;
using Renstra.LocalHost.Host.Rpc;
using Renstra.LocalHost.Tests.Host.Worker;

namespace Renstra.LocalHost.Tests.Host;

public sealed class FunctionCallTests
{
    [Theory]
    [InlineData("IngestStream", "s", "kiriman/{name}", "laporan1.xlsx")]
    [InlineData("IngestString", "content", "teks/{name}", "t.txt")]
    [InlineData("IngestClient", "blob", "masuk/{folder}/{name}", "01/x.xlsx")]
    public void A_blobs_call_is_the_recorded_one(string name, string binding, string path, string blobName)
    {
        var recorded = RecordedConversation.CallOf(name);
        var properties = JsonNode.Parse(recorded.TriggerMetadata["Properties"].Json)!;
        var function = new BlobFunction(name, binding, new BlobPathPattern(path), "RenstraStorage");
        var uri = new Uri(JsonNode.Parse(recorded.TriggerMetadata["Uri"].Json)!.GetValue<string>());

        var call = FunctionCall.ForBlob(function, uri, blobName, function.Path.Match(blobName)!, Properties(properties));

        AssertSame(recorded, call);
    }

    [Fact]
    public void A_timers_call_is_the_recorded_one()
    {
        var recorded = RecordedConversation.CallOf("Tick");
        var sent = JsonNode.Parse(recorded.InputData[0].Data.Json)!["ScheduleStatus"]!;
        var function = new TimerFunction("Tick", "t", CrontabSchedule.Parse("* * * * *"));
        var status = new TimerStatus(Instant(sent["Last"]!), Instant(sent["Next"]!), Instant(sent["LastUpdated"]!));

        var call = FunctionCall.ForTimer(function, status, isPastDue: false, new DateTimeOffset(2026, 11, 24, 17, 9, 43, TimeSpan.Zero));

        AssertSame(recorded, call);
    }

    [Fact]
    public void A_requests_call_is_the_recorded_one()
    {
        var recorded = RecordedConversation.CallOf("Feed");
        var request = new DefaultHttpContext().Request;
        request.RouteValues["path"] = "Rows";
        foreach (var (name, value) in JsonNode.Parse(recorded.TriggerMetadata["Headers"].Json)!.AsObject())
        {
            request.Headers[name] = value!.GetValue<string>();
        }

        var call = FunctionCall.ForHttp(new HttpFunction("Feed", "r", "odata/{*path}", ["GET"]), request);

        AssertSame(recorded, call);
    }

    [Fact]
    public void Names_that_are_not_plain_ASCII_arrive_whole()
    {
        const string name = "53.13/Laporan \"Mei\" – Ngada\\1 é.xlsx";
        var function = new BlobFunction("IngestSubmission", "blob", new BlobPathPattern("kiriman/{name}"), "RenstraStorage");

        var call = FunctionCall.ForBlob(function, new Uri("http://127.0.0.1:1/akun/kiriman/x"), name, function.Path.Match(name)!, BlobsModelFactory.BlobProperties());

        Assert.Equal(name, call.Metadata.Single(entry => entry.Key == "name").Value.String);
        Assert.Equal(name, JsonNode.Parse(call.Data.ModelBindingData.Content.ToStringUtf8())!["BlobName"]!.GetValue<string>());
    }

    private static void AssertSame(InvocationRequest recorded, FunctionCall call)
    {
        var request = call.ToRequest();
        request.FunctionId = recorded.FunctionId;
        request.TraceContext = new RpcTraceContext();
        request.InvocationId = recorded.InvocationId;
        Assert.Equal(Canonical(recorded), Canonical(request));
    }

    // Maps have no order on the wire.
    private static string Canonical(InvocationRequest request)
    {
        var metadata = request.TriggerMetadata.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}={entry.Value}");
        var rest = request.Clone();
        rest.TriggerMetadata.Clear();
        return rest + "\n" + string.Join('\n', metadata);
    }

    private static BlobProperties Properties(JsonNode recorded) => BlobsModelFactory.BlobProperties(
        lastModified: Instant(recorded["LastModified"]!),
        createdOn: Instant(recorded["CreatedOn"]!),
        accessTierChangedOn: Instant(recorded["AccessTierChangedOn"]!),
        metadata: recorded["Metadata"]!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>()),
        blobType: BlobType.Block,
        leaseStatus: LeaseStatus.Unlocked,
        contentLength: recorded["ContentLength"]!.GetValue<long>(),
        contentType: recorded["ContentType"]!.GetValue<string>(),
        contentHash: Convert.FromBase64String(recorded["ContentHash"]!.GetValue<string>()),
        eTag: new ETag("0x207CE4F0B426CA0"),
        acceptRanges: "bytes",
        isServerEncrypted: true,
        accessTier: "Hot",
        accessTierInferred: true,
        immutabilityPolicy: new BlobImmutabilityPolicy());

    private static DateTimeOffset Instant(JsonNode node) =>
        DateTimeOffset.Parse(node.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
