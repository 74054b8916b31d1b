using Renstra.Transform.Regions;
using Renstra.Transform.Reports;
using Renstra.Transform.Wordings;

namespace Renstra.Transform.Reading.Identities;

/// <summary>
/// Decides which region evidence speaks about. The plainest evidence decides, weaker evidence can tell between regions that it
/// leaves open, and whatever contradicts it makes the region undecided.
/// </summary>
internal static class RegionResolver
{
    /// <summary>The region, or why there is none; a region never comes with remarks.</summary>
    /// <param name="evidence">What is said.</param>
    /// <param name="folder">The region whose folder the file came from, which is suggested first; null for none.</param>
    public static (Region? Region, IReadOnlyList<Remark> Remarks) Resolve(IdentityEvidence evidence, Region? folder = null)
    {
        var unknown = evidence.Regions.Where(claim => claim.Candidates.Count == 0 && !IsSettled(claim, evidence)).ToList();
        if (unknown.Count > 0)
        {
            return (null, [.. unknown.Select(claim => new Remark(
                FindingCodes.RegionUnknown, Unknown(claim, folder), claim.Place, claim.Raw))]);
        }

        if (evidence.Regions.Count == 0)
        {
            return (null, [new Remark(FindingCodes.RegionMissing, FindingTexts.RegionMissing(evidence.BlankRegion, folder), evidence.BlankRegion)]);
        }

        var claims = evidence.Regions.Where(claim => claim.Source != ClaimSource.Province && claim.Candidates.Count > 0).OrderBy(claim => claim.Source).ToList();
        if (claims.Count == 0)
        {
            return (evidence.Regions[0].Candidates[0], []);
        }

        return Narrow(claims, AlternativesOf(claims), folder);
    }

    private static (Region? Region, IReadOnlyList<Remark> Remarks) Narrow(
        IReadOnlyList<RegionClaim> claims, IEnumerable<(RegionClaim Claim, IReadOnlyList<Region> Regions)> alternatives, Region? folder)
    {
        var plainest = claims[0];
        IReadOnlyList<Region>? candidates = null;
        foreach (var (claim, regions) in alternatives)
        {
            var common = candidates is null ? regions : [.. candidates.Where(regions.Contains)];
            if (common.Count == 0)
            {
                return (null, [Disagreement(claim, plainest)]);
            }

            candidates = common;
        }

        // Two titles that each name another region contradict each other; neither of them is unclear.
        if (candidates is [_, _, ..] && claims.FirstOrDefault(claim => !claim.Candidates.Any(plainest.Candidates.Contains)) is { } other)
        {
            return (null, [Disagreement(other, plainest)]);
        }

        return candidates is [var only]
            ? (only, [])
            : (null, [new Remark(
                FindingCodes.RegionAmbiguous, FindingTexts.RegionAmbiguous(plainest.Source, plainest.Place, plainest.Raw, candidates!, folder?.Code), plainest.Place, plainest.Raw)]);
    }

    private static string Unknown(RegionClaim claim, Region? folder)
    {
        if (claim.Reading.Contradiction is var (byCode, byName))
        {
            return FindingTexts.CodeAndRegionDisagree(claim.Place, claim.Raw, byCode, byName);
        }

        // "Sumba" is like four names, and in the folder of Sumba Barat most likely that one.
        var name = RegionName.WithoutLevel(RegionName.Normalise(claim.Raw));
        var nearest = folder is not null && name.Length > 0 && Wording.Mentions(RegionName.Normalise(folder.Name), name) ? folder : claim.Reading.Nearest;
        return FindingTexts.RegionUnknown(claim.Place, claim.Raw, nearest, folder);
    }

    /// <summary>A title with a letter wrong means the region that a label names in full.</summary>
    private static bool IsSettled(RegionClaim claim, IdentityEvidence evidence) => claim.Source == ClaimSource.Title
        && claim.Reading.Nearest is { } nearest
        && evidence.Regions.Any(other => other.Source == ClaimSource.Label && other.Candidates is [var only] && only == nearest);

    /// <summary>Labels must all agree; titles may name several regions, one of which is meant.</summary>
    private static IEnumerable<(RegionClaim Claim, IReadOnlyList<Region> Regions)> AlternativesOf(IReadOnlyList<RegionClaim> claims) =>
        claims.GroupBy(claim => claim.Source).SelectMany(tier => tier.Key == ClaimSource.Label
            ? tier.Select(claim => (claim, claim.Candidates))
            : [(tier.First(), [.. tier.SelectMany(claim => claim.Candidates).Distinct().OrderBy(region => region.Code)])]);

    private static Remark Disagreement(RegionClaim claim, RegionClaim plainest) =>
        new(FindingCodes.RegionsDisagree, FindingTexts.RegionsDisagree(claim.Source, claim.Place, claim.Raw, plainest.Source, plainest.Place, plainest.Raw), claim.Place, claim.Raw);
}
