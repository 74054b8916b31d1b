using Renstra.Transform.Indicators;

namespace Renstra.Transform.Plan;

/// <summary>
/// One of the eighteen indicators of the previous plan in one year, as Table 2.3.1 prints it (<c>KinerjaTahunan</c>). The printed
/// values are kept even where the source contradicts itself; <paramref name="Note"/> then says so.
/// </summary>
/// <param name="Number">The number in the table, 1 to 18.</param>
/// <param name="Year">2022 or 2023.</param>
/// <param name="Name">The indicator as the table names it.</param>
/// <param name="Unit">The unit of target and realisation.</param>
/// <param name="Kind">How the realisation comes from the counts.</param>
/// <param name="Division">The division whose section reports it (<c>Bidang</c>).</param>
/// <param name="Target">As printed.</param>
/// <param name="Realisation">As printed.</param>
/// <param name="Achievement">As printed, in percent.</param>
/// <param name="Numerator">The count that the narrative gives; null where it gives none.</param>
/// <param name="Denominator">What it is counted against, of a growth the value of the year before; null where the narrative gives none.</param>
/// <param name="Source">Table and lines of the plan.</param>
/// <param name="Note">What is inconsistent or inferred; mostly empty.</param>
public sealed record AnnualResult(
    int Number,
    int Year,
    string Name,
    string Unit,
    IndicatorKind Kind,
    string Division,
    decimal Target,
    decimal Realisation,
    decimal Achievement,
    decimal? Numerator,
    decimal? Denominator,
    string Source,
    string Note)
{
    /// <summary>The realisation that the counts give, in percent and unrounded; null without counts. In two rows it is not the printed one.</summary>
    public decimal? RealisationOfCounts =>
        Numerator is { } numerator ? Arithmetic.Realisation(Kind, numerator, Denominator) : null;
}

/// <summary>One line of Table 2.3.2 in one year: budget and what of it was spent or received (<c>Anggaran</c>). All values as printed.</summary>
/// <param name="Item">Revenue, a kind of expenditure, or the total (<c>Uraian</c>).</param>
/// <param name="Year">2022 or 2023.</param>
/// <param name="Budget">In rupiah.</param>
/// <param name="Realisation">In rupiah.</param>
/// <param name="Ratio">Realisation / budget in percent, as printed; of the total, the source's sum of the ratios above it.</param>
/// <param name="AverageBudget">The column <c>rata-rata pertumbuhan anggaran</c>, in rupiah and the same in both years; it covers years that the table does not print.</param>
/// <param name="AverageRealisation">The column <c>rata-rata pertumbuhan realisasi</c>, likewise.</param>
/// <param name="Source">Table and line of the plan.</param>
/// <param name="Note">What is wrong in the source; mostly empty.</param>
public sealed record BudgetLine(
    string Item,
    int Year,
    decimal Budget,
    decimal Realisation,
    decimal Ratio,
    decimal AverageBudget,
    decimal AverageRealisation,
    string Source,
    string Note);

/// <summary>
/// An achievement and the label that the narrative of Chapter II gives it. The plan prints no thresholds; these pairs are all that is
/// known of its scale.
/// </summary>
/// <param name="Line">The line of the plan.</param>
/// <param name="Number">The indicator's number in Table 2.3.1.</param>
/// <param name="Year">2022 or 2023.</param>
/// <param name="Achievement">As printed there, in percent.</param>
/// <param name="Label">As printed there.</param>
/// <param name="Note">What is wrong with the pair; mostly empty.</param>
public sealed record PrintedCategory(int Line, int Number, int Year, decimal Achievement, string Label, string Note);
