using Microsoft.Azure.Functions.Worker;
using Renstra.Functions.Reference;
using Renstra.Transform.Calendar;
using Renstra.Transform.Chasing;

namespace Renstra.Functions.Chasing;

/// <summary>
/// The function that reminds offices of reports that they owe, daily at 07.00 WITA: on the days before a month's deadline that the
/// calendar names. A run that was missed is made up for while the deadline has not passed. What was said stays said: a day's
/// reminders are written once, by whoever comes first.
/// </summary>
internal sealed class RemindOffices(
    CurrentReference currentReference, DueReports dueReports, ReminderBlobs reminders, TimeProvider clock, ILogger<RemindOffices> logger)
{
    /// <summary>How far back reports are asked for that never came.</summary>
    private const int MonthsBack = 11;

    /// <summary>The timer's call; 23:00 UTC is 07.00 WITA.</summary>
    [Function(nameof(RemindOffices))]
    public Task OnTimerAsync([TimerTrigger("0 0 23 * * *")] TimerInfo timer, CancellationToken cancellation) => RunAsync(cancellation);

    /// <summary>Runs once.</summary>
    /// <exception cref="Azure.RequestFailedException">Storage fails, all retries included.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var reference = await currentReference.GetAsync(cancellation);
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(Wita.From(now).DateTime);
        foreach (var month in ReportingMonth.Range(reference.FirstMonth, Wita.MonthOf(now).AddMonths(-1)))
        {
            if (reference.Calendar.ReminderDay(month, today) is not { } day || await reminders.ExistsAsync(month, day, cancellation))
            {
                continue;
            }

            var earliest = month.AddMonths(-MonthsBack);
            var due = await dueReports
                .ReadAsync(reference, earliest > reference.FirstMonth ? earliest : reference.FirstMonth, month, now, cancellation)
                .Where(report => !reference.Calendar.IsClosed(report.Key.Month.Year))
                .ToListAsync(cancellation);
            var offices = Reminder.For(reference, month, due, today).Select(reminder => new OfficeReminder(reminder.Region, reminder.Reports.Count, reminder.Text)).ToList();
            if (await reminders.TryAddAsync(new RemindersOfDay(month, day, reference.Calendar.DueOn(month), now, offices), cancellation))
            {
                logger.Reminded(offices.Count, month, day);
            }
        }
    }
}
