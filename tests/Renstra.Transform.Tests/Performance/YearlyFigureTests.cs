using System.Globalization;
using Renstra.Transform.Calendar;
using Renstra.Transform.Forms;
using Renstra.Transform.Indicators;
using Renstra.Transform.Performance;
using Renstra.Transform.Reading;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;
using Renstra.Transform.Tests.Forms;
using Renstra.Transform.Tests.Reference;
using Renstra.Transform.Workbooks;
using static Renstra.Transform.Tests.Performance.Offices;

namespace Renstra.Transform.Tests.Performance;

/// <summary>The two IKK: figures of the statistics office for the province, one a year, sent by the province.</summary>
public sealed class YearlyFigureTests
{
    private static readonly PerformanceCalculator Calculator = new(ReferenceData.Shipped);

    private static readonly RegionCode Province = RegionCode.Parse("53");

    private static readonly CurrentReport Unemployment = Report("53", "2024-08", "IKK-1", "3.02", holder: "PROV", submitted: "2024-11-06");

    [Theory]
    [InlineData("2024-08")]
    [InlineData("2024-11")]
    [InlineData("2024-12")]
    public void A_yearly_figure_stands_from_its_month_through_December(string month)
    {
        var row = Calculator.Row(month, "53", "IKK-1", Unemployment);

        Assert.Equal((3.02m, 3.02m, "2024-08"), (row.Numerator, row.Realisation, row.DataMonth.ToString()));
        Assert.Null(row.Denominator);
        Assert.True(row.IsReported);
        Assert.True(row.IsComplete);
        Assert.Equal((1, 1), (row.RegionsReporting, row.RegionsRequired));
        Assert.Empty(row.MissingRegions);
        Assert.Equal(At("2024-11-06"), row.ChangedAt);
    }

    [Theory]
    [InlineData("2024-07")]
    [InlineData("2025-01")]
    public void It_says_nothing_of_earlier_months_and_is_never_held_against_another_years_target(string month)
    {
        var row = Calculator.Row(month, "53", "IKK-1", Unemployment);

        Assert.Null(row.Numerator);
        Assert.Null(row.Achievement);
        Assert.False(row.IsReported);
        Assert.Equal((0, 1), (row.RegionsReporting, row.RegionsRequired));
        Assert.Equal(["53"], row.MissingRegions.Select(region => region.Value));
    }

    [Fact]
    public void Only_its_own_month_has_a_figure_of_the_month()
    {
        var own = Calculator.Row("2024-08", "53", "IKK-1", Unemployment);
        var later = Calculator.Row("2024-09", "53", "IKK-1", Unemployment);

        Assert.Equal((3.02m, 3.02m, Unemployment.Submission), (own.MonthNumerator, own.MonthRealisation, own.Submission));
        Assert.Null(later.MonthNumerator);
        Assert.Null(later.Submission);
    }

    [Fact]
    public void A_later_figure_of_the_same_year_takes_its_place()
    {
        var corrected = Report("53", "2024-12", "IKK-1", "3.05", holder: "PROV");

        Assert.Equal(3.02m, Calculator.Row("2024-11", "53", "IKK-1", Unemployment, corrected).Numerator);
        Assert.Equal(3.05m, Calculator.Row("2024-12", "53", "IKK-1", Unemployment, corrected).Numerator);
    }

    [Theory]
    [InlineData("3.2", "100", "Sangat Berhasil")]
    [InlineData("3.0", "106.25", "Sangat Berhasil")]
    [InlineData("3.77", "82.19", "Sangat Berhasil")]
    [InlineData("5.0", "43.75", "Belum Berhasil")]
    [InlineData("7.0", "-18.75", "Belum Berhasil")]
    public void Less_is_better_and_the_less_demanding_end_of_the_range_counts(string figure, string achievement, string category)
    {
        var row = Calculator.Row("2024-08", "53", "IKK-1", Report("53", "2024-08", "IKK-1", figure, holder: "PROV"));

        Assert.Equal((3.2m, decimal.Parse(achievement, CultureInfo.InvariantCulture), category), (row.Target, row.Achievement, row.Category?.Label));
    }

    [Fact]
    public void The_regions_have_no_row_of_it_and_a_kabupaten_cannot_report_it()
    {
        var rows = Calculator.Calculate(
            new ReportingMonth(2024, 8),
            [Report("53.08", "2024-08", "IKK-1", "9"), Report("53.08", "2024-08", "IKK-1", "9", holder: "PROV"), Report("53", "2024-08", "IKK-1", "9")]);

        var row = Assert.Single(rows, row => row.Indicator.Value == "IKK-1");
        Assert.Equal("53", row.Region.Value);
        Assert.Null(row.Numerator);
    }

    [Fact]
    public void No_form_and_no_report_of_a_kabupaten_holds_it()
    {
        var catalogue = ReferenceData.Shipped.Indicators;
        var yearly = catalogue.All.Where(indicator => indicator.IsYearly).Select(indicator => indicator.Code).ToList();

        Assert.Equal(["IKK-1", "IKK-2"], yearly.Select(code => code.Value));
        Assert.All(ReferenceData.Shipped.Regions.Reporting, region => Assert.DoesNotContain(catalogue.ApplyingTo(region.Code, 2024), indicator => yearly.Contains(indicator.Code)));
        Assert.Equal(["IKK-1", "IKK-2"], catalogue.ReportedBy(DataHolder.Parse("PROV"), Province, 2024).Select(indicator => indicator.Code.Value));
        Assert.Empty(catalogue.ReportedBy(DataHolder.Region, Province, 2024));
    }

    [Fact]
    public void The_provinces_form_holds_it_and_is_read_with_one_of_the_two_filled_in()
    {
        var form = FormFixture.Write(new FormRequest(Province, new ReportingMonth(2024, 8), DataHolder.Parse("PROV"))
        {
            Amounts = new Dictionary<IndicatorCode, FormAmounts> { [IndicatorCode.Parse("IKK-1")] = new(3.02m, null) },
        });

        var reading = new SubmissionReader(ReferenceData.Shipped, WorkbookLimits.Default, ReadingLimits.Default)
            .Read(form, new SubmissionSource("laporan.xlsx", Province, At("2024-11-06")));

        Assert.Equal(["N07 IKK-2 Peringatan"], reading.Findings.Select(finding => $"{finding.Code} {finding.Indicator} {finding.Severity}"));
        Assert.Equal(Verdict.Diterima, reading.Verdict);
        var report = Assert.Single(reading.Reports);
        Assert.Equal(new ReportKey(Province, new ReportingMonth(2024, 8), DataHolder.Parse("PROV")), report.Key);
        var figure = Assert.Single(report.Figures);
        Assert.Equal(("IKK-1", 3.02m), (figure.Indicator.Value, figure.Numerator.Amount));
    }

    [Fact]
    public void The_provinces_own_figure_is_no_sum_even_where_regions_have_one()
    {
        // The statistics office may one day publish the rate for kabupaten as well.
        var files = ReferenceFiles.Shipped.Adding("keberlakuan.csv", "IKK-1,53.08,2024,2026,BPS,");
        var calculator = new PerformanceCalculator(ReferenceData.Read(files));

        var reports = new[] { Unemployment, Report("53.08", "2024-08", "IKK-1", "2.0", holder: "PROV") };

        Assert.Equal(3.02m, calculator.Row("2024-08", "53", "IKK-1", reports).Numerator);
        Assert.Equal(2.0m, calculator.Row("2024-08", "53.08", "IKK-1", reports).Numerator);
    }
}
