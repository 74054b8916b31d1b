using Renstra.Functions.Feed.Query;
using Renstra.Transform.Calendar;
using Renstra.Transform.Regions;

namespace Renstra.Functions.Feed.Performance;

/// <summary>Which months and regions a request needs, among those that there are.</summary>
/// <param name="Months">The months, ascending.</param>
/// <param name="Regions">The regions; the province may be among them.</param>
internal sealed record PerformanceScope(IReadOnlyList<ReportingMonth> Months, IReadOnlyList<RegionCode> Regions)
{
    /// <summary>Up to so many regions are read one by one; for more, a month's whole partition costs less.</summary>
    public const int FewRegions = 3;

    /// <summary>Whether there can be a row at all.</summary>
    public bool IsEmpty => Months.Count == 0 || Regions.Count == 0;

    /// <summary>The scope of a set with a row for each month.</summary>
    public static PerformanceScope Of(FeedReading reading) => new(
        [.. reading.Scope.Months(nameof(CapaianRow.Bulan), reading.Reference.FirstMonth, reading.CurrentMonth)],
        RegionsOf(reading));

    /// <summary>The regions that rows asked for can belong to.</summary>
    public static IReadOnlyList<RegionCode> RegionsOf(FeedReading reading) =>
    [
        .. reading.Reference.Regions.All
            .Where(region => reading.Scope.Allows(nameof(CapaianRow.KodeWilayah), region.Code.Value)
                && reading.Scope.Allows(nameof(CapaianRow.NamaWilayah), region.FullName)
                && reading.Scope.Allows(nameof(CapaianRow.Tingkat), region.Level.ToString()))
            .Select(region => region.Code),
    ];
}
