using Renstra.Transform.Reference;
using Renstra.Transform.Regions;

namespace Renstra.Functions.Feed;

/// <summary>Names of regions as the feed gives them.</summary>
internal static class RegionNames
{
    /// <summary>The full name; the code itself for a region that the reference data no longer have.</summary>
    public static string Of(RegionCode code, ReferenceData reference) =>
        reference.Regions.TryFind(code, out var region) ? region.FullName : code.Value;

    /// <summary>Full names with semicolons between; null when there are none.</summary>
    public static string? Listed(IReadOnlyCollection<RegionCode> codes, ReferenceData reference) =>
        codes.Count == 0 ? null : string.Join("; ", codes.Select(code => Of(code, reference)));
}
