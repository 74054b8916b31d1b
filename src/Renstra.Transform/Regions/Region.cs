namespace Renstra.Transform.Regions;

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
