using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using Renstra.Functions.Storage;
using Renstra.Functions.Withdrawals;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Intake;

/// <summary>The function that serves the shared folder, every five minutes: collects, delivers receipts and reminders, sweeps, and
/// lets withdrawals take effect.</summary>
internal sealed class CollectSharedFolder(
    Collector collector,
    ReceiptDelivery delivery,
    ReminderDelivery reminders,
    Sweep sweep,
    WithdrawalSweep withdrawals,
    SubmissionStore submissions,
    IOptions<IntakeOptions> options,
    TimeProvider clock,
    ILogger<CollectSharedFolder> logger)
{
    /// <summary>The timer's call.</summary>
    [Function(nameof(CollectSharedFolder))]
    public Task OnTimerAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellation) => RunAsync(cancellation);

    /// <summary>Runs once.</summary>
    /// <exception cref="Azure.RequestFailedException">Storage fails, all retries included.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await withdrawals.RunAsync(cancellation);
        var recent = await RecentAsync(cancellation);
        try
        {
            await ServeFolderAsync(recent, cancellation);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // It vanished in between, or is read-only. Files wait where they are; what is in storage already is swept all the same.
            logger.FolderUnreadable(options.Value.SharedFolder!, trouble.Message);
        }

        await sweep.RunAsync(recent, cancellation);
    }

    private async Task<IReadOnlyList<StoredSubmission>> RecentAsync(CancellationToken cancellation)
    {
        var recent = new List<StoredSubmission>();
        foreach (var month in options.Value.RecentMonths(clock))
        {
            recent.AddRange(await submissions.ReceivedInAsync(month, cancellation));
        }

        return recent;
    }

    private async Task ServeFolderAsync(IReadOnlyList<StoredSubmission> recent, CancellationToken cancellation)
    {
        if (options.Value.SharedFolder is not { Length: > 0 } path)
        {
            return;
        }

        if (!Directory.Exists(path))
        {
            // Files wait where they are. What is in storage already is swept all the same.
            logger.FolderMissing(path);
            return;
        }

        using var only = FolderLock.TryTake(path);
        if (only is null)
        {
            logger.FolderTaken(path);
            return;
        }

        var folder = new SharedFolder(path);
        await collector.CollectAsync(folder, cancellation);
        await delivery.DeliverAsync(folder, recent, cancellation);
        await reminders.DeliverAsync(folder, cancellation);
    }
}

/// <summary>What collecting the shared folder logs: every file that is left where it is has its reason here.</summary>
internal static partial class IntakeLog
{
    [LoggerMessage(EventId = 2001, Level = LogLevel.Information, Message = "Collected {Path} as {Submission}")]
    public static partial void Collected(this ILogger logger, string path, SubmissionId submission);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Warning, Message = "Left {Path} for the next run: {Reason}")]
    public static partial void FileLeft(this ILogger logger, string path, string reason);

    [LoggerMessage(EventId = 2003, Level = LogLevel.Information, Message = "Left {Path} for the next run: it is still changing")]
    public static partial void FileStillChanging(this ILogger logger, string path);

    [LoggerMessage(EventId = 2004, Level = LogLevel.Information, Message = "{Path} was replaced while it was collected; the newer bytes are taken as a new drop")]
    public static partial void FileReplaced(this ILogger logger, string path);

    [LoggerMessage(EventId = 2005, Level = LogLevel.Debug, Message = "Left {Path}: it is empty, as a placeholder of a synchronised folder is")]
    public static partial void PlaceholderLeft(this ILogger logger, string path);

    [LoggerMessage(EventId = 2006, Level = LogLevel.Error, Message = "The folder {Path} cannot be read: {Reason}")]
    public static partial void FolderUnreadable(this ILogger logger, string path, string reason);

    [LoggerMessage(EventId = 2007, Level = LogLevel.Information, Message = "Another collector is at work in {Path}")]
    public static partial void FolderTaken(this ILogger logger, string path);

    [LoggerMessage(EventId = 2008, Level = LogLevel.Information, Message = "Delivered receipt {Number} to {Path}")]
    public static partial void ReceiptDelivered(this ILogger logger, string number, string path);

    [LoggerMessage(EventId = 2009, Level = LogLevel.Warning, Message = "Receipt {Number} waits: {Reason}")]
    public static partial void ReceiptWaits(this ILogger logger, string number, string reason);

    [LoggerMessage(EventId = 2010, Level = LogLevel.Warning, Message = "{BlobName} has no finished submission; ingesting it again")]
    public static partial void Swept(this ILogger logger, string blobName);

    [LoggerMessage(EventId = 2011, Level = LogLevel.Warning, Message = "The shared folder {Path} is not there")]
    public static partial void FolderMissing(this ILogger logger, string path);

    [LoggerMessage(EventId = 2012, Level = LogLevel.Error, Message = "Sweeping {BlobName} failed; the next run tries again")]
    public static partial void SweepFailed(this ILogger logger, string blobName, Exception exception);
}
