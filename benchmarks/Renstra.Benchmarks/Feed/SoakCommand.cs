using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Renstra.Benchmarks.Feed;

/// <summary>Fifty refreshes at once while files keep coming in, over LocalHost and Azurite on loopback.</summary>
internal static class SoakCommand
{
    private const int Readers = 50;

    private static readonly string[] Questions =
    [
        "Kinerja", "Kinerja?$filter=Bulan eq 2024-07-01", "Kinerja?$filter=Bulan ge 2024-12-01", "KinerjaPeriode", "Wilayah", "Indikator", "Target", "Kalender", "StatusData",
        "Kinerja?$filter=Tahun eq 2024 and Tingkat eq 'Provinsi'&$orderby=RasioCapaian desc", "Kinerja?$apply=groupby((Bulan,Kategori),aggregate($count as Banyak))",
        "LaporanMasuk?$top=50", "KepatuhanLaporan", "Penetapan", "DataRealisasi?$filter=Bulan eq 2024-12-01", "$metadata", "Laporan/$count",
    ];

    /// <param name="options">Minutes, ten unless said; a folder to keep the year in.</param>
    public static async Task RunAsync(IReadOnlyList<string> options)
    {
        var minutes = options.Count > 0 ? double.Parse(options[0], CultureInfo.InvariantCulture) : 10;
        await using var year = await RunningYear.StartAsync(options.Count > 1 ? options[1] : null);
        var worker = year.Worker();
        using var ending = new CancellationTokenSource(TimeSpan.FromMinutes(minutes), TimeProvider.System);
        var answers = new ConcurrentQueue<(string Question, int Status, double Milliseconds)>();
        var (dropped, started, printed) = (0, Stopwatch.GetTimestamp(), 0);
        var work = Enumerable.Range(0, Readers).Select(reader => ReadAsync(year, reader, answers, ending.Token)).Append(DropAsync()).ToList();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(Math.Max(5, minutes * 6)), TimeProvider.System);
        var memory = new List<(double Minute, long Bytes)>();
        Console.WriteLine("minute  answers   p50 ms   p99 ms   worst ms   working set of the worker");
        var all = new List<(string Question, int Status, double Milliseconds)>();
        while (!ending.IsCancellationRequested && await timer.WaitForNextTickAsync())
        {
            all.AddRange(answers.Skip(0).ToList().Skip(printed));
            var times = all.Skip(printed).Select(answer => answer.Milliseconds).ToList();
            printed = all.Count;
            worker.Refresh();
            memory.Add((Stopwatch.GetElapsedTime(started).TotalMinutes, worker.WorkingSet64));
            if (times.Count > 0)
            {
                Medians.Print($"{Stopwatch.GetElapsedTime(started).TotalMinutes,6:0.0} {times.Count,8} {Medians.Quantile(times, 0.5),8:0.0} {Medians.Quantile(times, 0.99),8:0.0} {times.Max(),10:0.0} {worker.WorkingSet64 / 1048576,10} MiB");
            }
        }

        await Task.WhenAll(work);
        all = [.. answers];
        var everything = all.Select(answer => answer.Milliseconds).ToList();
        var regions = all.Where(answer => answer.Question == "Wilayah").Select(answer => answer.Milliseconds).ToList();
        Medians.Print($"{all.Count} answers to {Readers} readers while {dropped} files came in: p50 {Medians.Quantile(everything, 0.5):0.0} ms, p99 {Medians.Quantile(everything, 0.99):0.0} ms; Wilayah p50 {Medians.Quantile(regions, 0.5):0.0} ms, p99 {Medians.Quantile(regions, 0.99):0.0} ms");
        if (memory.Count > 0)
        {
            Medians.Print($"working set of the worker: {memory[0].Bytes / 1048576} MiB at minute {memory[0].Minute:0.0}, {memory[^1].Bytes / 1048576} MiB at minute {memory[^1].Minute:0.0}");
        }

        // 0 is a request that was given up.
        Environment.ExitCode = all.Any(answer => answer.Status is 0 or >= 500) ? 1 : 0;
        foreach (var status in all.CountBy(answer => answer.Status).OrderBy(status => status.Key))
        {
            Medians.Print($"  {status.Key}: {status.Value}");
        }

        async Task DropAsync()
        {
            // What the year has archived comes again under another name.
            var files = Directory.GetFiles(year.SharedFolder, "*.xlsx", SearchOption.AllDirectories).Where(file => file.Contains("arsip", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
            using var every = new PeriodicTimer(TimeSpan.FromSeconds(10), TimeProvider.System);
            try
            {
                while (files.Count > 0 && await every.WaitForNextTickAsync(ending.Token))
                {
                    var file = files[dropped % files.Count];
                    var region = Path.GetRelativePath(year.SharedFolder, file).Split(Path.DirectorySeparatorChar)[0];
                    File.Copy(file, Path.Combine(year.SharedFolder, region, string.Create(CultureInfo.InvariantCulture, $"ulang {dropped++}.xlsx")), overwrite: true);
                }
            }
            catch (OperationCanceledException)
            {
                // Time is up.
            }
        }
    }

    private static async Task ReadAsync(RunningYear year, int reader, ConcurrentQueue<(string, int, double)> answers, CancellationToken ending)
    {
        using var client = year.Client();
        var random = new Random(reader);
        if (reader % 2 == 0)
        {
            client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");
        }

        while (!ending.IsCancellationRequested)
        {
            var question = Questions[random.Next(Questions.Length)];
            var start = Stopwatch.GetTimestamp();
            int status;
            try
            {
                using var response = await client.GetAsync(question, CancellationToken.None);
                status = (int)response.StatusCode;
            }
            catch (Exception trouble) when (trouble is HttpRequestException or TaskCanceledException)
            {
                status = 0;
            }

            answers.Enqueue((question, status, Stopwatch.GetElapsedTime(start).TotalMilliseconds));

            // A refresh asks, computes, and asks again.
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(200, 800)), TimeProvider.System, CancellationToken.None);
        }
    }
}
