using Renstra.Transform.Calendar;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;
using Renstra.Transform.Tests.Reference;
using static Renstra.Transform.Tests.Performance.Offices;

namespace Renstra.Transform.Tests.Performance;

public sealed class PeriodCalculatorTests
{
    [Fact]
    public void Flows_of_its_own_months_add_up_while_the_year_to_date_goes_back_to_January()
    {
        var row = Row("2024-T2", "53.08", "IKU-2",
            Report("53.08", "2024-02", "IKU-2", "100/100"),
            Report("53.08", "2024-04", "IKU-2", "10/20"),
            Report("53.08", "2024-05", "IKU-2", "5/20"),
            Report("53.08", "2024-06", "IKU-2", "0/40"));

        Assert.Equal((15m, 80m, 18.75m), (row.Numerator, row.Denominator, row.Realisation));
        Assert.Equal((115m, 180m), (row.Latest.Numerator, row.Latest.Denominator));
        Assert.True(row.IsComplete);
    }

    [Fact]
    public void The_quarters_of_a_half_year_add_up_to_it_and_so_do_the_months_of_a_quarter()
    {
        CurrentReport[] reports = [.. Enumerable.Range(1, 6).Select(month => Report("53.08", $"2024-0{month}", "IKU-1", $"{month}/{month * 3}"))];

        var (first, second, half) = (Row("2024-T1", "53.08", "IKU-1", reports), Row("2024-T2", "53.08", "IKU-1", reports), Row("2024-S1", "53.08", "IKU-1", reports));

        Assert.Equal((6m, 15m, 21m), (first.Numerator, second.Numerator, half.Numerator));
        Assert.Equal(first.Denominator + second.Denominator, half.Denominator);
        Assert.Equal(half.Latest.Numerator, half.Numerator);
    }

    [Fact]
    public void A_missing_month_leaves_a_sum_that_says_it_is_not_complete()
    {
        var row = Row("2024-T1", "53.08", "IKU-2",
            Report("53.08", "2024-01", "IKU-2", "10/20"),
            Report("53.08", "2024-03", "IKU-2", "10/20"));

        Assert.Equal((20m, 40m), (row.Numerator, row.Denominator));
        Assert.False(row.IsComplete);
    }

    [Fact]
    public void Without_any_month_it_is_unknown_and_not_0()
    {
        var row = Row("2024-T2", "53.08", "IKU-2", Report("53.08", "2024-03", "IKU-2", "10/20"));

        Assert.Null(row.Numerator);
        Assert.Null(row.Denominator);
        Assert.Null(row.Realisation);
        Assert.False(row.IsComplete);
    }

    [Theory]
    [InlineData("IKU-4")]
    [InlineData("IKU-5")]
    public void What_does_not_add_up_stands_as_at_its_end(string indicator)
    {
        var row = Row("2024-T1", "53.08", indicator,
            Report("53.08", "2024-01", indicator, "10/200"),
            Report("53.08", "2024-03", indicator, "25/210"));

        Assert.Equal((25m, 210m), (row.Numerator, row.Denominator));
        Assert.Equal(row.Latest.Realisation, row.Realisation);
        Assert.True(row.IsComplete);
    }

    [Fact]
    public void Of_a_running_period_the_months_that_there_are_count()
    {
        var calculator = new PerformanceCalculator(ReferenceData.Shipped);
        CurrentReport[] reports = [Report("53.08", "2024-04", "IKU-2", "1/4"), Report("53.08", "2024-05", "IKU-2", "2/4")];
        ReportingMonth[] months = [ReportingMonth.Parse("2024-04"), ReportingMonth.Parse("2024-05")];

        var row = new PeriodCalculator(ReferenceData.Shipped)
            .Calculate(ReportingPeriod.Of(PeriodKind.Triwulan, months[0]), [.. months.Select(month => calculator.Calculate(month, reports))])
            .Single(each => each.Latest.Region.Value == "53.08" && each.Latest.Indicator.Value == "IKU-2");

        Assert.Equal((3m, 8m, true), (row.Numerator, row.Denominator, row.IsComplete));
        Assert.Equal("2024-05", row.Latest.Month.ToString());
    }

    [Fact]
    public void The_province_adds_its_regions_up_and_names_those_of_which_any_month_is_missing()
    {
        var regions = ReferenceData.Shipped.Regions.Reporting.Select(region => region.Code.Value).ToList();
        CurrentReport[] reports =
        [
            .. from region in regions
               from month in new[] { "2024-01", "2024-02", "2024-03" }
               where (region, month) is not (("53.02", "2024-01") or ("53.71", "2024-02"))
               select Report(region, month, "IKU-2", "1/2"),
        ];

        var row = Row("2024-T1", "53", "IKU-2", reports);

        Assert.Equal((64m, 128m, 50m), (row.Numerator, row.Denominator, row.Realisation));
        Assert.False(row.IsComplete);
        Assert.Equal(["53.02", "53.71"], row.MissingRegions.Select(region => region.Value));
    }

    [Fact]
    public void Of_a_growth_only_months_with_a_year_ago_are_added()
    {
        var reference = ReferenceData.Read(ReferenceFiles.Shipped
            .Adding("indikator.csv", "IKU-8,% Pertumbuhan Volume Usaha,%,Pertumbuhan,Naik,2,KAB,Bidang,2024,2026,baris 541")
            .Adding("komponen.csv", "IKU-8,Pembilang,Volume usaha,rupiah,Jumlah,0,baris 541")
            .Adding("keberlakuan.csv", "IKU-8,53.08,2024,2026,Tabel 7.2,"));

        var row = Row(reference, "2025-T1", "53.08", "IKU-8",
            Report("53.08", "2024-01", "IKU-8", "100"),
            Report("53.08", "2025-01", "IKU-8", "150"),
            Report("53.08", "2025-02", "IKU-8", "999"));

        Assert.Equal((150m, 100m, 50m), (row.Numerator, row.Denominator, row.Realisation));
    }

    private static PeriodRow Row(string period, string region, string indicator, params CurrentReport[] reports) =>
        Row(ReferenceData.Shipped, period, region, indicator, reports);

    private static PeriodRow Row(ReferenceData reference, string period, string region, string indicator, params CurrentReport[] reports)
    {
        var calculator = new PerformanceCalculator(reference);
        var asked = ReportingPeriod.Covering(ReportingMonth.Parse("2024-01"), ReportingMonth.Parse("2025-12")).Single(each => each.ToString() == period);
        var months = ReportingMonth.Range(asked.FirstMonth, asked.LastMonth).Select(month => calculator.Calculate(month, reports));
        return new PeriodCalculator(reference)
            .Calculate(asked, [.. months])
            .Single(row => row.Latest.Region.Value == region && row.Latest.Indicator.Value == indicator);
    }
}
