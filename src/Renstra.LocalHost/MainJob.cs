using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Renstra.LocalHost.Azurite;
using Renstra.LocalHost.Connecting;
using Renstra.LocalHost.Host;
using Renstra.LocalHost.Host.Worker;
using Renstra.LocalHost.Sample;
using Renstra.LocalHost.Summary;
using Spectre.Console;

namespace Renstra.LocalHost;

/// <summary>
/// Runs everything on this machine: replays the sample year, prints what came of it, and stays up so that files can be dropped and
/// the feed read.
/// </summary>
internal sealed class MainJob(IAnsiConsole console)
{
    private const int SomethingFailed = 1;
    private static readonly TimeSpan AnswerInterval = TimeSpan.FromSeconds(5);

    /// <summary>Runs until Ctrl-C, or once.</summary>
    /// <returns>The exit code: 0, or 1 when an invocation failed for good.</returns>
    public async Task<int> RunAsync(MainJobOptions options, CancellationToken cancellation)
    {
        using var data = DataFolder.Open(options.DataFolder);
        var deliveries = SampleData.Read();
        var before = data.Progress;
        using var clock = new SteppedClock(before?.Instant ?? YearReplay.StartOf(deliveries), file: data.ClockFile);
        data.Progress = before ?? YearReplay.Beginning(clock.GetUtcNow());
        console.MarkupLine("Starting storage (Azurite), the app and its triggers …");
        try
        {
            var requests = options.CountsRequests ? new StorageRequests() : null;
            await using var app = await LocalApp.StartAsync(data, options.Port, clock, requests, cancellation);
            if (before is not { IsFinished: true })
            {
                await ReplayAsync(deliveries, before, data, app, clock, cancellation);
            }

            PrintRequests(requests, app.Host.Journal);
            using var feed = new FeedClient(app.Feed, app.Key);
            var release = await new YearSummary(console, feed).PrintAsync(cancellation);
            PrintConnections(app, data);
            if (release is not null)
            {
                await CopyWorkbookAsync(app, data, release, cancellation);
            }

            if (!options.Once)
            {
                if (options.OpensBrowser)
                {
                    OpenBrowser(app);
                }

                await StayUpAsync(app, data, clock, cancellation);
            }

            return Verdict(app.Host.Journal);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return 0;
        }
        catch (WorkerGivenUpException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return SomethingFailed;
        }
    }

    private async Task ReplayAsync(
        IReadOnlyList<SampleDelivery> deliveries, YearProgress? from, DataFolder data, LocalApp app, SteppedClock clock, CancellationToken cancellation)
    {
        console.MarkupLineInterpolated($"{(from is null ? "Replaying a year" : "Going on with the year")}: {deliveries.Count} files into [bold]{data.SharedFolder}[/], collected, checked, answered and released as in 2024 …");
        var replay = new YearReplay(deliveries, data.SharedFolder, app.Host, clock);
        await console.Progress().StartAsync(async context =>
        {
            var task = context.AddTask("files", maxValue: deliveries.Count);
            await UnlessBrokenAsync(app.Host, replay.RunAsync(from, progress => data.Progress = progress, new Dropped(task), cancellation));
        });
    }

    private void PrintRequests(StorageRequests? requests, InvocationJournal journal)
    {
        if (requests is null)
        {
            return;
        }

        foreach (var function in new[] { "IngestSubmission", YearReplay.Collect, "ConsolidateMonth", "RemindOffices" })
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{journal.Succeeded(function),7} calls of {function}"));
        }

        foreach (var (kind, count) in requests.Counts.OrderByDescending(request => request.Value))
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,7} {kind}"));
        }

        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{requests.Counts.Values.Sum(),7} requests of storage"));
    }

    private void PrintConnections(LocalApp app, DataFolder data)
    {
        var file = PowerBiFile.Write(data.Path, app.Feed);
        console.WriteLine();
        console.MarkupLineInterpolated($"Dashboard      [bold]{DashboardOf(app)}[/]");
        console.MarkupLineInterpolated($"Feed           [bold]{app.Feed}[/]");
        console.MarkupLineInterpolated($"Key            [bold]{app.Key}[/]");
        console.MarkupLineInterpolated($"Power BI       open [bold]{file}[/], choose Basic, any user name, the key as password");
        console.MarkupLineInterpolated($"Shared folder  [bold]{data.SharedFolder}[/]: drop a workbook into a region's folder, the answer comes into its hasil/");
    }

    private static Uri DashboardOf(LocalApp app) => new(app.Feed, $"dasbor/?code={app.Key}");

    private void OpenBrowser(LocalApp app)
    {
        try
        {
            // The system knows which program opens an address.
            using var browser = Process.Start(new ProcessStartInfo(DashboardOf(app).AbsoluteUri) { UseShellExecute = true });
        }
        catch (Win32Exception exception)
        {
            console.MarkupLineInterpolated($"No browser could be opened ({exception.Message}): the address is above.");
        }
    }

    private async Task CopyWorkbookAsync(LocalApp app, DataFolder data, ReleaseLine release, CancellationToken cancellation)
    {
        var workbook = Path.Combine(data.Path, Path.GetFileName(release.BukuKerja));
        await app.CopyReleaseFileAsync(release.BukuKerja, workbook, cancellation);
        console.MarkupLineInterpolated($"Release        [bold]{workbook}[/], the workbook of the latest closed month");
    }

    private async Task StayUpAsync(LocalApp app, DataFolder data, SteppedClock clock, CancellationToken cancellation)
    {
        app.Host.StartTimers();
        console.WriteLine();
        console.MarkupLine("Up. Ctrl-C ends it.");
        try
        {
            await UnlessBrokenAsync(app.Host, AnswerSoonAsync(app.Host, data, clock, cancellation));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Ctrl-C is how it is meant to end.
        }
    }

    /// <summary>Serves the shared folder more often than its schedule does: who tries it out should not wait ten minutes for a receipt.</summary>
    private static async Task AnswerSoonAsync(FunctionsHost host, DataFolder data, SteppedClock clock, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(AnswerInterval, TimeProvider.System);
        while (true)
        {
            data.Progress = data.Progress! with { Instant = clock.GetUtcNow() };
            await host.FireAsync(YearReplay.Collect, cancellation);
            await timer.WaitForNextTickAsync(cancellation);
        }
    }

    /// <summary>Work on a host that has broken down would wait for ever, or fail for a reason that is not the first.</summary>
    private static async Task UnlessBrokenAsync(FunctionsHost host, Task work) => await await Task.WhenAny(work, host.Broken);

    private int Verdict(InvocationJournal journal)
    {
        if (journal.GivenUp == 0)
        {
            return 0;
        }

        foreach (var failure in journal.LastFailures)
        {
            console.MarkupLineInterpolated($"[red]{failure.Function}[/] {failure.Subject}: {failure.Failure}");
        }

        return SomethingFailed;
    }

    private sealed class Dropped(ProgressTask task) : IProgress<int>
    {
        public void Report(int value) => task.Value = value;
    }
}

/// <summary>How the main job is run.</summary>
/// <param name="Port">The app's port on localhost; 0 for a free one.</param>
/// <param name="Once">Whether to exit after the summary.</param>
/// <param name="DataFolder">Where state is kept; null for a temporary folder that goes with the run.</param>
/// <param name="OpensBrowser">Whether the dashboard is opened in the browser once it is up.</param>
/// <param name="CountsRequests">Whether to print what was asked of storage, by kind.</param>
internal sealed record MainJobOptions(int Port, bool Once, string? DataFolder, bool OpensBrowser = false, bool CountsRequests = false);
