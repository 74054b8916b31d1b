using Renstra.Transform.Performance;
using Renstra.Transform.Reference;
using Renstra.Transform.Tests.Reference;
using static Renstra.Transform.Tests.Performance.Offices;

namespace Renstra.Transform.Tests.Performance;

public sealed class YearToDateTests
{
    private static readonly PerformanceCalculator Calculator = new(ReferenceData.Shipped);

    [Fact]
    public void Flows_of_the_months_of_a_year_add_up()
    {
        var row = Calculator.Row("2024-03", "53.08", "IKU-2",
            Report("53.08", "2024-01", "IKU-2", "10/20"),
            Report("53.08", "2024-02", "IKU-2", "5/20"),
            Report("53.08", "2024-03", "IKU-2", "0/40"));

        Assert.Equal((15m, 80m, 18.75m), (row.Numerator, row.Denominator, row.Realisation));
        Assert.Equal((0m, 40m, 0m), (row.MonthNumerator, row.MonthDenominator, row.MonthRealisation));
        Assert.Equal("2024-03", row.DataMonth.ToString());
        Assert.True(row.IsReported);
        Assert.True(row.IsComplete);
    }

    [Fact]
    public void Flows_start_anew_in_January()
    {
        var row = Calculator.Row("2025-01", "53.08", "IKU-2",
            Report("53.08", "2024-12", "IKU-2", "10/20"),
            Report("53.08", "2025-01", "IKU-2", "1/4"));

        Assert.Equal((1m, 4m, 25m), (row.Numerator, row.Denominator, row.Realisation));
    }

    [Fact]
    public void A_flow_without_any_month_of_the_year_is_unknown_and_not_0()
    {
        var row = Calculator.Row("2025-01", "53.08", "IKU-2", Report("53.08", "2024-12", "IKU-2", "10/20"));

        Assert.Null(row.Numerator);
        Assert.Null(row.Denominator);
        Assert.Null(row.Realisation);
        Assert.Null(row.Achievement);
        Assert.Null(row.Category);
        Assert.Null(row.DataMonth);
        Assert.False(row.IsReported);
        Assert.False(row.IsComplete);
    }

    [Fact]
    public void A_missing_month_leaves_a_sum_that_says_it_is_not_complete()
    {
        var row = Calculator.Row("2024-03", "53.08", "IKU-2",
            Report("53.08", "2024-01", "IKU-2", "10/20"),
            Report("53.08", "2024-03", "IKU-2", "10/20"));

        Assert.Equal((20m, 40m), (row.Numerator, row.Denominator));
        Assert.True(row.IsReported);
        Assert.False(row.IsComplete);
    }

    [Fact]
    public void A_month_not_yet_reported_shows_the_sum_so_far_and_up_to_when_it_goes()
    {
        var row = Calculator.Row("2024-04", "53.08", "IKU-2",
            Report("53.08", "2024-01", "IKU-2", "10/20"),
            Report("53.08", "2024-02", "IKU-2", "10/20"));

        Assert.Equal((20m, 40m, "2024-02"), (row.Numerator, row.Denominator, row.DataMonth.ToString()));
        Assert.Null(row.MonthNumerator);
        Assert.Null(row.MonthRealisation);
        Assert.Null(row.Submission);
        Assert.False(row.IsReported);
    }

    [Fact]
    public void An_early_month_revised_after_later_ones_are_in_changes_the_sum_of_those_too()
    {
        var february = Report("53.08", "2024-02", "IKU-2", "5/20");
        var january = Report("53.08", "2024-01", "IKU-2", "10/20");
        var revised = Report("53.08", "2024-01", "IKU-2", "4/20", submitted: "2024-06-20");

        var before = Calculator.Row("2024-02", "53.08", "IKU-2", january, february);
        var after = Calculator.Row("2024-02", "53.08", "IKU-2", revised, february);

        Assert.Equal((15m, 9m), (before.Numerator, after.Numerator));
        Assert.Equal((At("2024-03-05"), At("2024-06-20")), (before.ChangedAt, after.ChangedAt));
        Assert.Equal(before.Submission, after.Submission);
    }

    [Fact]
    public void A_December_that_arrives_in_February_completes_its_own_year_and_no_other()
    {
        var december = Report("53.08", "2024-12", "IKU-2", "3/4", submitted: "2025-02-20");
        var january = Report("53.08", "2025-01", "IKU-2", "1/4");

        Assert.Equal(3m, Calculator.Row("2024-12", "53.08", "IKU-2", december, january).Numerator);
        Assert.Equal(1m, Calculator.Row("2025-01", "53.08", "IKU-2", december, january).Numerator);
    }

