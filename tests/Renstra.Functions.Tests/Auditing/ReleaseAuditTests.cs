using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Renstra.Functions.Auditing;
using Renstra.Functions.Consolidation;
using Renstra.Functions.Ingestion;
using Renstra.Functions.Storage;
using Renstra.Functions.Tests.Ingestion;
using Renstra.Functions.Tests.Withdrawals;
using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Releases;

namespace Renstra.Functions.Tests.Auditing;

public sealed class ReleaseAuditTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly ReportingMonth July = ReportingMonth.Parse("2024-07");

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.Parse("2024-08-11T22:00:00Z", CultureInfo.InvariantCulture));
    private App _app = null!;
    private string _july = "";
    private Release _release = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await Kiriman.AppAsync(azurite, _clock);
        await DeliverAsync("2024-07-05T01:00:00Z", "53.02 2024-06 IKU-2 1/3");
        _july = await DeliverAsync("2024-08-05T01:00:00Z", "53.02 2024-07 IKU-2 2/3; IKU-4 5/200");
        await CloseAsync();
        await DeliverAsync("2024-08-11T02:00:00Z", "53.02 2024-06 IKU-2 2/4");
        await CloseAsync();
        _release = (await Releases.InForceAsync(July, Cancellation))!;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Every_release_passes_also_one_that_was_replaced_since()
    {
        var inForce = await AuditAsync(null);
        var first = await AuditAsync(1);

        Assert.Equal(2, _release.Number);
        Assert.Empty(Complaints(inForce));
        Assert.Empty(Complaints(first));
        Assert.Contains("penetapan-2024-07-ke-2.xlsx: cocok.", inForce.Lines.Select(line => line.Text));
        Assert.Contains("penetapan-2024-07-ke-1.xlsx: cocok.", first.Lines.Select(line => line.Text));
    }

    [Fact]
    public async Task Earlier_releases_pass_also_after_a_file_was_withdrawn_and_the_reference_data_were_changed()
    {
        await WithdrawalList.PutAsync(_app, SubmissionBlobName.Parse(_july).Submission!.Value);
        await PutReferenceAsync("target.csv", ReferenceFiles.Shipped["target.csv"].Replace("IKU-2,,2024,,75,", "IKU-2,,2024,,50,", StringComparison.Ordinal));
        await PutReferenceAsync("kalender.csv", ReferenceFiles.Shipped["kalender.csv"] + "Libur,2024-12-25,,Hari Raya Natal\n");
        await WithdrawalList.SweepAsync(_app);
        await CloseAsync();
        var third = (await Releases.InForceAsync(July, Cancellation))!;

        Assert.Equal(3, third.Number);
        Assert.NotEqual(_release.ReferenceVersion, third.ReferenceVersion);
        foreach (var number in (int?[])[1, 2, 3, null])
        {
            Assert.Empty(Complaints(await AuditAsync(number)));
        }
    }

    [Fact]
    public async Task Reference_data_that_are_kept_no_more_are_named()
    {
        await _app.Storage.ReferenceBlobs.DeleteBlobAsync($"_versi/{_release.ReferenceVersion}.json", cancellationToken: Cancellation);

        Assert.Equal(
            [$"Data acuan versi {_release.ReferenceVersion} (penetapan ke-2 Juli 2024) tidak tersimpan lagi atau tidak dapat dibaca."],
            Complaints(await AuditAsync(null)));
    }

    [Fact]
    public async Task Where_the_list_of_the_release_before_is_lost_that_is_said_and_not_that_there_was_none()
    {
        var first = (await Releases.FindAsync(July, 1, Cancellation))!;
        await _app.Storage.ReleaseBlobs.DeleteBlobAsync(ReleaseBlobs.NameOf(July, first.Fingerprint, 1, ReleaseFiles.SourcesName), cancellationToken: Cancellation);

        Assert.Equal(
            ["Daftar asal penetapan ke-1 Juli 2024 (asal.json) tidak ada, sehingga tidak diketahui laporan mana yang mendasarinya."],
            Complaints(await AuditAsync(null)));
    }

    [Fact]
    public async Task Files_that_another_version_of_the_program_laid_out_are_said_to_be()
    {
        var list = (await _app.Services.GetRequiredService<ReleaseBlobs>().FindAsync(_release, ReleaseFiles.SourcesName, Cancellation))!.Value;
        var older = System.Text.Json.Nodes.JsonNode.Parse(list.Span)!;
        older["VersiBerkas"] = ReleaseFiles.Version - 1;
        await PutReleaseFileAsync(ReleaseFiles.SourcesName, System.Text.Encoding.UTF8.GetBytes(older.ToJsonString()));

        Assert.StartsWith(
            FormattableString.Invariant($"Berkas penetapan ke-2 Juli 2024 disusun menurut tata letak versi {ReleaseFiles.Version - 1}; program ini memakai versi {ReleaseFiles.Version}"),
            Complaints(await AuditAsync(null)).First(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_audit_writes_nothing()
    {
        var before = await Storage.StoredState.ReadAsync(_app, Cancellation);

        await AuditAsync(null);

        Assert.Equal(before, await Storage.StoredState.ReadAsync(_app, Cancellation));
    }

    [Fact]
    public async Task A_release_that_there_is_not_is_said_not_to_be_there()
    {
        Assert.Equal(["Tidak ada penetapan ke-9 untuk Juli 2024."], Complaints(await AuditAsync(9)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"Laporan\":[{}]}")]
    [InlineData("{\"Laporan\":[{\"Bulan\":\"2024-13\"}]}")]
    [InlineData("PK")]
    public async Task A_list_of_sources_that_cannot_be_read_is_said(string content)
    {
        var name = ReleaseBlobs.NameOf(July, _release.Fingerprint, _release.Number, ReleaseFiles.SourcesName);
        await _app.Storage.ReleaseBlobs.GetBlobClient(name).UploadAsync(new BinaryData(content), overwrite: true, Cancellation);

        Assert.Equal(
            ["Daftar asal penetapan ke-2 Juli 2024 (asal.json) tidak dapat dibaca, sehingga tidak diketahui laporan mana yang mendasarinya."],
            Complaints(await AuditAsync(null)));
    }

    [Fact]
    public async Task A_changed_row_is_named()
    {
        var store = _app.Services.GetRequiredService<ReleasedRowStore>();
        var rows = await store.ReadAsync(July, _release.Fingerprint, RegionCode.Parse("53.02"), Cancellation);
        await store.WriteAsync(July, _release.Fingerprint, [.. rows.Select(row => row.Indicator.Value == "IKU-2" ? row with { Realisation = 99 } : row)], Cancellation);

        Assert.Equal(["Tabel KinerjaTetap: TIDAK COCOK; yang berbeda: 53.02 IKU-2."], Complaints(await AuditAsync(null)));
    }

    [Fact]
    public async Task A_change_that_was_made_away_with_is_named()
    {
        await _app.Storage.ReleaseChanges.DeleteEntityAsync(
            July.ToString(), ReleaseChangeKeys.Row(2, _release.Fingerprint, RegionCode.Parse("53"), Renstra.Transform.Indicators.IndicatorCode.Parse("IKU-2")), cancellationToken: Cancellation);

        Assert.Equal(["Tabel PerubahanPenetapan: TIDAK COCOK; yang berbeda: 53 IKU-2."], Complaints(await AuditAsync(null)));
    }

    [Fact]
    public async Task A_changed_file_of_an_office_is_named_with_the_rows_that_no_longer_follow()
    {
        await Kiriman.PutAsync(_app, _july, PlainText.File("53.02 2024-07 IKU-2 3/3; IKU-4 5/200"));

        var complaints = Complaints(await AuditAsync(null));

        Assert.Contains($"Berkas {_july} bukan lagi berkas yang diserahkan: isinya sudah berubah.", complaints);
        Assert.Contains("Tabel KinerjaTetap: TIDAK COCOK; yang berbeda: 53 IKU-2, 53.02 IKU-2.", complaints);
    }

    [Fact]
    public async Task A_missing_file_of_an_office_is_named()
    {
        await _app.Storage.SubmissionBlobs.DeleteBlobAsync(_july, cancellationToken: Cancellation);

        Assert.Contains($"Berkas {_july} tidak ada lagi di kiriman atau terlalu besar untuk dibaca.", Complaints(await AuditAsync(null)));
    }

    [Fact]
    public async Task A_changed_workbook_is_named_with_the_part_that_differs()
    {
        var first = (await Releases.FindAsync(July, 1, Cancellation))!;
        var blobs = _app.Services.GetRequiredService<ReleaseBlobs>();
        var other = await blobs.FindAsync(first, ReleaseFiles.WorkbookName(July, 1), Cancellation);
        await PutReleaseFileAsync(ReleaseFiles.WorkbookName(July, 2), other!.Value);

        var complaint = Assert.Single(Complaints(await AuditAsync(null)));

        Assert.StartsWith("penetapan-2024-07-ke-2.xlsx: TIDAK COCOK; yang berbeda: ", complaint, StringComparison.Ordinal);
        Assert.Contains("xl/worksheets/sheet", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_csv_and_a_workbook_that_is_none_are_named()
    {
        await PutReleaseFileAsync(ReleaseFiles.CsvName(July, 2), new byte[] { 1 });
        await PutReleaseFileAsync(ReleaseFiles.WorkbookName(July, 2), new byte[] { 2 });

        Assert.Equal(
            ["penetapan-2024-07-ke-2.csv: TIDAK COCOK; isinya berbeda.", "penetapan-2024-07-ke-2.xlsx: TIDAK COCOK; isinya berbeda."],
            Complaints(await AuditAsync(null)));
    }

    [Fact]
    public async Task A_list_of_reports_from_which_one_was_struck_is_found_by_the_fingerprint()
    {
        var list = (await _app.Services.GetRequiredService<ReleaseBlobs>().FindAsync(_release, ReleaseFiles.SourcesName, Cancellation))!.Value;
        var text = System.Text.Encoding.UTF8.GetString(list.Span);
        var struck = System.Text.Json.Nodes.JsonNode.Parse(text)!;
        struck["Laporan"]!.AsArray().RemoveAt(0);
        await PutReleaseFileAsync(ReleaseFiles.SourcesName, System.Text.Encoding.UTF8.GetBytes(struck.ToJsonString()));

        var complaints = Complaints(await AuditAsync(null));

        Assert.Contains(complaints, complaint => complaint.StartsWith($"Sidik jari: TIDAK COCOK; tersimpan {_release.Fingerprint}", StringComparison.Ordinal));
        Assert.Contains("asal.json: TIDAK COCOK; isinya berbeda.", complaints);
    }

    private ReleaseStore Releases => _app.Services.GetRequiredService<ReleaseStore>();

    private Task<AuditResult> AuditAsync(int? number) => _app.Services.GetRequiredService<ReleaseAudit>().RunAsync(July, number, Cancellation);

    private static IEnumerable<string> Complaints(AuditResult result)
    {
        var complaints = result.Lines.Where(line => !line.Matches).Select(line => line.Text).ToList();
        Assert.Equal(complaints.Count == 0, result.Passes);
        return complaints;
    }

    private Task CloseAsync() => _app.CloseDueMonthsAsync();

    /// <summary>Puts a reference file, and lets a while pass in which it is noticed.</summary>
    private async Task PutReferenceAsync(string name, string text)
    {
        await _app.Storage.ReferenceBlobs.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true, Cancellation);
        _clock.Advance(TimeSpan.FromMinutes(1));
    }

    private async Task<string> DeliverAsync(string submittedAt, string line)
    {
        var name = await Kiriman.CollectAsync(_app, "53.02", submittedAt, line);
        await Kiriman.DeliverAsync(_app, name);
        return name;
    }

    private Task PutReleaseFileAsync(string name, ReadOnlyMemory<byte> content) =>
        _app.Storage.ReleaseBlobs.GetBlobClient(ReleaseBlobs.NameOf(July, _release.Fingerprint, 2, name)).UploadAsync(new BinaryData(content), overwrite: true, Cancellation);
}
