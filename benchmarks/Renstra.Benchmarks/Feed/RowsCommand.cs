using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Renstra.Benchmarks.Feed;

/// <summary>200,000 rows of Kinerja in memory, the same through each side, without a network.</summary>
internal static partial class RowsCommand
{
    private const int Rows = 200_000;
    private const string Filtered = "?$filter=RasioCapaian gt 140 and Tingkat eq 'Kabupaten'&$select=Bulan,KodeWilayah,KodeIndikator,RasioCapaian,Kategori&$orderby=RasioCapaian desc,KodeWilayah";

    private static readonly (string Name, string Value) Key = ("x-functions-key", MemoryFeed.Key);
    private static readonly (string Name, string Value) Gzip = ("Accept-Encoding", "gzip");

    public static async Task RunAsync()
    {
        var months = MemoryRows.Make(Rows);
        var plain = MemoryRows.ForStock(months);
        Medians.Print($"{plain.Count} rows of {typeof(StockRow).GetProperties().Length} columns, GC {(System.Runtime.GCSettings.IsServerGC ? "server" : "workstation")}");
        using var stock = new HeadlessServer();
        using var ours = new HeadlessServer();
        using var kept = new HeadlessServer();
        await using var stockApp = StockApp.Build(plain, stock);
        await using var ourApp = MemoryFeed.Build(_ => new MemorySet(months), new ReplayedStorage(), ours, ("Renstra:Feed:KeptBytes", "0"));
        await using var keptApp = MemoryFeed.Build(_ => new MemorySet(months), new ReplayedStorage(), kept);
        await stockApp.StartAsync();
        await ourApp.StartAsync();
        await keptApp.StartAsync();

        await Medians.PrintAsync(
            "a page of 5,000 rows",
            15,
            3,
            new Side("stock", () => stock.OkAsync("/odata/Kinerja", "?$top=5000")),
            new Side("hand-written Utf8JsonWriter", () => ByHandAsync(plain.Take(5_000))),
            new Side("ours, made anew", () => ours.OkAsync("/odata/Kinerja", "", Key)),
            new Side("ours, kept", () => kept.OkAsync("/odata/Kinerja", "", Key)),
            new Side("ours, made anew, gzip", () => ours.OkAsync("/odata/Kinerja", "", Key, Gzip)),
            new Side("ours, kept, gzip", () => kept.OkAsync("/odata/Kinerja", "", Key, Gzip)));
        await Medians.PrintAsync(
            "filtered, selected and sorted",
            9,
            2,
            new Side("stock, as many rows", () => stock.OkAsync("/odata/Kinerja", Filtered + "&$top=5000")),
            new Side("stock, all that match", () => stock.OkAsync("/odata/Kinerja", Filtered)),
            new Side("by hand, compiled for this question", () => FilteredByHandAsync(plain)),
            new Side("ours, made anew", () => ours.OkAsync("/odata/Kinerja", Filtered, Key)),
            new Side("ours, kept", () => kept.OkAsync("/odata/Kinerja", Filtered, Key)));
        await Medians.PrintAsync(
            "the whole set",
            3,
            1,
            new Side("stock", () => stock.OkAsync("/odata/Kinerja", "")),
            new Side("hand-written Utf8JsonWriter", () => ByHandAsync(plain)),
            new Side("ours, page by page", () => WalkAsync(ours)));
        await PrintAllocationAsync("stock", plain.Count, () => stock.OkAsync("/odata/Kinerja", ""));
        await PrintAllocationAsync("ours, page by page", plain.Count, () => WalkAsync(ours));
    }

    private static Task ByHandAsync(IEnumerable<StockRow> rows)
    {
        HandLoop.Write(Stream.Null, rows);
        return Task.CompletedTask;
    }

    /// <summary>The same question as somebody would write it for these rows, with nothing to parse and every comparison compiled: what only touching the rows costs.</summary>
    private static Task FilteredByHandAsync(IReadOnlyList<StockRow> rows)
    {
        using var json = new Utf8JsonWriter(Stream.Null);
        json.WriteStartArray();
        foreach (var row in rows
            .Where(row => row.RasioCapaian > 140 && row.Tingkat == "Kabupaten")
            .OrderByDescending(row => row.RasioCapaian)
            .ThenBy(row => row.KodeWilayah, StringComparer.Ordinal)
            .ThenBy(row => row.Bulan)
            .ThenBy(row => row.KodeIndikator, StringComparer.Ordinal)
            .Take(5_000))
        {
            json.WriteStartObject();
            json.WriteString("Bulan", row.Bulan.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("KodeWilayah", row.KodeWilayah);
            json.WriteString("KodeIndikator", row.KodeIndikator);
            json.WriteNumber("RasioCapaian", row.RasioCapaian!.Value);
            json.WriteString("Kategori", row.Kategori);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        return Task.CompletedTask;
    }

    private static async Task PrintAllocationAsync(string name, int rows, Func<Task> run)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await run();
        Medians.Print($"  {name}: {(GC.GetTotalAllocatedBytes(precise: true) - before) / (double)rows:0.0} bytes allocated a row of the whole set");
    }

    /// <summary>Every page, as its predecessor says where it is.</summary>
    private static async Task WalkAsync(HeadlessServer server)
    {
        for (var query = ""; ;)
        {
            var page = await server.OkAsync("/odata/Kinerja", query, Key);
            if (NextLink().Match(page.Tail) is not { Success: true } next)
            {
                return;
            }

            query = next.Groups[1].Value;
        }
    }

    [GeneratedRegex("\"@odata.nextLink\":\"[^\"?]+([?][^\"]+)\"")]
    private static partial Regex NextLink();
}
