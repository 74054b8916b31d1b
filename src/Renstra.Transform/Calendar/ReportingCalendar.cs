namespace Renstra.Transform.Calendar;

/// <summary>When reports are due and months close. All days and times are in WITA.</summary>
public sealed class ReportingCalendar
{
    private static readonly TimeOnly ClosingTime = new(6, 0);

    /// <summary>The day of the next month through the end of which a report is on time.</summary>
    public int DueDay { get; } = 10;

    /// <summary>How long after the deadline a file still counts as on time: shared folders and clocks are never exact.</summary>
    public TimeSpan Grace { get; } = TimeSpan.FromMinutes(15);

    /// <summary>The last day on which a month's report is on time.</summary>
    public DateOnly DueOn(ReportingMonth month) => month.AddMonths(1).FirstDay.AddDays(DueDay - 1);

    /// <summary>The instant after which a month's report is late: the end of <see cref="DueOn"/> and the grace.</summary>
    public DateTimeOffset LateAfter(ReportingMonth month) => Wita.At(DueOn(month).AddDays(1), TimeOnly.MinValue) + Grace;

    /// <summary>The instant at which a month closes: 06.00 on the morning after <see cref="DueOn"/>.</summary>
    public DateTimeOffset ClosesAt(ReportingMonth month) => Wita.At(DueOn(month).AddDays(1), ClosingTime);

    /// <summary>The latest month that has closed by an instant.</summary>
    public ReportingMonth LatestClosedBy(DateTimeOffset instant)
    {
        var month = Wita.MonthOf(instant);
        while (ClosesAt(month) > instant)
        {
            month = month.AddMonths(-1);
        }

        return month;
    }
}
