using System.Text;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Renstra.Functions.Ingestion;
using Renstra.Functions.Storage;
using Renstra.Functions.Tests.Storage;
using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Tests.Ingestion;

public sealed class IngestSubmissionTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_that_is_gone_when_its_event_comes_leaves_nothing_behind()
    {
        await using var app = await Kiriman.AppAsync(azurite);

        var submission = await Kiriman.DeliverAsync(app, "53.02/20240805010000123-0123456789ab-laporan.xlsx");

        Assert.Null(submission);
        Assert.Equal("", await StoredState.ReadAsync(app, Cancellation));
    }

    [Fact]
    public async Task A_file_with_a_mistake_is_no_failure_but_returned_with_a_receipt_and_no_report_stands()
    {
        await using var app = await Kiriman.AppAsync(azurite);
        var name = await Kiriman.CollectAsync(app, "53.02", "2024-08-05T01:00:00.123Z", "!53.02 2024-07 IKU-2 12/30");

        var submission = await Kiriman.DeliverAsync(app, name);

        Assert.Equal(Verdict.Dikembalikan, submission!.Outcome!.Verdict);
        Assert.Equal((1, 0, 1), (submission.Outcome.Reports, submission.Outcome.AcceptedReports, submission.Outcome.Findings));
        Assert.Null(await Kiriman.StandingAsync(app, "53.02", "2024-07"));
        Assert.Contains("DIKEMBALIKAN", await PageAsync(app, submission.Id), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("bukan laporan")]
    public async Task A_file_in_which_nothing_can_be_read_is_returned(string content)
    {
        await using var app = await Kiriman.AppAsync(azurite);
        var name = await Kiriman.CollectAsync(app, "53.02", "2024-08-05T01:00:00Z", content);

        var submission = await Kiriman.DeliverAsync(app, name);

        Assert.Equal(Verdict.Dikembalikan, submission!.Outcome!.Verdict);
        Assert.Equal(0, submission.Outcome.Reports);
    }

    [Fact]
    public async Task An_accepted_file_is_recorded_with_its_findings_its_reports_and_a_receipt()
    {
        await using var app = await Kiriman.AppAsync(azurite);
        var name = await Kiriman.CollectAsync(app, "53.02", "2024-08-05T01:00:00.123Z", "?53.02 2024-07 IKU-2 12/30; IKU-4 5/200");

        await Kiriman.DeliverAsync(app, name);

        var submissions = app.Services.GetRequiredService<SubmissionStore>();
        var submission = Assert.Single(await submissions.ReceivedInAsync(ReportingMonth.Parse("2024-08"), Cancellation));
        Assert.Equal(name, submission.BlobName);
        Assert.Equal("laporan.xlsx", submission.FileName);
        Assert.Equal("53.02", submission.Folder!.Value.Value);
        Assert.Equal(new DateTimeOffset(2024, 8, 5, 1, 0, 0, 123, TimeSpan.Zero), submission.Id.SubmittedAt);
        Assert.StartsWith(submission.Id.Hash12, submission.Sha256, StringComparison.Ordinal);
        Assert.Equal(Verdict.Diterima, submission.Outcome!.Verdict);
        Assert.Equal(Kiriman.Now, submission.Outcome.FinishedAt);
        Assert.Matches("^TT-240805-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$", submission.ReceiptNumber);
        var finding = Assert.Single(await app.Services.GetRequiredService<FindingStore>().OfAsync(submission.Id, Cancellation));
        Assert.Equal("A1", finding.Finding.Location!.Cell);
        Assert.Equal(submission.Id, await Kiriman.StandingAsync(app, "53.02", "2024-07"));
        Assert.Contains(submission.ReceiptNumber, await PageAsync(app, submission.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_reports_in_a_file_each_is_accepted_or_returned_on_its_own()
    {
        await using var app = await Kiriman.AppAsync(azurite);
        var name = await Kiriman.CollectAsync(app, "53.02", "2024-08-05T01:00:00Z", "53.02 2024-06 IKU-2 1/3", "!53.02 2024-07 IKU-2 2/3");

        var submission = await Kiriman.DeliverAsync(app, name);

        Assert.Equal(Verdict.DiterimaSebagian, submission!.Outcome!.Verdict);
        Assert.Equal(submission.Id, await Kiriman.StandingAsync(app, "53.02", "2024-06"));
        Assert.Null(await Kiriman.StandingAsync(app, "53.02", "2024-07"));
    }

    [Fact]
    public async Task A_revision_replaces_the_report_even_when_the_older_file_is_delivered_after_it()
    {
        await using var app = await Kiriman.AppAsync(azurite);
        var older = await Kiriman.CollectAsync(app, "53.02", "2024-08-05T01:00:00Z", "53.02 2024-07 IKU-2 12/30");
        var newer = await Kiriman.CollectAsync(app, "53.02", "2024-08-05T02:00:00Z", "53.02 2024-07 IKU-2 13/30");

        var revision = await Kiriman.DeliverAsync(app, newer);
        await Kiriman.DeliverAsync(app, older);

        Assert.Equal(revision!.Id, await Kiriman.StandingAsync(app, "53.02", "2024-07"));
    }

    [Fact]
    public async Task A_returned_revision_leaves_the_report_that_stood()
    {
        await using var app = await Kiriman.AppAsync(azurite);
        var good = await Kiriman.DeliverAsync(app, await Kiriman.CollectAsync(app, "53.02", "2024-08-05T01:00:00Z", "53.02 2024-07 IKU-2 12/30"));

        await Kiriman.DeliverAsync(app, await Kiriman.CollectAsync(app, "53.02", "2024-08-05T02:00:00Z", "!53.02 2024-07 IKU-2 13/30"));

        Assert.Equal(good!.Id, await Kiriman.StandingAsync(app, "53.02", "2024-07"));
    }

    [Fact]
    public async Task A_finished_file_delivered_again_changes_nothing_not_even_the_time_it_was_finished()
    {
        await using var app = await Kiriman.AppAsync(azurite);
        var name = await Kiriman.CollectAsync(app, "53.02", "2024-08-05T01:00:00Z", "53.02 2024-07 IKU-2 12/30");
        var first = await Kiriman.DeliverAsync(app, name);
        await using var later = Kiriman.Another(app);

        var second = await Kiriman.DeliverAsync(later, name);

        Assert.Equal(first, second);
        Assert.Equal(Kiriman.Now, second!.Outcome!.FinishedAt);
    }

    [Fact]
    public async Task A_finished_file_keeps_the_verdict_its_sender_was_told_whatever_becomes_of_the_reference_data()
    {
        await using var app = await Kiriman.AppAsync(azurite);
        var name = await Kiriman.CollectAsync(app, "53.02", "2024-08-05T01:00:00Z", "!53.02 2024-07 IKU-2 12/30");
        await Kiriman.DeliverAsync(app, name);
        var before = await StoredState.ReadAsync(app, Cancellation);
        await MistakesBecomeRemarksAsync(app);
        await using var later = Kiriman.Another(app);

        var again = await Kiriman.DeliverAsync(later, name);

        Assert.Equal(Verdict.Dikembalikan, again!.Outcome!.Verdict);
        Assert.Equal(before, await StoredState.ReadAsync(app, Cancellation));
    }

    [Fact]
    public async Task A_file_begun_under_one_version_of_the_reference_data_is_finished_under_it()
    {
        // Stopped after the history was written, which says returned. Read by the new data, the receipt would say accepted.
        var lastRequest = 0;
        var faults = new StorageFaults(request => request > lastRequest ? Fault.Lost : Fault.None);
        await using var app = await Kiriman.AppAsync(azurite, builder => faults.Install(builder, retries: 0));
        var name = await Kiriman.CollectAsync(app, "53.02", "2024-08-05T01:00:00Z", "!53.02 2024-07 IKU-2 12/30");
        for (var requests = 1; await HistoryLengthAsync(app) == 0; requests++)
        {
            Assert.InRange(requests, 1, 50);
            lastRequest = faults.Requests + requests;
            await Assert.ThrowsAnyAsync<Exception>(() => Kiriman.DeliverAsync(app, name));
        }

        await MistakesBecomeRemarksAsync(app);
        await using var later = Kiriman.Another(app);

        var submission = await Kiriman.DeliverAsync(later, name);

        Assert.Equal(Verdict.Dikembalikan, submission!.Outcome!.Verdict);
    }

    [Fact]
    public async Task Two_deliveries_at_once_end_as_one_does()
    {
        await using var alone = await Kiriman.AppAsync(azurite);
        await using var app = await Kiriman.AppAsync(azurite);
        await using var instance = Kiriman.Another(app);
        string[] lines = ["53.02 2024-06 IKU-2 1/3", "?53.02 2024-07 IKU-2 2/3"];
        var name = await Kiriman.CollectAsync(alone, "53.02", "2024-08-05T01:00:00Z", lines);
        await Kiriman.CollectAsync(app, "53.02", "2024-08-05T01:00:00Z", lines);
        await Kiriman.DeliverAsync(alone, name);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(index => Kiriman.DeliverAsync(index % 2 == 0 ? app : instance, name)));

        Assert.Equal(await StoredState.ReadAsync(alone, Cancellation), await StoredState.ReadAsync(app, Cancellation));
    }

    [Fact]
    public async Task A_name_whose_hash_is_not_that_of_the_bytes_is_not_believed()
    {
        await using var app = await Kiriman.AppAsync(azurite);
        var bytes = PlainText.File("53.02 2024-07 IKU-2 12/30");
        await Kiriman.PutAsync(app, "53.02/20990101000000000-0123456789ab-laporan.xlsx", bytes);

        var submission = await Kiriman.DeliverAsync(app, "53.02/20990101000000000-0123456789ab-laporan.xlsx");

        Assert.NotEqual(2099, submission!.Id.SubmittedAt.Year);
        Assert.StartsWith(submission.Id.Hash12, submission.Sha256, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_bytes_put_into_two_folders_within_a_second_are_two_submissions_whichever_comes_first()
    {
        var bytes = Encoding.UTF8.GetBytes("53.02 2024-07 IKU-2 12/30");
        var moment = new DateTimeOffset(2024, 8, 5, 1, 0, 0, TimeSpan.Zero);

        var one = ReceivedFile.Read("53.02/laporan.xlsx", bytes, moment);
        var other = ReceivedFile.Read("53.03/laporan.xlsx", bytes, moment);
        var again = ReceivedFile.Read("53.02/laporan.xlsx", bytes, moment);

        Assert.NotEqual(one.Id, other.Id);
        Assert.Equal(one.Id, again.Id);
        Assert.Equal(moment, one.Id.SubmittedAt.AddMilliseconds(-one.Id.SubmittedAt.Millisecond));
    }

    [Fact]
    public async Task Of_two_files_with_one_identity_both_are_kept_and_each_delivery_finds_its_own()
    {
        await using var app = await Kiriman.AppAsync(azurite);
        var one = await Kiriman.CollectAsync(app, "53.02", "2024-08-05T01:00:00Z", "53.02 2024-07 IKU-2 12/30");
        var other = await Kiriman.CollectAsync(app, "53.03", "2024-08-05T01:00:00Z", "53.02 2024-07 IKU-2 12/30");

        var first = await Kiriman.DeliverAsync(app, one);
        var second = await Kiriman.DeliverAsync(app, other);

        Assert.NotEqual(first!.Id, second!.Id);
        Assert.Equal(first, await Kiriman.DeliverAsync(app, one));
        Assert.Equal(second, await Kiriman.DeliverAsync(app, other));
    }

    [Fact]
    public async Task A_file_put_there_by_hand_is_submitted_when_storage_got_it()
    {
        await using var app = await Kiriman.AppAsync(azurite);
        await Kiriman.PutAsync(app, "laporan juli #1 (100%).xlsx", PlainText.File("53.02 2024-07 IKU-2 12/30"));
        var properties = await Kiriman.Container(app).GetBlobClient("laporan juli #1 (100%).xlsx").GetPropertiesAsync(cancellationToken: Cancellation);

        var submission = await Kiriman.DeliverAsync(app, "laporan juli #1 (100%).xlsx");

        Assert.Equal(properties.Value.LastModified, submission!.Id.SubmittedAt.AddMilliseconds(-submission.Id.SubmittedAt.Millisecond));
        Assert.Equal("laporan juli #1 (100%).xlsx", submission.FileName);
        Assert.Null(submission.Folder);
    }

    [Theory]
    [InlineData("53.02/20240805010000123-0123456789ab-foto kegiatan.xlsx")]
    [InlineData("53.02/foto kegiatan.xlsx")]
    public async Task A_file_over_the_size_limit_is_returned_without_being_downloaded(string name)
    {
        await using var app = await App.CreateAsync(azurite, new FakeTimeProvider(Kiriman.Now), builder => builder.Configuration["Renstra:Ingestion:MaxFileBytes"] = "1048576");
        await Kiriman.PutAsync(app, name, new byte[(2 << 20) + 1]);

        var submission = await Kiriman.DeliverAsync(app, name);
        var again = await Kiriman.DeliverAsync(app, name);

        Assert.Equal(Verdict.Dikembalikan, submission!.Outcome!.Verdict);
        Assert.Equal((2L << 20) + 1, submission.Size);
        Assert.Null(submission.Sha256);
        Assert.Contains("terlalu besar: 2 MB, paling besar 1 MB", await PageAsync(app, submission.Id), StringComparison.Ordinal);
        Assert.Equal(submission, again);
    }

    [Fact]
    public async Task A_workbook_on_the_official_form_goes_all_the_way()
    {
        await using var app = await App.CreateAsync(azurite, new FakeTimeProvider(Kiriman.Now));
        var bytes = OfficialForm.Filled("53.02", "2024-07");
        var name = Kiriman.Name("53.02", "2024-08-05T01:00:00Z", bytes);
        await Kiriman.PutAsync(app, name, bytes);

        var submission = await Kiriman.DeliverAsync(app, name);

        Assert.Equal(Verdict.Diterima, submission!.Outcome!.Verdict);
        Assert.Equal(submission.Id, await Kiriman.StandingAsync(app, "53.02", "2024-07"));
    }

    private static async Task<string> PageAsync(App app, SubmissionId submission)
    {
        var page = await app.Storage.ReceiptBlobs.GetBlobClient(ReceiptBlobs.PageName(submission)).DownloadContentAsync(Cancellation);
        return page.Value.Content.ToString();
    }

    private static async Task<int> HistoryLengthAsync(App app) => await app.Account.Tables()
        .GetTableClient(StorageNames.HistoryTable).QueryAsync<TableEntity>(cancellationToken: Cancellation).CountAsync(Cancellation);

    private static async Task MistakesBecomeRemarksAsync(App app)
    {
        var rules = ReferenceFiles.Shipped["aturan.csv"].Replace("N01,,Kesalahan", "N01,,Peringatan", StringComparison.Ordinal);
        await app.Account.Blobs().GetBlobContainerClient(StorageNames.ReferenceContainer)
            .UploadBlobAsync("aturan.csv", BinaryData.FromString(rules), Cancellation);
    }
}
