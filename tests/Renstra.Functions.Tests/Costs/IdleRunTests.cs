using System.Globalization;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Renstra.Functions.Chasing;
using Renstra.Functions.Intake;
using Renstra.Functions.Storage;
using Renstra.Functions.Tests.Ingestion;
using Renstra.Functions.Withdrawals;
using Renstra.Testing;
using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;

namespace Renstra.Functions.Tests.Costs;

/// <summary>What runs ask of storage, and what storage lists for them, follows what is new and not what is kept.</summary>
public sealed class IdleRunTests(AzuriteFixture azurite)
{
    private const string Tts = "53.02 Timor Tengah Selatan";

    /// <summary>A day before the deadline of July's reports, on which nobody is reminded.</summary>
    private static readonly DateTimeOffset Now = new(2024, 8, 6, 1, 30, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_with_nothing_new_costs_the_same_however_oldthe_history()
    {
        var recent = await CostsOfRunsAsync(months: 8);
        var old = await CostsOfRunsAsync(months: 20);

        Assert.Equal(recent, old);
        Assert.Equal(0, old.Collecting.Of("LIST kiriman"));
        Assert.InRange(old.Collecting.Requests, 2, 5);
    }

    [Fact]
    public async Task A_new_file_costs_the_same_however_much_its_sender_and_the_others_have_sent()
    {
        var recent = await CostOfFileAsync(months: 8);
        var old = await CostOfFileAsync(months: 20);

        Assert.Equal(recent, old);

        // The collector looks at its sender's files of this year alone, the one of each month before; nothing else of kiriman is listed.
        Assert.Equal(1, old.Of("LIST kiriman"));
        Assert.Equal(8, old.ListedOf("LIST kiriman"));
    }

    [Fact]
    public async Task The_look_for_what_came_another_way_is_one_request_for_five_thousand_files_and_once_an_hour()
    {
        await using var history = await History.MakeAsync(azurite, months: 20);

        var first = await history.CostAsync(history.CollectAsync);
        history.Clock.Advance(TimeSpan.FromMinutes(55));
        var soon = await history.CostAsync(history.CollectAsync);
        history.Clock.Advance(TimeSpan.FromMinutes(5));
        var later = await history.CostAsync(history.CollectAsync);

        Assert.Equal((1, 0, 1), (first.Of("LIST kiriman"), soon.Of("LIST kiriman"), later.Of("LIST kiriman")));
    }

    private async Task<(Cost Collecting, Cost Withdrawing, Cost Reminding)> CostsOfRunsAsync(int months)
    {
        await using var history = await History.MakeAsync(azurite, months);
        await history.CollectAsync();
        history.Clock.Advance(TimeSpan.FromMinutes(5));

        return (
            await history.CostAsync(history.CollectAsync),
            await history.CostAsync(() => history.Services.GetRequiredService<WithdrawalSweep>().RunAsync(Cancellation)),
            await history.CostAsync(() => history.Services.GetRequiredService<RemindOffices>().RunAsync(Cancellation)));
    }

    private async Task<Cost> CostOfFileAsync(int months)
    {
        await using var history = await History.MakeAsync(azurite, months);
        await history.CollectAsync();
        var file = history.Drop(Tts, "baru.xlsx", "53.02 2024-07 IKU-2 12/30");
        history.Clock.Advance(TimeSpan.FromMinutes(5));

        var cost = await history.CostAsync(history.CollectAsync);

        Assert.False(File.Exists(file));
        return cost;
    }

    /// <summary>A file of two senders in each month until now, all of them finished, answered and reminded of.</summary>
    private sealed class History(App app, FakeTimeProvider clock, CountedRequests requests, TemporaryFolder shared) : IAsyncDisposable
    {
        public IServiceProvider Services => app.Services;

        public FakeTimeProvider Clock => clock;

        public static async Task<History> MakeAsync(AzuriteFixture azurite, int months)
        {
            var clock = new FakeTimeProvider(Now);
            var requests = new CountedRequests();
            var shared = new TemporaryFolder();
            var app = await Kiriman.AppAsync(azurite, clock, builder =>
            {
                builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Renstra:Intake:SharedFolder"] = shared.Path, ["Renstra:Intake:Watching"] = "00:00:00" });
                requests.Install(builder);
            });
            var history = new History(app, clock, requests, shared);
            foreach (var month in Enumerable.Range(0, months).Select(back => Wita.MonthOf(Now).AddMonths(-back)))
            {
                await history.AddAsync(month);
            }

            return history;
        }

        public string Drop(string folder, string name, string content)
        {
            var file = Path.Combine(Directory.CreateDirectory(Path.Combine(shared.Path, folder)).FullName, name);
            File.WriteAllText(file, content);
            File.SetLastWriteTimeUtc(file, clock.GetUtcNow().UtcDateTime);
            return file;
        }

        public Task CollectAsync() => Services.GetRequiredService<CollectSharedFolder>().RunAsync(Cancellation);

        public async Task<Cost> CostAsync(Func<Task> run)
        {
            var purpose = Guid.NewGuid().ToString();
            await requests.CountAsync(purpose, run);
            return new Cost(string.Join('\n', requests.Of(purpose)), string.Join('\n', requests.ListedOf(purpose)));
        }

        public async ValueTask DisposeAsync()
        {
            await app.DisposeAsync();
            shared.Dispose();
        }

        private async Task AddAsync(ReportingMonth month)
        {
            foreach (var region in new[] { "53.02", "53.03" })
            {
                var blob = await Kiriman.CollectAsync(app, region, $"{month}-02T01:00:00Z", $"{region} {month.AddMonths(-1)} IKU-2 1/2");
                var submission = await Kiriman.DeliverAsync(app, blob);
                await Services.GetRequiredService<SubmissionStore>().MarkDeliveredAsync(submission!.Id, Now, Cancellation);
            }

            await app.Storage.ReminderBlobs.GetBlobClient($"{month.AddMonths(-1)}/{month}-05.json").UploadAsync(
                new BinaryData("{}"), new BlobUploadOptions { Metadata = new Dictionary<string, string> { ["diantar"] = "ya" } }, Cancellation);
        }
    }

    /// <summary>What a run cost.</summary>
    /// <param name="Kinds">Requests by kind.</param>
    /// <param name="Listed">Entities and blobs that answers listed, by kind of request.</param>
    private sealed record Cost(string Kinds, string Listed)
    {
        public int Requests => Kinds.Split('\n').Sum(NumberIn);

        public int Of(string kind) => Kinds.Split('\n').Where(line => line.EndsWith($" {kind}", StringComparison.Ordinal)).Sum(NumberIn);

        public int ListedOf(string kind) => Listed.Split('\n').Where(line => line.EndsWith($" {kind}", StringComparison.Ordinal)).Sum(NumberIn);

        private static int NumberIn(string line) => line.Length == 0 ? 0 : int.Parse(line.Trim().Split(' ')[0], CultureInfo.InvariantCulture);
    }
}
