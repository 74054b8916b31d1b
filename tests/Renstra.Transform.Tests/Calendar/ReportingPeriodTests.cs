using Renstra.Transform.Calendar;

namespace Renstra.Transform.Tests.Calendar;

public sealed class ReportingPeriodTests
{
    [Theory]
    [InlineData("2024-01", "2024-T1", "Triwulan I 2024", "2024-01", "2024-03")]
    [InlineData("2024-03", "2024-T1", "Triwulan I 2024", "2024-01", "2024-03")]
    [InlineData("2024-04", "2024-T2", "Triwulan II 2024", "2024-04", "2024-06")]
    [InlineData("2024-12", "2024-T4", "Triwulan IV 2024", "2024-10", "2024-12")]
    public void A_quarter_is_known_by_any_of_its_months(string month, string written, string name, string first, string last)
    {
        var quarter = ReportingPeriod.Of(PeriodKind.Triwulan, ReportingMonth.Parse(month));

        Assert.Equal((written, name), (quarter.ToString(), quarter.IndonesianName));
        Assert.Equal((first, last), (quarter.FirstMonth.ToString(), quarter.LastMonth.ToString()));
    }

    [Theory]
    [InlineData("2024-06", "2024-S1", "Semester I 2024", "2024-01", "2024-06")]
    [InlineData("2024-07", "2024-S2", "Semester II 2024", "2024-07", "2024-12")]
    public void So_is_a_half_year(string month, string written, string name, string first, string last)
    {
        var half = ReportingPeriod.Of(PeriodKind.Semester, ReportingMonth.Parse(month));

        Assert.Equal((written, name), (half.ToString(), half.IndonesianName));
        Assert.Equal((first, last), (half.FirstMonth.ToString(), half.LastMonth.ToString()));
    }

    [Fact]
    public void The_periods_of_some_months_come_by_their_last_month_and_none_twice()
    {
        var periods = ReportingPeriod.Covering(ReportingMonth.Parse("2024-05"), ReportingMonth.Parse("2025-01"));

        Assert.Equal(["2024-S1", "2024-T2", "2024-T3", "2024-S2", "2024-T4", "2025-T1", "2025-S1"], periods.Select(period => period.ToString()));
    }

    [Fact]
    public void No_months_lie_in_no_period() =>
        Assert.Empty(ReportingPeriod.Covering(ReportingMonth.Parse("2024-05"), ReportingMonth.Parse("2024-04")));
}
