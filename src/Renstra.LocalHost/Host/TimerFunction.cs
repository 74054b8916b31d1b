using NCrontab;

namespace Renstra.LocalHost.Host;

/// <summary>A function that is called by the clock.</summary>
/// <param name="Name">Its folder.</param>
/// <param name="BindingName">Under this name the invocation carries the schedule's state.</param>
/// <param name="Schedule">When, in UTC.</param>
internal sealed record TimerFunction(string Name, string BindingName, CrontabSchedule Schedule)
{
    /// <summary>The first time due after <paramref name="instant"/>.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset instant) => new(Schedule.GetNextOccurrence(instant.UtcDateTime), TimeSpan.Zero);
}
