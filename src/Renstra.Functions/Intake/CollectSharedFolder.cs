using Microsoft.Extensions.Options;

namespace Renstra.Functions.Intake;

/// <summary>The function that serves the shared folder, every five minutes: collects, delivers receipts, sweeps.</summary>
internal sealed class CollectSharedFolder(
    Collector collector,
    ReceiptDelivery delivery,
    Sweep sweep,
    IOptions<IntakeOptions> options,
    ILogger<CollectSharedFolder> logger)
{
    /// <summary>Runs once.</summary>
    /// <exception cref="Azure.RequestFailedException">Storage fails, all retries included.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await ServeFolderAsync(cancellation);
        await sweep.RunAsync(cancellation);
    }

    private async Task ServeFolderAsync(CancellationToken cancellation)
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
        await delivery.DeliverAsync(folder, cancellation);
    }
}
