using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Renstra.Functions.Hosting;
using Renstra.Functions.Storage;
using Renstra.Functions.Tests.Ingestion;
using Renstra.Functions.Tests.Storage;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Hosting;

public sealed class HealthTests(AzuriteFixture azurite)
{
    public static TheoryData<string> Tables => [.. StorageNames.Tables];

    public static TheoryData<string> Containers => [.. StorageNames.Containers];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task A_missing_table_is_a_failure(string table)
    {
        await using var app = await Kiriman.AppAsync(azurite);
        await app.Account.Tables().DeleteTableAsync(table, Cancellation);

        var reply = await HealthAsync(app);

        Assert.Equal((503, "{\"status\":\"unhealthy\",\"failing\":[\"storage\"]}"), (reply.Status, reply.Body));
    }

    [Theory]
    [MemberData(nameof(Containers))]
    public async Task A_missing_container_is_a_failure(string container)
    {
        await using var app = await Kiriman.AppAsync(azurite);
        await app.Account.Blobs().DeleteBlobContainerAsync(container, cancellationToken: Cancellation);

        var reply = await HealthAsync(app);

        Assert.Equal(503, reply.Status);
        Assert.Contains("\"storage\"", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_that_does_not_answer_is_a_failure()
    {
        var faults = new StorageFaults(_ => Fault.Lost);
        await using var app = await Kiriman.AppAsync(azurite, builder => faults.Install(builder, retries: 0));

        var reply = await HealthAsync(app);

        Assert.Equal((503, "{\"status\":\"unhealthy\",\"failing\":[\"reference\",\"storage\"]}"), (reply.Status, reply.Body));
    }

    [Fact]
    public async Task Storage_that_answers_later_than_patience_lasts_is_a_failure()
    {
        var faults = new StorageFaults(_ => Fault.NeverAnswered);
        await using var app = await Kiriman.AppAsync(azurite, builder =>
        {
            faults.Install(builder, retries: 0);
            builder.Configuration[App.HealthPatienceSetting] = "00:00:00.1";
        });

        var reply = await HealthAsync(app);

        Assert.Equal((503, "{\"status\":\"unhealthy\",\"failing\":[\"reference\",\"storage\"]}"), (reply.Status, reply.Body));
    }

    [Fact]
    public async Task Reference_data_that_had_to_be_refused_are_a_failure()
    {
        await using var app = await Kiriman.AppAsync(azurite);
        await app.Account.Blobs().GetBlobContainerClient(StorageNames.ReferenceContainer)
            .UploadBlobAsync("target.csv", BinaryData.FromString("Indikator,Tahun\nIKU-1,2024"), Cancellation);

        var reply = await HealthAsync(app);

        Assert.Equal((503, "{\"status\":\"unhealthy\",\"failing\":[\"reference\"]}"), (reply.Status, reply.Body));
    }

    [Fact]
    public async Task Empty_tables_and_containers_are_healthy()
    {
        await using var app = await Kiriman.AppAsync(azurite);

        var reply = await HealthAsync(app);

        Assert.Equal((200, "{\"status\":\"healthy\",\"failing\":[]}"), (reply.Status, reply.Body));
    }

    [Fact]
    public async Task Asking_often_does_not_cost_storage_often()
    {
        var faults = new StorageFaults(_ => Fault.None);
        await using var app = await Kiriman.AppAsync(azurite, builder => faults.Install(builder, retries: 0));
        var port = await app.StartAsync();
        await GetAsync(port);
        var afterOne = faults.Requests;

        for (var times = 0; times < 5; times++)
        {
            await GetAsync(port);
        }

        Assert.Equal(afterOne, faults.Requests);
    }

    [Fact]
    public async Task Nor_does_it_while_storage_is_in_trouble_and_the_answer_says_when_to_ask_again()
    {
        var faults = new StorageFaults(_ => Fault.Lost);
        await using var app = await Kiriman.AppAsync(azurite, builder =>
        {
            builder.Services.PostConfigureAll<HealthCheckServiceOptions>(options =>
            {
                foreach (var check in options.Registrations.Where(check => check.Name != StorageHealthCheck.Name).ToList())
                {
                    options.Registrations.Remove(check);
                }
            });
            faults.Install(builder, retries: 0);
        });
        var port = await app.StartAsync();
        await GetAsync(port);
        var afterOne = faults.Requests;

        for (var times = 0; times < 5; times++)
        {
            var reply = await GetAsync(port);
            Assert.Equal(503, reply.Status);
            Assert.Contains("Retry-After: 10", reply.Headers, StringComparison.Ordinal);
        }

        Assert.Equal(afterOne, faults.Requests);
    }

    private static async Task<RawReply> HealthAsync(App app) => await GetAsync(await app.StartAsync());

    private static Task<RawReply> GetAsync(int port) =>
        RawHttp.SendAsync(port, "GET", "/health", ["Host: kab.example.go.id", "X-Forwarded-Proto: https"], [], Cancellation);
}
