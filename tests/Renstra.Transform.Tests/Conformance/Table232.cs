using Renstra.Transform.Indicators;
using Renstra.Transform.Plan;
using Renstra.Transform.Reference;

namespace Renstra.Transform.Tests.Conformance;

/// <summary>One line of Table 2.3.2, with the ratio that its own amounts give.</summary>
internal sealed record BudgetCheck(BudgetLine Printed, decimal Computed);

/// <summary>The total of a year as the source makes it, and as it should be.</summary>
/// <param name="Printed">The line "Jumlah".</param>
/// <param name="SumOfRatios">What the source does: it adds the percentages.</param>
/// <param name="RatioOfSums">What it means.</param>
/// <param name="RatioOfExpenditure">The same without revenue, which the source adds to expenditure.</param>
internal sealed record TotalCheck(BudgetLine Printed, decimal SumOfRatios, decimal RatioOfSums, decimal RatioOfExpenditure);

/// <summary>Table 2.3.2, recomputed.</summary>
internal static class Table232
{
    private const string Total = "Jumlah";
    private const string Revenue = "Pendapatan";

    public static IReadOnlyList<BudgetCheck> Lines { get; } =
    [
        .. ReferenceData.Shipped.Budget.Where(line => line.Item != Total).Select(line => new BudgetCheck(line, Ratio(line))),
    ];

    public static IReadOnlyList<TotalCheck> Totals { get; } = [TotalOf(2022), TotalOf(2023)];

    public static IReadOnlyList<BudgetLine> Parts(int year) =>
        [.. ReferenceData.Shipped.Budget.Where(line => line.Year == year && line.Item != Total)];

    private static TotalCheck TotalOf(int year)
    {
        var printed = ReferenceData.Shipped.Budget.Single(line => line.Year == year && line.Item == Total);
        var expenditure = Parts(year).Where(line => line.Item != Revenue).ToList();
        return new TotalCheck(
            printed,
            Arithmetic.Publish(Parts(year).Sum(line => Arithmetic.Share(line.Realisation, line.Budget)!.Value), 2),
            Ratio(printed),
            Arithmetic.Publish(Arithmetic.Share(expenditure.Sum(line => line.Realisation), expenditure.Sum(line => line.Budget))!.Value, 2));
    }

    private static decimal Ratio(BudgetLine line) => Arithmetic.Publish(Arithmetic.Share(line.Realisation, line.Budget)!.Value, 2);
}
