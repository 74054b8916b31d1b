using Renstra.Transform.Reports;

namespace Renstra.Transform.Reading.Identities;

/// <summary>All that a part of a workbook says of the region and the month that it is about.</summary>
/// <param name="Regions">What it says of the region, in the order of the sheet.</param>
/// <param name="Months">What it says of the month and the year, in the order of the sheet.</param>
/// <param name="BlankRegion">The place of a label for the region with nothing behind it.</param>
/// <param name="BlankMonth">The place of a label for the month or the year with nothing behind it.</param>
internal sealed record IdentityEvidence(IReadOnlyList<RegionClaim> Regions, IReadOnlyList<MonthClaim> Months, Place? BlankRegion, Place? BlankMonth)
{
    public static readonly IdentityEvidence None = new([], [], null, null);

    /// <summary>Only what is said by labels.</summary>
    public IdentityEvidence LabelsOnly => this with
    {
        Regions = [.. Regions.Where(claim => claim.Source is ClaimSource.Label or ClaimSource.Province)],
        Months = [.. Months.Where(claim => claim.Source == ClaimSource.Label)],
    };

    /// <summary>This evidence where the province itself cannot be meant.</summary>
    public IdentityEvidence WithoutProvince => this with { Regions = [.. Regions.Where(claim => claim.Source != ClaimSource.Province)] };

    /// <summary>This evidence and another's, which must agree.</summary>
    public IdentityEvidence And(IdentityEvidence other) =>
        new([.. Regions, .. other.Regions], [.. Months, .. other.Months], BlankRegion ?? other.BlankRegion, BlankMonth ?? other.BlankMonth);

    /// <summary>This evidence, and where it is silent about the region, the month or the year, what another says.</summary>
    public IdentityEvidence OrElse(IdentityEvidence other)
    {
        var hasMonth = Months.Any(claim => claim.Part is null or { Month: not null });
        var hasYear = Months.Any(claim => claim.Part is null or { Year: not null });
        var borrowed = other.Months
            .Where(claim => claim.Part is null ? !hasMonth && !hasYear : (!hasMonth && claim.Part.Value.Month is not null) || (!hasYear && claim.Part.Value.Year is not null))
            .Select(claim => claim.Part is not { } part ? claim : claim with { Part = new MonthPart(hasYear ? null : part.Year, hasMonth ? null : part.Month) });
        return new IdentityEvidence(
            Regions.Any(claim => claim.Source != ClaimSource.Province) ? Regions : [.. other.Regions, .. Regions],
            [.. Months, .. borrowed],
            BlankRegion ?? other.BlankRegion,
            BlankMonth ?? other.BlankMonth);
    }
}
