using System.Globalization;
using Renstra.Transform.Calendar;

namespace Renstra.Transform.Tests.Calendar;

public sealed class ReportingCalendarTests
{
    private static readonly ReportingCalendar Calendar = new();

    [Theory]
    [InlineData("2024-07", "2024-08-10T23:59:59+08:00", false)]
    [InlineData("2024-07", "2024-08-11T00:15:00+08:00", false)]
    [InlineData("2024-07", "2024-08-11T00:15:01+08:00", true)]
    [InlineData("2024-12", "2025-01-10T16:15:01Z", true)]
    public void A_report_is_on_time_through_the_tenth_of_the_next_month_and_fifteen_minutes(string month, string handedIn, bool isLate)
    {
        var lateAfter = Calendar.LateAfter(ReportingMonth.Parse(month));

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
        Assert.Equal(ReportingMonth.Parse(latestClosed), Calendar.LatestClosedBy(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)));
    }
}
