using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Renstra.Functions.Ingestion;
using Renstra.Functions.Reference;
using Renstra.Functions.Storage;
using Renstra.Functions.Withdrawals;
using Renstra.Transform.Receipts;
using Renstra.Transform.Receipts.Comparing;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Intake;

/// <summary>Puts into a receipt's page how its reports compare with those that stand when it is delivered.</summary>
internal sealed class ReceiptComparison(
    ReceiptBlobs receipts, HistoryStore history, ReportStore reports, WithdrawalRecord withdrawals, CurrentReference reference, IOptions<ComparisonOptions> options, TimeProvider clock)
{
    /// <summary>The page of a submission, with the comparison.</summary>
    public async Task<string> PageAsync(SubmissionId submission, CancellationToken cancellation)
    {
        var data = await reference.GetAsync(cancellation);
        var withdrawn = await withdrawals.WithdrawnAsync(cancellation);
        var comparisons = new List<ReportComparison>();
        var json = await receipts.JsonAsync(submission, cancellation);
        foreach (var report in ReceiptJson.ReadReports(json.ToMemory()).Where(report => report.Figures.Count > 0))
        {
            var replaced = await history.StandingBeforeAsync(report.Key, submission, withdrawn, cancellation);
            comparisons.Add(ReportComparison.Of(report, await EarlierAsync(report.Key, cancellation), replaced?.ToCurrent(), data, options.Value.Thresholds));
        }

        return ReceiptPage.WithComparison(await receipts.PageAsync(submission, cancellation), comparisons, clock.GetUtcNow());
    }

    private async Task<IReadOnlyList<CurrentReport>> EarlierAsync(ReportKey key, CancellationToken cancellation)
    {
        var earlier = new List<CurrentReport>();
        for (var back = 1; back <= options.Value.QuietMonths; back++)
        {
            var month = await reports.CurrentAsync(key.Month.AddMonths(-back), key.Region, cancellation);
            earlier.AddRange(month.Where(report => report.Key.Holder == key.Holder).Select(report => report.ToCurrent()));
        }

        return earlier;
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
