using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Tests.Reference;
using static Renstra.Transform.Tests.Performance.Offices;

namespace Renstra.Transform.Tests.Performance;

public sealed class PerformanceCalculatorTests
{
    private static readonly PerformanceCalculator Calculator = new(ReferenceData.Shipped);

    [Fact]
    public void Nothing_of_nothing_is_reported_and_has_no_realisation()
    {
        var row = Calculator.Row("2024-01", "53.08", "IKU-1", Report("53.08", "2024-01", "IKU-1", "0/0"));

        Assert.True(row.IsReported);
        Assert.Equal((0m, 0m), (row.Numerator, row.Denominator));
        Assert.Null(row.MonthRealisation);
        Assert.Null(row.Realisation);
        Assert.Null(row.Achievement);
        Assert.Null(row.Category);
        Assert.Equal(90m, row.Target);
    }

    [Fact]
    public void Where_an_indicator_does_not_apply_there_is_no_row_even_if_someone_reports_it()
    {
        var rows = Calculator.Calculate(new ReportingMonth(2024, 1), [Report("53.71", "2024-01", "IKU-5", "1/1")]);

        Assert.DoesNotContain(rows, row => row.Region.Value == "53.71" && row.Indicator.Value == "IKU-5");
        Assert.Null(rows.Single(row => row.Region.Value == "53" && row.Indicator.Value == "IKU-5").Numerator);
    }

    [Fact]
    public void Outside_the_years_of_the_plan_there_are_no_rows()
    {
        Assert.Empty(Calculator.Calculate(new ReportingMonth(2027, 1), []));
    }

    [Fact]
    public void An_unreported_month_has_a_row_that_says_so()
    {
        var row = Calculator.Row("2024-01", "53.08", "IKU-2");

        Assert.False(row.IsReported);
        Assert.Null(row.Numerator);
        Assert.Null(row.ChangedAt);
        Assert.Equal(75m, row.Target);
    }

    [Fact]
    public void The_province_is_the_sum_of_its_regions_and_never_the_mean_of_percentages()
    {
        var row = Calculator.Row("2024-01", "53", "IKU-2",
            Report("53.08", "2024-01", "IKU-2", "1/2"),
            Report("53.71", "2024-01", "IKU-2", "90/98"));

        Assert.Equal((91m, 100m, 91m), (row.Numerator, row.Denominator, row.Realisation));
        Assert.Equal((91m, 100m, 91m), (row.MonthNumerator, row.MonthDenominator, row.MonthRealisation));
    }

    [Fact]
    public void A_province_row_says_who_is_missing()
    {
        var row = Calculator.Row("2024-01", "53", "IKU-7",
            Report("53.04", "2024-01", "IKU-7", "2/2"),
            Report("53.21", "2024-01", "IKU-7", "3/3"));

        Assert.Equal((2, 10, false, false), (row.RegionsReporting, row.RegionsRequired, row.IsReported, row.IsComplete));
        Assert.Equal(["53.02", "53.03", "53.05", "53.11", "53.12", "53.14", "53.15", "53.16"], row.MissingRegions.Select(region => region.Value));
    }

    [Fact]
    public void A_province_row_is_complete_when_every_region_is()
    {
        var reporting = ReferenceData.Shipped.Regions.Reporting;
        var january = reporting.Select(region => Report(region.Code.Value, "2024-01", "IKU-2", "1/2")).ToArray();
        var february = reporting.Select(region => Report(region.Code.Value, "2024-02", "IKU-2", "1/2")).ToArray();

        var complete = Calculator.Row("2024-02", "53", "IKU-2", [.. january, .. february]);
        var withGap = Calculator.Row("2024-02", "53", "IKU-2", [.. january.Skip(1), .. february]);

        Assert.Equal((44m, 88m, 22, 22), (complete.Numerator, complete.Denominator, complete.RegionsReporting, complete.RegionsRequired));
        Assert.True(complete.IsComplete);
        Assert.Empty(complete.MissingRegions);
        Assert.Equal((43m, 86m, 22), (withGap.Numerator, withGap.Denominator, withGap.RegionsReporting));
        Assert.True(withGap.IsReported);
        Assert.False(withGap.IsComplete);
    }

