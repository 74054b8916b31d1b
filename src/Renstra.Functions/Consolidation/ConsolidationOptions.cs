using System.ComponentModel.DataAnnotations;

namespace Renstra.Functions.Consolidation;

/// <summary>How months are closed: section <c>Renstra:Consolidation</c>.</summary>
internal sealed class ConsolidationOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Renstra:Consolidation";

    /// <summary>
    /// How old must be what was prepared for a release that never came into force before it is swept. Default one day, from an hour
    /// to thirty days: far longer than any closing takes.
    /// </summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")]
    public TimeSpan SweepAfter { get; set; } = TimeSpan.FromDays(1);
}
