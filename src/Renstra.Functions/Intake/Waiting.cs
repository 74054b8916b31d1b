using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Renstra.Functions.Intake;

/// <summary>
/// Says of what waits that it does, and does not say it again every five minutes: as information at first, since most of it comes right
/// by itself, and once more as a warning when it has waited for so long that somebody has to do something. Another reason is said anew.
/// </summary>
internal sealed class Waiting(IOptions<IntakeOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, (LogLevel Level, string Reason)> _said = new(StringComparer.Ordinal);

    /// <summary>Says that something waits, unless that was said.</summary>
    /// <param name="what">What waits, as it is logged.</param>
    /// <param name="since">Since when; <see cref="DateTimeOffset.MinValue"/> where waiting helps nothing.</param>
    /// <param name="reason">What it waits for.</param>
    /// <param name="say">Logs level, what and reason.</param>
    public void Say(string what, DateTimeOffset since, string reason, Action<LogLevel, string, string> say)
    {
        var news = (clock.GetUtcNow() - since >= options.Value.WarnAfter ? LogLevel.Warning : LogLevel.Information, reason);
        if (_said.GetValueOrDefault(what) != news)
        {
            _said[what] = news;
            say(news.Item1, what, reason);
        }
    }

    /// <summary>Something waits no longer.</summary>
    public void End(string what) => _said.TryRemove(what, out _);
}