    [Fact]
    public void Half_a_pair_is_never_summed()
    {
        // Ende's stock of companies could be carried from December, but not what it has inspected this year.
        var row = Calculator.Row("2025-01", "53", "IKU-4",
            Report("53.08", "2024-12", "IKU-4", "150/200"),
            Report("53.71", "2025-01", "IKU-4", "10/100"));

        Assert.Equal((10m, 100m, 10m), (row.Numerator, row.Denominator, row.Realisation));
    }

    [Fact]
    public void A_figure_that_lacks_its_denominator_is_not_looked_at()
    {
        var row = Calculator.Row("2024-01", "53.08", "IKU-2", Report("53.08", "2024-01", "IKU-2", "10"));

        Assert.False(row.IsReported);
        Assert.Null(row.Numerator);
    }

    [Fact]
    public void What_another_holder_says_of_an_indicator_is_not_looked_at()
    {
        var own = Report("53.08", "2024-01", "IKU-4", "10/100");
        var other = Report("53.08", "2024-01", "IKU-4", "99/100", holder: "PROV", submitted: "2024-03-01");

        var row = Calculator.Row("2024-01", "53.08", "IKU-4", own, other);

        Assert.Equal(10m, row.Numerator);
        Assert.Equal(own.Submission, row.Submission);
    }

    [Fact]
    public void Moving_an_indicator_to_another_holder_is_one_cell()
    {
        var moved = ReferenceFiles.Shipped.Replacing("indikator.csv", "% Perusahaan yang Melaksanakan Norma Kerja,%,Proporsi,Naik,2,KAB", "% Perusahaan yang Melaksanakan Norma Kerja,%,Proporsi,Naik,2,WASNAKER");
        var calculator = new PerformanceCalculator(ReferenceData.Read(moved));
        var office = Report("53.08", "2024-01", "IKU-4", "10/100");
        var inspectors = Report("53.08", "2024-01", "IKU-4", "12/100", holder: "WASNAKER");

        Assert.Equal(10m, Calculator.Row("2024-01", "53.08", "IKU-4", office, inspectors).Numerator);
        Assert.Equal(12m, calculator.Row("2024-01", "53.08", "IKU-4", office, inspectors).Numerator);
        Assert.Null(calculator.Row("2024-01", "53.08", "IKU-4", office).Numerator);
    }

    [Fact]
    public void The_published_realisation_is_divided_by_the_target()
    {
        // 72 of 256 is 28.125: unrounded it would give 31.25, as line 618 of the plan prints; the table prints 31.26.
        var row = Calculator.Row("2024-12", "53.71", "IKU-1", Report("53.71", "2024-12", "IKU-1", "72/256"));

        Assert.Equal((28.13m, 90m, 31.26m, "Belum Berhasil"), (row.Realisation, row.Target, row.Achievement, row.Category?.Label));
    }

    [Fact]
    public void An_achievement_is_never_capped()
    {
        var row = Calculator.Row("2024-12", "53.71", "IKU-3", Report("53.71", "2024-12", "IKU-3", "100/100"));

        Assert.Equal((806.45m, "Sangat Berhasil"), (row.Achievement, row.Category?.Label));
    }

    [Fact]
    public void The_category_is_that_of_the_published_achievement()
    {
        var files = ReferenceFiles.Shipped.Replacing("target.csv", "IKU-2,,2024,,75,", "IKU-2,,2024,,100.001,");
        var calculator = new PerformanceCalculator(ReferenceData.Read(files));

        // 80 / 100.001 is 79.9992 percent, which is published as 80.00.
        var row = calculator.Row("2024-01", "53.08", "IKU-2", Report("53.08", "2024-01", "IKU-2", "80/100"));

        Assert.Equal((80.00m, "Sangat Berhasil"), (row.Achievement, row.Category?.Label));
    }

    [Fact]
    public void A_year_runs_until_December()
    {
        Assert.True(Calculator.Row("2024-11", "53.08", "IKU-2").IsRunning);
        Assert.True(Calculator.Row("2024-11", "53", "IKU-2").IsRunning);
        Assert.False(Calculator.Row("2024-12", "53.08", "IKU-2").IsRunning);
        Assert.False(Calculator.Row("2024-12", "53", "IKU-2").IsRunning);
    }

    [Fact]
    public void A_row_without_a_target_has_a_realisation_and_no_achievement()
    {
        var files = ReferenceFiles.Shipped.With("target.csv", ReferenceFiles.Shipped["target.csv"].Split('\n')[0]);
        var calculator = new PerformanceCalculator(ReferenceData.Read(files));

        var row = calculator.Row("2024-01", "53.08", "IKU-2", Report("53.08", "2024-01", "IKU-2", "1/2"));

        Assert.Equal(50m, row.Realisation);
        Assert.Null(row.Target);
        Assert.Null(row.Achievement);
        Assert.Null(row.Category);
    }

