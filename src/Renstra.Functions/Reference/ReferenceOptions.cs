using System.ComponentModel.DataAnnotations;

namespace Renstra.Functions.Reference;

/// <summary>How reference data is kept up to date; section <c>Renstra:Reference</c>.</summary>
internal sealed record ReferenceOptions
{
    public const string Section = "Renstra:Reference";

    /// <summary>How long the data in force may be used before the container is looked at again. Default 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan CheckInterval { get; init; } = TimeSpan.FromSeconds(30);
}
