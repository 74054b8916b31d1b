namespace Renstra.LocalHost.Host;

/// <summary>
/// A clock that can be set forward and runs on from there at the normal pace, so that a year passes in minutes. It never goes
/// back. Timers and timestamps are the machine's own: a second's wait takes a second.
/// </summary>
internal sealed class SteppedClock : TimeProvider
{
    private readonly TimeProvider _real;
    private readonly Lock _stepping = new();
    private DateTimeOffset _start;
    private long _startTimestamp;

    /// <param name="start">What it shows first.</param>
    /// <param name="real">What it measures the elapsed time with; the machine's clock unless said.</param>
    public SteppedClock(DateTimeOffset start, TimeProvider? real = null)
    {
        _real = real ?? System;
        _start = start;
        _startTimestamp = _real.GetTimestamp();
    }

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc />
    public override long TimestampFrequency => _real.TimestampFrequency;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (_stepping)
        {
            return _start + _real.GetElapsedTime(_startTimestamp);
        }
    }

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
            var elapsed = _real.GetElapsedTime(_startTimestamp);
            if (instant > _start + elapsed)
            {
                _start = instant;
                _startTimestamp = _real.GetTimestamp();
            }
        }
    }
}
