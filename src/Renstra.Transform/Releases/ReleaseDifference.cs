using Renstra.Transform.Indicators;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

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

/// <summary>A row of performance that is not what it was in the release before.</summary>
/// <param name="Region">The kabupaten or kota, or the province.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Before">The row before; null when the indicator did not apply then.</param>
/// <param name="After">The row now; null when the indicator does not apply any more.</param>
/// <param name="Causes">Why; empty when it is not known any more.</param>
/// <param name="Sources">The reports that changed what is said of the indicator; on a province row those of all regions.</param>
public sealed record RowChange(
    RegionCode Region,
    IndicatorCode Indicator,
    PerformanceRow? Before,
    PerformanceRow? After,
    IReadOnlyList<ChangeCause> Causes,
    IReadOnlyList<SourceChange> Sources)
{
    /// <summary>By how much an amount changed; null unless it was known before and is known now.</summary>
    /// <param name="before">The row before.</param>
    /// <param name="after">The row now.</param>
    /// <param name="amount">Which amount of a row.</param>
    public static decimal? By(PerformanceRow? before, PerformanceRow? after, Func<PerformanceRow, decimal?> amount) =>
        before is not null && after is not null ? amount(after) - amount(before) : null;
}

/// <summary>A report that is not the one it was in the release before.</summary>
/// <param name="Key">What it speaks about.</param>
/// <param name="Before">The report that stood; null when there was none.</param>
/// <param name="After">The report that stands; null when there is none.</param>
public sealed record SourceChange(ReportKey Key, ReleaseSource? Before, ReleaseSource? After)
{
    /// <summary>What became of it.</summary>
    public ChangeCause Cause => (Before, After) switch
    {
        (null, _) => ChangeCause.LaporanBaru,
        (_, null) => ChangeCause.LaporanDitarik,
        _ when After.Report.Submission < Before.Report.Submission => ChangeCause.LaporanDitarik,
        _ => ChangeCause.LaporanDiperbaiki,
    };

    /// <summary>The report that made the difference: the one that came, or the one that went.</summary>
    public ReleaseSource Source => Cause == ChangeCause.LaporanDitarik ? Before! : After!;

    /// <summary>Whether it says something else of an indicator than the report before did.</summary>
    public bool Concerns(IndicatorCode indicator) => AmountsOf(Before, indicator) != AmountsOf(After, indicator);

    private static (decimal?, decimal?) AmountsOf(ReleaseSource? source, IndicatorCode indicator)
    {
        var figure = source?.Report.Figures.FirstOrDefault(figure => figure.Indicator == indicator);
        return (figure?.Numerator.Amount, figure?.Denominator?.Amount);
    }
}

/// <summary>Why a release says something else than the one before it.</summary>
public enum ChangeCause
{
    /// <summary>A report came where there was none.</summary>
    LaporanBaru,

    /// <summary>A later submission took a report's place.</summary>
    LaporanDiperbaiki,

    /// <summary>A report no longer stands: an earlier submission does again, or none.</summary>
    LaporanDitarik,

    /// <summary>Other reference data were in force.</summary>
    DataAcuan,

    /// <summary>The calculation was another one.</summary>
    Penghitungan,
}

/// <summary>How a <see cref="ChangeCause"/> is told.</summary>
public static class ChangeCauseWords
{
    /// <summary>Where it is not known which reports a release rested on.</summary>
    private const string Unknown = "Tidak tercatat";

    /// <summary>A cause as an official reads it.</summary>
    public static string Of(ChangeCause cause) => cause switch
    {
        ChangeCause.LaporanBaru => "Laporan baru",
        ChangeCause.LaporanDiperbaiki => "Laporan diperbaiki",
        ChangeCause.LaporanDitarik => "Laporan ditarik",
        ChangeCause.DataAcuan => "Data acuan berganti",
        _ => "Cara penghitungan berganti",
    };

    /// <summary>Several causes, separated by semicolons.</summary>
    public static string Of(IReadOnlyCollection<ChangeCause> causes) => causes.Count == 0 ? Unknown : string.Join("; ", causes.Select(Of));
}

/// <summary>A report that is not the one that its month's release rests on.</summary>
/// <param name="Key">What it speaks about.</param>
/// <param name="Released">The submission that the release rests on; null when there was none.</param>
/// <param name="Standing">The submission that stands; null when there is none any more.</param>
public sealed record LateChange(ReportKey Key, SubmissionId? Released, SubmissionId? Standing)
{
    /// <summary>What has changed since a release, by region and holder.</summary>
    /// <param name="reference">Says who reports which indicator.</param>
    /// <param name="released">The rows of the release of one month.</param>
    /// <param name="reports">The reports that stand for that month.</param>
    public static IEnumerable<LateChange> Since(ReferenceData reference, IEnumerable<PerformanceRow> released, IEnumerable<CurrentReport> reports)
    {
        var before = new Dictionary<ReportKey, SubmissionId>();
        foreach (var row in released)
        {
            if (row.Submission is { } submission && reference.Indicators.TryFind(row.Indicator, out var indicator))
            {
                before[new ReportKey(row.Region, row.Month, indicator.Holder)] = submission;
            }
        }

        var now = reports.ToDictionary(report => report.Key, report => report.Submission);
        return before.Keys.Union(now.Keys)
            .Select(key => new LateChange(key, Find(before, key), Find(now, key)))
            .Where(change => change.Released != change.Standing)
            .OrderBy(change => change.Key.Region).ThenBy(change => change.Key.Holder);
    }

    private static SubmissionId? Find(Dictionary<ReportKey, SubmissionId> submissions, ReportKey key) =>
        submissions.TryGetValue(key, out var submission) ? submission : null;
}
