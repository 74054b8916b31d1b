using Renstra.Transform.Regions;
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

    /// <summary>
    /// This evidence as far as it is about a table beside others: what stands above the table itself, and what stands above none of them
    /// alone because nothing does above this one.
    /// </summary>
    /// <param name="span">The table's first column, and the one behind its last.</param>
    public IdentityEvidence Above((int First, int End) span)
    {
        var own = Within(span);
        return this with { Regions = own.Regions.Count > 0 ? own.Regions : Regions, Months = own.Months.Count > 0 ? own.Months : Months };
    }

    /// <summary>This evidence as far as it stands in some columns.</summary>
    /// <param name="span">The first column, and the one behind the last.</param>
    public IdentityEvidence Within((int First, int End) span)
    {
        return new IdentityEvidence(
            [.. Regions.Where(claim => IsIn(claim.Place))],
            [.. Months.Where(claim => IsIn(claim.Place))],
            BlankRegion is { } region && IsIn(region) ? region : null,
            BlankMonth is { } month && IsIn(month) ? month : null);

        bool IsIn(Place place) => place.Column >= span.First && place.Column < span.End;
    }

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

/// <summary>That a workbook says which region it is about.</summary>
/// <param name="Source">Where it says so.</param>
/// <param name="Reading">What it says.</param>
/// <param name="Place">The cell; for a sheet's name the first cell of the sheet.</param>
/// <param name="Raw">As it is written.</param>
internal sealed record RegionClaim(ClaimSource Source, RegionReading Reading, Place Place, string Raw)
{
    public IReadOnlyList<Region> Candidates => Reading.Candidates;
}

/// <summary>That a workbook says which month or year it is about.</summary>
/// <param name="Source">Where it says so.</param>
/// <param name="Part">What it says; null when it is not understood.</param>
/// <param name="Place">The cell; for a sheet's name the first cell of the sheet.</param>
/// <param name="Raw">As it is written.</param>
internal sealed record MonthClaim(ClaimSource Source, MonthPart? Part, Place Place, string Raw)
{
    /// <summary>Whether the cell is in a hidden row or column.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether it says as well that more or less than that month was counted: <c>s.d. Juli 2024</c>, <c>Triwulan II</c>.</summary>
    public bool IsOfOtherPeriod { get; init; }
}
