using System.Diagnostics.CodeAnalysis;

namespace Renstra.Transform.Regions;

/// <summary>All regions, found by code or by any name an office gives them.</summary>
public sealed class RegionRegister
{
    private readonly Dictionary<RegionCode, Region> _byCode;
    private readonly ILookup<string, Region> _byName;
    private readonly Dictionary<string, Region> _byBps;

    internal RegionRegister(IReadOnlyList<Region> regions)
    {
        All = [.. regions.OrderBy(region => region.Code)];
        Province = All.Single(region => region.Level == RegionLevel.Provinsi);
        Reporting = [.. All.Where(region => region.Level != RegionLevel.Provinsi)];
        _byCode = All.ToDictionary(region => region.Code);
        _byBps = All.ToDictionary(region => region.BpsCode, StringComparer.Ordinal);
        _byName = All
            .SelectMany(region => NamesOf(region).Distinct(StringComparer.Ordinal).Select(name => (Name: name, Region: region)))
            .ToLookup(claim => claim.Name, claim => claim.Region, StringComparer.Ordinal);
    }

    /// <summary>Every region, the province first, in order of code.</summary>
    public IReadOnlyList<Region> All { get; }

    /// <summary>The province itself.</summary>
    public Region Province { get; }

    /// <summary>The kabupaten and kota, in order of code.</summary>
    public IReadOnlyList<Region> Reporting { get; }

    /// <summary>The region of a code.</summary>
    /// <exception cref="KeyNotFoundException">No region has it.</exception>
    public Region this[RegionCode code] => _byCode[code];

    /// <summary>Finds the region of a Kemendagri code.</summary>
    public bool TryFind(RegionCode code, [NotNullWhen(true)] out Region? region) => _byCode.TryGetValue(code, out region);

    /// <summary>
    /// Finds the region that an office means by a name, whatever its case, punctuation and abbreviation: "Kab. Kupang", "TTS",
    /// "KOTA KUPANG". A bare "Kupang" means neither the kabupaten nor the city and is not found.
    /// </summary>
    public bool TryFindByName(string name, [NotNullWhen(true)] out Region? region)
    {
        // A name that two regions could claim means neither: "Kupang" alone is a kabupaten's name and a city's.
        region = FindAllByName(name) is [var only] ? only : null;
        return region is not null;
    }

    /// <summary>
    /// Every region that could be meant by a name, in order of code: one for most names, the kabupaten and the city for a bare
    /// "Kupang", none for a name that no region has.
    /// </summary>
    public IReadOnlyList<Region> FindAllByName(string name) => [.. _byName[RegionName.Normalise(name)]];

    /// <summary>Finds the region of a statistics office code, four digits without a point (<c>5304</c>).</summary>
    public bool TryFindByBps(string code, [NotNullWhen(true)] out Region? region) => _byBps.TryGetValue(code, out region);

    private static IEnumerable<string> NamesOf(Region region)
    {
        string[] given = [.. new[] { region.Name, region.FullName }.Concat(region.Aliases).Select(RegionName.Normalise)];
        var level = RegionName.Normalise(region.Level.ToString());

        // "Flotim" also makes "Kab. Flotim" known, and "Kota Kupang" a bare "Kupang".
        return given
            .Concat(given.Where(name => !RegionName.HasLevel(name)).Select(name => $"{level} {name}"))
            .Append(RegionName.WithoutLevel(RegionName.Normalise(region.Name)));
    }
}
