using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Renstra.Functions;
using Renstra.Functions.Feed;

namespace Renstra.Benchmarks.Feed;

/// <summary>Through the host's proxy and the worker, against the same feed on Kestrel alone, both on the same storage.</summary>
internal static class ProxyCommand
{
    /// <param name="options">A folder to keep the year in, if it is to be kept.</param>
    public static async Task RunAsync(IReadOnlyList<string> options)
    {
        await using var year = await RunningYear.StartAsync(options.Count > 0 ? options[0] : null);
        var settings = (await File.ReadAllTextAsync($"/proc/{year.Worker().Id}/environ")).Split('\0').Select(entry => entry.Split('=', 2))
            .Where(entry => entry.Length == 2 && entry[0].StartsWith("Renstra", StringComparison.Ordinal))
            .ToDictionary(entry => entry[0].Replace("__", ":", StringComparison.Ordinal), entry => (string?)entry[1]);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddRenstra();
        await using var alone = builder.Build();
        alone.Map("/odata/{**path}", alone.Services.GetRequiredService<FeedHandler>().InvokeAsync);
        await alone.StartAsync();

        // The least that any proxy costs, without a call beside the request.
        var front = WebApplication.CreateSlimBuilder();
        front.WebHost.UseUrls("http://127.0.0.1:0");
        front.Logging.ClearProviders();
        front.Services.AddHttpForwarder();
        await using var bare = front.Build();
        bare.MapForwarder("/{**path}", alone.Urls.Single());
        await bare.StartAsync();
        using var direct = new HttpClient { BaseAddress = new Uri(alone.Urls.Single() + "/odata/") };
        direct.DefaultRequestHeaders.Add("x-functions-key", year.Key);
        using var forwarded = RunningYear.Client(new Uri(bare.Urls.Single() + "/odata/"), year.Key);
        using var proxied = year.Client();
        await CompareAsync("a page of 140 rows, 8 clients", "Kinerja?$filter=Bulan eq 2024-07-01", 140);
        await CompareAsync("a year of 1,680 rows, 8 clients", "Kinerja?$filter=Tahun eq 2024", 1_680);

        async Task CompareAsync(string what, string address, int rows)
        {
            (string Name, HttpClient Client, List<double> Rates)[] ways = [("alone", direct, []), ("through a bare proxy", forwarded, []), ("through host and worker", proxied, [])];
            for (var round = 0; round < 6; round++)
            {
                foreach (var (_, client, rates) in ways)
                {
                    var rate = await RateAsync(client, address);
                    if (round > 0)
                    {
                        rates.Add(rate);
                    }
                }
            }

            var basis = Medians.Quantile(ways[0].Rates, 0.5);
            foreach (var (name, _, rates) in ways)
            {
                var rate = Medians.Quantile(rates, 0.5);
                Medians.Print($"{what}, {name}: {rate:0} requests/s, {rate * rows:0} rows/s; ratio {rate / basis:0.00}");
            }
        }
    }

    private static async Task<double> RateAsync(HttpClient client, string address)
    {
        var since = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            var count = 0;
            for (; Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(2); count++)
            {
                await client.GetByteArrayAsync(address);
            }

            return count;
        }));
        return counts.Sum() / Stopwatch.GetElapsedTime(since).TotalSeconds;
    }
}
