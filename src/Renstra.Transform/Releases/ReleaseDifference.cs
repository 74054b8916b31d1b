using Renstra.Transform.Indicators;
using Renstra.Transform.Performance;
using Renstra.Transform.Regions;

namespace Renstra.Transform.Releases;

/// <summary>What a release changed about the one before it: the figures, and what made them change.</summary>
/// <param name="Before">The release before.</param>
/// <param name="After">The release.</param>
/// <param name="Sources">The reports that changed, by month, region and holder; also those that repeat what was said before.</param>
/// <param name="Rows">The rows whose published figures, standing or completeness changed, in the order of the release.</param>
public sealed record ReleaseDifference(
    ReleaseContent Before, ReleaseContent After, IReadOnlyList<SourceChange> Sources, IReadOnlyList<RowChange> Rows)
{
    /// <summary>The differences between two releases of a month.</summary>
    public static ReleaseDifference Between(ReleaseContent before, ReleaseContent after)
    {
        var sources = ChangesOf(before.Sources, after.Sources);
        var rowsBefore = before.Rows.ToDictionary(KeyOf);
        var rowsAfter = after.Rows.ToDictionary(KeyOf);
        var changes =
            from key in rowsAfter.Keys.Union(rowsBefore.Keys)
            let was = rowsBefore.GetValueOrDefault(key)
            let becomes = rowsAfter.GetValueOrDefault(key)
            where was is null || becomes is null || Published(was) != Published(becomes)
            let concerned = Concerning(key, sources)
            select new RowChange(key.Region, key.Indicator, was, becomes, [.. CausesOf(concerned, before, after)], concerned);
        return new ReleaseDifference(before, after, sources, [.. changes]);
    }

    private static List<SourceChange> ChangesOf(IReadOnlyList<ReleaseSource>? before, IReadOnlyList<ReleaseSource>? after)
    {
        if (before is null || after is null)
        {
            return [];
        }

        var were = before.ToDictionary(source => source.Report.Key);
        var are = after.ToDictionary(source => source.Report.Key);
        var changes =
            from key in are.Keys.Union(were.Keys)
            let was = were.GetValueOrDefault(key)
            let becomes = are.GetValueOrDefault(key)
            where was?.Report.Submission != becomes?.Report.Submission
            orderby key.Month, key.Region, key.Holder
            select new SourceChange(key, was, becomes);
        return [.. changes];
    }

    private static List<SourceChange> Concerning((RegionCode Region, IndicatorCode Indicator) row, List<SourceChange> sources) =>
        [.. sources.Where(source => (row.Region.IsProvince || source.Key.Region == row.Region) && source.Concerns(row.Indicator))];

    private static IEnumerable<ChangeCause> CausesOf(List<SourceChange> sources, ReleaseContent before, ReleaseContent after)
    {
        foreach (var cause in sources.Select(source => source.Cause).Distinct().Order())
        {
            yield return cause;
        }

        // Which part of a change is theirs cannot be told apart; that they are part of it can.
        if (before.FiguresVersion != after.FiguresVersion)
        {
            yield return ChangeCause.DataAcuan;
        }

        if (before.CalculationVersion != after.CalculationVersion)
        {
            yield return ChangeCause.Penghitungan;
        }
    }

    private static (RegionCode Region, IndicatorCode Indicator) KeyOf(PerformanceRow row) => (row.Region, row.Indicator);

    /// <summary>What a reader sees of a row. The submission and its time are no figures: the same numbers sent again change nothing.</summary>
    private static PerformanceRow Published(PerformanceRow row) =>
        row with { MissingRegions = [], Category = row.Category is { } category ? category with { Note = "" } : null, Submission = null, ChangedAt = null };
}
