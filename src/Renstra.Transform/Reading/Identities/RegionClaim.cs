using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Reading.Identities;

/// <summary>That a workbook says which region it is about.</summary>
/// <param name="Source">Where it says so.</param>
/// <param name="Reading">What it says.</param>
/// <param name="Place">The cell; for a sheet's name the first cell of the sheet.</param>
/// <param name="Raw">As it is written.</param>
internal sealed record RegionClaim(ClaimSource Source, RegionReading Reading, Place Place, string Raw)
{
    public IReadOnlyList<Region> Candidates => Reading.Candidates;
}
