using Renstra.LocalHost.Host;
using Renstra.Transform.Calendar;
using Renstra.Transform.Reference;

namespace Renstra.LocalHost.Sample;

/// <summary>How far the sample year has come: all before is done, and what follows has perhaps begun.</summary>
/// <param name="Instant">What the clock shows; it never goes back.</param>
/// <param name="Moments">How many moments at which files were dropped are done with.</param>
/// <param name="HasDropped">Whether the files of the moment after these lie in the shared folder, or lay there until they were collected.</param>
/// <param name="LastTimer">The last time at which a daily timer was run, or had nothing to do.</param>
/// <param name="HasNews">Whether files have come since the last closing.</param>
/// <param name="IsFinished">Whether the year is over.</param>
internal sealed record YearProgress(DateTimeOffset Instant, int Moments, bool HasDropped, DateTimeOffset LastTimer, bool HasNews, bool IsFinished);

/// <summary>
/// Lets a year pass in a minute: sets the clock from one moment of the timeline to the next, drops the files, and runs the timers
/// at the times at which their schedules would. Everything else goes its usual way. Interrupted, it goes on with the moment that it
/// was at: to run a timer twice comes to the same as once. To drop a file twice does not, and what was collected is not dropped again.
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

    private YearProgress _progress = Beginning(DateTimeOffset.MinValue);

    /// <summary>When the story begins.</summary>
    public static DateTimeOffset StartOf(IReadOnlyList<SampleDelivery> deliveries) => deliveries[0].SentAt.AddDays(-1).ToUniversalTime();

    /// <summary>The progress of a year that begins.</summary>
    public static YearProgress Beginning(DateTimeOffset instant) => new(instant, 0, HasDropped: false, LastTimer: instant, HasNews: false, IsFinished: false);

    /// <summary>Replays the year, or the rest of it.</summary>
    /// <param name="from">Where an earlier run stood; null to begin.</param>
    /// <param name="save">Told before each step how far it has come, and at the end.</param>
    /// <param name="progress">Told how many files were dropped so far.</param>
    /// <param name="cancellation">Stops between two moments.</param>
    public async Task RunAsync(YearProgress? from, Action<YearProgress> save, IProgress<int> progress, CancellationToken cancellation)
    {
        FolderTree.Make(sharedFolder, ReferenceData.Shipped.Regions);
        _progress = from ?? Beginning(clock.GetUtcNow());
        var moments = deliveries.GroupBy(delivery => NextCollection(delivery.SentAt)).ToList();
        var dropped = moments.Take(_progress.Moments).Sum(moment => moment.Count());
        foreach (var moment in moments.Skip(_progress.Moments))
        {
            await RunTimersUntilAsync(moment.Key, save, cancellation);
            SetTo(moment.Key, save);
            if (!_progress.HasDropped)
            {
                foreach (var delivery in moment)
                {
                    Drop(delivery);
                }

                _progress = _progress with { HasDropped = true };
                save(_progress);
            }

            await host.FireAsync(Collect, cancellation);

            // The clock jumps hours from here; nothing may seem to have been left lying that long.
            await host.WaitUntilIdleAsync(cancellation);
            _progress = _progress with { Moments = _progress.Moments + 1, HasDropped = false, HasNews = true };
            progress.Report(dropped += moment.Count());
        }

        await RunTimersUntilAsync(moments[^1].Key.AddDays(1), save, cancellation);

        // The last receipts are delivered by the collection after them.
        SetTo(clock.GetUtcNow() + CollectInterval, save);
        await host.FireAsync(Collect, cancellation);
        save(_progress with { Instant = clock.GetUtcNow(), IsFinished = true });
    }

    private void SetTo(DateTimeOffset instant, Action<YearProgress> save)
    {
        // Written down first, so that a later run does not begin before what this one is about to do.
        _progress = _progress with { Instant = instant };
        save(_progress);
        clock.AdvanceTo(instant);
    }

    /// <summary>The first collection that finds a file settled.</summary>
    private static DateTimeOffset NextCollection(DateTimeOffset sentAt)
    {
        var settled = sentAt.ToUniversalTime() + Settling;
        var late = settled.Ticks % CollectInterval.Ticks;
        return late == 0 ? settled : settled.AddTicks(CollectInterval.Ticks - late);
    }

    /// <summary>Runs the daily timers at every time until then at which they have something to do.</summary>
    private async Task RunTimersUntilAsync(DateTimeOffset instant, Action<YearProgress> save, CancellationToken cancellation)
    {
        for (var due = NextTimer(_progress.LastTimer); due <= instant; due = NextTimer(due))
        {
            if (due.TimeOfDay == RemindAt)
            {
                if (IsReminderDay(due))
                {
                    SetTo(due, save);
                    await host.FireAsync(Remind, cancellation);
                    if (due + CollectInterval <= instant)
                    {
                        clock.AdvanceTo(due + CollectInterval);
                        await host.FireAsync(Collect, cancellation);
                    }
                }
            }
            else if (_progress.HasNews || ClosesAMonth(due))
            {
                SetTo(due, save);
                await host.FireAsync(Consolidate, cancellation);
                _progress = _progress with { HasNews = false };
            }

            _progress = _progress with { LastTimer = due };
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
