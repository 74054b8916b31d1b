using Renstra.Transform.Reports;

namespace Renstra.Functions.Storage;

/// <summary>Keys of <c>RiwayatLaporan</c>: partition the reporting month, row <c>&lt;region&gt;-&lt;holder&gt;-&lt;submission&gt;</c>.</summary>
internal static class HistoryKeys
{
    public static string Partition(ReportKey report) => ReportKeys.Partition(report);

    public static string Row(ReportKey report, SubmissionId submission) => $"{ReportKeys.Row(report)}-{submission}";

    public static SubmissionId ParseSubmission(string rowKey)
    {
        var afterRegion = rowKey.IndexOf('-', StringComparison.Ordinal);
        var afterHolder = rowKey.IndexOf('-', afterRegion + 1);
        return SubmissionId.Parse(rowKey[(afterHolder + 1)..]);
    }

    /// <summary>The history under one key.</summary>
    public static RowRange Of(ReportKey report) => new(Partition(report), $"{ReportKeys.Row(report)}-");
}
