using System.ComponentModel.DataAnnotations;

namespace Renstra.Functions.Hosting;

/// <summary>How long the app works on one call; section <c>Renstra:Hosting</c>.</summary>
internal sealed record HostingOptions
{
    public const string Section = "Renstra:Hosting";

    /// <summary>
    /// How long a trigger may take. The host kills the whole worker, with every request in flight, when a call exceeds its
    /// <c>functionTimeout</c> of ten minutes; this ends well before. Default five minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:08:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan TriggerTimeLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long a client's request may take. Azure's own front end answers for a function after 230 seconds. Default 200 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:03:50", ParseLimitsInInvariantCulture = true)]
    public TimeSpan RequestTimeLimit { get; init; } = TimeSpan.FromSeconds(200);

    /// <summary>
    /// How long a finding about storage is good for: anyone may ask for <c>/health</c>, and asking must cost nothing. Default ten seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan HealthFreshness { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a part of the app may take to show that it works, before <c>/health</c> says that it does not. Default ten seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:03:50", ParseLimitsInInvariantCulture = true)]
    public TimeSpan HealthPatience { get; init; } = TimeSpan.FromSeconds(10);
}
