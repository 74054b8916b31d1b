using System.Globalization;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;
using Renstra.Transform.Reference;

namespace Renstra.Benchmarks.Feed;

/// <summary>Rows of a table to rows of the feed, storage replayed: 1,000 files received, as one answer of storage.</summary>
internal static class TablesCommand
{
    private const int Rows = 1_000;

    public static async Task RunAsync()
    {
        await using var app = MemoryFeed.Build(null, new ReplayedStorage(("LaporanMasuk", Body())), new HeadlessServer(), ("Renstra:Feed:Freshness", "00:00:00"));
        var set = app.Services.GetServices<FeedSet>().Single(set => set.Name == "LaporanMasuk");
        var table = app.Services.GetRequiredService<StorageClients>().Submissions;
        var reading = new FeedReading(ReadScope.Everything, ReferenceData.Shipped, Wita.At(new DateOnly(2024, 5, 15), new TimeOnly(9, 0)), null);
        await Medians.PrintAsync(
            "1,000 rows of LaporanMasuk, times ten",
            40,
            10,
            new Side("the SDK's typed query loop", () => TenTimesAsync(table.QueryAsync<TypedRow>())),
            new Side("table rows to feed rows", () => TenTimesAsync(set.ReadAsync(reading, CancellationToken.None))));
    }

    private static async Task TenTimesAsync(IAsyncEnumerable<TypedRow> rows)
    {
        for (var time = 0; time < 10; time++)
        {
            Require(await rows.CountAsync());
        }
    }

    private static async Task TenTimesAsync(IAsyncEnumerable<IReadOnlyList<object>> portions)
    {
        for (var time = 0; time < 10; time++)
        {
            Require(await portions.Select(portion => portion.Count).SumAsync());
        }
    }

    private static void Require(int rows)
    {
        if (rows != Rows)
        {
            throw new InvalidOperationException($"{rows} rows");
        }
    }

    private static byte[] Body()
    {
        var text = new StringBuilder("{\"odata.metadata\":\"http://127.0.0.1/renstra/$metadata#LaporanMasuk\",\"value\":[");
        for (var row = 0; row < Rows; row++)
        {
            var at = new DateTimeOffset(2024, 3, 5, 2, 0, 0, TimeSpan.Zero).AddSeconds(row);
            var id = string.Create(CultureInfo.InvariantCulture, $"{at:yyyyMMddHHmmssfff}-{row:x12}");
            text.Append(row == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $$"""
                {"odata.etag":"W/\"datetime'2024-03-05T02%3A00%3A00.0000000Z'\"","PartitionKey":"2024-03","RowKey":"{{id}}","Timestamp":"2024-03-05T02:00:00.0000000Z","NamaBlob":"53.01/{{id}}-Laporan Kupang Februari.xlsx","NamaBerkas":"Laporan Kupang Februari.xlsx","Folder":"53.01","Ukuran@odata.type":"Edm.Int64","Ukuran":"12345","Sha256":"{{new string('a', 64)}}","NomorTandaTerima":"TT-202403-{{row:0000}}","VersiReferensi":"2024.1","Putusan":"Diterima","JumlahLaporan":1,"JumlahDiterima":1,"JumlahCatatan":0,"SelesaiPada@odata.type":"Edm.DateTime","SelesaiPada":"2024-03-05T02:01:00.0000000Z","DiantarPada@odata.type":"Edm.DateTime","DiantarPada":"2024-03-05T02:05:00.0000000Z"}
                """);
        }

        return Encoding.UTF8.GetBytes(text.Append("]}").ToString());
    }

    /// <summary>The row as the SDK's documentation would have it declared.</summary>
    private sealed class TypedRow : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public string NamaBlob { get; set; } = "";

        public string NamaBerkas { get; set; } = "";

        public string? Folder { get; set; }

        public long Ukuran { get; set; }

        public string? Sha256 { get; set; }

        public string NomorTandaTerima { get; set; } = "";

        public string VersiReferensi { get; set; } = "";

        public string? Putusan { get; set; }

        public int? JumlahLaporan { get; set; }

        public int? JumlahDiterima { get; set; }

        public int? JumlahCatatan { get; set; }

        public DateTimeOffset? SelesaiPada { get; set; }

        public DateTimeOffset? DiantarPada { get; set; }
    }
}
