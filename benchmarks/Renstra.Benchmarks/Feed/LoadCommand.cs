using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text;

namespace Renstra.Benchmarks.Feed;

/// <summary>What hurts: 10,000 pages at once, readers who read slowly, readers who leave, the most expensive query; and how long a page of Wilayah takes meanwhile.</summary>
internal static class LoadCommand
{
    /// <param name="options">A folder to keep the year in, if it is to be kept.</param>
    public static async Task RunAsync(IReadOnlyList<string> options)
    {
        await using var year = await RunningYear.StartAsync(options.Count > 0 ? options[0] : null);
        using var client = year.Client();
        var failed = 0;
        await client.GetStringAsync("Wilayah");
        await WhileAsync("nothing else", () => Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System));
        await WhileAsync("10,000 pages asked for at once, who is refused comes again", () => BurstOfOthersAsync(year, 10_000));
        await WhileAsync("200 readers who read one kilobyte a second", async () =>
        {
            await Task.WhenAll(Enumerable.Range(0, 200).Select(reader => ReadSlowlyAsync(year, reader, TimeSpan.FromSeconds(10))));
        });
        await WhileAsync("500 readers who leave at once", async () =>
        {
            await Task.WhenAll(Enumerable.Range(0, 500).Select(reader => ReadSlowlyAsync(year, reader, TimeSpan.Zero)));
            await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
        });
        var dear = string.Join(" or ", Enumerable.Range(0, 60).Select(number => string.Create(CultureInfo.InvariantCulture, $"contains(tolower(concat(NamaIndikator,NamaWilayah)),'x{number}')")));
        await WhileAsync("the most expensive query, 16 at a time for ten seconds", async () =>
        {
            var since = Stopwatch.GetTimestamp();
            var asked = await Task.WhenAll(Enumerable.Range(0, 16).Select(async reader =>
            {
                var count = 0;
                for (; Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(10); count++)
                {
                    using var response = await client.GetAsync(string.Create(CultureInfo.InvariantCulture, $"Kinerja?$filter={dear} or Tahun eq {reader}{count}&$orderby=concat(NamaWilayah,NamaIndikator),length(NamaIndikator)"));
                }

                return count;
            }));
            Console.WriteLine($"  {asked.Sum()} answered");
        });
        if (failed > 0)
        {
            Environment.ExitCode = 1;
        }

        async Task WhileAsync(string what, Func<Task> load)
        {
            var worker = year.Worker();
            using var other = year.Client();
            var loading = load();
            var (times, refused, largest) = (new List<double>(), 0, 0L);
            while (!loading.IsCompleted)
            {
                var start = Stopwatch.GetTimestamp();
                using var response = await other.GetAsync("Wilayah");
                if (response.StatusCode == HttpStatusCode.TooManyRequests)
                {
                    refused++;
                }
                else
                {
                    failed += (int)response.StatusCode >= 500 ? 1 : 0;
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }

                worker.Refresh();
                largest = Math.Max(largest, worker.WorkingSet64);
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
            }

            await loading;
            Medians.Print($"{what}: Wilayah {times.Count} times, p50 {Medians.Quantile(times, 0.5):0.0} ms, p95 {Medians.Quantile(times, 0.95):0.0} ms, worst {times.Max():0.0} ms; refused {refused} times; worker at most {largest / 1048576} MiB");
        }
    }

    /// <summary>Asks for so many pages at once, and again for those that were refused, until all are answered. A process of its own, so that the one that measures does not wait for itself.</summary>
    /// <param name="feed">The feed's root.</param>
    /// <param name="key">Its key.</param>
    /// <param name="pages">How many.</param>
    public static async Task BurstAsync(string feed, string key, int pages)
    {
        using var client = RunningYear.Client(new Uri(feed), key);
        var answers = new ConcurrentQueue<int>();
        var since = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, pages).Select(async page =>
        {
            for (var status = 0; status != 200;)
            {
                // Each a question of its own, so that none is answered from what is kept.
                using var response = await client.GetAsync(string.Create(CultureInfo.InvariantCulture, $"Kinerja?$filter=Tahun ne {page}&$top=100"));
                answers.Enqueue(status = (int)response.StatusCode);
                if (status == 429)
                {
                    await Task.Delay(TimeSpan.FromSeconds(1 + (4 * Random.Shared.NextDouble())), TimeProvider.System);
                }
                else if (status != 200)
                {
                    return;
                }
            }
        }));
        Medians.Print($"  {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s; {string.Join(", ", answers.CountBy(status => status).OrderBy(status => status.Key).Select(status => $"{status.Key}: {status.Value}"))}");
        Environment.ExitCode = answers.Any(status => status >= 500) ? 1 : 0;
    }

    private static async Task BurstOfOthersAsync(RunningYear year, int pages)
    {
        using var burst = Process.Start("dotnet", [Assembly.GetExecutingAssembly().Location, "feed", "burst", year.Feed.AbsoluteUri, year.Key, pages.ToString(CultureInfo.InvariantCulture)]);
        await burst.WaitForExitAsync();
        if (burst.ExitCode != 0)
        {
            Environment.ExitCode = 1;
        }
    }

    private static async Task ReadSlowlyAsync(RunningYear year, int reader, TimeSpan duration)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(year.Feed.Host, year.Feed.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"GET {year.Feed.AbsolutePath}Kinerja?$filter=Tahun%20ne%20{reader} HTTP/1.1\r\nHost: {year.Feed.Authority}\r\nx-functions-key: {year.Key}\r\n\r\n")));
        var buffer = new byte[1_024];
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < duration;)
        {
            await stream.ReadExactlyAsync(buffer);
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        }
    }
}
