using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Renstra.Functions.Consolidation;
using Renstra.Functions.Tests.Ingestion;
using Renstra.Testing.Azurite;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Tests.Withdrawals;

/// <summary>What the analyst does and sees: a line in a file, then the feed.</summary>
public sealed class WithdrawalInTheFeedTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.Parse("2024-03-12T22:00:00Z", CultureInfo.InvariantCulture));
    private readonly HttpClient _client = new();
    private App _app = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await Kiriman.AppAsync(azurite, _clock);
        _client.BaseAddress = new Uri(FormattableString.Invariant($"http://127.0.0.1:{await _app.StartAsync()}/odata/"));
        _client.DefaultRequestHeaders.Add("x-functions-key", App.FeedKey);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task The_earlier_report_stands_again_the_months_behind_it_are_released_anew_and_the_reason_is_told()
    {
        var earlier = await IngestAsync("2024-02-05T01:00:00Z", "53.02 2024-01 IKU-2 12/30");
        await IngestAsync("2024-03-05T01:00:00Z", "53.02 2024-02 IKU-2 10/20");
        var wrong = await IngestAsync("2024-03-09T01:00:00Z", "53.02 2024-01 IKU-2 30/30");
        await CloseAsync();

        await WithdrawalList.PutAsync(_app, wrong);
        _clock.Advance(TimeSpan.FromDays(1));
        await CloseAsync();

        var file = Assert.Single(await RowsAsync("LaporanMasuk?$filter=Ditarik"));
        Assert.Equal(
            (wrong.ToString(), WithdrawalList.Reason, "Maria Bria", "2024-08-12"),
            (Text(file, "LaporanMasuk"), Text(file, "AlasanPenarikan"), Text(file, "DitarikOleh"), Text(file, "DitarikPada")));
        var reports = await RowsAsync("Laporan?$filter=Bulan eq 2024-01-01");
        Assert.Equal(
            [(earlier.ToString(), true, false), (wrong.ToString(), false, true)],
            reports.Select(report => (Text(report, "LaporanMasuk")!, report.GetProperty("Berlaku").GetBoolean(), report.GetProperty("Ditarik").GetBoolean())));
        var shown = await RowsAsync("Kinerja?$filter=KodeWilayah eq '53.02' and KodeIndikator eq 'IKU-2' and Bulan le 2024-02-01");
        Assert.Equal(
            [("Tetap", 2, 12m), ("Tetap", 2, 22m)],
            shown.Select(row => (Text(row, "StatusBulan")!, row.GetProperty("PenetapanKe").GetInt32(), row.GetProperty("Pembilang").GetDecimal())));
        var changes = await RowsAsync("PerubahanPenetapan?$filter=KodeWilayah eq '53.02'");
        Assert.Equal(["2024-01-01 Laporan ditarik", "2024-02-01 Laporan ditarik"], changes.Select(change => $"{Text(change, "Bulan")} {Text(change, "Sebab")}"));
        Assert.Equal(1, Assert.Single(await RowsAsync("StatusData")).GetProperty("KirimanDitarik").GetInt32());
    }

    [Fact]
    public async Task An_open_month_shows_at_once_that_nothing_is_reported_any_more()
    {
        var wrong = await IngestAsync("2024-03-05T01:00:00Z", "53.02 2024-02 IKU-2 10/20");

        await WithdrawalList.PutAsync(_app, wrong);
        await WithdrawalList.SweepAsync(_app);

        var shown = Assert.Single(await RowsAsync("Kinerja?$filter=KodeWilayah eq '53.02' and KodeIndikator eq 'IKU-2' and Bulan eq 2024-02-01"));
        Assert.Equal(("Sementara", "Belum"), (Text(shown, "StatusBulan"), Text(shown, "StatusLapor")));
        Assert.Equal(JsonValueKind.Null, shown.GetProperty("Realisasi").ValueKind);
    }

    [Fact]
    public async Task A_withdrawal_releases_no_month_that_it_does_not_concern()
    {
        await IngestAsync("2024-02-05T01:00:00Z", "53.02 2024-01 IKU-2 12/30");
        var wrong = await IngestAsync("2024-03-09T01:00:00Z", "53.02 2024-02 IKU-2 30/30");
        await CloseAsync();

        await WithdrawalList.PutAsync(_app, wrong);
        await CloseAsync();

        var releases = await RowsAsync("Penetapan");
        Assert.Equal(["2024-01-01 1", "2024-02-01 1", "2024-02-01 2"], releases.Select(release => $"{Text(release, "Bulan")} {release.GetProperty("PenetapanKe")}"));
        Assert.NotEqual(Text(releases[1], "VersiReferensi"), Text(releases[2], "VersiReferensi"));
    }

    [Fact]
    public async Task A_line_for_a_file_that_never_came_is_told()
    {
        await WithdrawalList.PutLinesAsync(_app, "20240305010000000-0123456789ab,Salah,Maria Bria,2024-03-12");

        await WithdrawalList.SweepAsync(_app);

        var status = Assert.Single(await RowsAsync("StatusData"));
        Assert.Equal((0, "20240305010000000-0123456789ab"), (status.GetProperty("KirimanDitarik").GetInt32(), Text(status, "PenarikanTakDikenal")));
    }

    private async Task<SubmissionId> IngestAsync(string submittedAt, string line) =>
        (await Kiriman.DeliverAsync(_app, await Kiriman.CollectAsync(_app, line[..5], submittedAt, line)))!.Id;

    private Task CloseAsync() => _app.Services.GetRequiredService<ConsolidateMonth>().RunAsync(Cancellation);

    private async Task<IReadOnlyList<JsonElement>> RowsAsync(string address)
    {
        using var answer = JsonDocument.Parse(await _client.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation));
        return [.. answer.RootElement.GetProperty("value").EnumerateArray().Select(row => row.Clone())];
    }

    private static string? Text(JsonElement row, string column) => row.GetProperty(column).GetString();
}
