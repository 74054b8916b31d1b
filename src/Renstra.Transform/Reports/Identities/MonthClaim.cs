namespace Renstra.Transform.Reports.Identities;

/// <summary>That a workbook says which month or year it is about.</summary>
/// <param name="Source">Where it says so.</param>
/// <param name="Part">What it says; null when it is not understood.</param>
/// <param name="Place">The cell; for a sheet's name the first cell of the sheet.</param>
/// <param name="Raw">As it is written.</param>
internal sealed record MonthClaim(ClaimSource Source, MonthPart? Part, Place Place, string Raw);
