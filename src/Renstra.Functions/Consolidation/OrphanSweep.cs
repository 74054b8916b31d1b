using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using Renstra.Functions.Reference;
using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;

namespace Renstra.Functions.Consolidation;

/// <summary>
/// Sweeps what was prepared for releases that never came into force: a closing that was stopped, or that someone else overtook. A
/// run looks at the months of one year, another one each day, so that it costs the same however many years are kept.
/// </summary>
internal sealed class OrphanSweep(
    StorageClients storage,
    ReleaseStore releases,
    CurrentReference currentReference,
    IOptions<ConsolidationOptions> options,
    TimeProvider clock,
    ILogger<OrphanSweep> logger)
{
    /// <summary>"yyyy-" at the beginning of a file's name.</summary>
    private const int YearLength = 5;

    /// <summary>Deletes what is old and belongs to no release.</summary>
    /// <returns>How many rows and files were deleted.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var reference = await currentReference.GetAsync(cancellation);
        var today = DateOnly.FromDateTime(Wita.From(clock.GetUtcNow()).DateTime);
        var years = Math.Max(today.Year - reference.FirstMonth.Year + 1, 1);
        var year = reference.FirstMonth.Year + (today.DayNumber % years);
        var range = new PartitionRange(new ReportingMonth(year, 1), new ReportingMonth(year, 12));

        // What is there is listed before the releases are read: what a release has come to rest on since is young by then, or is
        // written again and has another ETag.
        var rows = await OldRowsAsync(storage.ReleasedRows, range, cancellation);
        var changes = await OldRowsAsync(storage.ReleaseChanges, range, cancellation);
        var files = await OldFilesAsync(year, cancellation);
        var made = await releases.AllAsync(range, cancellation);
        var fingerprints = made.Select(entry => (entry.Release.Month, entry.Release.Fingerprint)).ToHashSet();
        var numbers = made.Select(entry => (entry.Release.Month, entry.Release.Number, entry.Release.Fingerprint)).ToHashSet();

        var swept = 0;
        foreach (var row in rows.Where(row => !fingerprints.Contains((ReportingMonth.Parse(row.PartitionKey), ReleasedRowKeys.ParseFingerprint(row.RowKey)))))
        {
            swept += await DeleteAsync(storage.ReleasedRows, row, cancellation);
        }

        foreach (var row in changes)
        {
            var (number, fingerprint, _, _) = ReleaseChangeKeys.Parse(row.RowKey);
            swept += numbers.Contains((ReportingMonth.Parse(row.PartitionKey), number, fingerprint)) ? 0 : await DeleteAsync(storage.ReleaseChanges, row, cancellation);
        }

        foreach (var file in files.Where(file => !numbers.Contains(ReleaseBlobs.ReleaseOf(file.Name))))
        {
            swept += await DeleteAsync(file, cancellation);
        }

        if (swept > 0)
        {
            logger.Swept(year, swept);
        }

        return swept;
    }

    private async Task<List<TableEntity>> OldRowsAsync(TableClient table, PartitionRange range, CancellationToken cancellation) =>
        await table
            .QueryAsync<TableEntity>(
                range.Filter,
                select: [nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey), nameof(TableEntity.Timestamp)],
                cancellationToken: cancellation)
            .Where(row => IsOld(row.Timestamp!.Value))
            .ToListAsync(cancellation);

    private async Task<List<BlobItem>> OldFilesAsync(int year, CancellationToken cancellation) =>
        await storage.ReleaseBlobs
            .GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix: $"{new ReportingMonth(year, 1)}"[..YearLength], cancellation)
            .Where(file => IsOld(file.Properties.LastModified!.Value))
            .ToListAsync(cancellation);

    private bool IsOld(DateTimeOffset writtenAt) => clock.GetUtcNow() - writtenAt > options.Value.SweepAfter;

    private static async Task<int> DeleteAsync(TableClient table, TableEntity row, CancellationToken cancellation)
    {
        try
        {
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellation);
            return 1;
        }
        catch (RequestFailedException written) when (written.Status == StatusCodes.Status412PreconditionFailed)
        {
            // A closer needs it after all.
            return 0;
        }
    }

    private async Task<int> DeleteAsync(BlobItem file, CancellationToken cancellation)
    {
        try
        {
            await storage.ReleaseBlobs.GetBlobClient(file.Name).DeleteIfExistsAsync(
                conditions: new BlobRequestConditions { IfMatch = file.Properties.ETag }, cancellationToken: cancellation);
            return 1;
        }
        catch (RequestFailedException written) when (written.Status == StatusCodes.Status412PreconditionFailed)
        {
            return 0;
        }
    }
}
