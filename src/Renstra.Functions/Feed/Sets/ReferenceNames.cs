using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;

namespace Renstra.Functions.Feed.Sets;

/// <summary>What the feed calls regions, indicators and components, also those that the reference data no longer have.</summary>
internal static class ReferenceNames
{
    /// <summary>A region's full name; the code itself for one that is gone.</summary>
    public static string Of(RegionCode code, ReferenceData reference) =>
        reference.Regions.TryFind(code, out var region) ? region.FullName : code.Value;

    /// <summary>Full names with semicolons between; null when there are none.</summary>
    public static string? Listed(IReadOnlyCollection<RegionCode> codes, ReferenceData reference) =>
        codes.Count == 0 ? null : string.Join("; ", codes.Select(code => Of(code, reference)));

    /// <summary>A region's level; of one that is gone what its code tells.</summary>
    public static string LevelOf(RegionCode code, ReferenceData reference) =>
        (reference.Regions.TryFind(code, out var region) ? region.Level : code.IsProvince ? RegionLevel.Provinsi : RegionLevel.Kabupaten).ToString();

    /// <summary>An indicator's name; the code itself for one that is gone.</summary>
    public static string NameOf(IndicatorCode code, ReferenceData reference) => IndicatorOf(code, reference)?.Name ?? code.Value;

    /// <summary>An indicator; null when it is gone.</summary>
    public static Indicator? IndicatorOf(IndicatorCode code, ReferenceData reference) =>
        reference.Indicators.TryFind(code, out var indicator) ? indicator : null;

    /// <summary>A month as a whole number: 202407 for July 2024.</summary>
    public static int NumberOf(ReportingMonth month) => (month.Year * 100) + month.Month;

    /// <summary>A component; null when it is gone.</summary>
    public static Component? ComponentOf(IndicatorCode code, ComponentRole role, ReferenceData reference) =>
        IndicatorOf(code, reference)?.Components.SingleOrDefault(each => each.Role == role);
}
