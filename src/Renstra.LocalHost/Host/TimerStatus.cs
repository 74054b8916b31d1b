namespace Renstra.LocalHost.Host;

/// <summary>What a host remembers of a timer.</summary>
/// <param name="Last">When it last ran; the smallest time when it never has.</param>
/// <param name="Next">When it is due next.</param>
/// <param name="LastUpdated">When this was written; the smallest time when it has never run.</param>
internal sealed record TimerStatus(DateTimeOffset Last, DateTimeOffset Next, DateTimeOffset LastUpdated)
{
    /// <summary>That of a timer which has never run.</summary>
    public static TimerStatus NeverRun(DateTimeOffset next) => new(DateTimeOffset.MinValue, next, DateTimeOffset.MinValue);

    /// <summary>That after a run.</summary>
    public static TimerStatus After(DateTimeOffset run, DateTimeOffset next) => new(run, next, run);
}
