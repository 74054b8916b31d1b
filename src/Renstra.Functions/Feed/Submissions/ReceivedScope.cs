using Renstra.Functions.Feed.Query;
using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Feed.Submissions;

/// <summary>The part of a table of submissions that a request needs: by month received, by time handed in, or by the submission itself.</summary>
internal static class ReceivedScope
{
    public static PartitionRange Of(ReadScope scope)
    {
        var (first, last) = scope.MonthBounds(nameof(LaporanMasukRow.BulanTerima));
        var moments = scope[nameof(LaporanMasukRow.DiserahkanPada)];
        var submissions = scope[nameof(LaporanMasukRow.LaporanMasuk)];
        return new PartitionRange(
            Later(first, Later(MonthOf(moments?.Least), MonthOf(submissions?.Least))),
            Earlier(last, Earlier(MonthOf(moments?.Greatest), MonthOf(submissions?.Greatest))),
            scope.OnlyText(nameof(LaporanMasukRow.LaporanMasuk)) is { } only && SubmissionId.TryParse(only, out _) ? only : "");
    }

    private static ReportingMonth? MonthOf(object? bound) => bound switch
    {
        DateTimeOffset moment => Wita.MonthOf(moment),
        string text when SubmissionId.TryParse(text, out var submission) => Wita.MonthOf(submission.SubmittedAt),
        _ => null,
    };

    private static ReportingMonth? Later(ReportingMonth? left, ReportingMonth? right) => left is null || right > left ? right ?? left : left;

    private static ReportingMonth? Earlier(ReportingMonth? left, ReportingMonth? right) => left is null || right < left ? right ?? left : left;
}
