using Azure.Data.Tables;
using Renstra.Transform.Calendar;
using Renstra.Transform.Performance;
using Renstra.Transform.Regions;

namespace Renstra.Functions.Storage;

/// <summary>
/// Releases. Rows are written under the release's fingerprint before the pointer flips, so readers, who go through the pointer,
/// see the old release or the new one, whole.
/// </summary>
internal sealed class ReleaseStore(StorageClients storage)
{
    private const int LargestBatch = 100;

    /// <summary>The release in force; null while the month has none.</summary>
    public async Task<Release?> InForceAsync(ReportingMonth month, CancellationToken cancellation) =>
        (await PointerAsync(month, cancellation)).Release;

    /// <summary>The release in force, to be flipped by <see cref="TryPutInForceAsync"/>.</summary>
    public async Task<ReleasePointer> PointerAsync(ReportingMonth month, CancellationToken cancellation)
    {
        var pointer = await storage.Releases.GetEntityIfExistsAsync<TableEntity>(
            ReleaseKeys.Partition(month), ReleaseKeys.Pointer, cancellationToken: cancellation);
        return pointer.HasValue ? new ReleasePointer(ReleaseEntity.Read(pointer.Value!), pointer.Value!.ETag) : ReleasePointer.None;
    }

    /// <summary>The releases in force in a range of months, to be flipped by <see cref="TryPutInForceAsync"/>; a month that has none is left out.</summary>
    public async Task<IReadOnlyDictionary<ReportingMonth, ReleasePointer>> PointersAsync(ReportingMonth first, ReportingMonth last, CancellationToken cancellation)
    {
        var pointers = new Dictionary<ReportingMonth, ReleasePointer>();
        await foreach (var entity in storage.Releases.QueryAsync<TableEntity>(ReleaseKeys.PointersBetween(first, last), cancellationToken: cancellation))
        {
            var release = ReleaseEntity.Read(entity);
            pointers.Add(release.Month, new ReleasePointer(release, entity.ETag));
        }

        return pointers;
    }

    /// <summary>The releases in force in a range of months, ascending; a month that has none is left out.</summary>
    public async Task<IReadOnlyList<Release>> InForceAsync(ReportingMonth first, ReportingMonth last, CancellationToken cancellation)
    {
        var pointers = await PointersAsync(first, last, cancellation);
        return [.. pointers.Values.Select(pointer => pointer.Release!).OrderBy(release => release.Month)];
    }

    /// <summary>A release by its number; null when there is none.</summary>
    public async Task<Release?> FindAsync(ReportingMonth month, int number, CancellationToken cancellation)
    {
        var entity = await storage.Releases.GetEntityIfExistsAsync<TableEntity>(
            ReleaseKeys.Partition(month), ReleaseKeys.Row(number), cancellationToken: cancellation);
        return entity.HasValue ? ReleaseEntity.Read(entity.Value!) : null;
    }

    /// <summary>Every release of a month, the first one first.</summary>
    public async Task<IReadOnlyList<Release>> AllAsync(ReportingMonth month, CancellationToken cancellation)
    {
        var releases = new List<Release>();
        await foreach (var entity in storage.Releases.QueryAsync<TableEntity>(ReleaseKeys.In(month).Filter, cancellationToken: cancellation))
        {
            if (entity.RowKey != ReleaseKeys.Pointer)
            {
                releases.Add(ReleaseEntity.Read(entity));
            }
        }

        return releases;
    }

    /// <summary>Every release of a range of months, with whether it is in force, ascending by month and number.</summary>
    public async Task<IReadOnlyList<(Release Release, bool IsInForce)>> AllAsync(PartitionRange range, CancellationToken cancellation)
    {
        var releases = new List<Release>();
        var inForce = new Dictionary<ReportingMonth, int>();
        await foreach (var entity in storage.Releases.QueryAsync<TableEntity>(range.Filter, cancellationToken: cancellation))
        {
            var release = ReleaseEntity.Read(entity);
            if (entity.RowKey == ReleaseKeys.Pointer)
            {
                inForce[release.Month] = release.Number;
            }
            else
            {
                releases.Add(release);
            }
        }

        return [.. releases.Select(release => (release, inForce.GetValueOrDefault(release.Month) == release.Number))];
    }

