using System.ComponentModel.DataAnnotations;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using Renstra.Functions.Reference;
using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;

namespace Renstra.Functions.Consolidation;

/// <summary>
/// Sweeps what was prepared for releases that never came into force: a closing that was stopped, or that someone else overtook. It
/// looks at the months of one year on Mondays, another one each week, so that it costs little, and the same however many years are kept.
/// </summary>
internal sealed class OrphanSweep(
    StorageClients storage,
    ReleaseStore releases,
    CurrentReference currentReference,
    IOptions<ConsolidationOptions> options,
    TimeProvider clock,
    ILogger<OrphanSweep> logger)
{
    private const int DaysOfWeek = 7;

    /// <summary>"yyyy-" at the beginning of a file's name.</summary>
    private const int YearLength = 5;

    /// <summary>Sweeps the year whose turn it is, if it is any year's today.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var reference = await currentReference.GetAsync(cancellation);
        if (YearOf(DateOnly.FromDateTime(Wita.From(clock.GetUtcNow()).DateTime), reference.FirstMonth.Year) is { } year)
        {
            await SweepAsync(year, cancellation);
        }
    }

    /// <summary>The year whose turn it is on a day: every one, in turn, on Mondays.</summary>
    /// <param name="today">The day, in WITA.</param>
    /// <param name="firstYear">The first year that is reported.</param>
    /// <returns>Null on other days.</returns>
    public static int? YearOf(DateOnly today, int firstYear) => today.DayOfWeek == DayOfWeek.Monday
        ? firstYear + (today.DayNumber / DaysOfWeek % Math.Max(today.Year - firstYear + 1, 1))
        : null;

    /// <summary>Deletes what is old and belongs to no release.</summary>
    /// <returns>How many rows and files were deleted.</returns>
    public async Task<int> SweepAsync(int year, CancellationToken cancellation)
    {
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

    // Someone else may have written it anew: a closer needs it after all.
    private static async Task<int> DeleteAsync(TableClient table, TableEntity row, CancellationToken cancellation) =>
        await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellation).WonAsync() ? 1 : 0;

    private async Task<int> DeleteAsync(BlobItem file, CancellationToken cancellation) =>
        await storage.ReleaseBlobs.GetBlobClient(file.Name)
            .DeleteIfExistsAsync(conditions: new BlobRequestConditions { IfMatch = file.Properties.ETag }, cancellationToken: cancellation)
            .WonAsync() ? 1 : 0;
}

/// <summary>How months are closed: section <c>Renstra:Consolidation</c>.</summary>
internal sealed class ConsolidationOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Renstra:Consolidation";

    /// <summary>
    /// How old must be what was prepared for a release that never came into force before it is swept. Default one day, from an hour
    /// to thirty days: far longer than any closing takes.
    /// </summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan SweepAfter { get; set; } = TimeSpan.FromDays(1);
}
