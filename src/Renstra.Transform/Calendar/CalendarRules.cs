namespace Renstra.Transform.Calendar;

/// <summary>What holds for every month.</summary>
/// <param name="DueDay">The day of the next month through the end of which a report is on time; 1 to 28.</param>
/// <param name="Grace">How long after the deadline a file still counts as on time: shared folders and clocks are never exact.</param>
/// <param name="ClosingTime">When a month closes, on the day after the deadline. Not before the grace is over.</param>
/// <param name="OnHoliday">What becomes of a due day on which offices do not work.</param>
/// <param name="ReminderDays">How many days before the deadline offices are reminded.</param>
public sealed record CalendarRules(int DueDay, TimeSpan Grace, TimeOnly ClosingTime, HolidayRule OnHoliday, IReadOnlyList<int> ReminderDays);
