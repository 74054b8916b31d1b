using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;
using Renstra.Functions.Storage;
using Renstra.Testing;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Performance;
using Renstra.Transform.Regions;
using Renstra.Transform.Releases;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Tests.Storage;

/// <summary>
/// Rows as the app wrote them on 24 November 2026 (<c>TestData/StoredRows.json</c>), one and more of every table. They lie in deployed
/// accounts for ever: whatever the code calls things, it reads these and writes them again as they are.
/// </summary>
public sealed class StoredRowsTests
{
    private const string Kept = "tests/Renstra.Functions.Tests/TestData/StoredRows.json";

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly SubmissionId Submission = SubmissionId.Parse("20240805013000123-0123456789ab");
    private static readonly ReportKey Key = new(RegionCode.Parse("53.02"), ReportingMonth.Parse("2024-07"), DataHolder.Region);

    [Fact]
    public void Every_kind_of_row_is_written_as_it_always_was() =>
        Assert.Equal(GoldenFile.Read(Kept).TrimEnd('\n'), Write(Rows().Select(row => StoredRow.Of(row.Table, row.Entity))));

    [Fact]
    public void Rows_written_then_are_read_and_written_again_as_they_are()
    {
        var rows = JsonSerializer.Deserialize<List<StoredRow>>(GoldenFile.Read(Kept), Json)!;

        Assert.Equal(StorageNames.Tables.Order(StringComparer.Ordinal), rows.Select(row => row.Table).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(Write(rows), Write(rows.Select(row => StoredRow.Of(row.Table, Again(row.Table, row.ToEntity())))));
    }

    private static string Write(IEnumerable<StoredRow> rows) => JsonSerializer.Serialize(rows, Json);

    private static TableEntity Again(string table, TableEntity row) => table switch
    {
        StorageNames.SubmissionsTable => Whole(SubmissionEntity.Read(row)),
        StorageNames.FindingsTable => Again(FindingEntity.Read(row)),
        StorageNames.HistoryTable => ReportEntity.ForHistory(ReportEntity.Read(row)!),
        StorageNames.ReportsTable => ReportEntity.Read(row) is { } report ? ReportEntity.ForView(report) : ReportEntity.ForEmptyView(ReportKeys.Parse(row.PartitionKey, row.RowKey)),
        StorageNames.ReleasesTable when row.RowKey == ReleaseKeys.Pointer => ReleaseEntity.ForPointer(ReleaseEntity.Read(row)),
        StorageNames.ReleasesTable => ReleaseEntity.ForRelease(ReleaseEntity.Read(row)),
        StorageNames.ReleasedRowsTable => ReleasedRowEntity.For(
            ReportingMonth.Parse(row.PartitionKey), ReleasedRowKeys.ParseFingerprint(row.RowKey), ReleasedRowKeys.ParseRegion(row.RowKey), ReleasedRowEntity.Read(row)),
        StorageNames.ReleaseChangesTable => ReleaseChangeEntity.For(ReleaseChangeEntity.Read(row)),
        _ => throw new ArgumentOutOfRangeException(nameof(table), table, null),
    };

    private static TableEntity Again(StoredFinding finding) => FindingEntity.For(finding.Submission, finding.Sequence, finding.Finding);

    /// <summary>A submission as its parts, which are written one after the other, make it.</summary>
    private static TableEntity Whole(StoredSubmission submission)
    {
        var whole = SubmissionEntity.ForArrival(submission);
        foreach (var column in submission.Outcome is { } outcome ? SubmissionEntity.ForOutcome(submission.Id, outcome) : [])
        {
            whole[column.Key] = column.Value;
        }

        foreach (var column in submission.DeliveredAt is { } deliveredAt ? SubmissionEntity.ForDelivery(submission.Id, deliveredAt) : [])
        {
            whole[column.Key] = column.Value;
        }

        return whole;
    }

    private static IEnumerable<(string Table, TableEntity Entity)> Rows()
    {
        var arrived = new StoredSubmission
        {
            Id = Submission,
            BlobName = $"53.02/{Submission}-laporan juli.xlsx",
            FileName = "laporan juli.xlsx",
            Folder = Key.Region,
            Size = 40_960,
            Sha256 = "0123456789ab" + new string('c', 52),
            ReceiptNumber = "TT-20240805-7KQ2",
            ReferenceVersion = "a1b2c3d4e5f6",
        };
        yield return (StorageNames.SubmissionsTable, Whole(arrived));
        yield return (StorageNames.SubmissionsTable, Whole(arrived with { Id = Later(1), Folder = null, Sha256 = null, Size = 20_000_000 }));
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            var outcome = new SubmissionOutcome(verdict, 3, 2, 201, At("2024-08-05T01:31:00.5Z"));
            yield return (StorageNames.SubmissionsTable, Whole(arrived with { Id = Later(2 + (int)verdict), Outcome = outcome, DeliveredAt = At("2024-08-05T01:35:00Z") }));
        }

        foreach (var severity in Enum.GetValues<Severity>())
        {
            yield return (StorageNames.FindingsTable, FindingEntity.For(Submission, 1 + (int)severity, new Finding(
                "N05", severity, "Sel F9 berisi \"tiga puluh\"; tulislah angka 30.", new CellLocation("Laporan", "F9"), "tiga puluh", IndicatorCode.Parse("IKU-2"), Key)));
        }

        yield return (StorageNames.FindingsTable, FindingEntity.For(Submission, 200, new Finding("B03", Severity.Kesalahan, "Berkas berkata sandi.", null, null, null, null)));

        var report = new StoredReport(Key, Submission, arrived.BlobName, IsAccepted: true, Figures());
        yield return (StorageNames.HistoryTable, ReportEntity.ForHistory(report));
        yield return (StorageNames.HistoryTable, ReportEntity.ForHistory(report with { Submission = Later(1), IsAccepted = false, Figures = [] }));
        yield return (StorageNames.ReportsTable, ReportEntity.ForView(report));
        yield return (StorageNames.ReportsTable, ReportEntity.ForEmptyView(Key with { Region = RegionCode.Parse("53.71"), Holder = DataHolder.Parse("NAKER") }));

        var release = new Release(Key.Month, 2, "0a1b2c3d4e5f", At("2024-08-10T22:00:01.25Z"), "a1b2c3d4e5f6", "f6e5d4c3b2a1", 3, 20, 22, ["53.02-KAB", "53.71-KAB"]);
        yield return (StorageNames.ReleasesTable, ReleaseEntity.ForRelease(release with { Number = 1, MissingReports = [] }));
        yield return (StorageNames.ReleasesTable, ReleaseEntity.ForRelease(release));
        yield return (StorageNames.ReleasesTable, ReleaseEntity.ForPointer(release));

        var unreported = new PerformanceRow { Region = Key.Region, Month = Key.Month, Indicator = IndicatorCode.Parse("IKU-1"), IsRunning = true, IsReported = false };
        yield return (StorageNames.ReleasedRowsTable, ReleasedRowEntity.For(Key.Month, release.Fingerprint, Key.Region, [unreported, Full(Key.Region)]));
        yield return (StorageNames.ReleasedRowsTable, ReleasedRowEntity.For(Key.Month, release.Fingerprint, RegionCode.Parse("53"), [Province()]));

        yield return (StorageNames.ReleaseChangesTable, ReleaseChangeEntity.For(new StoredChange(
            Key.Month, 2, release.Fingerprint, Key.Region, IndicatorCode.Parse("IKU-2"), null, Full(Key.Region), [.. Enum.GetValues<ChangeCause>()], [Submission, Later(1)], 501)));
        yield return (StorageNames.ReleaseChangesTable, ReleaseChangeEntity.For(new StoredChange(
            Key.Month, 2, release.Fingerprint, RegionCode.Parse("53"), IndicatorCode.Parse("IKU-2"), Province(), null, [], [], 0)));
    }

