using Renstra.Transform.Calendar;

namespace Renstra.Transform.Tests.Calendar;

public sealed class ReportingMonthTests
{
    [Theory]
    [InlineData(2024, 0)]
    [InlineData(2024, 13)]
    [InlineData(0, 1)]
    [InlineData(10000, 1)]
    public void A_month_that_no_calendar_has_cannot_be_made(int year, int month)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReportingMonth(year, month));
    }

    [Theory]
    [InlineData(9999, 12, 1)]
    [InlineData(1, 1, -1)]
    [InlineData(2024, 1, int.MaxValue)]
    [InlineData(2024, 1, int.MinValue)]
    public void Nor_can_it_be_reached_by_counting_months(int year, int month, int months)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReportingMonth(year, month).AddMonths(months));
    }

    [Fact]
    public void The_default_is_a_month_like_any_other()
    {
        var month = default(ReportingMonth);

        Assert.Equal("0001-01", month.ToString());
        Assert.Equal(new ReportingMonth(1, 1), month);
    }

    [Theory]
    [InlineData("2024-07", 2024, 7)]
    [InlineData("2023-12", 2023, 12)]
    [InlineData("0001-01", 1, 1)]
    [InlineData("9999-12", 9999, 12)]
    public void What_is_written_is_read_and_written_again_the_same(string text, int year, int number)
    {
        var month = ReportingMonth.Parse(text);

        Assert.Equal((year, number), (month.Year, month.Month));
        Assert.Equal(text, month.ToString());
    }

    [Theory]
    [InlineData("2024-13")]
    [InlineData("2024-00")]
    [InlineData("0000-01")]
    [InlineData("2024-7")]
    [InlineData("2024-07-01")]
    [InlineData("202407")]
    [InlineData("2024/07")]
    [InlineData(" 2024-07")]
    [InlineData("2024-07 ")]
    [InlineData("Juli 2024")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_but_yyyy_MM_is_no_month(string? text)
    {
        Assert.False(ReportingMonth.TryParse(text, out _));
    }

    [Fact]
    public void Parsing_what_is_no_month_says_how_to_write_it()
    {
        var exception = Assert.Throws<FormatException>(() => ReportingMonth.Parse("Juli"));

        Assert.Equal("'Juli' is not a month; write it as yyyy-MM.", exception.Message);
    }

    [Theory]
    [InlineData("2024-12", 1, "2025-01")]
    [InlineData("2024-01", -1, "2023-12")]
    [InlineData("2024-03", -12, "2023-03")]
    [InlineData("2024-03", 0, "2024-03")]
    public void Counting_months_crosses_years(string from, int months, string to)
    {
        var month = ReportingMonth.Parse(from).AddMonths(months);

        Assert.Equal(to, month.ToString());
        Assert.Equal(months, month.MonthsAfter(ReportingMonth.Parse(from)));
    }

    [Fact]
    public void A_range_holds_both_its_ends()
    {
        var range = ReportingMonth.Range(new ReportingMonth(2024, 11), new ReportingMonth(2025, 2));

        Assert.Equal(["2024-11", "2024-12", "2025-01", "2025-02"], range.Select(month => month.ToString()));
    }

    [Fact]
    public void A_reversed_range_is_empty()
    {
        Assert.Empty(ReportingMonth.Range(new ReportingMonth(2024, 2), new ReportingMonth(2024, 1)));
    }

    [Fact]
    public void Months_are_ordered_as_on_the_calendar()
    {
        var december = new ReportingMonth(2023, 12);
        var january = new ReportingMonth(2024, 1);

        Assert.True(december < january && december <= january && january > december && january >= december);
        Assert.True(december.CompareTo(january) < 0);
    }

    [Fact]
    public void A_day_lies_in_its_month()
    {
        Assert.Equal(new ReportingMonth(2024, 2), ReportingMonth.Of(new DateOnly(2024, 2, 29)));
        Assert.Equal(new DateOnly(2024, 2, 1), new ReportingMonth(2024, 2).FirstDay);
        Assert.Equal(new ReportingMonth(2024, 1), new ReportingMonth(2024, 12).FirstOfYear);
    }

    [Theory]
    [InlineData("2024-01", "Januari 2024")]
    [InlineData("2024-05", "Mei 2024")]
    [InlineData("2024-08", "Agustus 2024")]
    [InlineData("2026-12", "Desember 2026")]
    public void Officials_read_its_Indonesian_name(string month, string name)
    {
        Assert.Equal(name, ReportingMonth.Parse(month).IndonesianName);
    }
}
