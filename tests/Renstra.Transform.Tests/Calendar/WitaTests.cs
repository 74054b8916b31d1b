using Renstra.Transform.Calendar;

namespace Renstra.Transform.Tests.Calendar;

public sealed class WitaTests
{
    [Fact]
    public void The_last_hours_of_a_month_in_UTC_are_already_the_next_month_in_WITA()
    {
        var instant = new DateTimeOffset(2024, 7, 31, 16, 0, 0, TimeSpan.Zero);

        Assert.Equal(new ReportingMonth(2024, 8), Wita.MonthOf(instant));
        Assert.Equal(new ReportingMonth(2024, 7), Wita.MonthOf(instant.AddTicks(-1)));
    }

    [Fact]
    public void A_deadline_is_a_time_on_the_wall_clock_of_WITA()
    {
        var deadline = Wita.At(new DateOnly(2024, 8, 11), new TimeOnly(6, 0));

        Assert.Equal(new DateTimeOffset(2024, 8, 10, 22, 0, 0, TimeSpan.Zero), deadline);
    }

    [Fact]
    public void Moments_and_days_are_written_as_officials_write_them()
    {
        Assert.Equal("5 Agustus 2024 pukul 09.30 WITA", Wita.Write(new DateTimeOffset(2024, 8, 5, 1, 30, 59, TimeSpan.Zero)));
        Assert.Equal("1 Januari 2025 pukul 00.00 WITA", Wita.Write(new DateTimeOffset(2024, 12, 31, 16, 0, 0, TimeSpan.Zero)));
        Assert.Equal("31 Desember 2024", Wita.WriteDay(new DateOnly(2024, 12, 31)));
    }
}
