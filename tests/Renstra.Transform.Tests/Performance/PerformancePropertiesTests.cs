using CsCheck;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Tests.Performance;

/// <summary>What holds for any reports: some offices silent, some months missing, handed in on any day.</summary>
public sealed class PerformancePropertiesTests
{
    private const int Iterations = 30;

    private static readonly PerformanceCalculator Calculator = new(ReferenceData.Shipped);

    private static readonly ReportingMonth First = new(2024, 1);

    private static readonly IReadOnlyList<ReportingMonth> Months = [.. ReportingMonth.Range(First, new ReportingMonth(2025, 6))];

    // Malaka reports every indicator, Kota Kupang none of transmigration.
    private static readonly IReadOnlyList<RegionCode> Regions = [RegionCode.Parse("53.21"), RegionCode.Parse("53.71"), RegionCode.Parse("53.08")];

    private static readonly Gen<(decimal, decimal)> Pair = Gen.Select(Gen.Int[0, 40], Gen.Int[0, 40], (above, below) => ((decimal)above, (decimal)below));

    private static readonly Gen<(RegionCode Region, ReportingMonth Month)> Key =
        Gen.Select(Gen.Int[0, Regions.Count - 1], Gen.Int[0, Months.Count - 1], (region, month) => (Regions[region], Months[month]));

    private static readonly Gen<CurrentReport> OneReport =
        Gen.Select(Key, Pair.Array[7], Gen.Int[0, 900], (key, pairs, day) => Report(key.Region, key.Month, pairs, day));

    private static readonly Gen<CurrentReport[]> AnyReports =
        OneReport.Array[1, 40].Select(reports => reports.DistinctBy(report => report.Key).ToArray());

    [Fact]
    public void The_order_of_reports_never_matters()
    {
        AnyReports.SelectMany(reports => Gen.Shuffle(reports).Select(shuffled => (reports, shuffled))).Sample(
            sample => Rows.AreSame(AllRows(sample.reports), AllRows(sample.shuffled)),
            iter: Iterations);
    }

    [Fact]
    public void A_revision_changes_the_rows_that_depend_on_it_and_no_other()
    {
        Gen.Select(AnyReports, Gen.Int[0, 39], Pair.Array[7]).Sample(
            (reports, index, pairs) =>
            {
                var revised = reports[index % reports.Length];
                var revision = Report(revised.Key.Region, revised.Key.Month, pairs, day: 2000);
                var before = AllRows(reports);
                var after = AllRows([.. reports.Where(report => report != revised), revision]);
                return before.Zip(after).All(pair =>
                    DependsOn(pair.First, revised.Key, reports)
                        ? pair.Second.ChangedAt == revision.Submission.SubmittedAt
                        : Rows.AreSame(pair.First, pair.Second));
            },
            iter: Iterations);
    }

    [Fact]
    public void The_province_is_the_sum_of_its_regions_year_to_date()
    {
        AnyReports.Sample(
            reports => AllRows(reports)
                .Where(row => !ReferenceData.Shipped.Indicators[row.Indicator].IsYearly)
                .GroupBy(row => (row.Month, row.Indicator))
                .All(rows =>
                {
                    var province = rows.Single(row => row.Region.IsProvince);
                    var regions = rows.Where(row => !row.Region.IsProvince && row.Numerator is not null).ToList();
                    return regions.Count == 0
                        ? province.Numerator is null && province.Denominator is null
                        : province.Numerator == regions.Sum(row => row.Numerator) && province.Denominator == regions.Sum(row => row.Denominator);
                }),
            iter: Iterations);
    }

    [Fact]
    public void The_year_to_date_of_flows_is_the_sum_of_the_months()
    {
        AnyReports.Sample(
            reports =>
            {
                var rows = AllRows(reports).Where(row => row.Indicator.Value is "IKU-1" or "IKU-2" && !row.Region.IsProvince);
                return rows.All(row =>
                {
                    var figures = reports
                        .Where(report => report.Key.Region == row.Region && report.Key.Month.Year == row.Month.Year && report.Key.Month <= row.Month)
                        .SelectMany(report => report.Figures)
                        .Where(figure => figure.Indicator == row.Indicator)
                        .ToList();
                    return row.Numerator == (figures.Count == 0 ? null : figures.Sum(figure => figure.Numerator.Amount))
                        && row.Denominator == (figures.Count == 0 ? null : figures.Sum(figure => figure.Denominator!.Amount));
                });
            },
            iter: Iterations);
    }

    [Fact]
    public void Numerator_and_denominator_stand_together_or_not_at_all()
    {
        AnyReports.Sample(
            reports => AllRows(reports).All(row =>
                row.Numerator is null == row.DataMonth is null
                && (ReferenceData.Shipped.Indicators[row.Indicator].Denominator is null || row.Numerator is null == row.Denominator is null)),
            iter: Iterations);
    }

    [Fact]
    public void A_region_that_reported_every_month_so_far_is_complete_and_any_other_is_not()
    {
        AnyReports.Sample(
            reports => AllRows(reports).Where(row => !row.Region.IsProvince && row.Indicator.Value == "IKU-2").All(row =>
                row.IsComplete == ReportingMonth.Range(row.Month.FirstOfYear, row.Month).All(month =>
                    reports.Any(report => report.Key.Region == row.Region && report.Key.Month == month))),
            iter: Iterations);
    }

    private static IReadOnlyList<PerformanceRow> AllRows(IReadOnlyCollection<CurrentReport> reports) =>
        [.. Months.SelectMany(month => Calculator.Calculate(month, reports))];

    private static bool DependsOn(PerformanceRow row, ReportKey key, IReadOnlyCollection<CurrentReport> reports)
    {
        var indicator = ReferenceData.Shipped.Indicators[row.Indicator];
        if (indicator.IsYearly || row.Month < key.Month || !(row.Region == key.Region || row.Region.IsProvince) || !Applies(row.Indicator, key.Region))
        {
            return false;
        }

        var isLatest = !reports.Any(report => report.Key.Region == key.Region && report.Key.Month > key.Month && report.Key.Month <= row.Month);
        return indicator.Numerator.Accumulation switch
        {
            Accumulation.Jumlah => row.Month.Year == key.Month.Year,
            Accumulation.Kumulatif => row.Month.Year == key.Month.Year && isLatest,
            _ => row.Month.MonthsAfter(key.Month) <= 12 && isLatest,
        };
    }

    private static bool Applies(IndicatorCode indicator, RegionCode region) => ReferenceData.Shipped.Indicators.Applies(indicator, region, First.Year);

    private static CurrentReport Report(RegionCode region, ReportingMonth month, IReadOnlyList<(decimal Above, decimal Below)> pairs, int day)
    {
        var key = new ReportKey(region, month, DataHolder.Region);
        var submission = SubmissionId.Of(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day), new string('b', 12));
        var figures = ReferenceData.Shipped.Indicators.ReportedBy(DataHolder.Region, region, month.Year)
            .Zip(pairs, (indicator, pair) => new Figure(indicator.Code, Amount(pair.Above), Amount(pair.Below)));
        return new CurrentReport(key, submission, [.. figures]);
    }

    private static ComponentAmount Amount(decimal amount) => new(amount, new CellLocation("Laporan", "E5"), "");
}
