using System.Globalization;
using System.Text.RegularExpressions;
using Renstra.Transform.Regions;
using Renstra.Transform.Wordings;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reading.Identities;

/// <summary>
/// Reads a cell that is there to name a region: by name or alias, by a code of either system, or by both. A bare <c>5301</c> means
/// one region to the Ministry of Home Affairs and another to the statistics office; the name beside it decides, or nothing does.
/// </summary>
internal sealed partial class RegionField(RegionRegister regions)
{
    private const decimal LeastLikeness = 0.6m;

    private readonly RegionMentions _mentions = new(regions);
    private readonly IReadOnlyList<(Region Region, Similarity Name)> _names =
        [.. regions.Reporting.SelectMany(region => region.Aliases.Append(region.Name).Select(name => (region, new Similarity(RegionName.Normalise(name)))))];

    /// <summary>What the cell says.</summary>
    /// <param name="cell">Not blank.</param>
    /// <param name="level">The level that the cell's label asks for; null for kabupaten and kota alike.</param>
    public RegionReading Read(Cell cell, RegionLevel? level)
    {
        // "53.10" typed into a cell is the number 53.1.
        var isCode = cell.Kind == CellKind.Number && cell.Number is > 53 and < 54;
        var text = isCode ? cell.Number.ToString("00.00", CultureInfo.InvariantCulture) : cell.Text;
        var reading = text.Length > Wording.LongestPhrase ? new RegionReading([]) : Read(text);
        return reading with { Candidates = Allowed(reading.Candidates, level) };
    }

    /// <summary>A label decides between regions of the same name; it does not overrule a value that says "Kota" itself.</summary>
    private static IReadOnlyList<Region> Allowed(IReadOnlyList<Region> candidates, RegionLevel? level)
    {
        var regions = level == RegionLevel.Provinsi ? [.. candidates.Where(region => region.Level == level)] : candidates;
        return regions.Count > 1 && level is not null ? [.. regions.Where(region => region.Level == level)] : regions;
    }

    private RegionReading Read(string text)
    {
        var codes = Code().Matches(text).Select(match => CandidatesOf(match.Value)).ToList();
        var name = RegionName.Normalise(Code().Replace(text, " "));
        if (name.Length == 0)
        {
            return new RegionReading(codes.Count == 0 ? [] : Common(codes));
        }

        var named = regions.FindAllByName(name);
        if (named.Count == 0)
        {
            named = _mentions.InText(name);
        }

        var nearest = named.Count == 0 ? _mentions.Misspelt(name) ?? NearestTo(name) : null;
        if (nearest is not null || named.Count == 0)
        {
            return new RegionReading([], nearest);
        }

        var common = Common([.. codes, named]);
        return new RegionReading(common)
        {
            Contradiction = common.Count == 0 && codes is [[var byCode, ..], ..] ? (byCode, named[0]) : null,
        };
    }

    private IReadOnlyList<Region> CandidatesOf(string code)
    {
        var digits = code.Replace(".", "", StringComparison.Ordinal);
        var candidates = new List<Region>();
        if (regions.TryFind(RegionCode.Parse($"{digits[..2]}.{digits[2..]}"), out var region))
        {
            candidates.Add(region);
        }

        // The statistics office writes its codes without a point.
        if (digits == code && regions.TryFindByBps(code, out var byBps) && byBps != region)
        {
            candidates.Add(byBps);
        }

        return [.. candidates.OrderBy(candidate => candidate.Code)];
    }

    private static IReadOnlyList<Region> Common(IReadOnlyList<IReadOnlyList<Region>> readings) =>
        [.. readings[0].Where(region => readings.All(reading => reading.Contains(region)))];

    private Region? NearestTo(string name)
    {
        var text = new Similarity(RegionName.WithoutLevel(name));
        var (region, likeness) = _names.Select(entry => (entry.Region, entry.Name.To(text))).MaxBy(entry => entry.Item2);
        return likeness >= LeastLikeness ? region : null;
    }

    [GeneratedRegex(@"(?<![0-9.])53[.]?[0-9]{2}(?![0-9])")]
    private static partial Regex Code();
}

/// <summary>What a text says of a region: none that is known, one, or several that could be meant.</summary>
/// <param name="Candidates">The regions that could be meant, in order of code; none when the text is not understood or contradicts itself.</param>
/// <param name="Nearest">Where nothing is understood, the region whose name is most like the text, to ask after; otherwise null.</param>
internal sealed record RegionReading(IReadOnlyList<Region> Candidates, Region? Nearest = null)
{
    /// <summary>The region whose code stands in the text and the one whose name does, where these are two; otherwise null.</summary>
    public (Region ByCode, Region ByName)? Contradiction { get; init; }
}
