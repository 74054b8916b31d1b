using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using Renstra.Functions.Storage;
using Renstra.Functions.Withdrawals;

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
