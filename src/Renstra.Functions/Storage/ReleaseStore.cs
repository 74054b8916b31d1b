using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Renstra.Transform.Calendar;

namespace Renstra.Functions.Storage;

/// <summary>
/// Releases, and which is in force: table <c>Penetapan</c>. All that belongs to a release is written before the pointer flips, so readers,
/// who go through the pointer, see the old release or the new one, whole.
/// </summary>
internal sealed class ReleaseStore(StorageClients storage)
{
    /// <summary>The release in force; null while the month has none.</summary>
    public async Task<Release?> InForceAsync(ReportingMonth month, CancellationToken cancellation) =>
        (await PointerAsync(month, cancellation)).Release;

    /// <summary>The release in force, to be flipped by <see cref="TryPutInForceAsync"/>.</summary>
    public async Task<ReleasePointer> PointerAsync(ReportingMonth month, CancellationToken cancellation) =>
        await storage.Releases.FindAsync(
            ReleaseKeys.Partition(month), ReleaseKeys.Pointer, row => new ReleasePointer(ReleaseEntity.Read(row), row.ETag), cancellation) ?? ReleasePointer.None;

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
    public Task<Release?> FindAsync(ReportingMonth month, int number, CancellationToken cancellation) =>
        storage.Releases.FindAsync(ReleaseKeys.Partition(month), ReleaseKeys.Row(number), ReleaseEntity.Read, cancellation);

    /// <summary>Every release of a month, the first one first.</summary>
    public async Task<IReadOnlyList<Release>> AllAsync(ReportingMonth month, CancellationToken cancellation)
    {
        var releases = new List<Release>();
        await foreach (var entity in storage.Releases.QueryAsync<TableEntity>(PartitionRange.Of(month).Filter, cancellationToken: cancellation))
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
        return await storage.Releases
            .SubmitTransactionAsync([new TableTransactionAction(TableTransactionActionType.Add, ReleaseEntity.ForRelease(release)), flip], cancellation)
            .WonAsync();
    }

}

/// <summary>The immutable result of closing a month (<c>Penetapan</c>). Its rows lie under its fingerprint.</summary>
/// <param name="Month">The reporting month.</param>
/// <param name="Number">From 1, counting the releases of the month (<c>PenetapanKe</c>).</param>
/// <param name="Fingerprint">Twelve hexadecimal digits over all that the release depends on.</param>
/// <param name="ReleasedAt">When it was released, UTC.</param>
/// <param name="ReferenceVersion">The reference data it was computed by.</param>
/// <param name="FiguresVersion">The version of that part of them that figures depend on.</param>
/// <param name="CalculationVersion">The calculation it was computed by.</param>
/// <param name="ReportsReceived">How many of the reports due for the month had been accepted.</param>
/// <param name="ReportsDue">How many reports were due for the month.</param>
/// <param name="MissingReports">The reports missing, as <c>&lt;region&gt;-&lt;holder&gt;</c>, in order.</param>
internal sealed record Release(
    ReportingMonth Month,
    int Number,
    string Fingerprint,
    DateTimeOffset ReleasedAt,
    string ReferenceVersion,
    string FiguresVersion,
    int CalculationVersion,
    int ReportsReceived,
    int ReportsDue,
    IReadOnlyList<string> MissingReports);

/// <summary>The release in force as it was seen: a flip succeeds only if nobody has flipped since.</summary>
/// <param name="Release">The release in force; null while the month has none.</param>
/// <param name="ETag">The pointer's ETag; meaningless while there is none.</param>
internal sealed record ReleasePointer(Release? Release, ETag ETag)
{
    /// <summary>The pointer of a month that has no release.</summary>
    public static readonly ReleasePointer None = new(null, default);
}

/// <summary>
/// Keys of <c>Penetapan</c>: partition the reporting month, row <c>_kini</c> for the pointer to the release in force and
/// <c>&lt;n 0000&gt;</c> for each release.
/// </summary>
internal static class ReleaseKeys
{
    /// <summary>The row of the pointer.</summary>
    public const string Pointer = "_kini";

    public static string Partition(ReportingMonth month) => month.ToString();

    /// <param name="number">From 1.</param>
    public static string Row(int number) => number.ToString("0000", CultureInfo.InvariantCulture);

    public static ReportingMonth ParseMonth(string partitionKey) => ReportingMonth.Parse(partitionKey);

    public static int ParseNumber(string rowKey) => int.Parse(rowKey, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The pointers of a range of months, as an OData filter of Table Storage.</summary>
    public static string PointersBetween(ReportingMonth first, ReportingMonth last) =>
        TableClient.CreateQueryFilter($"PartitionKey ge {Partition(first)} and PartitionKey le {Partition(last)} and RowKey eq {Pointer}");
}

/// <summary>A release, and the pointer to it, as entities of <c>Penetapan</c>: both carry the same columns.</summary>
internal static class ReleaseEntity
{
    private const string NumberColumn = "Ke";
    private const string FingerprintColumn = "SidikJari";
    private const string ReleasedAtColumn = "DitetapkanPada";
    private const string ReferenceColumn = "VersiReferensi";
    private const string FiguresColumn = "VersiAcuanAngka";
    private const string CalculationColumn = "VersiPerhitungan";
    private const string ReceivedColumn = "LaporanDiterima";
    private const string DueColumn = "LaporanWajib";
    private const string MissingColumn = "LaporanBelum";

    public static TableEntity ForRelease(Release release) => Write(release, ReleaseKeys.Row(release.Number));

    public static TableEntity ForPointer(Release release) => Write(release, ReleaseKeys.Pointer);

    public static Release Read(TableEntity entity) => new(
        ReleaseKeys.ParseMonth(entity.PartitionKey),
        entity.GetInt32(NumberColumn)!.Value,
        entity.GetString(FingerprintColumn),
        entity.GetDateTimeOffset(ReleasedAtColumn)!.Value,
        entity.GetString(ReferenceColumn),
        entity.GetString(FiguresColumn),
        entity.GetInt32(CalculationColumn)!.Value,
        entity.GetInt32(ReceivedColumn)!.Value,
        entity.GetInt32(DueColumn)!.Value,
        entity.GetString(MissingColumn).Split(';', StringSplitOptions.RemoveEmptyEntries));

    private static TableEntity Write(Release release, string rowKey) => new(ReleaseKeys.Partition(release.Month), rowKey)
    {
        [NumberColumn] = release.Number,
        [FingerprintColumn] = release.Fingerprint,
        [ReleasedAtColumn] = release.ReleasedAt,
        [ReferenceColumn] = release.ReferenceVersion,
        [FiguresColumn] = release.FiguresVersion,
        [CalculationColumn] = release.CalculationVersion,
        [ReceivedColumn] = release.ReportsReceived,
        [DueColumn] = release.ReportsDue,
        [MissingColumn] = string.Join(';', release.MissingReports),
    };
}
