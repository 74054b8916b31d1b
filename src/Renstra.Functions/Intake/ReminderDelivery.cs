using System.Text;
using Renstra.Functions.Chasing;
using Renstra.Functions.Reference;
using Renstra.Transform.Calendar;

namespace Renstra.Functions.Intake;

/// <summary>
/// Puts reminders into the folders of the offices that they are for, beside their receipts, while the deadline has not passed. Once
/// all of a day's are there they are marked as delivered and do not come back.
/// </summary>
internal sealed class ReminderDelivery(ReminderBlobs reminders, CurrentReference currentReference, Waiting waiting, TimeProvider clock, ILogger<ReminderDelivery> logger)
{
    // Deadlines of single months aside, the running month's reminders are about the last one.
    private const int MonthsBack = 2;

    // While one office's folder cannot be written to, what the others have thrown away does not come back to them.
    private readonly HashSet<string> _put = new(StringComparer.Ordinal);

    /// <summary>Delivers the reminders that are there and not delivered yet. Only a month whose deadline is ahead costs a storage request.</summary>
    public async Task DeliverAsync(SharedFolder folder, IndependentWork work, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(Wita.From(now).DateTime);
        var calendar = (await currentReference.GetAsync(cancellation)).Calendar;
        var senders = folder.Senders().ToList();
        foreach (var month in Enumerable.Range(1, MonthsBack).Select(back => Wita.MonthOf(now).AddMonths(-back)).Where(month => calendar.DueOn(month) >= today))
        {
            await work.TryAsync($"reminders about {month}", () => DeliverMonthAsync(month), cancellation);
        }

        async Task DeliverMonthAsync(ReportingMonth month)
        {
            foreach (var name in await reminders.UndeliveredAsync(month, cancellation))
            {
                await work.TryAsync($"reminders {name}", () => DeliverDayAsync(name), cancellation);
            }
        }

        async Task DeliverDayAsync(string name)
        {
            var day = await reminders.ReadAsync(name, cancellation);
            if (day.DueOn >= today && await DeliverAsync(senders, day, work, cancellation))
            {
                await reminders.MarkDeliveredAsync(day, now, cancellation);
            }
        }
    }

    /// <returns>Whether every office that has a folder has its reminder.</returns>
    private async Task<bool> DeliverAsync(IReadOnlyList<SenderFolder> senders, RemindersOfDay day, IndependentWork work, CancellationToken cancellation)
    {
        var foldersOf = senders.ToLookup(sender => sender.Region);
        if (day.Offices.Where(office => !foldersOf.Contains(office.Region)).Select(office => office.Region.Value).ToList() is { Count: > 0 } without)
        {
            waiting.Say(FileNameOf(day), DateTimeOffset.MinValue, string.Join(", ", without), logger.NoFolders);
        }

        var all = true;
        foreach (var office in day.Offices.Where(office => foldersOf.Contains(office.Region)))
        {
            var path = Path.Combine(foldersOf[office.Region].First().Path, SharedFolder.Receipts, FileNameOf(day));
            if (!_put.Contains(path))
            {
                await work.TryAsync(path, () => PutAsync(path, office.Text), cancellation);
            }

            all &= _put.Contains(path);
        }

        return all;

        async Task PutAsync(string path, string text)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await File.WriteAllTextAsync(path, text.ReplaceLineEndings("\r\n"), Encoding.UTF8, cancellation);
            }
            catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
            {
                waiting.Say(path, day.MadeAt, trouble.Message, logger.ReminderWaits);
                return;
            }

            _put.Add(path);
            waiting.End(path);
            logger.ReminderDelivered(path);
        }
    }

    private static string FileNameOf(RemindersOfDay day) => $"Pengingat laporan {day.Month.IndonesianName} - {Wita.WriteDay(day.Day)}.txt";
}
