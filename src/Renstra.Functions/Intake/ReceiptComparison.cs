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
    ReceiptBlobs receipts, ReportStore reports, WithdrawalRecord withdrawals, CurrentReference reference, IOptions<ComparisonOptions> options, TimeProvider clock)
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
            var replaced = await reports.StandingBeforeAsync(report.Key, submission, withdrawn, cancellation);
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
