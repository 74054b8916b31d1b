using System.Globalization;
using Renstra.Transform.Calendar;
using Renstra.Transform.Reference;
using Renstra.Transform.Tests.Reference;

namespace Renstra.Transform.Tests.Calendar;

public sealed class ReportingCalendarTests
{
    private static readonly ReportingCalendar Shipped = ReferenceData.Shipped.Calendar;

    [Theory]
    [InlineData("2024-07", "2024-08-10T23:59:59+08:00", false)]
    [InlineData("2024-07", "2024-08-11T00:15:00+08:00", false)]
    [InlineData("2024-07", "2024-08-11T00:15:01+08:00", true)]
    [InlineData("2024-12", "2025-01-10T16:15:01Z", true)]
    public void A_report_is_on_time_through_the_tenth_of_the_next_month_and_fifteen_minutes(string month, string handedIn, bool isLate)
    {
        var lateAfter = Shipped.LateAfter(ReportingMonth.Parse(month));

        Assert.Equal(isLate, DateTimeOffset.Parse(handedIn, CultureInfo.InvariantCulture) > lateAfter);
    }

    [Theory]
    [InlineData("2024-08-11T05:59:59+08:00", "2024-06")]
    [InlineData("2024-08-11T06:00:00+08:00", "2024-07")]
    [InlineData("2024-08-10T22:00:00Z", "2024-07")]
    [InlineData("2025-01-05T00:00:00Z", "2024-11")]
    [InlineData("2025-01-31T23:00:00Z", "2024-12")]
    public void A_month_closes_at_six_on_the_morning_of_the_eleventh(string now, string latestClosed)
    {
        var closed = Shipped.ClosedBy(ReportingMonth.Parse("2024-06"), DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));

        Assert.Equal(ReportingMonth.Range(ReportingMonth.Parse("2024-06"), ReportingMonth.Parse(latestClosed)), closed);
    }

    [Fact]
    public void Before_the_first_month_has_closed_none_has()
    {
        Assert.Empty(Shipped.ClosedBy(ReportingMonth.Parse("2024-06"), Wita.At(new DateOnly(2024, 3, 1), TimeOnly.MinValue)));
    }

    [Fact]
    public void Day_grace_and_closing_time_are_data()
    {
        var calendar = Read(ReferenceFiles.Shipped
            .Replacing("kalender.csv", "TanggalBatas,,10,", "TanggalBatas,,15,")
            .Replacing("kalender.csv", "MenitTenggang,,15,", "MenitTenggang,,0,")
            .Replacing("kalender.csv", "JamPenutupan,,06:00,", "JamPenutupan,,00:30,"));

        var month = ReportingMonth.Parse("2024-07");
        Assert.Equal(new DateOnly(2024, 8, 15), calendar.DueOn(month));
        Assert.Equal(Wita.At(new DateOnly(2024, 8, 16), TimeOnly.MinValue), calendar.LateAfter(month));
        Assert.Equal(Wita.At(new DateOnly(2024, 8, 16), new TimeOnly(0, 30)), calendar.ClosesAt(month));
    }

    [Theory]
    [InlineData("Tetap", "2024-07", "2024-08-10")] // a Saturday
    [InlineData("HariKerjaBerikutnya", "2024-07", "2024-08-12")]
    [InlineData("HariKerjaBerikutnya", "2024-08", "2024-09-10")] // a Tuesday
    [InlineData("HariKerjaBerikutnya", "2025-03", "2025-04-11")] // the Thursday is a holiday
    [InlineData("HariKerjaBerikutnya", "2024-10", "2024-11-12")] // a Sunday before a holiday
    public void A_due_day_without_work_stays_or_moves_as_the_office_wishes(string rule, string month, string due)
    {
        var calendar = Read(ReferenceFiles.Shipped
            .Replacing("kalender.csv", "BatasDiHariLibur,,Tetap,", $"BatasDiHariLibur,,{rule},")
            .Adding("kalender.csv", "Libur,2025-04-10,,Contoh", "Libur,2024-11-11,,Contoh"));

        Assert.Equal(DateOnly.Parse(due, CultureInfo.InvariantCulture), calendar.DueOn(ReportingMonth.Parse(month)));
    }

    [Fact]
    public void A_month_with_a_deadline_of_its_own_keeps_it_on_any_day_and_can_close_after_a_later_month()
    {
        var calendar = Read(ReferenceFiles.Shipped
            .Replacing("kalender.csv", "BatasDiHariLibur,,Tetap,", "BatasDiHariLibur,,HariKerjaBerikutnya,")
            .Adding("kalender.csv", "Batas,2024-12,2025-02-15,Tutup tahun"));

        Assert.Equal(new DateOnly(2025, 2, 15), calendar.DueOn(ReportingMonth.Parse("2024-12")));
        Assert.Equal(
            ["2024-11", "2025-01"],
            calendar.ClosedBy(ReportingMonth.Parse("2024-11"), Wita.At(new DateOnly(2025, 2, 12), TimeOnly.MinValue)).Select(month => month.ToString()));
    }

    [Fact]
    public void A_year_is_closed_by_a_line_and_no_year_is_without()
    {
        var calendar = Read(ReferenceFiles.Shipped.Adding("kalender.csv", "TahunTutup,2024,,Sudah diperiksa BPK"));

        Assert.Equal((true, false), (calendar.IsClosed(2024), calendar.IsClosed(2025)));
        Assert.False(Shipped.IsClosed(2024));
    }

    [Theory]
    [InlineData("2024-08-04", null)]
    [InlineData("2024-08-05", "2024-08-05")]
    [InlineData("2024-08-07", "2024-08-05")]
    [InlineData("2024-08-08", "2024-08-08")]
    [InlineData("2024-08-10", "2024-08-10")]
    [InlineData("2024-08-11", null)]
    public void Offices_are_reminded_on_the_fifth_the_eighth_and_the_tenth_and_never_after_the_deadline(string today, string? reminder)
    {
        Assert.Equal(reminder, Shipped.ReminderDay(ReportingMonth.Parse("2024-07"), DateOnly.Parse(today, CultureInfo.InvariantCulture))?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Reminders_move_with_the_deadline_and_none_comes_before_the_month_is_over()
    {
        var calendar = Read(ReferenceFiles.Shipped
            .Replacing("kalender.csv", "HariPengingat,,5;2;0,", "HariPengingat,,15;3,")
            .Adding("kalender.csv", "Batas,2024-12,2025-01-20,Tutup tahun"));

        Assert.Equal(new DateOnly(2025, 1, 5), calendar.ReminderDay(ReportingMonth.Parse("2024-12"), new DateOnly(2025, 1, 16)));
        Assert.Equal(new DateOnly(2025, 1, 17), calendar.ReminderDay(ReportingMonth.Parse("2024-12"), new DateOnly(2025, 1, 17)));
        Assert.Null(calendar.ReminderDay(ReportingMonth.Parse("2024-11"), new DateOnly(2024, 12, 6)));
        Assert.Null(calendar.ReminderDay(ReportingMonth.Parse("2024-11"), new DateOnly(2024, 11, 25)));
    }

    private static ReportingCalendar Read(ReferenceFiles files) => ReferenceData.Read(files).Calendar;
}
