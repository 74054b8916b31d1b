using System.Globalization;
using System.Text.Json.Nodes;
using Azure;
using Azure.Storage.Blobs.Models;
using NCrontab;
using Renstra.LocalHost.Host;
using Renstra.Testing;

namespace Renstra.LocalHost.Tests.Host;

public sealed class InvocationEnvelopeTests
{
    private const string Name = "kab-7501/form siswa (1).xlsx";

    private static readonly BlobFunction Blob = new("BlobBin", "blob", new BlobPathPattern("submissions/{kab}/{name}"));

    [Fact]
    public void A_blobs_envelope_is_the_one_that_the_host_makes_of_the_storage_extension_5()
    {
        var expected = JsonNode.Parse(Contract.Read("blob-trigger-ext5x.DERIVED.json"))!;

        var envelope = JsonNode.Parse(BlobEnvelope(expected))!;

        Assert.Equal(Canonical(expected), Canonical(envelope));
    }

    [Fact]
    public void A_blobs_envelope_differs_from_the_recorded_one_of_an_older_extension_in_properties_and_in_escaping_alone()
    {
        var expected = JsonNode.Parse(Contract.Read("blob-trigger.RECORDED.json"))!;

        var envelope = JsonNode.Parse(BlobEnvelope(JsonNode.Parse(Contract.Read("blob-trigger-ext5x.DERIVED.json"))!))!;

        expected["Metadata"]!["Properties"] = null;
        envelope["Metadata"]!["Properties"] = null;
        envelope["Metadata"]!["Uri"] = envelope["Metadata"]!["Uri"]!.GetValue<string>()
            .Replace("%28", "(", StringComparison.Ordinal).Replace("%29", ")", StringComparison.Ordinal);
        Assert.Equal(Canonical(expected), Canonical(envelope));
    }

    [Fact]
    public void A_timers_envelope_is_the_recorded_one()
    {
        var expected = JsonNode.Parse(Contract.Read("timer-trigger.RECORDED.json"))!;
        var function = new TimerFunction("TimerB", "timer", CrontabSchedule.Parse("* * * * *"));
        var last = Instant(expected["Data"]!["timer"]!["ScheduleStatus"]!["Last"]!);
        var status = TimerStatus.After(last, function.NextAfter(last));

        var envelope = InvocationEnvelope.ForTimer(function, status, isPastDue: false, Instant(expected["Metadata"]!["sys"]!["UtcNow"]!));

        Assert.Equal(Canonical(expected), Canonical(JsonNode.Parse(envelope)!));
    }

    [Fact]
    public void Names_that_are_not_plain_ASCII_are_encoded_twice_and_come_out_whole()
    {
        var uri = new Uri("http://127.0.0.1:1/akun/submissions/x");
        var parts = KeyValuePair.Create("name", "Laporan \"Mei\" – Ngada\\1 é.xlsx");

        var envelope = JsonNode.Parse(InvocationEnvelope.ForBlob(
            Blob, uri, [parts], BlobsModelFactory.BlobProperties(), ReadOnlyMemory<byte>.Empty, DateTimeOffset.UnixEpoch))!;

        var once = envelope["Metadata"]!["name"]!.GetValue<string>();
        Assert.Equal(parts.Value, JsonNode.Parse(once)!.GetValue<string>());
        Assert.Equal("", envelope["Data"]!["blob"]!.GetValue<string>());
    }

    private static byte[] BlobEnvelope(JsonNode like)
    {
        var properties = like["Metadata"]!["Properties"]!;
        var sent = BlobsModelFactory.BlobProperties(
            lastModified: Instant(properties["LastModified"]!),
            createdOn: Instant(properties["CreatedOn"]!),
            accessTierChangedOn: Instant(properties["AccessTierChangedOn"]!),
            metadata: properties["Metadata"]!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>()),
            blobType: BlobType.Block,
            leaseStatus: LeaseStatus.Unlocked,
            contentLength: properties["ContentLength"]!.GetValue<long>(),
            contentType: properties["ContentType"]!.GetValue<string>(),
            contentHash: Convert.FromBase64String(properties["ContentHash"]!.GetValue<string>()),
            eTag: new ETag("0x207CE4F0B426CA0"),
            acceptRanges: "bytes",
            isServerEncrypted: true,
            accessTier: "Hot",
            accessTierInferred: true,
            immutabilityPolicy: new BlobImmutabilityPolicy());
        var uri = new Uri("http://127.0.0.1:12000/devstoreaccount1/submissions/kab-7501/form%20siswa%20%281%29.xlsx");
        var content = Convert.FromBase64String(like["Data"]!["blob"]!.GetValue<string>());

        return InvocationEnvelope.ForBlob(
            Blob, uri, Blob.Path.Match(Name)!, sent, content, Instant(like["Metadata"]!["sys"]!["UtcNow"]!));
    }

    private static DateTimeOffset Instant(JsonNode node) =>
        DateTimeOffset.Parse(node.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    // Text that tells the order of members too. The one value that is drawn anew each time is taken out, once it is there.
    private static string Canonical(JsonNode envelope)
    {
        var sys = envelope["Metadata"]!["sys"]!;
        Assert.True(Guid.TryParse(sys["RandGuid"]!.GetValue<string>(), out _));
        sys["RandGuid"] = "";

        return envelope.ToJsonString();
    }
}
