using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Tests.Feed;

/// <summary>Puts into storage what ingestion and consolidation would have put there.</summary>
internal sealed class FeedData(IServiceProvider services)
{
    private readonly SubmissionStore _submissions = services.GetRequiredService<SubmissionStore>();
    private readonly ReportStore _reports = services.GetRequiredService<ReportStore>();
    private readonly ReleaseStore _releases = services.GetRequiredService<ReleaseStore>();

    private static readonly ReferenceData Reference = ReferenceData.Shipped;

    /// <summary>An accepted report of a region: every indicator that applies to it, with the numerator given and twice that below.</summary>
    public Task<SubmissionId> ReportAsync(string region, string month, int numerator, DateTimeOffset? submittedAt = null) =>
        ReportAsync(region, month, Figures(region, month, numerator), submittedAt);

    public async Task<SubmissionId> ReportAsync(string region, string month, IReadOnlyList<Figure> figures, DateTimeOffset? submittedAt = null, bool isAccepted = true)
    {
        var key = new ReportKey(RegionCode.Parse(region), ReportingMonth.Parse(month), DataHolder.Region);
        var submission = SubmissionId.Of(submittedAt ?? Wita.At(key.Month.AddMonths(1).FirstDay.AddDays(4), new TimeOnly(10, 0)), HashOf(key, figures));
        var fileName = $"Laporan {region} {month}.xlsx";
        await services.GetRequiredService<HistoryStore>().AddAsync([new StoredReport(key, submission, $"{region}/{submission}-{fileName}", isAccepted, figures)], Cancellation);
        await _reports.RefreshViewsAsync([key], _ => Task.FromResult<IReadOnlySet<SubmissionId>>(new HashSet<SubmissionId>()), Cancellation);
        return submission;
    }

    public async Task ReportsAsync(string month, int numerator)
    {
        foreach (var region in Reference.Regions.Reporting)
        {
            await ReportAsync(region.Code.Value, month, numerator);
        }
    }

    /// <summary>Closes a month: what the reports that stand give becomes its next release.</summary>
    public async Task<Release> CloseAsync(string month, DateTimeOffset? at = null)
    {
        var closed = ReportingMonth.Parse(month);
        var standing = new List<CurrentReport>();
        foreach (var behind in new PerformanceCalculator(Reference).MonthsBehind(closed))
        {
            standing.AddRange((await _reports.CurrentAsync(behind, null, Cancellation)).Select(report => report.ToCurrent()));
        }

        var rows = new PerformanceCalculator(Reference).Calculate(closed, standing);
        var pointer = await _releases.PointerAsync(closed, Cancellation);
        var number = (pointer.Release?.Number ?? 0) + 1;
        var fingerprint = number.ToString("x12", CultureInfo.InvariantCulture);
        await services.GetRequiredService<ReleasedRowStore>().WriteAsync(closed, fingerprint, rows, Cancellation);
        var missing = Reference.Regions.Reporting.Select(region => region.Code).Except(standing.Where(report => report.Key.Month == closed).Select(report => report.Key.Region)).ToList();
        var release = new Release(
            closed,
            number,
            fingerprint,
            at ?? Wita.At(closed.AddMonths(1).FirstDay.AddDays(10), new TimeOnly(6, 0)),
            Reference.Version,
            Reference.FiguresVersion,
            PerformanceCalculator.Version,
            Reference.Regions.Reporting.Count - missing.Count,
            Reference.Regions.Reporting.Count,
            [.. missing.Select(region => $"{region}-KAB")]);
        Assert.True(await _releases.TryPutInForceAsync(pointer, release, Cancellation));
        return release;
    }

    public async Task<StoredSubmission> SubmissionAsync(SubmissionId id, string fileName, Verdict? verdict, params IReadOnlyList<Finding> findings)
    {
        var submission = await _submissions.TryArriveAsync(
            new StoredSubmission
            {
                Id = id,
                BlobName = $"53.01/{id}-{fileName}",
                FileName = fileName,
                Folder = RegionCode.Parse("53.01"),
                Size = 12_345,
                Sha256 = id.Hash12.PadRight(64, '0'),
                ReferenceVersion = Reference.Version,
                ReceiptNumber = $"TT-{id.Hash12}",
            },
            Cancellation);
        await services.GetRequiredService<FindingStore>().WriteAsync(id, findings, Cancellation);
        if (verdict is { } known)
        {
            await _submissions.FinishAsync(id, new SubmissionOutcome(known, 1, known == Verdict.Dikembalikan ? 0 : 1, findings.Count, id.SubmittedAt.AddMinutes(1)), Cancellation);
        }

        return submission!;
    }

    public static IReadOnlyList<Figure> Figures(string region, string month, int numerator) =>
        [.. Reference.Indicators.ReportedBy(DataHolder.Region, RegionCode.Parse(region), ReportingMonth.Parse(month).Year)
            .Select((indicator, index) => new Figure(indicator.Code, Amount(numerator + index, index, "E"), Amount((numerator + index) * 2, index, "F")))];

    private static ComponentAmount Amount(int value, int row, string column) => new(
        value,
        new CellLocation("Laporan", string.Create(CultureInfo.InvariantCulture, $"{column}{row + 9}")),
        value.ToString(CultureInfo.InvariantCulture));

    private static string HashOf(ReportKey key, IReadOnlyList<Figure> figures) => FeedApp.HashOf($"{key} {string.Join(' ', figures)}");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