    /// <summary>The rows under a fingerprint, in order of region and plan.</summary>
    /// <param name="month">The reporting month.</param>
    /// <param name="fingerprint">The release's fingerprint.</param>
    /// <param name="region">Only those of a region (one point read), or all when null.</param>
    /// <param name="cancellation">Stops between two pages.</param>
    public async Task<IReadOnlyList<PerformanceRow>> RowsAsync(ReportingMonth month, string fingerprint, RegionCode? region, CancellationToken cancellation)
    {
        if (region is { } code)
        {
            var entity = await storage.ReleasedRows.GetEntityIfExistsAsync<TableEntity>(
                ReleasedRowKeys.Partition(month), ReleasedRowKeys.Row(fingerprint, code), cancellationToken: cancellation);
            return entity.HasValue ? [.. ReleasedRowEntity.Read(entity.Value!)] : [];
        }

        var rows = new List<PerformanceRow>();
        await foreach (var entity in storage.ReleasedRows.QueryAsync<TableEntity>(ReleasedRowKeys.Of(month, fingerprint).Filter, cancellationToken: cancellation))
        {
            rows.AddRange(ReleasedRowEntity.Read(entity));
        }

        return rows;
    }

    /// <summary>Writes rows under a fingerprint; written again they are the same rows.</summary>
    public async Task WriteRowsAsync(ReportingMonth month, string fingerprint, IReadOnlyList<PerformanceRow> rows, CancellationToken cancellation)
    {
        var entities = rows.GroupBy(row => row.Region).Select(region => ReleasedRowEntity.For(month, fingerprint, region.Key, region));
        await UpsertAsync(storage.ReleasedRows, entities, cancellation);
    }

    /// <summary>Writes what a release changed about the one before it; written again they are the same rows.</summary>
    public Task WriteChangesAsync(IEnumerable<StoredChange> changes, CancellationToken cancellation) =>
        UpsertAsync(storage.ReleaseChanges, changes.Select(ReleaseChangeEntity.For), cancellation);

    /// <summary>What one release changed, by region and indicator.</summary>
    public async Task<IReadOnlyList<StoredChange>> ChangesAsync(ReportingMonth month, int number, string fingerprint, CancellationToken cancellation) =>
        await storage.ReleaseChanges
            .QueryAsync<TableEntity>(ReleaseChangeKeys.Of(month, number, fingerprint).Filter, cancellationToken: cancellation)
            .Select(ReleaseChangeEntity.Read)
            .ToListAsync(cancellation);

    /// <summary>
    /// What is kept of changes in a range of months, in portions as storage gives them; also of releases that were prepared and
    /// never came into force.
    /// </summary>
    public IAsyncEnumerable<IReadOnlyList<StoredChange>> ChangesAsync(PartitionRange range, CancellationToken cancellation) =>
        storage.ReleaseChanges.PortionsAsync(range, ReleaseChangeEntity.Read, cancellation);

    /// <summary>Puts a release into force: adds it and flips the pointer, both or neither. Its rows must be written.</summary>
    /// <param name="seen">The pointer as it was seen before the reports were read.</param>
    /// <param name="release">The release, numbered one after the one seen.</param>
    /// <param name="cancellation">Stops before the flip.</param>
    /// <returns>False when someone else flipped first.</returns>
    public async Task<bool> TryPutInForceAsync(ReleasePointer seen, Release release, CancellationToken cancellation)
    {
        var pointer = ReleaseEntity.ForPointer(release);
        var flip = seen.Release is null
            ? new TableTransactionAction(TableTransactionActionType.Add, pointer)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, pointer, seen.ETag);
        try
        {
            await storage.Releases.SubmitTransactionAsync(
                [new TableTransactionAction(TableTransactionActionType.Add, ReleaseEntity.ForRelease(release)), flip], cancellation);
            return true;
        }
        catch (TableTransactionFailedException lost) when (lost.Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed)
        {
            return false;
        }
    }

    private static async Task UpsertAsync(TableClient table, IEnumerable<TableEntity> entities, CancellationToken cancellation)
    {
        foreach (var batch in entities.Chunk(LargestBatch))
        {
            await table.SubmitTransactionAsync(
                batch.Select(entity => new TableTransactionAction(TableTransactionActionType.UpsertReplace, entity)), cancellation);
        }
    }
}
