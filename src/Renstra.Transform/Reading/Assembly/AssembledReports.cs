using Renstra.Transform.Reading.Tables;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Reading.Assembly;

/// <summary>A submission divided into reports.</summary>
/// <param name="Reports">The entries of each report; by month, region and holder.</param>
/// <param name="Unassigned">Entries whose region or month cannot be told.</param>
/// <param name="Remarks">What is wrong or odd about the submission as a whole.</param>
internal sealed record AssembledReports(
    IReadOnlyList<(ReportKey Key, IReadOnlyList<IndicatorEntry> Entries)> Reports,
    IReadOnlyList<IndicatorEntry> Unassigned,
    IReadOnlyList<Remark> Remarks);
