using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Performance;
using Renstra.Transform.Regions;
using Renstra.Transform.Spreadsheets;
using static Renstra.Transform.Releases.Files.ReleaseCells;

namespace Renstra.Transform.Releases.Files;

/// <summary>A sheet for an indicator: the regions that it applies to, ranked, and the province below them.</summary>
internal static class RankingSheet
{
    private static readonly int[] Columns = [66, 196, 88, 88, 88, 84, 88, 124, 78, 100, 136];

    /// <summary>One for each indicator that regions report; a figure of the province alone has nothing to rank.</summary>
    public static IEnumerable<(SheetPage Page, IEnumerable<SheetRow> Rows)> BuildAll(ReleaseDocument document)
    {
        var missing = new MissingMonths(document.Reference, document.Content.Month, [.. (document.Content.Sources ?? []).Select(source => source.Report)]);
        return document.Content.Rows.GroupBy(row => row.Indicator).Where(rows => rows.Any(row => !row.Region.IsProvince))
            .Select(rows => Build(document, document.Reference.Indicators[rows.Key], [.. rows], missing));
    }

    private static (SheetPage Page, IEnumerable<SheetRow> Rows) Build(
        ReleaseDocument document, Indicator indicator, IReadOnlyList<PerformanceRow> rows, MissingMonths missing)
    {
        var gaps = rows.Where(row => !row.Region.IsProvince).ToDictionary(row => row.Region, row => missing.Of(row.Region, indicator));
        SheetRow[] head =
        [
            Line(ReleaseTexts.IndicatorTitle(indicator), ReleaseStyle.Title, Columns, 18),
            Line(ReleaseTexts.SheetSubtitle(document.Content.Month, document.Content.Number), ReleaseStyle.Subtitle, Columns),
            Line(ReleaseTexts.Components(indicator), ReleaseStyle.Remark, Columns),
            Gap(),
        ];
        var page = new SheetPage(indicator.Code.Value, Columns, head.Length + 1, ReleaseTexts.Footer(document.Content));
        return (page,
        [
            .. head,
            Heads(
                ReleaseTexts.Rank,
                ReleaseTexts.Region,
                ReleaseTexts.Numerator,
                ReleaseTexts.Denominator,
                $"Realisasi ({indicator.Unit})",
                $"Target ({indicator.Unit})",
                ReleaseTexts.Achievement,
                ReleaseTexts.Category,
                ReleaseTexts.Standing,
                ReleaseTexts.DataMonth,
                ReleaseTexts.MissingMonths),
            .. RegionsOf(document, indicator, rows, gaps),
            .. rows.Where(row => row.Region.IsProvince).Select(row => Total(document, indicator, row, gaps.Values.Count(months => months.Count > 0))),
        ]);
    }

    private static IEnumerable<SheetRow> RegionsOf(
        ReleaseDocument document,
        Indicator indicator,
        IReadOnlyList<PerformanceRow> rows,
        Dictionary<RegionCode, IReadOnlyList<ReportingMonth>> gaps)
    {
        var regions = rows.Where(row => !row.Region.IsProvince).ToList();
        return regions
            .OrderByDescending(row => row.Achievement.HasValue)
            .ThenByDescending(row => row.Achievement)
            .ThenBy(row => row.Region)
            .Select(row => Row(
                Columns,
                RankOf(row, regions),
                Text(ReleaseTexts.NameOf(row.Region, document.Reference), ReleaseStyle.Text),
                Number(row.Numerator, AmountStyle(indicator.Numerator)),
                Number(row.Denominator, AmountStyle(indicator.Denominator ?? indicator.Numerator)),
                Number(row.Realisation, ReleaseStyle.Rate),
                Number(row.Target, ReleaseStyle.Rate),
                Number(row.Achievement, ReleaseStyle.Rate),
                Label(row.Category),
                row.IsReported ? Text(ReleaseTexts.Reported, ReleaseStyle.Centered) : Text(ReleaseTexts.NotReported, ReleaseStyle.Missing),
                Text(CarriedFrom(row), ReleaseStyle.Centered),
                Text(ReleaseTexts.Runs(gaps[row.Region]), ReleaseStyle.Missing)));
    }

    /// <summary>Regions that reach the same share a rank.</summary>
    private static SheetCell RankOf(PerformanceRow row, IReadOnlyList<PerformanceRow> regions) => row.Achievement is { } achievement
        ? Number(1 + regions.Count(other => other.Achievement > achievement), ReleaseStyle.Ordinal)
        : Text("–", ReleaseStyle.Centered);

    private static string? CarriedFrom(PerformanceRow row) => row.DataMonth is { } month && month != row.Month ? month.IndonesianName : null;

    private static SheetRow Total(ReleaseDocument document, Indicator indicator, PerformanceRow row, int regionsWithGaps) => Row(
        Columns,
        Text("", ReleaseStyle.TotalText),
        Text(document.Reference.Regions.Province.FullName, ReleaseStyle.TotalText),
        Number(row.Numerator, TotalStyle(indicator.Numerator)),
        Number(row.Denominator, TotalStyle(indicator.Denominator ?? indicator.Numerator)),
        Number(row.Realisation, ReleaseStyle.TotalRate),
        Number(row.Target, ReleaseStyle.TotalRate),
        Number(row.Achievement, ReleaseStyle.TotalRate),
        Label(row.Category),
        Text(ReleaseTexts.CountOf(row.RegionsReporting ?? 0, row.RegionsRequired ?? 0), ReleaseStyle.TotalCentered),
        Text(CarriedFrom(row), ReleaseStyle.TotalCentered),
        Text(regionsWithGaps == 0 ? null : ReleaseTexts.RegionsOf(regionsWithGaps), ReleaseStyle.TotalCentered));

    private static ReleaseStyle TotalStyle(Component component) =>
        AmountStyle(component) == ReleaseStyle.Whole ? ReleaseStyle.TotalWhole : ReleaseStyle.TotalRate;
}
