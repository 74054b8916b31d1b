using Microsoft.Azure.Functions.Worker;
using Renstra.Functions.Reference;
using Renstra.Transform.Calendar;
using Renstra.Transform.Chasing;
using Renstra.Transform.Reference;

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
    /// <exception cref="Azure.RequestFailedException">Storage fails, all retries included, before anything is done.</exception>
    /// <exception cref="AggregateException">A month's reminders could not be written; everything else is done.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var reference = await currentReference.GetAsync(cancellation);
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(Wita.From(now).DateTime);
        var work = new IndependentWork(logger);
        foreach (var month in ReportingMonth.Range(reference.FirstMonth, Wita.MonthOf(now).AddMonths(-1)))
        {
            if (reference.Calendar.ReminderDay(month, today) is { } day)
            {
                await work.TryAsync($"reminders about {month}", () => RemindAsync(reference, month, day, now, cancellation), cancellation);
            }
        }

        work.ThrowIfAnyFailed();
    }

    private async Task RemindAsync(ReferenceData reference, ReportingMonth month, DateOnly day, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await reminders.ExistsAsync(month, day, cancellation))
        {
            return;
        }

        var earliest = month.AddMonths(-MonthsBack);
        var due = await dueReports
            .ReadAsync(reference, earliest > reference.FirstMonth ? earliest : reference.FirstMonth, month, now, cancellation)
            .Where(report => !reference.Calendar.IsClosed(report.Key.Month.Year))
            .ToListAsync(cancellation);
        var today = DateOnly.FromDateTime(Wita.From(now).DateTime);
        var offices = Reminder.For(reference, month, due, today).Select(reminder => new OfficeReminder(reminder.Region, reminder.Reports.Count, reminder.Text)).ToList();
        if (await reminders.TryAddAsync(new RemindersOfDay(month, day, reference.Calendar.DueOn(month), now, offices), cancellation))
        {
            logger.Reminded(offices.Count, month, day);
        }
    }
}

/// <summary>What chasing logs.</summary>
internal static partial class ChasingLog
{
    [LoggerMessage(EventId = 7001, Level = LogLevel.Information, Message = "Reminded {Offices} offices of their reports for {Month}, as of {Day:yyyy-MM-dd}")]
    public static partial void Reminded(this ILogger logger, int offices, ReportingMonth month, DateOnly day);

    [LoggerMessage(EventId = 7002, Level = LogLevel.Information, Message = "Delivered {Reminder}")]
    public static partial void ReminderDelivered(this ILogger logger, string reminder);

    [LoggerMessage(EventId = 7003, Message = "{Reminder} waits until it can be written: {Reason}")]
    public static partial void ReminderWaits(this ILogger logger, LogLevel level, string reminder, string reason);

    [LoggerMessage(EventId = 7004, Message = "{Reminders} reach nobody in these regions, which have no folder; someone has to make one: {Regions}")]
    public static partial void NoFolders(this ILogger logger, LogLevel level, string reminders, string regions);
}
