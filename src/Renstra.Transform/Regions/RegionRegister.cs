using System.Diagnostics.CodeAnalysis;
using System.Text;

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

/// <summary>What kind of government a region has (<c>Tingkat</c>).</summary>
public enum RegionLevel
{
    /// <summary>The province, whose figures are the sum of its regions'.</summary>
    Provinsi,

    /// <summary>A regency.</summary>
    Kabupaten,

    /// <summary>A city with the standing of a regency.</summary>
    Kota,
}

/// <summary>One region: the province, or one of its kabupaten and kota (<c>Wilayah</c>).</summary>
/// <param name="Code">The Kemendagri code, the key everywhere.</param>
/// <param name="BpsCode">The statistics office's code, an attribute only: the two systems differ for most regions.</param>
/// <param name="Level">Province, kabupaten or kota.</param>
/// <param name="Name">The bare name: <c>Kupang</c> is the kabupaten, <c>Kota Kupang</c> the city.</param>
/// <param name="Aliases">Other ways in which offices write the name.</param>
public sealed record Region(RegionCode Code, string BpsCode, RegionLevel Level, string Name, IReadOnlyList<string> Aliases)
{
    /// <summary>The name as officials write it in full: <c>Kabupaten Kupang</c>, <c>Kota Kupang</c>, <c>Provinsi Nusa Tenggara Timur</c>.</summary>
    public string FullName => Level switch
    {
        RegionLevel.Kabupaten => $"Kabupaten {Name}",
        RegionLevel.Kota => Name.StartsWith("Kota ", StringComparison.Ordinal) ? Name : $"Kota {Name}",
        _ => $"Provinsi {Name}",
    };

    /// <summary>What the region's folder in the shared folder is called: <c>53.02 Timor Tengah Selatan</c>, <c>53 Provinsi</c>.</summary>
    public string FolderName => Level == RegionLevel.Provinsi ? $"{Code} Provinsi" : $"{Code} {Name}";
}

/// <summary>Reduces the ways of writing a region's name to one, so that equal means the same region.</summary>
internal static class RegionName
{
    /// <summary>
    /// Upper case, punctuation and repeated spaces gone, the words for kabupaten and kota in one form each:
    /// <c>"Kab.  Kupang"</c> gives <c>KABUPATEN KUPANG</c>.
    /// </summary>
    public static string Normalise(string name)
    {
        var words = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            words.Append(char.IsLetterOrDigit(character) ? char.ToUpperInvariant(character) : ' ');
        }

        return string.Join(' ', words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Expand));
    }

    /// <summary>A normalised name without the leading word for kabupaten, kota or province.</summary>
    public static string WithoutLevel(string normalised) =>
        HasLevel(normalised) ? normalised[(normalised.IndexOf(' ', StringComparison.Ordinal) + 1)..] : normalised;

    /// <summary>Whether a normalised name begins with the word for kabupaten, kota or province.</summary>
    public static bool HasLevel(string normalised)
    {
        var space = normalised.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && normalised[..space] is ("KABUPATEN" or "KOTA" or "PROVINSI");
    }

    private static string Expand(string word) => word switch
    {
        "KAB" or "KABUPATEN" => "KABUPATEN",
        "KODYA" or "KOTAMADYA" or "KOTA" => "KOTA",
        "PROV" or "PROVINSI" or "PROPINSI" => "PROVINSI",
        _ => word,
    };
}