    [Fact]
    public void An_office_that_starts_mid_year_has_no_figures_before_and_no_complete_year()
    {
        var july = Report("53.08", "2024-07", "IKU-2", "2/4");

        Assert.Null(Calculator.Row("2024-06", "53.08", "IKU-2", july).Numerator);
        Assert.Equal(2m, Calculator.Row("2024-07", "53.08", "IKU-2", july).Numerator);
        Assert.False(Calculator.Row("2024-07", "53.08", "IKU-2", july).IsComplete);
    }

    [Fact]
    public void Months_before_the_first_one_that_is_reported_do_not_count_and_are_no_gaps()
    {
        var calculator = new PerformanceCalculator(ReferenceData.Read(ReferenceFiles.Shipped.Replacing("pengaturan.csv", "2024-01", "2024-03")));
        var early = Report("53.08", "2024-01", "IKU-2", "100/100");
        var march = Report("53.08", "2024-03", "IKU-2", "1/4");

        var complete = calculator.Row("2024-03", "53.08", "IKU-2", early, march);
        var incomplete = calculator.Row("2024-04", "53.08", "IKU-2", early, march);

        Assert.Equal(1m, complete.Numerator);
        Assert.True(complete.IsComplete);
        Assert.False(incomplete.IsComplete);
    }

    [Fact]
    public void What_counts_up_within_the_year_stands_at_its_latest_month()
    {
        var row = Calculator.Row("2024-05", "53.08", "IKU-4",
            Report("53.08", "2024-01", "IKU-4", "10/200"),
            Report("53.08", "2024-03", "IKU-4", "25/210"));

        Assert.Equal((25m, 210m, "2024-03"), (row.Numerator, row.Denominator, row.DataMonth.ToString()));
        Assert.Null(row.MonthNumerator);
        Assert.False(row.IsComplete);
    }

    [Fact]
    public void It_does_not_add_up()
    {
        var row = Calculator.Row("2024-02", "53.08", "IKU-4",
            Report("53.08", "2024-01", "IKU-4", "10/200"),
            Report("53.08", "2024-02", "IKU-4", "25/210"));

        Assert.Equal((25m, 210m), (row.Numerator, row.Denominator));
        Assert.True(row.IsComplete);
    }

    [Fact]
    public void It_may_even_fall_when_an_office_corrects_itself()
    {
        var row = Calculator.Row("2024-02", "53.08", "IKU-4",
            Report("53.08", "2024-01", "IKU-4", "25/200"),
            Report("53.08", "2024-02", "IKU-4", "10/200"));

        Assert.Equal(10m, row.Numerator);
    }

    [Fact]
    public void January_resets_it_and_its_stock_does_not_stand_alone()
    {
        var row = Calculator.Row("2025-01", "53.08", "IKU-4", Report("53.08", "2024-12", "IKU-4", "150/210"));

        Assert.Null(row.Numerator);
        Assert.Null(row.Denominator);
        Assert.Null(row.Realisation);
    }

    [Fact]
    public void A_stock_is_carried_across_January_and_says_from_when()
    {
        var row = Calculator.Row("2025-02", "53.08", "IKU-5", Report("53.08", "2024-11", "IKU-5", "1/2"));

        Assert.Equal((1m, 2m, 50m, "2024-11"), (row.Numerator, row.Denominator, row.Realisation, row.DataMonth.ToString()));
        Assert.False(row.IsReported);
        Assert.False(row.IsComplete);
    }

    [Theory]
    [InlineData("2025-03", 1)]
    [InlineData("2025-04", null)]
    public void A_stock_is_carried_for_twelve_months_and_no_longer(string month, int? numerator)
    {
        var row = Calculator.Row(month, "53.08", "IKU-5", Report("53.08", "2024-03", "IKU-5", "1/2"));

        Assert.Equal(numerator, row.Numerator);
    }

    [Fact]
    public void Of_a_stock_only_the_latest_report_counts()
    {
        var january = Report("53.08", "2024-01", "IKU-5", "0/2", submitted: "2024-06-01");
        var march = Report("53.08", "2024-03", "IKU-5", "1/2");

        var row = Calculator.Row("2024-03", "53.08", "IKU-5", january, march);

        Assert.Equal(1m, row.Numerator);
        Assert.True(row.IsComplete);
        Assert.Equal(At("2024-04-05"), row.ChangedAt);
    }
}
