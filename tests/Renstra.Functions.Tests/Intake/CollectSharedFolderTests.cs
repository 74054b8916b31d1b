using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Renstra.Functions.Ingestion;
using Renstra.Functions.Intake;
using Renstra.Functions.Storage;
using Renstra.Functions.Tests.Feed;
using Renstra.Functions.Tests.Ingestion;
using Renstra.Testing;
using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;

namespace Renstra.Functions.Tests.Intake;

public sealed class CollectSharedFolderTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Tts = "53.02 Timor Tengah Selatan";
    private const string Hundred = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string VeryLong = Hundred + Hundred + Hundred + Hundred + Hundred + Hundred + Hundred + Hundred + Hundred + Hundred;

    private readonly FakeTimeProvider _clock = new(Kiriman.Now);
    private readonly TemporaryFolder _shared = new();
    private App _app = null!;

    public async ValueTask InitializeAsync() => _app = await Kiriman.AppAsync(azurite, _clock, builder =>
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Renstra:Intake:SharedFolder"] = _shared.Path,
            ["Renstra:Intake:Watching"] = "00:00:00",
        }));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _shared.Dispose();
    }

    [Fact]
    public async Task A_receipt_is_put_beside_the_file_that_it_is_for_named_with_verdict_and_number()
    {
        Drop(Tts, "laporan juli.xlsx", "53.02 2024-07 IKU-2 12/30");
        await RunAsync();
        await IngestAllAsync();

        await RunAsync();

        var submission = Assert.Single(await SubmissionsAsync());
        Assert.Equal([$"laporan juli - DITERIMA - {submission.ReceiptNumber}.html"], ReceiptsOf(Tts));
        Assert.Contains(submission.ReceiptNumber, await File.ReadAllTextAsync(Path.Combine(_shared.Path, Tts, "hasil", ReceiptsOf(Tts).Single()), Cancellation), StringComparison.Ordinal);
        Assert.Equal(_clock.GetUtcNow(), submission.DeliveredAt);
    }

    [Fact]
    public async Task A_returned_file_gets_a_page_and_a_workbook_with_the_same_number()
    {
        Drop(Tts, "laporan juli.xlsx", "!53.02 2024-07 IKU-2 12/30");
        await RunAsync();
        await IngestAllAsync();

        await RunAsync();

        var number = Assert.Single(await SubmissionsAsync()).ReceiptNumber;
        Assert.Equal([$"laporan juli - DIKEMBALIKAN - {number}.html", $"laporan juli - DIKEMBALIKAN - {number}.xlsx"], ReceiptsOf(Tts).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_file_of_which_a_part_is_accepted_gets_both_too()
    {
        Drop(Tts, "laporan.xlsx", "53.02 2024-06 IKU-2 12/30\n!53.02 2024-07 IKU-2 12/30");
        await RunAsync();
        await IngestAllAsync();

        await RunAsync();

        Assert.Equal([".html", ".xlsx"], ReceiptsOf(Tts).Select(Path.GetExtension).Order(StringComparer.Ordinal));
        Assert.All(ReceiptsOf(Tts), name => Assert.Contains(" - DITERIMA SEBAGIAN - ", name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_accepted_file_with_something_to_look_at_gets_the_page_alone()
    {
        Drop(Tts, "laporan.xlsx", "?53.02 2024-07 IKU-2 12/30");
        await RunAsync();
        await IngestAllAsync();

        await RunAsync();

        Assert.Equal([".html"], ReceiptsOf(Tts).Select(Path.GetExtension));
    }

    [Fact]
    public async Task Stopped_between_workbook_and_page_the_next_run_delivers_both_and_neither_twice()
    {
        Drop(Tts, "laporan.xlsx", "!53.02 2024-07 IKU-2 12/30");
        await RunAsync();
        await IngestAllAsync();
        var number = Assert.Single(await SubmissionsAsync()).ReceiptNumber;
        var inTheWay = Directory.CreateDirectory(Path.Combine(_shared.Path, Tts, "hasil", $"laporan - DIKEMBALIKAN - {number}.html.tmp"));
        await RunAsync();
        Assert.Equal([".xlsx"], ReceiptsOf(Tts).Select(Path.GetExtension));
        Assert.Null(Assert.Single(await SubmissionsAsync()).DeliveredAt);
        inTheWay.Delete();

        await RunAsync();
        await RunAsync();

        Assert.Equal([".html", ".xlsx"], ReceiptsOf(Tts).Select(Path.GetExtension).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_receipt_that_a_full_disk_keeps_out_is_delivered_when_there_is_room()
    {
        Drop(Tts, "laporan.xlsx", "53.02 2024-07 IKU-2 12/30");
        await RunAsync();
        await IngestAllAsync();
        var number = Assert.Single(await SubmissionsAsync()).ReceiptNumber;
        var results = Directory.CreateDirectory(Path.Combine(_shared.Path, Tts, "hasil"));

        // Every write to this device fails as on a disk without room.
        var full = File.CreateSymbolicLink(Path.Combine(results.FullName, $"laporan - DITERIMA - {number}.html.tmp"), "/dev/full");
        await RunAsync();
        Assert.Null(Assert.Single(await SubmissionsAsync()).DeliveredAt);
        full.Delete();

        await RunAsync();

        Assert.Equal([".html"], ReceiptsOf(Tts).Select(Path.GetExtension));
    }

    [Fact]
    public async Task A_delivered_page_compares_with_the_reports_that_stand_and_the_stored_one_depends_on_its_file_alone()
    {
        await Kiriman.CollectAsync(_app, "53.02", "2024-08-01T01:00:00Z", "53.02 2024-06 IKU-2 1000/2000");
        await Kiriman.CollectAsync(_app, "53.02", "2024-08-02T01:00:00Z", "53.02 2024-07 IKU-2 1200/2000");
        await IngestAllAsync();
        await RunAsync();
        Drop(Tts, "perbaikan.xlsx", "53.02 2024-07 IKU-2 1234/2000");
        await RunAsync();
        await IngestAllAsync();

        await RunAsync();

        var file = Directory.EnumerateFiles(Path.Combine(_shared.Path, Tts, "hasil"), "perbaikan*.html").Single();
        var page = WebUtility.HtmlDecode(await File.ReadAllTextAsync(file, Cancellation));
        Assert.Contains("+234 (+23,4%)", page, StringComparison.Ordinal);
        Assert.Contains("1.200 → 1.234", page, StringComparison.Ordinal);
        var stored = await _app.Services.GetRequiredService<ReceiptBlobs>().PageAsync((await SubmissionsAsync())[^1].Id, Cancellation);
        Assert.DoesNotContain("1.200", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shared_folder_that_cannot_be_written_to_does_not_stop_the_sweep()
    {
        await Kiriman.CollectAsync(_app, "53.02", "2024-08-05T01:00:00Z", "53.02 2024-07 IKU-2 12/30");
        _clock.Advance(TimeSpan.FromHours(1));

        // As on a read-only share, the lock can be neither made nor opened.
        Directory.CreateDirectory(Path.Combine(_shared.Path, ".pengumpul.lock"));

        await RunAsync();

        Assert.True(Assert.Single(await SubmissionsAsync()).IsFinished);
    }

    [Fact]
    public async Task A_receipt_that_the_officer_deleted_does_not_come_back()
    {
        Drop(Tts, "laporan.xlsx", "53.02 2024-07 IKU-2 12/30");
        await RunAsync();
        await IngestAllAsync();
        await RunAsync();
        File.Delete(Path.Combine(_shared.Path, Tts, "hasil", ReceiptsOf(Tts).Single()));

        await RunAsync();

        Assert.Empty(ReceiptsOf(Tts));
    }

    [Fact]
    public async Task A_receipt_waits_while_it_cannot_be_written_and_is_delivered_when_it_can()
    {
        Drop(Tts, "laporan.xlsx", "53.02 2024-07 IKU-2 12/30");
        await RunAsync();
        await IngestAllAsync();
        var inTheWay = Path.Combine(_shared.Path, Tts, "hasil");
        await File.WriteAllTextAsync(inTheWay, "sebuah berkas bernama hasil", Cancellation);
        File.SetLastWriteTimeUtc(inTheWay, _clock.GetUtcNow().UtcDateTime);
        await RunAsync();
        Assert.Null(Assert.Single(await SubmissionsAsync()).DeliveredAt);
        File.Delete(inTheWay);

        await RunAsync();

        Assert.Single(ReceiptsOf(Tts));
    }

    [Fact]
    public async Task A_file_left_outside_any_regions_folder_gets_its_receipt_where_it_was_left()
    {
        Drop("", "salah tempat.xlsx", "53.02 2024-07 IKU-2 12/30");
        await RunAsync();
        await IngestAllAsync();

        await RunAsync();

        Assert.Single(ReceiptsOf(""));
    }

    [Fact]
    public async Task A_file_that_came_into_storage_another_way_gets_its_receipt_in_its_regions_folder()
    {
        Directory.CreateDirectory(Path.Combine(_shared.Path, Tts));
        await Kiriman.CollectAsync(_app, "53.02", "2024-08-05T01:00:00Z", "53.02 2024-07 IKU-2 12/30");
        await IngestAllAsync();

        await RunAsync();

        Assert.Single(ReceiptsOf(Tts));
    }

    [Fact]
    public async Task A_file_whose_event_was_lost_is_ingested_by_the_sweep_after_ten_minutes_and_not_before()
    {
        Drop(Tts, "laporan.xlsx", "53.02 2024-07 IKU-2 12/30");
        await RunAsync();
        _clock.Advance(TimeSpan.FromMinutes(9));
        await RunAsync();
        Assert.Empty(await SubmissionsAsync());
        _clock.Advance(TimeSpan.FromMinutes(1));

        await RunAsync();

        Assert.True(Assert.Single(await SubmissionsAsync()).IsFinished);
    }

    [Fact]
    public async Task The_sweep_leaves_finished_files_alone()
    {
        Drop(Tts, "laporan.xlsx", "53.02 2024-07 IKU-2 12/30");
        await RunAsync();
        await IngestAllAsync();
        var finishedAt = Assert.Single(await SubmissionsAsync()).Outcome!.FinishedAt;
        _clock.Advance(TimeSpan.FromHours(1));

        await RunAsync();

        Assert.Equal(finishedAt, Assert.Single(await SubmissionsAsync()).Outcome!.FinishedAt);
    }

    [Fact]
    public async Task Two_collectors_at_once_take_nothing_twice()
    {
        for (var number = 0; number < 20; number++)
        {
            Drop(Tts, FormattableString.Invariant($"laporan {number}.xlsx"), FormattableString.Invariant($"53.02 2024-07 IKU-2 {number}/30"));
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(RunAsync)));
        await RunAsync();
        await IngestAllAsync();

        Assert.Equal(20, (await SubmissionsAsync()).Count);
    }

    [Fact]
    public async Task While_another_collector_holds_the_folder_nothing_is_taken()
    {
        Drop(Tts, "laporan.xlsx", "53.02 2024-07 IKU-2 12/30");
        using (FolderLock.TryTake(_shared.Path))
        {
            await RunAsync();
        }

        Assert.True(File.Exists(Path.Combine(_shared.Path, Tts, "laporan.xlsx")));
    }

    [Fact]
    public async Task A_shared_folder_that_has_vanished_does_not_stop_the_sweep()
    {
        await Kiriman.CollectAsync(_app, "53.02", "2024-08-05T01:00:00Z", "53.02 2024-07 IKU-2 12/30");
        _clock.Advance(TimeSpan.FromHours(1));
        Directory.Delete(_shared.Path, recursive: true);

        await RunAsync();

        Assert.True(Assert.Single(await SubmissionsAsync()).IsFinished);
        Directory.CreateDirectory(_shared.Path);
    }

    [Fact]
    public async Task A_receipt_that_was_deleted_before_its_delivery_keeps_no_other_from_being_delivered_nor_the_sweep_from_its_work()
    {
        Drop(Tts, "hilang.xlsx", "53.02 2024-06 IKU-2 12/30");
        Drop(Tts, "laporan.xlsx", "53.02 2024-07 IKU-2 12/30");
        await RunAsync();
        await IngestAllAsync();
        var lost = (await SubmissionsAsync()).Single(submission => submission.FileName == "hilang.xlsx");
        await _app.Storage.ReceiptBlobs.DeleteBlobAsync(ReceiptBlobs.PageName(lost.Id), cancellationToken: Cancellation);
        var unswept = await Kiriman.CollectAsync(_app, "53.03", "2024-08-05T01:00:00Z", "53.03 2024-07 IKU-2 1/2");
        _clock.Advance(TimeSpan.FromHours(2));

        var failure = await Assert.ThrowsAsync<AggregateException>(RunAsync);

        Assert.Single(failure.InnerExceptions);
        Assert.Equal(["laporan"], ReceiptsOf(Tts).Select(name => name.Split(" - ")[0]));
        Assert.Contains(await SubmissionsAsync(), submission => submission.BlobName == unswept && submission.IsFinished);
    }

    [Fact]
    public async Task A_file_whose_ingestion_fails_keeps_no_other_from_being_swept()
    {
        await using var app = Kiriman.Another(_app, builder => builder.Services.AddSingleton<ReadSubmission>((reference, file, source) =>
            source.FileName == "rusak.xlsx" ? throw new InvalidOperationException("A bug.") : PlainText.Reader(reference, file, source)));
        var bytes = PlainText.File("53.02 2024-07 IKU-2 12/30");
        await Kiriman.PutAsync(app, Kiriman.Name("53.02", "2024-08-05T01:00:00Z", bytes, "rusak.xlsx"), bytes);
        await Kiriman.PutAsync(app, Kiriman.Name("53.02", "2024-08-05T01:00:01Z", bytes, "baik.xlsx"), bytes);

        var failure = await Assert.ThrowsAsync<AggregateException>(() => app.Services.GetRequiredService<CollectSharedFolder>().RunAsync(Cancellation));

        Assert.Equal("A bug.", Assert.Single(failure.InnerExceptions).Message);
        Assert.Equal("baik.xlsx", Assert.Single(await SubmissionsAsync(), submission => submission.IsFinished).FileName);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../luar")]
    [InlineData("53.02 Timor Tengah Selatan/../../luar")]
    [InlineData("/tmp")]
    [InlineData("C:\\Windows")]
    [InlineData("C:luar")]
    [InlineData("\\\\server\\share")]
    [InlineData("hasil\0luar")]
    [InlineData("53.02 Timor Tengah Selatan/hasil")]
    [InlineData("arsip")]
    [InlineData("%ZZ%2", true)]
    [InlineData(VeryLong, true)]
    public async Task A_folder_that_a_blob_names_and_that_is_no_senders_gets_nothing(string folder, bool asItIs = false)
    {
        Directory.CreateDirectory(Path.Combine(_shared.Path, Tts));
        Directory.CreateDirectory(Path.Combine(_shared.Path, "arsip"));
        var bytes = PlainText.File("53.02 2024-07 IKU-2 12/30");
        var name = $"tanpa-wilayah/{Kiriman.Name("53.02", "2024-08-05T01:00:00Z", bytes)["53.02/".Length..]}";
        await _app.Storage.SubmissionBlobs.GetBlobClient(name).UploadAsync(
            new BinaryData(bytes),
            new Azure.Storage.Blobs.Models.BlobUploadOptions { Metadata = new Dictionary<string, string> { ["drop"] = "a", ["folder"] = asItIs ? folder : Uri.EscapeDataString(folder) } },
            Cancellation);
        await IngestAllAsync();

        await RunAsync();

        Assert.Empty(Directory.EnumerateFiles(_shared.Path, "*.html", SearchOption.AllDirectories));
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(_shared.Path)!, $"*{Assert.Single(await SubmissionsAsync()).ReceiptNumber}*"));
    }

    [Theory]
    [InlineData(null, "53.02 A")]
    [InlineData("53.02%20B", "53.02 B")]
    [InlineData("53.03%20C", "53.03 C")]
    [InlineData("..", "53.02 A")]
    [InlineData(".", "")]
    [InlineData("", "")]
    public async Task Of_several_folders_the_one_that_a_blob_names_gets_the_receipt_and_without_a_name_its_regions_first(string? folder, string receives)
    {
        foreach (var sender in new[] { "53.02 A", "53.02 B", "53.03 C" })
        {
            Directory.CreateDirectory(Path.Combine(_shared.Path, sender));
        }

        var bytes = PlainText.File("53.02 2024-07 IKU-2 12/30");
        await _app.Storage.SubmissionBlobs.GetBlobClient(Kiriman.Name("53.02", "2024-08-05T01:00:00Z", bytes)).UploadAsync(
            new BinaryData(bytes),
            new Azure.Storage.Blobs.Models.BlobUploadOptions
            {
                Metadata = folder is null ? null : new Dictionary<string, string> { ["drop"] = "a", ["folder"] = folder },
            },
            Cancellation);
        await IngestAllAsync();

        await RunAsync();

        var receipt = Assert.Single(Directory.EnumerateFiles(_shared.Path, "*.html", SearchOption.AllDirectories));
        Assert.Equal(Path.Combine(_shared.Path, receives, "hasil"), Path.GetDirectoryName(receipt));
    }

    [Fact]
    public async Task The_shared_folder_itself_is_told_by_a_value_that_every_storage_keeps()
    {
        Drop("", "salah tempat.xlsx", "53.02 2024-07 IKU-2 12/30");
        await RunAsync();
        var blob = await _app.Storage.SubmissionBlobs.GetBlobsAsync(Azure.Storage.Blobs.Models.BlobTraits.Metadata, Azure.Storage.Blobs.Models.BlobStates.None, null, Cancellation).SingleAsync(Cancellation);

        Assert.All(blob.Metadata, value => Assert.NotEmpty(value.Value));
        Assert.Equal(["", "", "53.02 x", null], new[] { Metadata(("drop", "a")), Metadata(("drop", "a"), ("folder", "")), Metadata(("folder", "53.02%20x")), Metadata() }.Select(CollectedBlobs.FolderOf));

        static Dictionary<string, string> Metadata(params (string Name, string Value)[] values) => values.ToDictionary(value => value.Name, value => value.Value);
    }

    [Fact]
    public async Task That_a_receipt_waits_for_a_folder_is_said_once()
    {
        var log = new LogLines();
        await using var app = Logged(log);
        await Kiriman.CollectAsync(app, "53.02", "2024-08-05T01:00:00Z", "53.02 2024-07 IKU-2 12/30");
        await IngestAllAsync();
        for (var run = 0; run < 3; run++)
        {
            await app.Services.GetRequiredService<CollectSharedFolder>().RunAsync(Cancellation);
        }

        Assert.Equal(LogLevel.Warning, Assert.Single(log.Entries, entry => entry.Line.Contains("its sender has no folder", StringComparison.Ordinal)).Level);
    }

    [Fact]
    public async Task That_a_receipt_cannot_be_written_is_said_once_and_once_more_as_a_warning_when_it_lasts()
    {
        var log = new LogLines();
        await using var app = Logged(log);
        Drop(Tts, "laporan.xlsx", "53.02 2024-07 IKU-2 12/30");
        await RunAsync();
        await IngestAllAsync();
        await File.WriteAllTextAsync(Path.Combine(_shared.Path, Tts, "hasil"), "", Cancellation);
        foreach (var minutes in new[] { 0, 5, 55, 5 })
        {
            _clock.Advance(TimeSpan.FromMinutes(minutes));
            await app.Services.GetRequiredService<CollectSharedFolder>().RunAsync(Cancellation);
        }

        Assert.Equal(
            [LogLevel.Information, LogLevel.Warning],
            log.Entries.Where(entry => entry.Line.Contains("waits until it can be written", StringComparison.Ordinal)).Select(entry => entry.Level));
    }

    [Fact]
    public async Task That_the_shared_folder_is_gone_is_said_once_and_anew_when_it_has_been_back()
    {
        var log = new LogLines();
        await using var app = Logged(log);
        foreach (var isThere in new[] { false, false, true, false })
        {
            if (isThere)
            {
                Directory.CreateDirectory(_shared.Path);
            }
            else if (Directory.Exists(_shared.Path))
            {
                Directory.Delete(_shared.Path, recursive: true);
            }

            await app.Services.GetRequiredService<CollectSharedFolder>().RunAsync(Cancellation);
        }

        Directory.CreateDirectory(_shared.Path);
        Assert.Equal([LogLevel.Warning, LogLevel.Warning], log.Entries.Where(entry => entry.Line.Contains("cannot be served", StringComparison.Ordinal)).Select(entry => entry.Level));
    }

    private App Logged(LogLines log) => App.On(_app.Account, _clock, builder =>
    {
        builder.Services.AddSingleton(PlainText.Reader);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Renstra:Intake:SharedFolder"] = _shared.Path, ["Renstra:Intake:Watching"] = "00:00:00" });
        builder.Logging.AddProvider(log);
    });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Task RunAsync() => _app.Services.GetRequiredService<CollectSharedFolder>().RunAsync(Cancellation);

    private void Drop(string folder, string name, string content)
    {
        var path = Path.Combine(_shared.Path, folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        File.SetLastWriteTimeUtc(path, _clock.GetUtcNow().AddHours(-1).UtcDateTime);
    }

    /// <summary>Does what the host's trigger does for every file in <c>kiriman</c>.</summary>
    private async Task IngestAllAsync()
    {
        await foreach (var blob in _app.Storage.SubmissionBlobs.GetBlobsAsync(cancellationToken: Cancellation))
        {
            await _app.Services.GetRequiredService<IngestSubmission>().RunAsync(blob.Name, Cancellation);
        }
    }

    private Task<IReadOnlyList<StoredSubmission>> SubmissionsAsync() =>
        _app.Services.GetRequiredService<SubmissionStore>().ReceivedInAsync(Wita.MonthOf(Kiriman.Now), Cancellation);

    private IReadOnlyList<string> ReceiptsOf(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(_shared.Path, folder, "hasil")).Select(file => Path.GetFileName(file))];
}
