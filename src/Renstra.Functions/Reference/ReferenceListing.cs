using Azure;

namespace Renstra.Functions.Reference;

/// <summary>What lies in the container of reference data.</summary>
/// <param name="Overrides">The files put there to override shipped ones, by name.</param>
/// <param name="Kept">The versions that were ever put into force, with when each last was, to the second.</param>
internal sealed record ReferenceListing(IReadOnlyDictionary<string, ReferenceOverride> Overrides, IReadOnlyDictionary<string, DateTimeOffset> Kept)
{
    /// <summary>The version that was last put into force; null when none ever was.</summary>
    public string? LatestVersion { get; } = Kept.Count == 0 ? null : Kept.MaxBy(version => version.Value).Key;

    /// <summary>Whether another version was put into force after this one.</summary>
    public bool IsSuperseded(string version) => Kept.TryGetValue(version, out var since) && Kept[LatestVersion!] > since;

    /// <summary>Whether the overriding files are the same, byte for byte.</summary>
    public bool HasSameOverrides(ReferenceListing? other) =>
        other is not null
        && Overrides.Count == other.Overrides.Count
        && Overrides.All(file => other.Overrides.TryGetValue(file.Key, out var theirs) && theirs == file.Value);
}

/// <summary>A file put there to override a shipped one.</summary>
/// <param name="ETag">Changes with its content.</param>
/// <param name="Size">Bytes.</param>
internal readonly record struct ReferenceOverride(ETag ETag, long Size);
