namespace Renstra.Transform.Calendar;

/// <summary>When reports are due and months close (<c>kalender.csv</c>). All days and times are in WITA.</summary>
public sealed class ReportingCalendar
{
    private readonly IReadOnlyDictionary<ReportingMonth, DateOnly> _deadlines;
    private readonly IReadOnlySet<DateOnly> _holidays;
    private readonly IReadOnlySet<int> _closedYears;

    internal ReportingCalendar(
        CalendarRules rules,
        IReadOnlyDictionary<ReportingMonth, DateOnly> deadlines,
        IReadOnlySet<DateOnly> holidays,
        IReadOnlySet<int> closedYears)
    {
        Rules = rules;
        _deadlines = deadlines;
        _holidays = holidays;
        _closedYears = closedYears;
    }

    /// <summary>What holds for every month that has no deadline of its own.</summary>
    public CalendarRules Rules { get; }

    /// <summary>The last day on which a month's report is on time: the month's own deadline, or what the rules say.</summary>
    public DateOnly DueOn(ReportingMonth month)
    {
        if (_deadlines.TryGetValue(month, out var own))
        {
            return own;
        }

        var day = month.AddMonths(1).FirstDay.AddDays(Rules.DueDay - 1);
        while (Rules.OnHoliday == HolidayRule.HariKerjaBerikutnya && !IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The instant after which a month's report is late: the end of <see cref="DueOn"/> and the grace.</summary>
    public DateTimeOffset LateAfter(ReportingMonth month) => Wita.At(DueOn(month).AddDays(1), TimeOnly.MinValue) + Rules.Grace;

    /// <summary>The instant at which a month closes: the closing time on the morning after <see cref="DueOn"/>.</summary>
    public DateTimeOffset ClosesAt(ReportingMonth month) => Wita.At(DueOn(month).AddDays(1), Rules.ClosingTime);

    /// <summary>
    /// The months that have closed by an instant, ascending. A month with a deadline of its own can close after a later one, so there
    /// can be gaps.
    /// </summary>
    /// <param name="first">The first month that is reported.</param>
    /// <param name="instant">Now.</param>
    public IEnumerable<ReportingMonth> ClosedBy(ReportingMonth first, DateTimeOffset instant) =>
        ReportingMonth.Range(first, Wita.MonthOf(instant)).Where(month => ClosesAt(month) <= instant);

    /// <summary>
    /// The day whose reminder about a month is the one to give: today, or the latest day before today while the deadline has not
    /// passed. Reminders move with the deadline; none is given before the month is over.
    /// </summary>
    /// <returns>The day; null when there is none.</returns>
    public DateOnly? ReminderDay(ReportingMonth month, DateOnly today)
    {
        var dueOn = DueOn(month);
        return today > dueOn
            ? null
            : Rules.ReminderDays
                .Select(days => dueOn.AddDays(-days))
                .Where(day => day <= today && day >= month.AddMonths(1).FirstDay)
                .Cast<DateOnly?>()
                .Max();
    }

    /// <summary>Whether a year is closed: what was released of it stays, whatever arrives.</summary>
    public bool IsClosed(int year) => _closedYears.Contains(year);

    private bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_holidays.Contains(day);
}

/// <summary>What holds for every month.</summary>
/// <param name="DueDay">The day of the next month through the end of which a report is on time; 1 to 28.</param>
/// <param name="Grace">How long after the deadline a file still counts as on time: shared folders and clocks are never exact.</param>
/// <param name="ClosingTime">When a month closes, on the day after the deadline. Not before the grace is over.</param>
/// <param name="OnHoliday">What becomes of a due day on which offices do not work.</param>
/// <param name="ReminderDays">How many days before the deadline offices are reminded.</param>
public sealed record CalendarRules(int DueDay, TimeSpan Grace, TimeOnly ClosingTime, HolidayRule OnHoliday, IReadOnlyList<int> ReminderDays);

/// <summary>What becomes of a due day on which offices do not work.</summary>
public enum HolidayRule
{
    /// <summary>It stays: reports can be handed in on any day.</summary>
    Tetap,

    /// <summary>It moves to the next day that is neither Saturday, Sunday nor a holiday.</summary>
    HariKerjaBerikutnya,
}
