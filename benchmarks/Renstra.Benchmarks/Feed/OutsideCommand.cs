using System.Text.Json;

namespace Renstra.Benchmarks.Feed;

/// <summary>
/// The feed as clients meet it: the sample year under LocalHost, its worker and Azurite, against the stock app with the same rows in
/// memory, the same client at both.
/// </summary>
internal static class OutsideCommand
{
    private static readonly (string What, string Address)[] Questions =
    [
        ("everything", "Kinerja"),
        ("one released month", "Kinerja?$filter=Bulan eq 2024-07-01"),
        ("filtered, selected and sorted", "Kinerja?$filter=Tahun eq 2024 and RasioCapaian gt 50&$select=Bulan,KodeWilayah,KodeIndikator,RasioCapaian,Kategori&$orderby=RasioCapaian desc,KodeWilayah"),
        ("an open month", "Kinerja?$filter=Bulan eq {0}"),
    ];

    /// <param name="options">A folder to keep the year in, if it is to be kept.</param>
    public static async Task RunAsync(IReadOnlyList<string> options)
    {
        await using var year = await RunningYear.StartAsync(options.Count > 0 ? options[0] : null);
        using var client = year.Client();
        var rows = JsonDocument.Parse(await client.GetStringAsync("Kinerja")).RootElement.GetProperty("value");
        var open = rows.EnumerateArray().Where(row => row.GetProperty("StatusBulan").GetString() == "Sementara").Select(row => row.GetProperty("Bulan").GetString()).FirstOrDefault();
        Console.WriteLine($"{rows.GetArrayLength()} rows, open month {open ?? "none"}");
        await using var stock = await RunningStock.StartAsync(rows.GetRawText());
        foreach (var (what, address) in Questions)
        {
            var asked = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, open);
            var (theirs, ours) = (await stock.Client.GetByteArrayAsync(asked), await client.GetByteArrayAsync(asked));
            Console.WriteLine($"{asked}: {RowsIn(theirs)} and {RowsIn(ours)} rows");
            await Medians.PrintAsync(
                what,
                100,
                20,
                new Side("stock, rows in memory", () => stock.Client.GetByteArrayAsync(asked)),
                new Side("ours, through host and worker", () => client.GetByteArrayAsync(asked)));
        }
    }

    private static int RowsIn(byte[] body) => JsonDocument.Parse(body).RootElement.GetProperty("value").GetArrayLength();
}
