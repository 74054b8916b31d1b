using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;
using Renstra.Transform.Performance;

namespace Renstra.Functions.Feed.Performance;

/// <summary>The performance of a month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Release">The release that the rows belong to; null when they were computed from the reports that stand.</param>
/// <param name="Rows">The rows asked for.</param>
internal sealed record MonthPerformance(ReportingMonth Month, Release? Release, IReadOnlyList<PerformanceRow> Rows);
