using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Functions.Feed.Sets;
using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Performance;
using Renstra.Transform.Regions;

namespace Renstra.Benchmarks.Feed;

/// <summary>One year, five, and a country's five: a month's query, and the whole of it page by page. Months are made when they are read, as storage would give them, and kept by nobody.</summary>
internal static partial class GrowthCommand
{
    public static async Task RunAsync()
    {
        foreach (var (regions, indicators, months) in new[] { (22, 7, 12), (22, 7, 60), (514, 25, 60) })
        {
            using var server = new HeadlessServer();
            await using var app = MemoryFeed.Build(_ => new GrowingSet(regions, indicators, months), new ReplayedStorage(), server, ("Renstra:Feed:KeptBytes", "0"));
            await app.StartAsync();
            var times = new List<double>();
            for (var round = 0; round < 12; round++)
            {
                var start = Stopwatch.GetTimestamp();
                await server.OkAsync("/odata/Kinerja", "?$filter=Bulan eq 2024-07-01 and KodeWilayah eq '11.02'", ("x-functions-key", MemoryFeed.Key));
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            GC.Collect();
            var (rest, largest, pages, since) = (GC.GetTotalMemory(forceFullCollection: true), 0L, 0, Stopwatch.GetTimestamp());
            for (var query = ""; query is not null; pages++)
            {
                var page = await server.OkAsync("/odata/Kinerja", query, ("x-functions-key", MemoryFeed.Key));
                query = NextLink().Match(page.Tail) is { Success: true } next ? next.Groups[1].Value : null;
                if (pages % 10 == 0)
                {
                    largest = Math.Max(largest, GC.GetTotalMemory(forceFullCollection: true) - rest);
                }
            }

            var (seconds, rows) = (Stopwatch.GetElapsedTime(since).TotalSeconds, regions * indicators * months);
            Medians.Print($"{regions} regions x {indicators} indicators x {months} months = {rows} rows: a region's month {Medians.Quantile(times, 0.5):0.00} ms; the whole in {pages} pages {seconds:0.0} s, {rows / seconds:0} rows/s, at most {largest / 1048576.0:0.0} MiB more in memory between two pages");
        }
    }

    [GeneratedRegex("\"@odata.nextLink\":\"[^\"?]+([?][^\"]+)\"")]
    private static partial Regex NextLink();

    private sealed class GrowingSet(int regions, int indicators, int months) : FeedSet(
        "Kinerja", "Capaian", typeof(KinerjaRow), nameof(KinerjaRow.Bulan), nameof(KinerjaRow.KodeWilayah), nameof(KinerjaRow.KodeIndikator))
    {
        public override async IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(FeedReading reading, [EnumeratorCancellation] CancellationToken cancellation)
        {
            await Task.CompletedTask;
            var first = new ReportingMonth(2024, 1);
            foreach (var month in reading.Scope.Months(nameof(KinerjaRow.Bulan), first, first.AddMonths(months - 1)))
            {
                var release = new Release(month, 1, "000000000001", Wita.At(month.AddMonths(1).FirstDay.AddDays(10), new TimeOnly(6, 0)), "v", "v", 1, regions, regions, []);
                yield return InKeyOrder(
                    from region in Enumerable.Range(0, regions)
                    let code = RegionCode.Parse(FormattableString.Invariant($"{11 + (region / 30)}.{(region % 30) + 1:00}"))
                    where reading.Scope.Allows(nameof(KinerjaRow.KodeWilayah), code.Value)
                    from indicator in Enumerable.Range(1, indicators)
                    select new KinerjaRow(
                        new PerformanceRow
                        {
                            Region = code,
                            Month = month,
                            Indicator = IndicatorCode.Parse(FormattableString.Invariant($"IKU-{indicator}")),
                            Numerator = region * indicator,
                            Denominator = region + 1000,
                            Realisation = (region + indicator) / 7m,
                            Target = 65.5m,
                            IsRunning = true,
                            IsReported = true,
                        },
                        release,
                        reading.Reference));
            }
        }
    }
}
