using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Renstra.Functions.Ingestion;
using Renstra.Functions.Reference;
using Renstra.Functions.Storage;
using Renstra.Transform.Receipts;
using Renstra.Transform.Receipts.Comparing;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Intake;

/// <summary>Puts into a receipt's page how its reports compare with those that stand when it is delivered.</summary>
internal sealed class ReceiptComparison(
    ReceiptBlobs receipts, HistoryStore history, CurrentReference reference, IOptions<ComparisonOptions> options, TimeProvider clock)
{
    /// <summary>The page of a submission, with the comparison.</summary>
    /// <param name="submission">The submission.</param>
    /// <param name="withdrawn">The submissions that are withdrawn.</param>
    /// <param name="cancellation">Stops between two requests.</param>
    public async Task<string> PageAsync(SubmissionId submission, IReadOnlySet<SubmissionId> withdrawn, CancellationToken cancellation)
    {
        var page = receipts.PageAsync(submission, cancellation);
        var data = await reference.GetAsync(cancellation);
        var compared = ReceiptJson.ReadReports((await receipts.JsonAsync(submission, cancellation)).ToMemory()).Where(report => report.Figures.Count > 0).ToList();
        var around = await AroundAsync([.. compared.Select(report => report.Key)], withdrawn, cancellation);
        return ReceiptPage.WithComparison(await page, [.. compared.Select(report => Compare(report, submission, around, data))], clock.GetUtcNow());
    }

    private ReportComparison Compare(ReportReading report, SubmissionId submission, ILookup<ReportKey, StoredReport> around, ReferenceData data)
    {
        var earlier = Enumerable.Range(1, options.Value.QuietMonths).Select(back => around[report.Key with { Month = report.Key.Month.AddMonths(-back) }].LastOrDefault());
        var replaced = around[report.Key].LastOrDefault(each => each.Submission < submission);
        return ReportComparison.Of(report, [.. earlier.OfType<StoredReport>().Select(each => each.ToCurrent())], replaced?.ToCurrent(), data, options.Value.Thresholds);
    }

    /// <summary>The accepted reports, not withdrawn, of these keys and of the months before, by key, the latest submission last: one storage request.</summary>
    private async Task<ILookup<ReportKey, StoredReport>> AroundAsync(
        IReadOnlyCollection<ReportKey> keys, IReadOnlySet<SubmissionId> withdrawn, CancellationToken cancellation)
    {
        if (keys.Count == 0)
        {
            return Enumerable.Empty<StoredReport>().ToLookup(report => report.Key);
        }

        var rows = keys.Select(ReportKeys.Row).Distinct(StringComparer.Ordinal).ToList();
        var range = new PartitionRange(
            keys.Min(key => key.Month).AddMonths(-options.Value.QuietMonths), keys.Max(key => key.Month), rows.Count == 1 ? $"{rows[0]}-" : "");
        return await history.ReadAsync(range, cancellation)
            .SelectMany(portion => portion)
            .Where(report => report.IsAccepted && !withdrawn.Contains(report.Submission))
            .ToLookupAsync(report => report.Key, cancellationToken: cancellation);
    }
}

/// <summary>
/// What receipts call unusual beside last month: section <c>Renstra:Comparison</c>. No reference data, since it changes no result and
/// must make no new version.
/// </summary>
internal sealed class ComparisonOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Renstra:Comparison";

    /// <summary>How many times larger or smaller a stock must become. Default 2, above 1.</summary>
    [Range(typeof(decimal), "1.01", "1000", ParseLimitsInInvariantCulture = true)]
    public decimal StockFactor { get; set; } = 2;

    /// <summary>How many times larger or smaller a month's count must become. Default 10, above 1.</summary>
    [Range(typeof(decimal), "1.01", "1000", ParseLimitsInInvariantCulture = true)]
    public decimal FlowFactor { get; set; } = 10;

    /// <summary>Changes by fewer units are never unusual. Default 5.</summary>
    [Range(typeof(decimal), "0", "1000000", ParseLimitsInInvariantCulture = true)]
    public decimal LeastChange { get; set; } = 5;

    /// <summary>After how many months with more a count of 0 is unusual. Default 3, from 1 to 12.</summary>
    [Range(1, 12)]
    public int QuietMonths { get; set; } = 3;

    /// <summary>The same for the comparison.</summary>
    public ComparisonThresholds Thresholds => new(StockFactor, FlowFactor, LeastChange, QuietMonths);
}
