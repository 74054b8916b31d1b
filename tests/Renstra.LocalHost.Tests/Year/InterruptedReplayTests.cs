using Renstra.Functions.Storage;
using Renstra.LocalHost.Hook;
using Renstra.LocalHost.Host;
using Renstra.LocalHost.Host.Worker;
using Renstra.LocalHost.Sample;
using Renstra.Testing;
using Renstra.Testing.Azurite;

namespace Renstra.LocalHost.Tests.Year;

public sealed class InterruptedReplayTests(AzuriteFixture azurite) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task However_often_it_is_interrupted_every_file_is_taken_once_and_the_clock_never_goes_back()
    {
        var deliveries = SampleData.Read().Take(6).ToList();
        var storage = await azurite.NewAccountAsync(Cancellation);
        await new StorageClients(storage.Tables(), storage.Blobs()).CreateAsync(Cancellation);
        YearProgress? progress = null;
        var instants = new List<DateTimeOffset>();

        // Each run is cut off after that many steps: right after files were dropped, before, in the middle of a collection.
        foreach (var steps in new[] { 2, 1, 3, int.MaxValue })
        {
            progress = await RunAsync(storage, deliveries, progress, steps, instants);
        }

        Assert.True(progress!.IsFinished);
        Assert.Equal(instants.Order(), instants);
        var received = storage.Tables().GetTableClient(StorageNames.SubmissionsTable).QueryAsync<Azure.Data.Tables.TableEntity>(cancellationToken: Cancellation);
        var names = await received.Select(row => row.GetString("FileName") ?? row.GetString("NamaBerkas")).ToListAsync(Cancellation);
        Assert.Equal(deliveries.Select(delivery => delivery.FileName).Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    private async Task<YearProgress> RunAsync(
        TestStorage storage, List<SampleDelivery> deliveries, YearProgress? from, int steps, List<DateTimeOffset> instants)
    {
        using var clock = new SteppedClock(from?.Instant ?? YearReplay.StartOf(deliveries), file: Path.Combine(_folder.Path, "jam"));
        var shared = Directory.CreateDirectory(Path.Combine(_folder.Path, "berkas")).FullName;
        var settings = new Dictionary<string, string>
        {
            [StorageNames.Connection] = storage.ConnectionString,
            ["Renstra__Feed__KeyHashes__0"] = new string('0', 64),
            ["Renstra__Intake__SharedFolder"] = shared,
            ["Renstra__Intake__Watching"] = "00:00:00",
            ["Logging__LogLevel__Default"] = "Warning",
            ["DOTNET_STARTUP_HOOKS"] = typeof(SharedClock).Assembly.Location,
            [SharedClock.Variable] = clock.File!,
        };
        using var cutOff = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await using var host = await FunctionsHost.StartAsync(
            new FunctionsHostOptions
            {
                AppFolder = Path.GetDirectoryName(LocalApp.Program)!,
                Settings = settings,
                StartWorker = start => WorkerProcess.Start(new WorkerApp(LocalApp.Program, settings), start),
                Port = 0,
                Clock = clock,
                StateFolder = Path.Combine(_folder.Path, "host"),
                DrainPatience = TimeSpan.Zero,
            },
            Cancellation);
        var last = from;
        var replay = new YearReplay(deliveries, shared, host, clock);
        void Save(YearProgress progress)
        {
            last = progress;
            instants.Add(progress.Instant);
            if (--steps == 0)
            {
                cutOff.Cancel();
            }
        }

        await replay.RunAsync(from, Save, new Progress<int>(), cutOff.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return last!;
    }
}
