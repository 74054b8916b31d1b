using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Renstra.Functions.Storage;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Reference;

/// <summary>
/// The reference data in force: what is shipped, overridden by the files in <c>referensi</c>. Files that together are not valid are
/// refused whole, and what was in force stays, also after the app has started anew.
/// </summary>
internal sealed class CurrentReference(
    ReferenceBlobs blobs, IOptions<ReferenceOptions> options, TimeProvider clock, ILogger<CurrentReference> logger) : IDisposable
{
    /// <summary>How long anyone waits for a look into the container while data is at hand. A look that takes longer goes on beside.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _looking = new(1, 1);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _starting = new();
    private (Task Look, long Since)? _beside;
    private ReferenceListing? _listing;
    private volatile ReferenceData? _data;
    private long _lookedAt;

    /// <summary>Why the files in the container are not in force; empty when they are. As of the last look into the container.</summary>
    public IReadOnlyList<ReferenceProblem> Refused { get; private set; } = [];

    /// <summary>
    /// The data in force. The container is looked at when the last look was a while ago; while storage does not answer, what is known
    /// is used.
    /// </summary>
    /// <exception cref="Azure.RequestFailedException">Storage fails, and nothing is known yet.</exception>
    public async ValueTask<ReferenceData> GetAsync(CancellationToken cancellation)
    {
        if (_data is { } fresh && clock.GetElapsedTime(Volatile.Read(ref _lookedAt)) < options.Value.CheckInterval)
        {
            return fresh;
        }

        var (look, since) = LookBeside();
        if (_data is { } known)
        {
            try
            {
                var left = Patience - clock.GetElapsedTime(since);
                await look.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock, cancellation);
            }
            catch (TimeoutException)
            {
                return known;
            }
            catch (Exception trouble) when (StorageFailure.Is(trouble))
            {
                // Whoever looked has said so.
                return known;
            }
        }
        else
        {
            await look.WaitAsync(cancellation);
        }

        return _data!;
    }

    /// <summary>The data in force, and the withdrawals; the container is looked at now.</summary>
    public async ValueTask<ReferenceLook> LookAsync(CancellationToken cancellation)
    {
        await _looking.WaitAsync(cancellation);
        try
        {
            var listing = await CheckAsync(cancellation);
            return new ReferenceLook(_data!, listing.WithdrawalRecord);
        }
        finally
        {
            _looking.Release();
        }
    }

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

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
        _looking.Dispose();
    }

    /// <summary>The look that is under way, or else a new one, which no single caller can give up.</summary>
    private (Task Look, long Since) LookBeside()
    {
        lock (_starting)
        {
            if (_beside is not { Look.IsCompleted: false })
            {
                _beside = (LookAndSayAsync(), clock.GetTimestamp());
            }

            return _beside.Value;
        }
    }

    private async Task LookAndSayAsync()
    {
        try
        {
            await LookAsync(_stopping.Token);
        }
        catch (Exception trouble) when (_data is { } known && StorageFailure.Is(trouble))
        {
            logger.NotLookedAt(known.Version, trouble.Message);
            throw;
        }
    }

    private async Task<ReferenceListing> CheckAsync(CancellationToken cancellation)
    {
        var listing = await blobs.ListAsync(cancellation);
        if (_data is null || !listing.HasSameOverrides(_listing))
        {
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

        Volatile.Write(ref _lookedAt, clock.GetTimestamp());
        return listing;
    }

    private async Task PutInForceAsync(ReferenceFiles files, ReferenceListing listing, CancellationToken cancellation)
    {
        var data = ReferenceData.Read(files);
        var kept = KeptReference.Of(files);
        if (listing.LatestVersion != data.Version)
        {
            await blobs.KeepAsync(data.Version, kept, listing, cancellation);
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

/// <summary>What a look into the container found.</summary>
/// <param name="Data">The data in force.</param>
/// <param name="WithdrawalRecord">The ETag of the withdrawals that hold; null while nothing was ever withdrawn.</param>
internal readonly record struct ReferenceLook(ReferenceData Data, Azure.ETag? WithdrawalRecord);

/// <summary>What happens to reference data, as logged.</summary>
internal static partial class ReferenceLog
{
    [LoggerMessage(EventId = 4001, Level = LogLevel.Information, Message = "Reference data {Version} is in force; overridden: {Overridden}")]
    public static partial void InForce(this ILogger logger, string version, IReadOnlyList<string> overridden);

    [LoggerMessage(EventId = 4002, Level = LogLevel.Error, Message = "The reference data in the container is refused and version {Version} stays in force: {Problems}")]
    public static partial void Refused(this ILogger logger, string version, IReadOnlyList<ReferenceProblem> problems);

    [LoggerMessage(EventId = 4003, Level = LogLevel.Warning, Message = "Reference data {Wanted} cannot be had again; version {Version} is used")]
    public static partial void VersionLost(this ILogger logger, string wanted, string version);

    [LoggerMessage(EventId = 4004, Level = LogLevel.Warning, Message = "The container of reference data could not be looked at; version {Version} is used meanwhile: {Reason}")]
    public static partial void NotLookedAt(this ILogger logger, string version, string reason);
}

/// <summary>How reference data is kept up to date; section <c>Renstra:Reference</c>.</summary>
internal sealed record ReferenceOptions
{
    public const string Section = "Renstra:Reference";

    /// <summary>How long the data in force may be used before the container is looked at again. Default 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan CheckInterval { get; init; } = TimeSpan.FromSeconds(30);
}
