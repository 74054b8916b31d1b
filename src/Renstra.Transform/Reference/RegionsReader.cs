using Renstra.Transform.Regions;

namespace Renstra.Transform.Reference;

/// <summary>Reads the province and its kabupaten and kota.</summary>
internal sealed class RegionsReader
{
    public const string File = "wilayah.csv";

    private readonly ReferenceTable _table;

    public RegionsReader(ReferenceTables tables)
    {
        _table = tables.Open(File, "KodeKemendagri", "KodeBps", "Tingkat", "Nama", "Alias");
        var rows = _table.SelectRows(
            row => new Region(row.Region("KodeKemendagri"), row.Required("KodeBps"), row.OneOf<RegionLevel>("Tingkat"), row.Required("Nama"), row.List("Alias")),
            region => region.Code);
        CheckCodes(rows);
        CheckNames(rows);
        Regions = [.. rows.Select(entry => entry.Value)];
        Codes = new KnownKeys<RegionCode>(_table, row => row.Region("KodeKemendagri"));
    }

    public IReadOnlyList<Region> Regions { get; }

    public KnownKeys<RegionCode> Codes { get; }

    /// <summary>A region that a row of another file speaks of.</summary>
    public RegionCode Known(ReferenceRow row, RegionCode code)
    {
        if (code.Value.Length > 0 && !Codes.Contains(code))
        {
            row.Report($"KodeWilayah {code} has no line in {File}");
        }

        return code;
    }

    private void CheckCodes(IReadOnlyList<(Region Value, ReferenceRow Row)> rows)
    {
        foreach (var (region, row) in rows)
        {
            if (region.Code.IsProvince != (region.Level == RegionLevel.Provinsi))
            {
                row.Report($"{region.Code} cannot be a {region.Level}: a province's code is written 53, a kabupaten's or kota's 53.02");
            }

            if (region.BpsCode.Length != (region.Code.IsProvince ? 2 : 4) || !region.BpsCode.All(char.IsAsciiDigit))
            {
                row.Report($"KodeBps is '{region.BpsCode}'; the statistics office writes 5304, and 53 for the province");
            }
        }

        foreach (var entry in Repeated(rows, entry => [entry.Value.BpsCode]))
        {
            entry.Row.Report($"KodeBps {entry.Claim} already belongs to {entry.First.Code}");
        }

        if (!_table.IsBroken && _table.Rows.Count(row => row.Optional("Tingkat") == nameof(RegionLevel.Provinsi)) != 1)
        {
            _table.Report("exactly one region must have the Tingkat Provinsi");
        }
    }

    /// <summary>
    /// A name or an alias that two regions have would mean neither of them. What follows from a name alone may clash: the
    /// register knows that a bare "Kupang" means neither the kabupaten nor the city.
    /// </summary>
    private static void CheckNames(IReadOnlyList<(Region Value, ReferenceRow Row)> rows)
    {
        foreach (var entry in Repeated(rows, entry => [entry.Value.Name, entry.Value.FullName, .. entry.Value.Aliases]))
        {
            entry.Row.Report($"the name {entry.Claim} already belongs to {entry.First.Code}");
        }
    }

    private static IEnumerable<(string Claim, Region First, ReferenceRow Row)> Repeated(
        IReadOnlyList<(Region Value, ReferenceRow Row)> rows,
        Func<(Region Value, ReferenceRow Row), IEnumerable<string>> claims) =>
        from entry in rows
        from claim in claims(entry).Select(RegionName.Normalise).Distinct(StringComparer.Ordinal)
        group entry by claim into claimants
        from later in claimants.Skip(1)
        select (claimants.Key, claimants.First().Value, later.Row);
}
