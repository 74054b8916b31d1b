using Renstra.Transform.Calendar;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Storage;

/// <summary>Keys of <c>LaporanMasuk</c>: partition the month received (WITA), row the submission.</summary>
internal static class SubmissionKeys
{
    public static string Partition(SubmissionId submission) => Wita.MonthOf(submission.SubmittedAt).ToString();

    public static string Row(SubmissionId submission) => submission.ToString();

    public static SubmissionId Parse(string rowKey) => SubmissionId.Parse(rowKey);

    public static RowRange ReceivedIn(ReportingMonth month) => new(month.ToString());
}
