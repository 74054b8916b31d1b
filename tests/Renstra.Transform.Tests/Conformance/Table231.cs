using Renstra.Transform.Indicators;
using Renstra.Transform.Plan;
using Renstra.Transform.Reference;

namespace Renstra.Transform.Tests.Conformance;

/// <summary>One printed achievement, and what the plan's own way of rounding makes of target and realisation.</summary>
internal sealed record RatioCheck(AnnualResult Printed, decimal Basis, bool IsUnrounded)
{
    public decimal Computed => Arithmetic.Publish(Arithmetic.Achievement(Basis, Printed.Target, Polarity.Naik), 2);
}

/// <summary>One realisation that the narrative gives counts for.</summary>
internal sealed record RealisationCheck(AnnualResult Printed, decimal Computed)
{
    public bool Agrees => Computed == Printed.Realisation;
}

/// <summary>An achievement of 2023 where the narrative prints another one than the table.</summary>
internal sealed record NarrativeCheck(AnnualResult Table, int Line, decimal Narrative, decimal OfUnrounded, decimal OfRounded);

/// <summary>Table 2.3.1 and the narrative behind it, recomputed.</summary>
internal static class Table231
{
    private static readonly IReadOnlyList<AnnualResult> Printed = ReferenceData.Shipped.History;

    /// <summary>
    /// All 36 ratios. The column of 2022 divides the unrounded realisation, where there are counts that give the printed one; that of
    /// 2023 the printed realisation.
    /// </summary>
    public static IReadOnlyList<RatioCheck> Ratios { get; } =
    [
        .. Printed.Select(result => result.Year == 2022 && CountsAgree(result)
            ? new RatioCheck(result, result.RealisationOfCounts!.Value, IsUnrounded: true)
            : new RatioCheck(result, result.Realisation, IsUnrounded: false)),
    ];

    /// <summary>Every realisation that has counts.</summary>
    public static IReadOnlyList<RealisationCheck> Realisations { get; } =
    [
        .. from result in Printed
           where result.RealisationOfCounts is not null
           select new RealisationCheck(result, Arithmetic.Publish(result.RealisationOfCounts!.Value, 2)),
    ];

    /// <summary>The ratios of 2023 where dividing the unrounded realisation gives another figure than the table, as the narrative prints it.</summary>
    public static IReadOnlyList<NarrativeCheck> Narratives { get; } =
    [
        .. from narrative in ReferenceData.Shipped.PrintedCategories
           where narrative.Year == 2023 && narrative.Note.Length == 0
           let table = Printed.Single(result => result.Number == narrative.Number && result.Year == narrative.Year)
           where narrative.Achievement != table.Achievement
           select new NarrativeCheck(
               table,
               narrative.Line,
               narrative.Achievement,
               Ratio(table.RealisationOfCounts!.Value, table.Target),
               Ratio(table.Realisation, table.Target)),
    ];

    private static bool CountsAgree(AnnualResult result) =>
        result.RealisationOfCounts is { } counted && Arithmetic.Publish(counted, 2) == result.Realisation;

    private static decimal Ratio(decimal realisation, decimal target) =>
        Arithmetic.Publish(Arithmetic.Achievement(realisation, target, Polarity.Naik), 2);
}
