using System.Globalization;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Renstra.Functions.Ingestion;
using Renstra.Functions.Intake;
using Renstra.Functions.Storage;
using Renstra.Functions.Tests.Feed;
using Renstra.Testing;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Intake;

public sealed class CollectorTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Kupang = "53.01 Kupang";
    private const string Belu = "53.04 Belu";

    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2024-08-05T01:00:00Z", CultureInfo.InvariantCulture);

    private readonly FakeTimeProvider _clock = new(Now);
    private readonly TemporaryFolder _shared = new();
    private App _app = null!;
    private Waiting _waiting = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await App.CreateAsync(azurite, _clock);
        _waiting = new Waiting(Options.Create(new IntakeOptions()), _clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _shared.Dispose();
    }

    [Fact]
    public async Task A_finished_file_is_uploaded_under_its_regions_code_and_moved_to_the_archive()
    {
        Drop(Kupang, "laporan juli.xlsx", "isi");

        await CollectAsync();

        var blob = Assert.Single(await BlobsAsync());
        var name = SubmissionBlobName.Parse(blob);
        Assert.Equal(("53.01", "laporan juli.xlsx", Now), (name.Folder!.Value.Value, name.FileName, name.Submission!.Value.SubmittedAt));
        Assert.Equal("isi", await ContentAsync(blob));
        Assert.Equal([$"{name.Submission}-laporan juli.xlsx"], Archived(Kupang));
        Assert.Empty(Waiting(Kupang));
    }

    [Fact]
    public async Task A_file_modified_less_than_a_minute_ago_waits()
    {
        Drop(Kupang, "baru.xlsx", "isi", Now.AddSeconds(-59));

        await CollectAsync();

        Assert.Empty(await BlobsAsync());
        Assert.Equal(["baru.xlsx"], Waiting(Kupang));
    }

    [Fact]
    public async Task A_file_whose_time_lies_in_the_future_is_taken_since_a_file_servers_clock_may_run_ahead()
    {
        Drop(Kupang, "besok.xlsx", "isi", Now.AddHours(3));

        await CollectAsync();

        Assert.Single(await BlobsAsync());
    }

    [Theory]
    [InlineData("~$laporan.xlsx")]
    [InlineData(".~lock.laporan.xlsx#")]
    [InlineData("laporan.xlsx.tmp")]
    [InlineData("laporan.xlsx.crdownload")]
    [InlineData("laporan.xlsx.PART")]
    [InlineData("Thumbs.db")]
    [InlineData("desktop.ini")]
    [InlineData(".DS_Store")]
    public async Task A_lock_file_a_temporary_file_and_a_system_file_stay_where_they_are(string name)
    {
        Drop(Kupang, name, "isi");

        await CollectAsync();

        Assert.Empty(await BlobsAsync());
        Assert.Equal([name], Waiting(Kupang));
    }

    [Fact]
    public async Task A_placeholder_of_zero_bytes_stays_where_it_is()
    {
        Drop(Kupang, "kosong.xlsx", "");

        await CollectAsync();

        Assert.Empty(await BlobsAsync());
    }

    [Fact]
    public async Task Receipts_and_archived_files_are_never_collected()
    {
        Drop(Path.Combine(Kupang, "arsip"), "lama.xlsx", "isi");
        Drop(Path.Combine(Kupang, "hasil"), "laporan - DITERIMA.html", "isi");
        Drop(Path.Combine(Kupang, "Arsip", "2023"), "lama.xlsx", "isi");

        await CollectAsync();

        Assert.Empty(await BlobsAsync());
    }

    [Fact]
    public async Task Files_in_deep_subfolders_and_with_long_unicode_names_are_collected()
    {
        var name = $"Laporan Ketenagakerjaan — {new string('é', 100)} (final) #3 100%.xlsx";
        Drop(Path.Combine(Kupang, "2024", "Juli", "baru"), name, "isi");

        await CollectAsync();

        Assert.Equal(name, SubmissionBlobName.Parse(Assert.Single(await BlobsAsync())).FileName);
    }

    [Fact]
    public async Task A_file_outside_any_regions_folder_is_collected_too_so_that_it_gets_an_answer()
    {
        Drop("", "salah tempat.xlsx", "satu");
        Drop("Kantor Lain", "laporan.xlsx", "dua");

        await CollectAsync();

        var names = (await BlobsAsync()).Select(SubmissionBlobName.Parse).ToList();
        Assert.Equal(2, names.Count);
        Assert.All(names, name => Assert.Null(name.Folder));
    }

    [Fact]
    public async Task Files_of_one_run_are_submitted_in_the_order_in_which_they_were_modified()
    {
        Drop(Kupang, "a.xlsx", "kedua", Now.AddMinutes(-5));
        Drop(Kupang, "b.xlsx", "pertama", Now.AddMinutes(-10));

        await CollectAsync();

        Assert.Equal(["b.xlsx", "a.xlsx"], (await BlobsAsync()).Select(blob => SubmissionBlobName.Parse(blob).FileName));
    }

    [Fact]
    public async Task Submissions_of_a_folder_never_go_back_in_time_even_if_the_clock_does()
    {
        Drop(Kupang, "a.xlsx", "satu");
        await CollectAsync();
        var earlierRun = new FakeTimeProvider(Now.AddDays(-1));
        Drop(Kupang, "b.xlsx", "dua", Now.AddDays(-2));

        await CollectAsync(earlierRun);

        var submissions = (await BlobsAsync()).Select(blob => SubmissionBlobName.Parse(blob).Submission!.Value.SubmittedAt).ToList();
        Assert.Equal([Now, Now.AddMilliseconds(1)], submissions);
    }

    [Fact]
    public async Task The_same_file_dropped_again_later_is_a_new_submission_even_if_copying_kept_its_time()
    {
        Drop(Kupang, "laporan.xlsx", "isi", Now.AddHours(-1));
        await CollectAsync();
        _clock.Advance(TimeSpan.FromHours(2));
        Drop(Kupang, "laporan.xlsx", "isi", Now.AddHours(-1));

        await CollectAsync();

        Assert.Equal(2, (await BlobsAsync()).Count);
        Assert.Equal(2, Archived(Kupang).Count);
    }

    [Fact]
    public async Task A_drop_that_was_uploaded_and_not_moved_is_only_moved_by_the_next_run()
    {
        Drop(Kupang, "laporan.xlsx", "isi", Now.AddHours(-1));
        await CollectAsync();
        MoveBackFromArchive(Kupang, "laporan.xlsx");
        _clock.Advance(TimeSpan.FromMinutes(5));

        await CollectAsync();

        Assert.Single(await BlobsAsync());
        Assert.Single(Archived(Kupang));
        Assert.Empty(Waiting(Kupang));
    }

    [Fact]
    public async Task A_revert_to_an_earlier_version_is_a_new_submission()
    {
        Drop(Kupang, "laporan.xlsx", "versi 1", Now.AddHours(-3));
        await CollectAsync();
        Drop(Kupang, "laporan.xlsx", "versi 2", Now.AddHours(-2));
        await CollectAsync();
        Drop(Kupang, "laporan.xlsx", "versi 1", Now.AddHours(-3));

        await CollectAsync();

        Assert.Equal(["versi 1", "versi 2", "versi 1"], await Task.WhenAll((await BlobsAsync()).Select(ContentAsync)));
    }

    [Fact]
    public async Task The_same_name_in_two_folders_makes_two_submissions()
    {
        Drop(Kupang, "laporan.xlsx", "isi");
        Drop(Belu, "laporan.xlsx", "isi");

        await CollectAsync();

        Assert.Equal(["53.01", "53.04"], (await BlobsAsync()).Select(blob => SubmissionBlobName.Parse(blob).Folder!.Value.Value));
    }

    [Fact]
    public async Task A_file_replaced_between_upload_and_move_is_collected_as_a_new_drop()
    {
        Drop(Kupang, "laporan.xlsx", "lama", Now.AddHours(-1));
        var afterUpload = new CollectedHook(() => Drop(Kupang, "laporan.xlsx", "baru", Now.AddMinutes(-30)));

        await CollectAsync(_clock, afterUpload);
        await CollectAsync();

        Assert.Equal(["lama", "baru"], await Task.WhenAll((await BlobsAsync()).Select(ContentAsync)));
        Assert.Empty(Waiting(Kupang));
    }

    [Fact]
    public async Task A_file_that_someone_has_open_for_writing_is_left_and_does_not_hold_up_the_others()
    {
        var open = Drop(Belu, "terbuka.xlsx", "isi");
        Drop(Kupang, "laporan.xlsx", "isi");
        await using (new FileStream(open, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            await CollectAsync();
        }

        Assert.Equal(["laporan.xlsx"], (await BlobsAsync()).Select(blob => SubmissionBlobName.Parse(blob).FileName));
        Assert.Equal(["terbuka.xlsx"], Waiting(Belu));
    }

    [Fact]
    public async Task A_file_that_grows_while_it_is_watched_is_left_for_the_next_run()
    {
        var path = Drop(Kupang, "besar.xlsx", "separuh");
        var collector = new Collector(
            Storage, _app.Services.GetRequiredService<Sweep>(), new Waiting(Options.Create(new IntakeOptions()), _clock), Options.Create(new IntakeOptions { Watching = TimeSpan.FromSeconds(5) }), _clock, NullLogger<Collector>.Instance);

        var run = collector.CollectAsync(new SharedFolder(_shared.Path), [], new IndependentWork(NullLogger.Instance), Cancellation);
        await File.AppendAllTextAsync(path, " dan separuhnya", Cancellation);
        File.SetLastWriteTimeUtc(path, Now.AddMinutes(-10).UtcDateTime);
        _clock.Advance(TimeSpan.FromSeconds(5));
        await run;

        Assert.Empty(await BlobsAsync());
        Assert.Equal(["besar.xlsx"], Waiting(Kupang));
    }

    [Fact]
    public async Task A_file_replaced_between_watching_and_reading_is_left_for_the_next_run()
    {
        Drop(Belu, "pertama.xlsx", "isi", Now.AddHours(-2));
        Drop(Kupang, "laporan.xlsx", "lama", Now.AddHours(-1));
        var afterFirst = new CollectedHook(() => Drop(Kupang, "laporan.xlsx", "baru", Now.AddMinutes(-30)));

        await CollectAsync(_clock, afterFirst);

        Assert.Equal(["isi"], await Task.WhenAll((await BlobsAsync()).Select(ContentAsync)));
        await CollectAsync();
        Assert.Equal(["baru", "isi"], (await Task.WhenAll((await BlobsAsync()).Select(ContentAsync))).Order());
    }

    [Fact]
    public async Task Bytes_that_change_under_the_same_time_and_size_before_the_move_are_collected_as_a_new_drop()
    {
        var modified = Now.AddHours(-1);
        Drop(Kupang, "laporan.xlsx", "lama", modified);

        await CollectAsync(_clock, new CollectedHook(() => Drop(Kupang, "laporan.xlsx", "baru", modified)));
        Assert.Equal(["laporan.xlsx"], Waiting(Kupang));
        await CollectAsync();

        Assert.Equal(["lama", "baru"], await Task.WhenAll((await BlobsAsync()).Select(ContentAsync)));
    }

    [Fact]
    public async Task Two_files_with_the_same_name_bytes_and_time_in_two_subfolders_are_two_submissions()
    {
        Drop(Path.Combine(Kupang, "satu"), "laporan.xlsx", "isi");
        Drop(Path.Combine(Kupang, "dua"), "laporan.xlsx", "isi");

        await CollectAsync();

        Assert.Equal(2, (await BlobsAsync()).Count);
        Assert.Equal(2, Archived(Kupang).Count);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("é")]
    [InlineData("📊")]
    public async Task A_name_as_long_as_a_file_system_allows_is_archived_under_a_shorter_one(string character)
    {
        var name = FileNames.Fitting(string.Concat(Enumerable.Repeat(character, 255)), ".xlsx");
        Drop(Kupang, name, "isi");

        await CollectAsync();
        await CollectAsync();

        Assert.Equal(name, SubmissionBlobName.Parse(Assert.Single(await BlobsAsync())).FileName);
        Assert.EndsWith(".xlsx", Assert.Single(Archived(Kupang)), StringComparison.Ordinal);
        Assert.Empty(Waiting(Kupang));
    }

    [Fact]
    public async Task A_senders_folder_that_vanishes_during_a_run_does_not_hold_up_the_others()
    {
        Drop(Belu, "pertama.xlsx", "satu", Now.AddHours(-3));
        Drop(Kupang, "hilang.xlsx", "dua", Now.AddHours(-2));
        Drop("53.05 Alor", "laporan.xlsx", "tiga", Now.AddHours(-1));

        await CollectAsync(_clock, new CollectedHook(() =>
        {
            if (Directory.Exists(Path.Combine(_shared.Path, Kupang)))
            {
                Directory.Delete(Path.Combine(_shared.Path, Kupang), recursive: true);
            }
        }));

        Assert.Equal(["satu", "tiga"], await Task.WhenAll((await BlobsAsync()).Select(ContentAsync)));
    }

    [Fact]
    public async Task A_file_that_cannot_be_moved_is_uploaded_once_and_moved_when_it_can_be()
    {
        // As in a folder that is read-only: what is to be archived has nowhere to go.
        Drop(Kupang, "laporan.xlsx", "isi");
        var inTheWay = Drop(Kupang, "arsip", "sebuah berkas bernama arsip", Now.AddSeconds(-1));
        await CollectAsync();
        await CollectAsync();
        Assert.Single(await BlobsAsync());
        Assert.Contains("laporan.xlsx", Waiting(Kupang));
        File.Delete(inTheWay);

        await CollectAsync();

        Assert.Single(await BlobsAsync());
        Assert.Single(Archived(Kupang));
    }

    [Fact]
    public async Task A_file_that_fails_for_whatever_reason_keeps_no_other_from_being_taken()
    {
        Drop(Belu, "pertama.xlsx", "satu", Now.AddHours(-3));
        Drop(Kupang, "kedua.xlsx", "dua", Now.AddHours(-2));
        var isFirst = true;
        var failing = new CollectedHook(() =>
        {
            if (isFirst)
            {
                isFirst = false;
                throw new InvalidOperationException("A bug.");
            }
        });

        var failure = await Assert.ThrowsAsync<AggregateException>(() => CollectAsync(_clock, failing));

        Assert.Equal("A bug.", Assert.Single(failure.InnerExceptions).Message);
        Assert.Equal(2, (await BlobsAsync()).Count);
        Assert.Single(Archived(Kupang));
        await CollectAsync();
        Assert.Equal(2, (await BlobsAsync()).Count);
        Assert.Single(Archived(Belu));
    }

    [Fact]
    public async Task That_a_file_cannot_be_taken_is_said_once_and_once_more_as_a_warning_when_it_lasts()
    {
        var open = Drop(Belu, "terbuka.xlsx", "isi", Now.AddMinutes(-10));
        var log = new LogLines();
        var logger = new LoggerFactory([log]).CreateLogger<Collector>();
        await using (new FileStream(open, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            await CollectAsync(_clock, logger);
            await CollectAsync(_clock, logger);
            _clock.Advance(TimeSpan.FromHours(1));
            await CollectAsync(_clock, logger);
            await CollectAsync(_clock, logger);
        }

        await CollectAsync(_clock, logger);

        Assert.Equal(
            [LogLevel.Information, LogLevel.Warning, LogLevel.Information],
            log.Entries.Where(entry => entry.Line.Contains("terbuka.xlsx", StringComparison.Ordinal)).Select(entry => entry.Level));
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_a_clear_error()
    {
        var collector = Collector(_clock, NullLogger<Collector>.Instance);

        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => collector.CollectAsync(new SharedFolder(Path.Combine(_shared.Path, "hilang")), [], new IndependentWork(NullLogger.Instance), Cancellation));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private StorageClients Storage => _app.Services.GetRequiredService<StorageClients>();

    private string Drop(string folder, string name, string content, DateTimeOffset? modifiedAt = null)
    {
        var path = Path.Combine(_shared.Path, folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        File.SetLastWriteTimeUtc(path, (modifiedAt ?? Now.AddMinutes(-10)).UtcDateTime);
        return path;
    }

    private Task CollectAsync() => CollectAsync(_clock, NullLogger<Collector>.Instance);

    private Task CollectAsync(TimeProvider clock) => CollectAsync(clock, NullLogger<Collector>.Instance);

    private async Task CollectAsync(TimeProvider clock, ILogger<Collector> logger)
    {
        var work = new IndependentWork(NullLogger.Instance);
        await Collector(clock, logger).CollectAsync(new SharedFolder(_shared.Path), [], work, Cancellation);
        work.ThrowIfAnyFailed();
    }

    private Collector Collector(TimeProvider clock, ILogger<Collector> logger) =>
        new(Storage, _app.Services.GetRequiredService<Sweep>(), _waiting, Options.Create(new IntakeOptions { Watching = TimeSpan.Zero }), clock, logger);

    /// <summary>The names of the collected files, in the order in which they were submitted.</summary>
    private async Task<IReadOnlyList<string>> BlobsAsync()
    {
        var names = new List<string>();
        await foreach (var blob in Storage.SubmissionBlobs.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, Cancellation))
        {
            names.Add(blob.Name);
        }

        return names;
    }

    private async Task<string> ContentAsync(string blob) =>
        (await Storage.SubmissionBlobs.GetBlobClient(blob).DownloadContentAsync(Cancellation)).Value.Content.ToString();

    private IReadOnlyList<string> Archived(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(_shared.Path, folder, "arsip")).Select(file => Path.GetFileName(file)).Order()];

    private IReadOnlyList<string> Waiting(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(_shared.Path, folder)).Select(file => Path.GetFileName(file)).Order()];

    private void MoveBackFromArchive(string folder, string name) =>
        File.Move(Directory.EnumerateFiles(Path.Combine(_shared.Path, folder, "arsip")).Single(), Path.Combine(_shared.Path, folder, name));

    /// <summary>Does something at the moment between a file's upload and its move.</summary>
    private sealed class CollectedHook(Action action) : ILogger<Collector>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Name == nameof(IntakeLog.Collected))
            {
                action();
            }
        }
    }
}
