using Renstra.Transform.Reports;

namespace Renstra.Transform.Reading.Identities;

/// <summary>That a workbook says which month or year it is about.</summary>
/// <param name="Source">Where it says so.</param>
/// <param name="Part">What it says; null when it is not understood.</param>
/// <param name="Place">The cell; for a sheet's name the first cell of the sheet.</param>
/// <param name="Raw">As it is written.</param>
internal sealed record MonthClaim(ClaimSource Source, MonthPart? Part, Place Place, string Raw)
{
    /// <summary>Whether it says as well that more or less than that month was counted: <c>s.d. Juli 2024</c>, <c>Triwulan II</c>.</summary>
    public bool IsOfOtherPeriod { get; init; }
}
