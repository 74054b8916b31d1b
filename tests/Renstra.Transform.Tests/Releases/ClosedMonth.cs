using Renstra.Transform.Calendar;
using Renstra.Transform.Reference;
using Renstra.Transform.Releases;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Tests.Releases;

/// <summary>Releases of the reports that offices hand in.</summary>
internal static class ClosedMonth
{
    public static ReleaseContent Of(string month, int number, params CurrentReport[] reports) => Of(ReferenceData.Shipped, month, number, reports);

    public static ReleaseContent Of(ReferenceData reference, string month, int number, params CurrentReport[] reports) =>
        ReleaseContent.Compute(reference, ReportingMonth.Parse(month), number, [.. reports.Select(report => new ReleaseSource(report, BlobNameOf(report)))]);

    public static string BlobNameOf(CurrentReport report) => $"{report.Key.Region}/{report.Submission}-laporan.xlsx";
}
