using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using Renstra.Functions.Storage;
using Renstra.Functions.Withdrawals;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Intake;

/// <summary>The function that serves the shared folder, every five minutes: collects, delivers receipts and reminders, sweeps, and
/// lets withdrawals take effect. None of these, and no file among many, keeps the others from being done.</summary>
internal sealed class CollectSharedFolder(
    Collector collector,
    ReceiptDelivery delivery,
    ReminderDelivery reminders,
    Sweep sweep,
    WithdrawalSweep withdrawals,
    SubmissionStore submissions,
    Waiting waiting,
    IOptions<IntakeOptions> options,
    TimeProvider clock,
    ILogger<CollectSharedFolder> logger)
{
    /// <summary>The timer's call.</summary>
    [Function(nameof(CollectSharedFolder))]
    public Task OnTimerAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellation) => RunAsync(cancellation);

    /// <summary>Runs once.</summary>
    /// <exception cref="AggregateException">Something failed; everything else is done.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var work = new IndependentWork(logger);
        await work.TryAsync("withdrawals", () => withdrawals.RunAsync(cancellation), cancellation);
        await work.TryAsync(
            "the shared folder and the sweep",
            async () =>
            {
                var recent = await RecentAsync(cancellation);
                await work.TryAsync("the shared folder", () => ServeFolderAsync(recent, work, cancellation), cancellation);
                await work.TryAsync("the sweep", () => sweep.RunAsync(recent, work, cancellation), cancellation);
            },
            cancellation);
        work.ThrowIfAnyFailed();
    }

    /// <summary>The submissions received lately, and any that a clock running ahead has dated later than now.</summary>
    private async Task<IReadOnlyList<StoredSubmission>> RecentAsync(CancellationToken cancellation) =>
        await submissions.ReceivedAsync(new PartitionRange(options.Value.RecentMonths(clock).Min(), null), cancellation)
            .SelectMany(portion => portion)
            .ToListAsync(cancellation);

    private async Task ServeFolderAsync(IReadOnlyList<StoredSubmission> recent, IndependentWork work, CancellationToken cancellation)
    {
        if (options.Value.SharedFolder is not { Length: > 0 } path)
        {
            return;
        }

        if (!Directory.Exists(path))
        {
            // Files wait where they are. What is in storage already is swept all the same.
            waiting.Say(path, DateTimeOffset.MinValue, "it is not there", logger.FolderUnreadable);
            return;
        }

        try
        {
            using var only = FolderLock.TryTake(path);
            if (only is null)
            {
                logger.FolderTaken(path);
                return;
            }

            var folder = new SharedFolder(path);
            await work.TryAsync("collecting", () => collector.CollectAsync(folder, recent, work, cancellation), cancellation);
            await work.TryAsync("receipts", () => delivery.DeliverAsync(folder, recent, work, cancellation), cancellation);
            await work.TryAsync("reminders", () => reminders.DeliverAsync(folder, work, cancellation), cancellation);
            waiting.End(path);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // It vanished in between, or is read-only. Files wait where they are.
            waiting.Say(path, DateTimeOffset.MinValue, trouble.Message, logger.FolderUnreadable);
        }
    }
}

/// <summary>What collecting the shared folder logs: every file that is left where it is has its reason here.</summary>
internal static partial class IntakeLog
{
    [LoggerMessage(EventId = 2001, Level = LogLevel.Information, Message = "Collected {Path} as {Submission}")]
    public static partial void Collected(this ILogger logger, string path, SubmissionId submission);

    [LoggerMessage(EventId = 2002, Message = "Left {Path} until it can be taken: {Reason}")]
    public static partial void FileLeft(this ILogger logger, LogLevel level, string path, string reason);

    [LoggerMessage(EventId = 2003, Level = LogLevel.Information, Message = "Left {Path} for the next run: it is still changing")]
    public static partial void FileStillChanging(this ILogger logger, string path);

    [LoggerMessage(EventId = 2004, Level = LogLevel.Information, Message = "{Path} was replaced while it was collected; the newer bytes are taken as a new drop")]
    public static partial void FileReplaced(this ILogger logger, string path);

    [LoggerMessage(EventId = 2005, Level = LogLevel.Debug, Message = "Left {Path}: it is empty, as a placeholder of a synchronised folder is")]
    public static partial void PlaceholderLeft(this ILogger logger, string path);

    [LoggerMessage(EventId = 2006, Message = "The folder {Path} cannot be served: {Reason}")]
    public static partial void FolderUnreadable(this ILogger logger, LogLevel level, string path, string reason);

    [LoggerMessage(EventId = 2007, Level = LogLevel.Information, Message = "Another collector is at work in {Path}")]
    public static partial void FolderTaken(this ILogger logger, string path);

    [LoggerMessage(EventId = 2008, Level = LogLevel.Information, Message = "Delivered receipt {Number} to {Path}")]
    public static partial void ReceiptDelivered(this ILogger logger, string number, string path);

    [LoggerMessage(EventId = 2009, Message = "Receipt {Number} waits until it can be written: {Reason}")]
    public static partial void ReceiptWaits(this ILogger logger, LogLevel level, string number, string reason);

    [LoggerMessage(EventId = 2010, Level = LogLevel.Warning, Message = "{BlobName} has no finished submission; ingesting it again")]
    public static partial void Swept(this ILogger logger, string blobName);
}