    private static IReadOnlyList<Figure> Figures()
    {
        var numerator = Amount(1882, "F9", "1.882 orang");
        return
        [
            new Figure(IndicatorCode.Parse("IKU-1"), Amount(0, "F8", "nihil"), null),
            new Figure(IndicatorCode.Parse("IKU-2"), numerator, Amount(12.5m, "H9", "12,5"))
            {
                Parts =
                [
                    new PartAmount(ComponentRole.Pembilang, "Penempatan", "AKL", Amount(1880, "C12", "1880")),
                    new PartAmount(ComponentRole.Penyebut, "Jenis kelamin", "Perempuan", Amount(2.25m, "D16", "2,25")),
                ],
            },
        ];
    }

    private static PerformanceRow Full(RegionCode region) => new()
    {
        Region = region,
        Month = Key.Month,
        Indicator = IndicatorCode.Parse("IKU-2"),
        MonthNumerator = 12,
        MonthDenominator = 12.50m,
        MonthRealisation = 96.00m,
        Numerator = 84,
        Denominator = 100,
        Realisation = 84.00m,
        Target = 75.5m,
        Achievement = 111.26m,
        Category = new Category("bawaan", 1, "Sangat Berhasil", 80m, ""),
        DataMonth = Key.Month,
        IsRunning = true,
        IsReported = true,
        IsComplete = true,
        Submission = Submission,
        ChangedAt = Submission.SubmittedAt,
    };

