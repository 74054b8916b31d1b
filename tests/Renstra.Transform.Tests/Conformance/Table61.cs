using Renstra.Transform.Plan;
using Renstra.Transform.Reference;

namespace Renstra.Transform.Tests.Conformance;

/// <summary>A printed amount or target of Table 6.1 and the sum that it should be.</summary>
/// <param name="Line">The line.</param>
/// <param name="Column">2024, 2025, 2026 or the whole period.</param>
/// <param name="Printed">As printed; nothing counts as 0.</param>
/// <param name="Sum">What its parts give.</param>
internal sealed record SumCheck(Programme Line, string Column, decimal Printed, decimal Sum)
{
    public bool Agrees => Printed == Sum;
}

/// <summary>The province-funded part of Table 6.1, added up.</summary>
internal static class Table61
{
    public const string Period = "akhir periode";

    private static readonly IReadOnlyList<Programme> Lines = ReferenceData.Shipped.Programmes;

    /// <summary>The columns of money.</summary>
    public static readonly IReadOnlyList<string> Columns = ["2024", "2025", "2026", Period];

    /// <summary>The total that line 2272 prints above the table, which has no line of its own in it.</summary>
    public static readonly IReadOnlyDictionary<string, decimal> PrintedTotal = new Dictionary<string, decimal>
    {
        ["2024"] = 13_812_142_900,
        ["2025"] = 17_161_967_900,
        ["2026"] = 17_421_209_540,
        [Period] = 48_155_320_340,
    };

    /// <summary>The amount of every line that has parts, against the sum of its parts.</summary>
    public static IReadOnlyList<SumCheck> Parts { get; } =
    [
        .. from line in Lines
           let parts = Lines.Where(part => part.ParentCode == line.Code).ToList()
           where parts.Count > 0
           from column in Columns
           select new SumCheck(line, column, Money(line, column), parts.Sum(part => Money(part, column))),
    ];

    /// <summary>The amount of every line for the whole period, against the sum of its years.</summary>
    public static IReadOnlyList<SumCheck> Periods { get; } =
        [.. Lines.Select(line => new SumCheck(line, Period, Money(line, Period), line.Years.Sum(year => year.Amounts.Rupiah ?? 0)))];

    /// <summary>The target of every sub-activity for the whole period, against the sum of its years.</summary>
    public static IReadOnlyList<SumCheck> Targets { get; } =
    [
        .. Lines.Where(line => line.Level == ProgrammeLevel.SubKegiatan).Select(line =>
            new SumCheck(line, Period, line.Period.Target ?? 0, line.Years.Sum(year => year.Amounts.Target ?? 0))),
    ];

    /// <summary>What the outermost lines give in a column.</summary>
    public static decimal Total(string column) => Lines.Where(line => line.ParentCode is null).Sum(line => Money(line, column));

    private static decimal Money(Programme line, string column) =>
        (column == Period ? line.Period : line.Years[Columns.ToList().IndexOf(column)].Amounts).Rupiah ?? 0;
}
