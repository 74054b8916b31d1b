using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Renstra.Functions.Reference;
using Renstra.Functions.Storage;
using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Tests.Consolidation;

/// <summary>What <c>kalender.csv</c> in the container of reference data does to closings.</summary>
public sealed class CalendarTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly ReportingMonth January = ReportingMonth.Parse("2024-01");
    private static readonly ReportingMonth February = ReportingMonth.Parse("2024-02");
    private static readonly TimeSpan AWhile = new ReferenceOptions().CheckInterval;

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.Parse("2024-03-10T22:00:00Z", CultureInfo.InvariantCulture));
    private App _app = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ReleaseStore Releases => _app.Services.GetRequiredService<ReleaseStore>();

    public async ValueTask InitializeAsync() => _app = await App.CreateAsync(azurite, _clock);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_month_with_a_later_deadline_of_its_own_closes_after_the_month_behind_it_whose_release_knows_its_reports()
    {
        await PutCalendarAsync("Batas,2024-01,2024-03-20,Aplikasi baru dipakai");
        await _app.AcceptAsync(Reports.Of("53.02", "2024-01", "IKU-2 12/30"), Cancellation);
        await _app.AcceptAsync(Reports.Of("53.02", "2024-02", "IKU-2 10/20", "2024-03-05T00:00:00Z"), Cancellation);

        var first = await CloseAsync();
        _clock.AdjustTime(DateTimeOffset.Parse("2024-03-20T22:00:00Z", CultureInfo.InvariantCulture));
        var second = await CloseAsync();

        Assert.Equal([February], first.Select(release => release.Month));
        Assert.Equal([January], second.Select(release => release.Month));
        var february = (await _app.Services.GetRequiredService<ReleasedRowStore>().ReadAsync(February, first[0].Fingerprint, Transform.Regions.RegionCode.Parse("53.02"), Cancellation)).Single(row => row.Indicator.Value == "IKU-2");
        Assert.Equal(22m, february.Numerator);
    }

    [Fact]
    public async Task A_closed_year_keeps_its_releases_and_the_feed_lists_what_has_changed_since()
    {
        await _app.AcceptAsync(Reports.Of("53.02", "2024-01", "IKU-2 12/30"), Cancellation);
        var unchanged = Reports.Of("53.03", "2024-01", "IKU-2 1/30");
        await _app.AcceptAsync(unchanged, Cancellation);
        await CloseAsync();
        await PutCalendarAsync("TahunTutup,2024,,Sudah diperiksa BPK");
        var revised = Reports.Of("53.02", "2024-01", "IKU-2 20/30", "2024-04-01T00:00:00Z");
        var late = Reports.Of("53.04", "2024-02", "IKU-2 20/30", "2024-04-01T00:00:00Z");
        await _app.AcceptAsync(revised, Cancellation);
        await _app.AcceptAsync(late, Cancellation);
        _clock.AdjustTime(DateTimeOffset.Parse("2024-04-10T22:00:00Z", CultureInfo.InvariantCulture));

        var made = await CloseAsync();

        // March was never released: it closes as ever, once.
        Assert.Equal(["2024-03"], made.Select(release => release.Month.ToString()));
        Assert.Equal(
            ["2024-01-01 53.02 1 lama baru", "2024-02-01 53.04 1 - baru"],
            (await LateChangesAsync()).Select(row => string.Join(
                ' ',
                row.GetProperty("Bulan").GetString(),
                row.GetProperty("KodeWilayah").GetString(),
                row.GetProperty("PenetapanKe").GetInt32(),
                row.GetProperty("LaporanDitetapkan").ValueKind == JsonValueKind.Null ? "-" : "lama",
                row.GetProperty("LaporanSekarang").GetString() is { } now && (now == revised.Submission.ToString() || now == late.Submission.ToString()) ? "baru" : "?")));
    }

    [Fact]
    public async Task Once_the_year_is_open_again_the_changes_are_released()
    {
        await _app.AcceptAsync(Reports.Of("53.02", "2024-01", "IKU-2 12/30"), Cancellation);
        await CloseAsync();
        await PutCalendarAsync("TahunTutup,2024,,Sudah diperiksa BPK");
        await _app.AcceptAsync(Reports.Of("53.02", "2024-01", "IKU-2 20/30", "2024-03-09T00:00:00Z"), Cancellation);
        var closed = await CloseAsync();
        await PutCalendarAsync();

        var reopened = await CloseAsync();

        Assert.Empty(closed);
        Assert.Equal([(January, 2), (February, 2)], reopened.Select(release => (release.Month, release.Number)));
    }

    [Fact]
    public async Task A_line_in_the_calendar_releases_nothing_again()
    {
        await CloseAsync();

        await PutCalendarAsync("Libur,2024-12-25,,Hari Raya Natal");

        Assert.Empty(await CloseAsync());
    }

    [Fact]
    public async Task A_calendar_with_a_mistake_is_refused_whole_and_the_one_before_stays()
    {
        await PutCalendarAsync("Batas,2024-01,2024-03-20,Aplikasi baru dipakai");
        await CloseAsync();
        await PutCalendarAsync("Batas,2024-01,20 Maret 2024,Aplikasi baru dipakai", "Libur,2024-12-25,,Hari Raya Natal");

        var made = await CloseAsync();

        Assert.Empty(made);
        Assert.Contains(_app.Services.GetRequiredService<CurrentReference>().Refused, problem => problem is { File: "kalender.csv", Line: 7 });
    }

    private Task<IReadOnlyList<Release>> CloseAsync() => _app.CloseDueMonthsAsync();

    /// <summary>Puts a calendar with lines besides the shipped ones, and lets a while pass in which it is noticed.</summary>
    private async Task PutCalendarAsync(params IEnumerable<string> lines)
    {
        await _app.Account.Blobs().GetBlobContainerClient(StorageNames.ReferenceContainer).GetBlobClient("kalender.csv").UploadAsync(
            BinaryData.FromString(ReferenceFiles.Shipped["kalender.csv"] + string.Join('\n', lines)), overwrite: true, Cancellation);
        _clock.Advance(AWhile);
    }

    private async Task<IReadOnlyList<JsonElement>> LateChangesAsync()
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("x-functions-key", App.FeedKey);
        var port = await _app.StartAsync();
        var address = new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}/odata/PerubahanSusulan"));
        using var answer = JsonDocument.Parse(await client.GetStringAsync(address, Cancellation));
        return [.. answer.RootElement.GetProperty("value").EnumerateArray().Select(row => row.Clone())];
    }
}
