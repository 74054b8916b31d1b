using System.Text;
using System.Text.Json.Nodes;
using Renstra.Functions.Tests.Ingestion;
using Renstra.Functions.Tests.Storage;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Hosting;

/// <summary>What the Functions host was recorded to send, and what it takes for an answer.</summary>
public sealed class InvocationTests(AzuriteFixture azurite)
{
    public static TheoryData<string> Shapes => [.. Recorded.BlobShapes];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_blob_invocation_in_either_shape_ingests_the_blob_and_is_answered_as_the_host_demands(string shape)
    {
        await using var app = await Kiriman.AppAsync(azurite);
        await Kiriman.PutAsync(app, Recorded.BlobName, PlainText.File("53.02 2024-07 IKU-2 12/30"));
        var port = await app.StartAsync();

        var reply = await RawHttp.InvokeAsync(port, "IngestSubmission", Recorded.Blob(shape), Cancellation);

        Assert.Equal(200, reply.Status);
        Assert.Contains("Content-Type: application/json", reply.Headers, StringComparison.Ordinal);
        var answer = JsonNode.Parse(reply.Body)!.AsObject();
        Assert.Equal(["Outputs", "Logs", "ReturnValue"], answer.Select(member => member.Key));
        Assert.Empty(answer["Outputs"]!.AsObject());
        Assert.Null(answer["ReturnValue"]);
        Assert.StartsWith($"{Recorded.BlobName}: Diterima, receipt TT-", answer["Logs"]!.AsArray().Single()!.GetValue<string>(), StringComparison.Ordinal);
        Assert.NotNull(await Kiriman.StandingAsync(app, "53.02", "2024-07"));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Without_the_binding_part_the_address_tells_the_name(string shape)
    {
        await using var app = await Kiriman.AppAsync(azurite);
        await Kiriman.PutAsync(app, Recorded.BlobName, PlainText.File("53.02 2024-07 IKU-2 12/30"));
        var port = await app.StartAsync();

        var reply = await RawHttp.InvokeAsync(port, "IngestSubmission", Recorded.BlobByAddressAlone(shape), Cancellation);

        Assert.Equal(200, reply.Status);
        Assert.NotNull(await Kiriman.StandingAsync(app, "53.02", "2024-07"));
    }

    [Theory]
    [InlineData("53.02/20240805010000000-0123456789ab-laporan \"akhir\" 7%.xlsx")]
    [InlineData("53.02/laporan\u00e9 \u2013 Juli \ud83d\udcca #1?.xlsx")]
    [InlineData("53.02/a+b%20c.xlsx")]
    public async Task A_name_of_any_characters_arrives_as_it_is(string name)
    {
        await using var app = await Kiriman.AppAsync(azurite);
        await Kiriman.PutAsync(app, name, PlainText.File("53.02 2024-07 IKU-2 12/30"));
        var port = await app.StartAsync();

        var reply = await RawHttp.InvokeAsync(port, "IngestSubmission", Recorded.BlobNamed(Recorded.BlobShapes[1], name), Cancellation);

        Assert.Equal(200, reply.Status);
        Assert.NotNull(await Kiriman.StandingAsync(app, "53.02", "2024-07"));
    }

    [Fact]
    public async Task A_body_of_40_megabytes_is_taken()
    {
        await using var app = await Kiriman.AppAsync(azurite);
        await Kiriman.PutAsync(app, Recorded.BlobName, PlainText.File("53.02 2024-07 IKU-2 12/30"));
        var port = await app.StartAsync();
        var recording = Recorded.Blob(Recorded.BlobShapes[0]);
        var content = recording.IndexOf("UEsDBBQ", StringComparison.Ordinal);
        var megabyte = new byte[1 << 20];
        megabyte.AsSpan().Fill((byte)'A');

        var reply = await RawHttp.SendAsync(
            port,
            "POST",
            "/IngestSubmission",
            RawHttp.GenuineHeaders(port),
            [Encoding.UTF8.GetBytes(recording[..content]), .. Enumerable.Repeat<ReadOnlyMemory<byte>>(megabyte, 40), Encoding.UTF8.GetBytes(recording[content..])],
            Cancellation);

        Assert.Equal(200, reply.Status);
        Assert.NotNull(await Kiriman.StandingAsync(app, "53.02", "2024-07"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("\"kiriman/a.xlsx\"")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{\"Metadata\":null}")]
    [InlineData("{\"Metadata\":{\"name\":\"not encoded twice\"}}")]
    [InlineData("{\"Metadata\":{\"name\":17}}")]
    [InlineData("{\"Metadata\":{\"Uri\":\"\\\"https://renstra.blob.core.windows.net/referensi/target.csv\\\"\"}}")]
    public async Task A_body_that_no_host_sends_is_refused_with_a_problem_in_JSON(string body)
    {
        await using var app = await Kiriman.AppAsync(azurite);
        var port = await app.StartAsync();

        var reply = await RawHttp.InvokeAsync(port, "IngestSubmission", body, Cancellation);

        Assert.Equal(400, reply.Status);
        Assert.Contains("application/problem+json", reply.Headers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timer_invocation_is_answered_as_the_host_demands()
    {
        await using var app = await Kiriman.AppAsync(azurite);
        var port = await app.StartAsync();

        var reply = await RawHttp.InvokeAsync(port, "ConsolidateMonth", Recorded.Timer, Cancellation);

        Assert.Equal((200, "{\"Outputs\":{},\"Logs\":[],\"ReturnValue\":null}"), (reply.Status, reply.Body));
    }

    [Fact]
    public async Task Storage_trouble_that_stays_after_all_retries_is_a_failure_with_a_problem_in_JSON()
    {
        var faults = new StorageFaults(_ => Fault.Busy);
        await using var app = await Kiriman.AppAsync(azurite, builder => faults.Install(builder, retries: 3));
        var port = await app.StartAsync();

        var reply = await RawHttp.InvokeAsync(port, "IngestSubmission", Recorded.Blob(Recorded.BlobShapes[0]), Cancellation);

        Assert.Equal(500, reply.Status);
        Assert.Contains("application/problem+json", reply.Headers, StringComparison.Ordinal);
        Assert.Equal(500, JsonNode.Parse(reply.Body)!["status"]!.GetValue<int>());
        Assert.Equal(4, faults.Requests);
    }

    [Fact]
    public async Task Work_that_does_not_end_is_stopped_and_answered_before_the_host_would_kill_the_handler()
    {
        var faults = new StorageFaults(_ => Fault.NeverAnswered);
        await using var app = await Kiriman.AppAsync(azurite, builder =>
        {
            faults.Install(builder, retries: 0);
            builder.Configuration["Renstra:Hosting:TriggerTimeLimit"] = "00:00:00.2";
        });
        var port = await app.StartAsync();

        var reply = await RawHttp.InvokeAsync(port, "IngestSubmission", Recorded.Blob(Recorded.BlobShapes[0]), Cancellation);

        Assert.Equal(500, reply.Status);
        Assert.Contains("application/problem+json", reply.Headers, StringComparison.Ordinal);
    }
}
