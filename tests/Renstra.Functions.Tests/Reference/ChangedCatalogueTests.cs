using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Renstra.Functions.Reference;
using Renstra.Functions.Storage;
using Renstra.Functions.Tests.Ingestion;
using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;
using Renstra.Transform.Forms;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Tests.Reference;

/// <summary>
/// Changing what the plan measures is changing lines of CSV files and nothing else: from the form that asks for it to the release
/// that shows it.
/// </summary>
public sealed class ChangedCatalogueTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly ReportingMonth January = ReportingMonth.Parse("2024-01");

    private readonly FakeTimeProvider _clock = new(Wita.At(new DateOnly(2024, 2, 5), new TimeOnly(9, 0)));
    private readonly HttpClient _feed = new() { DefaultRequestHeaders = { { "x-functions-key", App.FeedKey } } };
    private App _app = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await App.CreateAsync(azurite, _clock);
        _feed.BaseAddress = new Uri($"http://127.0.0.1:{await _app.StartAsync()}/odata/");
    }

    public async ValueTask DisposeAsync()
    {
        _feed.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task An_indicator_added_by_lines_goes_through_form_ingestion_release_and_feed()
    {
        var iku8 = IndicatorCode.Parse("IKU-8");
        await AddLinesAsync("indikator.csv", "IKU-8,% Lembaga Pelatihan Kerja Terakreditasi,%,Proporsi,Naik,2,KAB,Bidang Pelatihan,2024,2026,rencana aksi");
        await AddLinesAsync("komponen.csv",
            "IKU-8,Pembilang,Lembaga pelatihan kerja terakreditasi,lembaga,Posisi,0,rencana aksi",
            "IKU-8,Penyebut,Jumlah lembaga pelatihan kerja,lembaga,Posisi,0,rencana aksi");
        await AddLinesAsync("keberlakuan.csv", "IKU-8,53.02,2024,2026,rencana aksi,", "IKU-8,53.71,2024,2026,rencana aksi,");
        await AddLinesAsync("target.csv", "IKU-8,,2024,,50,,2024-01,Keputusan Kepala Dinas,rencana aksi,");
        var reference = await InForceAsync();

        await SendAsync(reference, "53.02", "53.02", DataHolder.Region, (iku8, new FormAmounts(3, 8)));
        await SendAsync(reference, "53.71", "53.71", DataHolder.Region, (iku8, new FormAmounts(4, 12)));
        await CloseAsync();

        var rows = await RowsAsync("Kinerja?$filter=KodeIndikator eq 'IKU-8' and Bulan eq 2024-01-01");
        Assert.Equal(["53 7/20", "53.02 3/8", "53.71 4/12"], rows.Select(Amounts));
        Assert.All(rows, row => Assert.Equal("Tetap", row.GetProperty("StatusBulan").GetString()));
        Assert.Equal((35m, 50m, 70m, "Berhasil"), (Number(rows[0], "Realisasi"), Number(rows[0], "Target"), Number(rows[0], "RasioCapaian"), rows[0].GetProperty("Kategori").GetString()));
        var lineage = Assert.Single(await RowsAsync("DataRealisasi?$filter=KodeIndikator eq 'IKU-8' and KodeWilayah eq '53.02' and Peran eq 'Pembilang'"));
        Assert.Equal("3", lineage.GetProperty("IsiSel").GetString());
    }

    [Fact]
    public async Task An_indicator_moved_to_the_province_by_one_cell_is_never_overwritten_by_the_other_holder()
    {
        var iku4 = IndicatorCode.Parse("IKU-4");
        var inspectors = DataHolder.Parse("WAS");
        await ReplaceAsync("indikator.csv", "% Perusahaan yang Melaksanakan Norma Kerja,%,Proporsi,Naik,2,KAB,", "% Perusahaan yang Melaksanakan Norma Kerja,%,Proporsi,Naik,2,WAS,");
        var reference = await InForceAsync();
        var regions = reference.Regions.Reporting.Select(region => region.Code).ToList();

        // Offices that still send the old form, with numbers of their own for IKU-4, before and after the inspectors' files.
        var offices = async (IEnumerable<RegionCode> senders) =>
        {
            foreach (var region in senders)
            {
                await SendAsync(ReferenceData.Shipped, region.Value, region.Value, DataHolder.Region, (iku4, new FormAmounts(999, 999)));
            }
        };
        await offices(regions[..11]);
        foreach (var region in regions)
        {
            await SendAsync(reference, "53", region.Value, inspectors, (iku4, new FormAmounts(1, 4)));
        }

        await offices(regions[11..]);
        await CloseAsync();

        var rows = await RowsAsync("Kinerja?$filter=KodeIndikator eq 'IKU-4' and Bulan eq 2024-01-01");
        Assert.Equal("53 22/88", Amounts(rows[0]));
        Assert.All(rows.Skip(1), row => Assert.Equal((1m, 4m), (Number(row, "Pembilang"), Number(row, "Penyebut"))));
        var flows = await RowsAsync("Kinerja?$filter=KodeIndikator eq 'IKU-2' and Bulan eq 2024-01-01 and KodeWilayah eq '53'");
        Assert.Equal("53 22/44", Amounts(flows[0]));
        var release = await _app.Services.GetRequiredService<ReleaseStore>().InForceAsync(January, Cancellation);
        Assert.Equal((44, 44), (release!.ReportsReceived, release.ReportsDue));
    }

    /// <summary>Fills in a form, every amount that is not given as 1 of 2, and lets it arrive from a folder.</summary>
    private async Task SendAsync(ReferenceData forms, string folder, string region, DataHolder holder, (IndicatorCode Indicator, FormAmounts Amounts) given)
    {
        var about = RegionCode.Parse(region);
        var amounts = forms.Indicators.ReportedBy(holder, about, January.Year).ToDictionary(indicator => indicator.Code, _ => new FormAmounts(1, 2));
        amounts[given.Indicator] = given.Amounts;
        using var file = new MemoryStream();
        new MonthlyFormWriter(forms).Write(file, new FormRequest(about, January, holder) { Officer = "Maria", Amounts = amounts });

        _clock.Advance(TimeSpan.FromSeconds(1));
        var name = Kiriman.Name(folder, _clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), file.ToArray(), $"laporan {region}.xlsx");
        await Kiriman.PutAsync(_app, name, file.ToArray());
        var submission = await Kiriman.DeliverAsync(_app, name);

        Assert.Equal(Verdict.Diterima, submission!.Outcome!.Verdict);
    }

    private async Task CloseAsync()
    {
        _clock.SetUtcNow(Wita.At(new DateOnly(2024, 2, 11), new TimeOnly(6, 0)));
        await _app.CloseDueMonthsAsync();
    }

    private async Task<ReferenceData> InForceAsync()
    {
        var current = _app.Services.GetRequiredService<CurrentReference>();
        var reference = await current.GetAsync(Cancellation);
        Assert.Empty(current.Refused);
        return reference;
    }

    private Task AddLinesAsync(string file, params string[] lines) =>
        PutAsync(file, ReferenceFiles.Shipped[file].TrimEnd('\n') + "\n" + string.Join('\n', lines) + "\n");

    private Task ReplaceAsync(string file, string old, string replacement)
    {
        Assert.Equal(2, ReferenceFiles.Shipped[file].Split(old).Length);
        return PutAsync(file, ReferenceFiles.Shipped[file].Replace(old, replacement, StringComparison.Ordinal));
    }

    private Task PutAsync(string file, string text) => _app.Account.Blobs()
        .GetBlobContainerClient(StorageNames.ReferenceContainer)
        .UploadBlobAsync(file, new BinaryData(text), Cancellation);

    private async Task<IReadOnlyList<JsonElement>> RowsAsync(string address)
    {
        var answer = await _feed.GetStringAsync(address, Cancellation);
        return [.. JsonDocument.Parse(answer).RootElement.GetProperty("value").EnumerateArray()];
    }

    private static string Amounts(JsonElement row) =>
        string.Create(CultureInfo.InvariantCulture, $"{row.GetProperty("KodeWilayah")} {Number(row, "Pembilang"):0}/{Number(row, "Penyebut"):0}");

    private static decimal Number(JsonElement row, string column) => row.GetProperty(column).GetDecimal();
}