    private static PerformanceRow Province() => Full(RegionCode.Parse("53")) with
    {
        RegionsReporting = 20,
        RegionsRequired = 22,
        IsComplete = false,
        MissingRegions = [RegionCode.Parse("53.02"), RegionCode.Parse("53.71")],
        Submission = null,
    };

    private static ComponentAmount Amount(decimal amount, string cell, string raw) => new(amount, new CellLocation("Laporan", cell), raw);

    private static SubmissionId Later(int minutes) => Submission with { SubmittedAt = Submission.SubmittedAt.AddMinutes(minutes) };

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);

    /// <summary>A row with the type of every column, as Table Storage keeps it.</summary>
    private sealed record StoredRow(string Table, string PartitionKey, string RowKey, SortedDictionary<string, string> Columns)
    {
        public static StoredRow Of(string table, TableEntity entity) => new(
            table,
            entity.PartitionKey,
            entity.RowKey,
            new SortedDictionary<string, string>(
                entity
                    .Where(column => column.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag") && column.Value is not null)
                    .ToDictionary(column => column.Key, column => $"{column.Value.GetType().Name} {Convert(column.Value)}"),
                StringComparer.Ordinal));

        public TableEntity ToEntity()
        {
            var entity = new TableEntity(PartitionKey, RowKey);
            foreach (var (column, typed) in Columns)
            {
                var text = typed[(typed.IndexOf(' ', StringComparison.Ordinal) + 1)..];
                entity[column] = typed[..typed.IndexOf(' ', StringComparison.Ordinal)] switch
                {
                    nameof(String) => text,
                    nameof(Int32) => int.Parse(text, CultureInfo.InvariantCulture),
                    nameof(Int64) => long.Parse(text, CultureInfo.InvariantCulture),
                    nameof(Boolean) => bool.Parse(text),
                    nameof(DateTimeOffset) => At(text),
                    var other => throw new InvalidOperationException($"{column} has a type that no column has: {other}."),
                };
            }

            return entity;
        }

        private static string Convert(object value) => value is DateTimeOffset moment
            ? moment.ToString("O", CultureInfo.InvariantCulture)
            : System.Convert.ToString(value, CultureInfo.InvariantCulture)!;
    }
}
