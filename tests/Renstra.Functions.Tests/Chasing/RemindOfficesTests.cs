using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Renstra.Functions.Chasing;
using Renstra.Functions.Intake;
using Renstra.Functions.Storage;
using Renstra.Functions.Tests.Feed;
using Renstra.Functions.Tests.Ingestion;
using Renstra.Functions.Tests.Withdrawals;
using Renstra.Testing;
using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Tests.Chasing;

public sealed class RemindOfficesTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Tts = "53.02 Timor Tengah Selatan";

    private readonly FakeTimeProvider _clock = new(Wita.At(new DateOnly(2024, 2, 5), new TimeOnly(7, 0)));
    private readonly TemporaryFolder _shared = new();
    private App _app = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Results => Path.Combine(_shared.Path, Tts, "hasil");

    public async ValueTask InitializeAsync()
    {
        _app = await Kiriman.AppAsync(azurite, _clock, builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Renstra:Intake:SharedFolder"] = _shared.Path,
            ["Renstra:Intake:Watching"] = "00:00:00",
        }));
        Directory.CreateDirectory(Path.Combine(_shared.Path, Tts));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _shared.Dispose();
    }

    [Fact]
    public async Task On_the_fifth_every_office_that_has_not_reported_is_reminded_and_no_other()
    {
        await IngestAsync("2024-02-02T01:00:00Z", "53.02 2024-01 IKU-2 12/30");
        await IngestAsync("2024-02-03T01:00:00Z", "!53.03 2024-01 IKU-2 12/30");

        await RemindAsync();

        var day = Assert.Single(await RemindersAsync());
        Assert.Equal((new DateOnly(2024, 2, 5), new DateOnly(2024, 2, 10), 21), (day.Day, day.DueOn, day.Offices.Count));
        Assert.DoesNotContain(day.Offices, office => office.Region.Value == "53.02");
        Assert.Contains("dikembalikan", day.Offices.Single(office => office.Region.Value == "53.03").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_again_on_the_same_day_it_says_nothing_more_even_by_eight_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(RemindAsync)));
        var first = Assert.Single(await RemindersAsync());
        await IngestAsync("2024-02-05T01:00:00Z", "53.02 2024-01 IKU-2 12/30");
        _clock.Advance(TimeSpan.FromHours(5));

        await RemindAsync();

        var still = Assert.Single(await RemindersAsync());
        Assert.Equal(first.MadeAt, still.MadeAt);
        Assert.Equal(first.Offices, still.Offices);
    }

    [Fact]
    public async Task A_day_that_was_missed_is_made_up_for_while_there_is_time_and_never_afterwards()
    {
        _clock.Advance(TimeSpan.FromDays(1));
        await RemindAsync();
        var made = Assert.Single(await RemindersAsync());
        _clock.Advance(TimeSpan.FromDays(14));
        await RemindAsync();

        Assert.Equal(new DateOnly(2024, 2, 5), made.Day);
        Assert.Contains("(4 hari lagi)", made.Offices[0].Text, StringComparison.Ordinal);
        Assert.Single(await RemindersAsync());
    }

    [Fact]
    public async Task Three_reminders_before_a_deadline_and_with_the_next_months_what_is_still_owed()
    {
        foreach (var days in new[] { 0, 1, 1, 1, 1, 1, 1 })
        {
            _clock.Advance(TimeSpan.FromDays(days));
            await RemindAsync();
        }

        _clock.AdjustTime(Wita.At(new DateOnly(2024, 3, 5), new TimeOnly(7, 0)));
        await IngestAsync("2024-03-04T01:00:00Z", "53.02 2024-02 IKU-2 12/30");
        await RemindAsync();

        Assert.Equal([5, 8, 10], (await RemindersAsync()).Select(day => day.Day.Day));
        var march = Assert.Single(await RemindersAsync("2024-02"));
        var owed = march.Offices.Single(office => office.Region.Value == "53.02");
        Assert.Equal(1, owed.Reports);
        Assert.Contains("Bulan Januari 2024, batas waktunya 10 Februari 2024, sudah lewat 24 hari", owed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_owed_of_a_closed_year_is_not_asked_for_any_more()
    {
        await _app.Account.Blobs().GetBlobContainerClient(StorageNames.ReferenceContainer).GetBlobClient("kalender.csv").UploadAsync(
            BinaryData.FromString(ReferenceFiles.Shipped["kalender.csv"] + "TahunTutup,2024,,Sudah diperiksa BPK\n"), Cancellation);

        await RemindAsync();

        Assert.Empty(Assert.Single(await RemindersAsync()).Offices);
    }

    [Fact]
    public async Task A_withdrawn_report_is_owed_again()
    {
        var wrong = (await IngestAsync("2024-02-02T01:00:00Z", "53.02 2024-01 IKU-2 12/30"))!;
        await WithdrawalList.PutAsync(_app, wrong.Id);
        _clock.Advance(TimeSpan.FromMinutes(1));

        await RemindAsync();

        Assert.Contains(Assert.Single(await RemindersAsync()).Offices, office => office.Region.Value == "53.02");
    }

    [Fact]
    public async Task The_reminder_lies_beside_the_receipts_once_and_does_not_come_back()
    {
        await RemindAsync();
        await CollectAsync();
        var file = Assert.Single(Directory.GetFiles(Results));
        var text = await File.ReadAllTextAsync(file, Cancellation);
        File.Delete(file);

        await CollectAsync();

        Assert.Equal("Pengingat laporan Januari 2024 - 5 Februari 2024.txt", Path.GetFileName(file));
        Assert.Contains("paling lambat 10 Februari 2024 pukul 24.00 WITA (5 hari lagi)", text, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Results));
    }

    [Fact]
    public async Task While_one_folder_cannot_be_written_to_the_others_have_theirs_and_what_they_throw_away_does_not_come_back()
    {
        Directory.CreateDirectory(Path.Combine(_shared.Path, "53.03 Timor Tengah Utara"));
        await RemindAsync();
        var inTheWay = Path.Combine(_shared.Path, "53.03 Timor Tengah Utara", "hasil");
        await File.WriteAllTextAsync(inTheWay, "sebuah berkas bernama hasil", Cancellation);
        File.SetLastWriteTimeUtc(inTheWay, _clock.GetUtcNow().UtcDateTime);
        await CollectAsync();
        File.Delete(Assert.Single(Directory.GetFiles(Results)));

        await CollectAsync();
        File.Delete(inTheWay);
        await CollectAsync();

        Assert.Empty(Directory.GetFiles(Results));
        Assert.Single(Directory.GetFiles(inTheWay));
    }

    [Fact]
    public async Task A_days_reminders_that_cannot_be_read_keep_no_other_days_from_being_delivered()
    {
        await RemindAsync();
        await _app.Storage.ReminderBlobs.GetBlobClient("2024-01/2024-02-01.json").UploadAsync(new BinaryData("rusak"), Cancellation);
        await _app.Storage.ReminderBlobs.GetBlobClient("2024-01/catatan.txt").UploadAsync(new BinaryData("sesuatu"), Cancellation);

        var failure = await Assert.ThrowsAsync<AggregateException>(CollectAsync);

        Assert.Equal(2, failure.InnerExceptions.Count);
        Assert.Single(Directory.GetFiles(Results));
    }

    [Fact]
    public async Task That_reminders_reach_nobody_is_said_once_as_a_warning_that_names_the_regions()
    {
        var log = new LogLines();
        await using var app = App.On(_app.Account, _clock, builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Renstra:Intake:SharedFolder"] = _shared.Path, ["Renstra:Intake:Watching"] = "00:00:00" });
            builder.Logging.AddProvider(log);
        });
        await RemindAsync();
        await File.WriteAllTextAsync(Results, "", Cancellation);
        foreach (var minutes in new[] { 0, 5, 55, 5 })
        {
            _clock.Advance(TimeSpan.FromMinutes(minutes));
            await app.Services.GetRequiredService<CollectSharedFolder>().RunAsync(Cancellation);
        }

        var (level, line) = Assert.Single(log.Entries, entry => entry.Line.Contains("reach nobody", StringComparison.Ordinal));
        Assert.Equal(LogLevel.Warning, level);
        Assert.Contains("53.01, 53.03, 53.04", line, StringComparison.Ordinal);
        Assert.DoesNotContain("53.02", line, StringComparison.Ordinal);
        Assert.Equal(
            [LogLevel.Information, LogLevel.Warning],
            log.Entries.Where(entry => entry.Line.Contains("waits until it can be written", StringComparison.Ordinal)).Select(entry => entry.Level));
    }

    [Fact]
    public async Task A_reminder_that_could_not_be_put_there_in_time_is_not_put_there_afterwards()
    {
        await RemindAsync();
        var inTheWay = Directory.CreateDirectory(Path.Combine(Results, "Pengingat laporan Januari 2024 - 5 Februari 2024.txt"));
        await CollectAsync();
        inTheWay.Delete();
        _clock.Advance(TimeSpan.FromDays(6));

        await CollectAsync();

        Assert.Empty(Directory.GetFileSystemEntries(Results));
    }

    [Fact]
    public async Task The_feed_tells_who_is_late_by_how_much_and_what_they_were_told()
    {
        await IngestAsync("2024-02-02T01:00:00Z", "53.02 2024-01 IKU-2 12/30");
        await IngestAsync("2024-02-13T01:00:00Z", "53.04 2024-01 IKU-2 12/30");
        await IngestAsync("2024-02-03T01:00:00Z", "!53.03 2024-01 IKU-2 12/30");
        await RemindAsync();
        _clock.AdjustTime(Wita.At(new DateOnly(2024, 2, 15), new TimeOnly(9, 0)));
        var port = await _app.StartAsync();

        var january = await RowsAsync(port, "KepatuhanLaporan?$filter=Bulan eq 2024-01-01 and KodeWilayah le '53.05'");
        var february = await RowsAsync(port, "KepatuhanLaporan?$filter=Bulan eq 2024-02-01");
        var reminders = await RowsAsync(port, "Pengingat?$filter=Bulan eq 2024-01-01 and KodeWilayah eq '53.03'");

        Assert.Equal(
            ["53.01 Belum 5", "53.02 Sudah 0", "53.03 Dikembalikan 5", "53.04 Terlambat 3", "53.05 Belum 5"],
            january.Select(row => $"{row.GetProperty("KodeWilayah")} {row.GetProperty("StatusKepatuhan")} {row.GetProperty("HariTerlambat")}"));
        Assert.All(february, row => Assert.Equal("Belum jatuh tempo", row.GetProperty("StatusKepatuhan").GetString()));
        Assert.Equal(22, february.Count);
        Assert.StartsWith("Yth. Bapak/Ibu", Assert.Single(reminders).GetProperty("Teks").GetString(), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<JsonElement>> RowsAsync(int port, string query)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("x-functions-key", App.FeedKey);
        using var answer = JsonDocument.Parse(await client.GetStringAsync(new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}/odata/{query}")), Cancellation));
        return [.. answer.RootElement.GetProperty("value").EnumerateArray().Select(row => row.Clone())];
    }

    private Task RemindAsync() => _app.Services.GetRequiredService<RemindOffices>().RunAsync(Cancellation);

    private Task CollectAsync() => _app.Services.GetRequiredService<CollectSharedFolder>().RunAsync(Cancellation);

    private async Task<IReadOnlyList<RemindersOfDay>> RemindersAsync(string month = "2024-01") =>
        await _app.Services.GetRequiredService<ReminderBlobs>().ReadAsync(ReportingMonth.Parse(month), Cancellation).ToListAsync(Cancellation);

    private async Task<StoredSubmission?> IngestAsync(string submittedAt, string line) =>
        await Kiriman.DeliverAsync(_app, await Kiriman.CollectAsync(_app, line.TrimStart('!')[..5], submittedAt, line));
}
