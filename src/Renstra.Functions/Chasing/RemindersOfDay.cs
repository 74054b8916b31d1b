using Renstra.Transform.Calendar;

namespace Renstra.Functions.Chasing;

/// <summary>The reminders of one day about one month, as they are kept: all of them or none.</summary>
/// <param name="Month">The reporting month.</param>
/// <param name="Day">The day that the calendar names for them (WITA).</param>
/// <param name="DueOn">The month's deadline (WITA).</param>
/// <param name="MadeAt">When they were written, UTC.</param>
/// <param name="Offices">One for each office that owes something, by region.</param>
internal sealed record RemindersOfDay(ReportingMonth Month, DateOnly Day, DateOnly DueOn, DateTimeOffset MadeAt, IReadOnlyList<OfficeReminder> Offices);
