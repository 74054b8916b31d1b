using Renstra.LocalHost.Hook;

namespace Renstra.LocalHost.Host;

/// <summary>
/// A clock that can be set forward and runs on from there at the normal pace, so that a year passes in minutes. It never goes
/// back. Timers and timestamps are the machine's own: a second's wait takes a second.
/// </summary>
internal sealed class SteppedClock : TimeProvider, IDisposable
{
    private readonly TimeProvider _real;
    private readonly SharedClock? _shared;
    private readonly Lock _stepping = new();
    private long _lead;

    /// <param name="start">What it shows first.</param>
    /// <param name="real">What it measures the elapsed time with; the machine's clock unless said.</param>
    /// <param name="file">Shares its time with the worker, if given.</param>
    public SteppedClock(DateTimeOffset start, TimeProvider? real = null, string? file = null)
    {
        _real = real ?? System;
        File = file;
        _shared = file is null ? null : SharedClock.Create(file);
        Show(start);
    }

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc />
    public override long TimestampFrequency => _real.TimestampFrequency;

    /// <summary>The file through which another process reads it; null when it is not shared.</summary>
    public string? File { get; }

    private long Elapsed => _real.GetElapsedTime(0).Ticks;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _lead) + Elapsed, TimeSpan.Zero);

    /// <inheritdoc />
    public override long GetTimestamp() => _real.GetTimestamp();

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _real.CreateTimer(callback, state, dueTime, period);

    /// <summary>Sets it to <paramref name="instant"/>, unless it is past that already.</summary>
    public void AdvanceTo(DateTimeOffset instant)
    {
        lock (_stepping)
        {
            if (instant > GetUtcNow())
            {
                Show(instant);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _shared?.Dispose();

    private void Show(DateTimeOffset instant)
    {
        Interlocked.Exchange(ref _lead, instant.UtcTicks - Elapsed);
        if (_shared is not null)
        {
            _shared.LeadTicks = Interlocked.Read(ref _lead);
        }
    }
}