    [Fact]
    public void A_row_names_the_submission_of_its_own_month_and_changes_with_any_that_it_depends_on()
    {
        var january = Report("53.08", "2024-01", "IKU-2", "1/2", submitted: "2024-05-01");
        var february = Report("53.08", "2024-02", "IKU-2", "1/2", submitted: "2024-03-04");
        var elsewhere = Report("53.71", "2024-02", "IKU-2", "1/2", submitted: "2024-06-01");

        var region = Calculator.Row("2024-02", "53.08", "IKU-2", january, february, elsewhere);
        var province = Calculator.Row("2024-02", "53", "IKU-2", january, february, elsewhere);

        Assert.Equal((february.Submission, At("2024-05-01")), (region.Submission, region.ChangedAt));
        Assert.Equal(At("2024-06-01"), province.ChangedAt);
        Assert.Null(province.Submission);
    }

    [Fact]
    public void Rows_come_province_first_then_by_code_and_in_the_order_of_the_plan()
    {
        var rows = Calculator.Calculate(new ReportingMonth(2024, 1), []);

        Assert.Equal(
            ["53 IKU-1", "53 IKU-2", "53 IKU-3", "53 IKU-4", "53 IKU-5", "53 IKU-6", "53 IKU-7", "53 IKK-1", "53 IKK-2", "53.01 IKU-1", "53.01 IKU-2"],
            rows.Take(11).Select(row => $"{row.Region} {row.Indicator}"));
        Assert.Equal(["53.71 IKU-1", "53.71 IKU-2", "53.71 IKU-3", "53.71 IKU-4"], rows.TakeLast(4).Select(row => $"{row.Region} {row.Indicator}"));
        Assert.Equal((4 * 22) + 17 + 16 + 10 + 9, rows.Count);
    }

    [Fact]
    public void One_region_by_itself_gets_the_same_rows()
    {
        var reports = new[] { Report("53.08", "2024-01", "IKU-2", "1/2"), Report("53.08", "2024-01", "IKU-5", "1/1") };
        var ende = RegionCode.Parse("53.08");

        var alone = Calculator.CalculateRegion(ende, new ReportingMonth(2024, 2), reports);

        Assert.True(Rows.AreSame([.. Calculator.Calculate(new ReportingMonth(2024, 2), reports).Where(row => row.Region == ende)], alone));
    }

    [Fact]
    public void The_province_by_itself_cannot_be_calculated()
    {
        Assert.Throws<ArgumentException>(() => Calculator.CalculateRegion(RegionCode.Parse("53"), new ReportingMonth(2024, 1), []));
    }

    [Fact]
    public void Two_reports_under_one_key_cannot_both_stand()
    {
        var report = Report("53.08", "2024-01", "IKU-2", "1/2");

        Assert.Throws<ArgumentException>(() => Calculator.Calculate(new ReportingMonth(2024, 1), [report, report]));
    }

    [Fact]
    public void A_month_depends_on_the_twelve_before_it()
    {
        var months = Calculator.MonthsBehind(new ReportingMonth(2025, 3));

        Assert.Equal(("2024-03", "2025-03", 13), (months[0].ToString(), months[^1].ToString(), months.Count));
    }

    [Fact]
    public void The_scale_is_a_setting()
    {
        var calculator = new PerformanceCalculator(ReferenceData.Read(ReferenceFiles.Shipped.Replacing("pengaturan.csv", "Skala,Renstra,", "Skala,Permendagri86,")));

        var row = calculator.Row("2024-12", "53.08", "IKU-2", Report("53.08", "2024-12", "IKU-2", "3/4"));

        Assert.Equal((100m, "Sangat Tinggi"), (row.Achievement, row.Category?.Label));
    }

    [Fact]
    public void An_indicator_of_another_plan_in_a_report_is_ignored()
    {
        var rows = Calculator.Calculate(new ReportingMonth(2024, 1), [Report("53.08", "2024-01", "IKU-99", "1/2")]);

        Assert.DoesNotContain(rows, row => row.Indicator == IndicatorCode.Parse("IKU-99"));
    }
}
