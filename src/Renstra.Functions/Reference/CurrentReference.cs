using Microsoft.Extensions.Options;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Reference;

/// <summary>
/// The reference data in force: what is shipped, overridden by the files in <c>referensi</c>. Files that together are not valid are
/// refused whole, and what was in force stays, also after the app has started anew.
/// </summary>
internal sealed class CurrentReference(
    ReferenceBlobs blobs, IOptions<ReferenceOptions> options, TimeProvider clock, ILogger<CurrentReference> logger) : IDisposable
{
    private readonly SemaphoreSlim _checking = new(1, 1);
    private ReferenceListing? _listing;
    private ReferenceData? _data;
    private long _checkedAt;

    /// <summary>Why the files in the container are not in force; empty when they are. As of the last look into the container.</summary>
    public IReadOnlyList<ReferenceProblem> Refused { get; private set; } = [];

    /// <summary>The data in force. The container is looked at when the last look was a while ago.</summary>
    public ValueTask<ReferenceData> GetAsync(CancellationToken cancellation) => GetAsync(options.Value.CheckInterval, cancellation);

    /// <summary>The data in force; the container is looked at now.</summary>
    public ValueTask<ReferenceData> LookAsync(CancellationToken cancellation) => GetAsync(TimeSpan.Zero, cancellation);

    /// <summary>The data of a version that was in force once, so that what began under it can end under it.</summary>
    public async ValueTask<ReferenceData> GetAsync(string version, CancellationToken cancellation)
    {
        var current = await GetAsync(cancellation);
        if (current.Version == version)
        {
            return current;
        }

        if (await blobs.FindAsync(version, cancellation) is { } kept && ReferenceData.TryRead(kept.Whole(), out var data) && data.Version == version)
        {
            return data;
        }

        // Another build kept it, whose files this one does not read.
        logger.VersionLost(version, current.Version);
        return current;
    }

    public void Dispose() => _checking.Dispose();

    private async ValueTask<ReferenceData> GetAsync(TimeSpan oldest, CancellationToken cancellation)
    {
        await _checking.WaitAsync(cancellation);
        try
        {
            if (_data is null || clock.GetElapsedTime(_checkedAt) >= oldest)
            {
                await CheckAsync(cancellation);
                _checkedAt = clock.GetTimestamp();
            }

            return _data!;
        }
        finally
        {
            _checking.Release();
        }
    }

    private async Task CheckAsync(CancellationToken cancellation)
    {
        var listing = await blobs.ListAsync(cancellation);
        if (_data is not null && listing.HasSameOverrides(_listing))
        {
            return;
        }

        try
        {
            await PutInForceAsync(await blobs.ReadAsync(listing, cancellation), listing, cancellation);
            Refused = [];
        }
        catch (ReferenceDataException refused)
        {
            // Another instance may have put a newer version into force before the bad file came.
            if (_data is null || listing.IsSuperseded(_data.Version))
            {
                await PutInForceAsync(await LastGoodAsync(listing, cancellation), listing, cancellation);
            }

            Refused = refused.Problems;
            logger.Refused(_data!.Version, refused.Problems);
        }

        _listing = listing;
    }

    private async Task PutInForceAsync(ReferenceFiles files, ReferenceListing listing, CancellationToken cancellation)
    {
        var data = ReferenceData.Read(files);
        var kept = KeptReference.Of(files);
        if (listing.LatestVersion != data.Version)
        {
            await blobs.KeepAsync(data.Version, kept, cancellation);
        }

        _data = data;
        logger.InForce(data.Version, kept.Overridden);
    }

    private async Task<ReferenceFiles> LastGoodAsync(ReferenceListing listing, CancellationToken cancellation) =>
        listing.LatestVersion is { } version
        && await blobs.FindAsync(version, cancellation) is { } kept
        && ReferenceData.TryRead(kept.OverShipped(), out _)
            ? kept.OverShipped()
            : ReferenceFiles.Shipped;
}

/// <summary>What happens to reference data, as logged.</summary>
internal static partial class ReferenceLog
{
    [LoggerMessage(EventId = 4001, Level = LogLevel.Information, Message = "Reference data {Version} is in force; overridden: {Overridden}")]
    public static partial void InForce(this ILogger logger, string version, IReadOnlyList<string> overridden);

    [LoggerMessage(EventId = 4002, Level = LogLevel.Error, Message = "The reference data in the container is refused and version {Version} stays in force: {Problems}")]
    public static partial void Refused(this ILogger logger, string version, IReadOnlyList<ReferenceProblem> problems);

    [LoggerMessage(EventId = 4003, Level = LogLevel.Warning, Message = "Reference data {Wanted} cannot be had again; version {Version} is used")]
    public static partial void VersionLost(this ILogger logger, string wanted, string version);
}
