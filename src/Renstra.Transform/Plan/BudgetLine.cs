namespace Renstra.Transform.Plan;

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
