using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.OData;
using Microsoft.AspNetCore.OData.Query;
using Microsoft.AspNetCore.OData.Routing.Controllers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.OData.ModelBuilder;

namespace Renstra.Benchmarks.Feed;

/// <summary>A row of <c>Kinerja</c> as anybody would declare it.</summary>
public sealed class StockRow
{
    public DateOnly Bulan { get; set; }

    public int BulanAngka { get; set; }

    public int Tahun { get; set; }

    public int Triwulan { get; set; }

    public string KodeWilayah { get; set; } = "";

    public string NamaWilayah { get; set; } = "";

    public string Tingkat { get; set; } = "";

    public string KodeIndikator { get; set; } = "";

    public string NamaIndikator { get; set; } = "";

    public string? Satuan { get; set; }

    public string? Polaritas { get; set; }

    public decimal? PembilangBulan { get; set; }

    public decimal? PenyebutBulan { get; set; }

    public decimal? RealisasiBulan { get; set; }

    public decimal? Pembilang { get; set; }

    public decimal? Penyebut { get; set; }

    public decimal? Realisasi { get; set; }

    public decimal? Target { get; set; }

    public decimal? RasioCapaian { get; set; }

    public string? Kategori { get; set; }

    public int? UrutanKategori { get; set; }

    public bool Berjalan { get; set; }

    public string StatusLapor { get; set; } = "";

    public DateOnly? DataBulan { get; set; }

    public long? WilayahMelapor { get; set; }

    public long? WilayahWajib { get; set; }

    public bool? Lengkap { get; set; }

    public string? WilayahBelum { get; set; }

    public string? LaporanMasuk { get; set; }

    public string StatusBulan { get; set; } = "";

    public int? PenetapanKe { get; set; }

    public DateTimeOffset? DitetapkanPada { get; set; }

    public DateTimeOffset? DiubahPada { get; set; }
}

/// <summary>The stock library's controller.</summary>
public sealed class KinerjaController(StockRows rows) : ODataController
{
    [EnableQuery]
    public IQueryable<StockRow> Get() => rows.All;
}

/// <summary>The rows that the stock app has in memory.</summary>
/// <param name="All">All of them.</param>
public sealed record StockRows(IQueryable<StockRow> All);

/// <summary>What the feed is measured against: Microsoft.AspNetCore.OData as its documentation sets it up, rows in memory.</summary>
internal static class StockApp
{
    public static WebApplication Build(IReadOnlyList<StockRow> rows, IServer? server = null)
    {
        var model = new ODataConventionModelBuilder();
        model.EntitySet<StockRow>("Kinerja").EntityType.HasKey(row => new { row.Bulan, row.KodeWilayah, row.KodeIndikator });
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        if (server is not null)
        {
            builder.Services.AddSingleton(server);
        }

        builder.Services.AddSingleton(new StockRows(rows.AsQueryable()));
        builder.Services.AddResponseCompression(compression => compression.MimeTypes = ["application/json"]);
        builder.Services.AddControllers()
            .AddApplicationPart(typeof(KinerjaController).Assembly)
            .AddOData(odata => odata.Select().Filter().OrderBy().Count().SetMaxTop(null).AddRouteComponents("odata", model.GetEdmModel()));
        var app = builder.Build();
        app.UseResponseCompression();
        app.MapControllers();
        return app;
    }

    /// <summary>Serves rows of a JSON file on a free port, which it prints, until standard input ends.</summary>
    public static async Task ServeAsync(string file)
    {
        var rows = JsonSerializer.Deserialize<List<StockRow>>(await File.ReadAllTextAsync(file))!;
        await using var app = Build(rows);
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await Console.In.ReadToEndAsync();
    }
}

/// <summary>The loop that somebody would write by hand for these rows and no others.</summary>
internal static class HandLoop
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void Write(Stream output, IEnumerable<StockRow> rows)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("@odata.context", "http://localhost/odata/$metadata#Kinerja");
        json.WriteStartArray("value");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            Day(json, "Bulan", row.Bulan);
            json.WriteNumber("BulanAngka", row.BulanAngka);
            json.WriteNumber("Tahun", row.Tahun);
            json.WriteNumber("Triwulan", row.Triwulan);
            json.WriteString("KodeWilayah", row.KodeWilayah);
            json.WriteString("NamaWilayah", row.NamaWilayah);
            json.WriteString("Tingkat", row.Tingkat);
            json.WriteString("KodeIndikator", row.KodeIndikator);
            json.WriteString("NamaIndikator", row.NamaIndikator);
            json.WriteString("Satuan", row.Satuan);
            json.WriteString("Polaritas", row.Polaritas);
            Number(json, "PembilangBulan", row.PembilangBulan);
            Number(json, "PenyebutBulan", row.PenyebutBulan);
            Number(json, "RealisasiBulan", row.RealisasiBulan);
            Number(json, "Pembilang", row.Pembilang);
            Number(json, "Penyebut", row.Penyebut);
            Number(json, "Realisasi", row.Realisasi);
            Number(json, "Target", row.Target);
            Number(json, "RasioCapaian", row.RasioCapaian);
            json.WriteString("Kategori", row.Kategori);
            Whole(json, "UrutanKategori", row.UrutanKategori);
            json.WriteBoolean("Berjalan", row.Berjalan);
            json.WriteString("StatusLapor", row.StatusLapor);
            Day(json, "DataBulan", row.DataBulan);
            Whole(json, "WilayahMelapor", row.WilayahMelapor);
            Whole(json, "WilayahWajib", row.WilayahWajib);
            if (row.Lengkap is { } complete)
            {
                json.WriteBoolean("Lengkap", complete);
            }
            else
            {
                json.WriteNull("Lengkap");
            }

            json.WriteString("WilayahBelum", row.WilayahBelum);
            json.WriteString("LaporanMasuk", row.LaporanMasuk);
            json.WriteString("StatusBulan", row.StatusBulan);
            Whole(json, "PenetapanKe", row.PenetapanKe);
            Moment(json, "DitetapkanPada", row.DitetapkanPada);
            Moment(json, "DiubahPada", row.DiubahPada);
            json.WriteEndObject();
            if (json.BytesPending > 32 * 1024)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Whole(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Day(Utf8JsonWriter json, string name, DateOnly? value)
    {
        if (value is { } day)
        {
            Span<char> text = stackalloc char[10];
            day.TryFormat(text, out var length, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            json.WriteString(name, text[..length]);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Moment(Utf8JsonWriter json, string name, DateTimeOffset? value)
    {
        if (value is { } moment)
        {
            json.WriteString(name, moment.UtcDateTime);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
