using Renstra.LocalHost.Host;
using Renstra.Transform.Calendar;
using Renstra.Transform.Reference;

namespace Renstra.LocalHost.Sample;

/// <summary>
/// Lets a year pass in a minute: sets the clock from one moment of the timeline to the next, drops the files, and runs the timers
/// at the times at which their schedules would. Everything else goes its usual way.
/// </summary>
internal sealed class YearReplay(IReadOnlyList<SampleDelivery> deliveries, string sharedFolder, FunctionsHost host, SteppedClock clock)
{
    /// <summary>The function that serves the shared folder.</summary>
    public const string Collect = "CollectSharedFolder";

    private const string Consolidate = "ConsolidateMonth";
    private const string Remind = "RemindOffices";

    private static readonly TimeSpan CollectInterval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ConsolidateAt = TimeSpan.FromHours(22);
    private static readonly TimeSpan RemindAt = TimeSpan.FromHours(23);

    private bool _hasNews;
    private DateTimeOffset _lastTimer;

    /// <summary>When the story begins.</summary>
    public static DateTimeOffset StartOf(IReadOnlyList<SampleDelivery> deliveries) => deliveries[0].SentAt.AddDays(-1).ToUniversalTime();

    /// <summary>Replays the year.</summary>
    /// <param name="progress">Told how many files were dropped so far.</param>
    /// <param name="cancellation">Stops between two moments.</param>
    public async Task RunAsync(IProgress<int> progress, CancellationToken cancellation)
    {
        FolderTree.Make(sharedFolder, ReferenceData.Shipped.Regions);
        _lastTimer = clock.GetUtcNow();
        var dropped = 0;
        foreach (var moment in deliveries.GroupBy(delivery => NextCollection(delivery.SentAt)))
        {
            await RunTimersUntilAsync(moment.Key, cancellation);
            foreach (var delivery in moment)
            {
                Drop(delivery);
            }

            clock.AdvanceTo(moment.Key);
            await host.FireAsync(Collect, cancellation);

            // The clock jumps hours from here; nothing may seem to have been left lying that long.
            await host.WaitUntilIdleAsync(cancellation);
            _hasNews = true;
            progress.Report(dropped += moment.Count());
        }

        await RunTimersUntilAsync(clock.GetUtcNow().AddDays(1), cancellation);

        // The last receipts are delivered by the collection after them.
        clock.AdvanceTo(clock.GetUtcNow() + CollectInterval);
        await host.FireAsync(Collect, cancellation);
    }

    /// <summary>The first collection that finds a file settled.</summary>
    private static DateTimeOffset NextCollection(DateTimeOffset sentAt)
    {
        var settled = sentAt.ToUniversalTime() + Settling;
        var late = settled.Ticks % CollectInterval.Ticks;
        return late == 0 ? settled : settled.AddTicks(CollectInterval.Ticks - late);
    }

    /// <summary>Runs the daily timers at every time until then at which they have something to do.</summary>
    private async Task RunTimersUntilAsync(DateTimeOffset instant, CancellationToken cancellation)
    {
        for (var due = NextTimer(_lastTimer); due <= instant; due = NextTimer(due))
        {
            _lastTimer = due;
            if (due.TimeOfDay == RemindAt)
            {
                if (IsReminderDay(due))
                {
                    clock.AdvanceTo(due);
                    await host.FireAsync(Remind, cancellation);
                    if (due + CollectInterval <= instant)
                    {
                        clock.AdvanceTo(due + CollectInterval);
                        await host.FireAsync(Collect, cancellation);
                    }
                }
            }
            else if (_hasNews || ClosesAMonth(due))
            {
                clock.AdvanceTo(due);
                await host.FireAsync(Consolidate, cancellation);
                _hasNews = false;
            }
        }
    }

    /// <summary>Whether a month has closed since the day before.</summary>
    private static bool ClosesAMonth(DateTimeOffset due)
    {
        var closes = ReferenceData.Shipped.Calendar.ClosesAt(Wita.MonthOf(due).AddMonths(-1));
        return closes <= due && closes > due.AddDays(-1);
    }

    private static bool IsReminderDay(DateTimeOffset due)
    {
        var today = DateOnly.FromDateTime(Wita.From(due).DateTime);
        return ReferenceData.Shipped.Calendar.ReminderDay(Wita.MonthOf(due).AddMonths(-1), today) == today;
    }

    private static DateTimeOffset NextTimer(DateTimeOffset after)
    {
        var day = new DateTimeOffset(after.UtcDateTime.Date, TimeSpan.Zero);
        return day + ConsolidateAt > after ? day + ConsolidateAt
            : day + RemindAt > after ? day + RemindAt
            : day.AddDays(1) + ConsolidateAt;
    }

    private void Drop(SampleDelivery delivery)
    {
        var file = Path.Combine(sharedFolder, delivery.Folder, delivery.FileName);
        File.Copy(delivery.Path, file, overwrite: true);
        File.SetLastWriteTimeUtc(file, delivery.SentAt.UtcDateTime);
    }
}
