using System.Text;
using Renstra.Functions.Chasing;
using Renstra.Functions.Reference;
using Renstra.Transform.Calendar;

namespace Renstra.Functions.Intake;

/// <summary>
/// Puts reminders into the folders of the offices that they are for, beside their receipts, while the deadline has not passed. Once
/// all of a day's are there they are marked as delivered and do not come back.
/// </summary>
internal sealed class ReminderDelivery(ReminderBlobs reminders, CurrentReference currentReference, TimeProvider clock, ILogger<ReminderDelivery> logger)
{
    // Deadlines of single months aside, the running month's reminders are about the last one.
    private const int MonthsBack = 2;

    /// <summary>Delivers the reminders that are there and not delivered yet. Only a month whose deadline is ahead costs a storage request.</summary>
    public async Task DeliverAsync(SharedFolder folder, IndependentWork work, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(Wita.From(now).DateTime);
        var calendar = (await currentReference.GetAsync(cancellation)).Calendar;
        var senders = folder.Senders().ToList();
        foreach (var month in Enumerable.Range(1, MonthsBack).Select(back => Wita.MonthOf(now).AddMonths(-back)).Where(month => calendar.DueOn(month) >= today))
        {
            await foreach (var day in reminders.UndeliveredAsync(month, cancellation))
            {
                await work.TryAsync($"reminders about {day.Month}", () => DeliverWholeAsync(day), cancellation);
            }
        }

        async Task DeliverWholeAsync(RemindersOfDay day)
        {
            if (day.DueOn >= today && await DeliverAsync(senders, day, cancellation))
            {
                await reminders.MarkDeliveredAsync(day, now, cancellation);
            }
        }
    }

    private async Task<bool> DeliverAsync(IReadOnlyList<SenderFolder> senders, RemindersOfDay day, CancellationToken cancellation)
    {
        var all = true;
        foreach (var office in day.Offices)
        {
            if (senders.FirstOrDefault(sender => sender.Region == office.Region) is not { } sender)
            {
                logger.NoFolder(day.Month, day.Day, office.Region);
                continue;
            }

            try
            {
                var path = Path.Combine(Directory.CreateDirectory(Path.Combine(sender.Path, SharedFolder.Receipts)).FullName, FileNameOf(day));
                await File.WriteAllTextAsync(path, office.Text.ReplaceLineEndings("\r\n"), Encoding.UTF8, cancellation);
                logger.Delivered(day.Month, day.Day, office.Region);
            }
            catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
            {
                logger.Waits(day.Month, day.Day, office.Region, trouble.Message);
                all = false;
            }
        }

        return all;
    }

    private static string FileNameOf(RemindersOfDay day) => $"Pengingat laporan {day.Month.IndonesianName} - {Wita.WriteDay(day.Day)}.txt";
}
