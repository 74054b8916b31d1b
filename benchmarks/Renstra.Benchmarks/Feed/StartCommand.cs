using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Renstra.Functions;
using Renstra.LocalHost.Azurite;
using Renstra.LocalHost.Host;
using Renstra.LocalHost.Host.Worker;

namespace Renstra.Benchmarks.Feed;

/// <summary>From the start of the worker to its first answer: two published apps, such as one compiled ahead and one that is not, on an empty storage.</summary>
internal static class StartCommand
{
    private const int Rounds = 9;

    /// <param name="folders">Where the apps are published; the first is the one that the others are compared with.</param>
    public static async Task RunAsync(IReadOnlyList<string> folders)
    {
        var account = AzuriteAccount.Named("renstra");
        await using var azurite = await AzuriteServer.StartAsync(AzuriteInstallation.ForThisUser, [account], location: null, CancellationToken.None);
        var settings = new Dictionary<string, string>
        {
            ["RenstraStorage"] = azurite.ConnectionString(account),
            ["Renstra__Feed__KeyHashes__0"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(MemoryFeed.Key))),
            ["Logging__LogLevel__Default"] = "Warning",
        };
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)setting.Value)));
        builder.AddRenstra();
        using (var app = builder.Build())
        {
            await RenstraApp.CreateStorageAsync(app.Services, CancellationToken.None);
        }

        var times = folders.Select(_ => new List<double>()).ToList();
        for (var round = -1; round < Rounds; round++)
        {
            for (var folder = 0; folder < folders.Count; folder++)
            {
                var milliseconds = await StartAsync(Path.GetFullPath(folders[folder]), settings);
                if (round >= 0)
                {
                    times[folder].Add(milliseconds);
                }
            }
        }

        var basis = Medians.Quantile(times[0], 0.5);
        for (var folder = 0; folder < folders.Count; folder++)
        {
            var median = Medians.Quantile(times[folder], 0.5);
            Medians.Print($"{folders[folder]}: {median:0} ms from the start of the worker to the first answer, {median / basis:0.00} of the first");
        }
    }

    private static async Task<double> StartAsync(string folder, Dictionary<string, string> settings)
    {
        var start = Stopwatch.GetTimestamp();
        await using var host = await FunctionsHost.StartAsync(
            new FunctionsHostOptions
            {
                AppFolder = folder,
                Settings = settings,
                StartWorker = worker => WorkerProcess.Start(new WorkerApp(Path.Combine(folder, "Renstra.Functions.dll"), settings), worker),
                Port = 0,
                PollInterval = TimeSpan.FromHours(1),
            },
            CancellationToken.None);
        using var client = RunningYear.Client(new Uri(host.Address, "odata/"), MemoryFeed.Key);
        await client.GetByteArrayAsync("Kinerja?$top=1");
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
