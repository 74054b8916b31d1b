using System.Runtime.CompilerServices;
using Renstra.Functions.Ingestion;
using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;
using Renstra.Transform.Chasing;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Chasing;

/// <summary>Reads what has come of the reports that are due, from the history.</summary>
internal sealed class DueReports(HistoryStore history)
{
    /// <summary>The reports due in a range of months, ascending by month, region and holder; one storage request for a thousand reports received.</summary>
    public async IAsyncEnumerable<DueReport> ReadAsync(
        ReferenceData reference, ReportingMonth first, ReportingMonth last, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (first > last)
        {
            yield break;
        }

        var received = await history.ReadAsync(new PartitionRange(first, last), cancellation)
            .SelectMany(portion => portion.Where(report => !reference.Withdrawals.ContainsKey(report.Submission)).Select(Received).ToAsyncEnumerable())
            .ToLookupAsync(report => report.Key.Month, cancellationToken: cancellation);
        foreach (var month in ReportingMonth.Range(first, last))
        {
            foreach (var due in DueReport.For(reference, month, received[month], now))
            {
                yield return due;
            }
        }
    }

    private static ReceivedReport Received(StoredReport report) =>
        new(report.Key, report.Submission, report.IsAccepted, SubmissionBlobName.Parse(report.BlobName).FileName);
}
