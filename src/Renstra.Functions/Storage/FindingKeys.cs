using System.Globalization;
using Renstra.Transform.Calendar;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Storage;

/// <summary>Keys of <c>CatatanVerifikasi</c>: partition the month received (WITA), row <c>&lt;submission&gt;-&lt;sequence 000&gt;</c>.</summary>
internal static class FindingKeys
{
    public static string Partition(SubmissionId submission) => SubmissionKeys.Partition(submission);

    /// <param name="submission">The submission.</param>
    /// <param name="sequence">From 1, in the order in which an officer meets the findings.</param>
    public static string Row(SubmissionId submission, int sequence) => string.Create(CultureInfo.InvariantCulture, $"{submission}-{sequence:000}");

    public static (SubmissionId Submission, int Sequence) Parse(string rowKey)
    {
        var dash = rowKey.LastIndexOf('-');
        return (SubmissionId.Parse(rowKey[..dash]), int.Parse(rowKey.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture));
    }

    public static RowRange ReceivedIn(ReportingMonth month) => new(month.ToString());

    public static RowRange Of(SubmissionId submission) => new(Partition(submission), $"{submission}-");
}
