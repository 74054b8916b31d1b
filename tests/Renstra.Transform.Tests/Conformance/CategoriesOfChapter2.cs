using Renstra.Transform.Indicators;
using Renstra.Transform.Plan;
using Renstra.Transform.Reference;

namespace Renstra.Transform.Tests.Conformance;

/// <summary>One printed pair of achievement and label, and the labels that two scales give the achievement.</summary>
internal sealed record CategoryCheck(PrintedCategory Printed, string Renstra, string Lakip);

/// <summary>Between which achievements a label's lower bound must lie for all printed pairs to come out.</summary>
internal sealed record BoundCheck(string Label, decimal Above, decimal UpTo, decimal Chosen);

/// <summary>The labels that the narrative of Chapter II gives to achievements.</summary>
internal static class CategoriesOfChapter2
{
    /// <summary>The line whose achievement is a copy of the year before: the label is that of 159.55.</summary>
    public const int Misprint = 731;

    public static IReadOnlyList<CategoryCheck> All { get; } =
    [
        .. ReferenceData.Shipped.PrintedCategories.Select(printed =>
            new CategoryCheck(printed, Label("Renstra", printed.Achievement), Label("LAKIP", printed.Achievement))),
    ];

    /// <summary>What the pairs, but for the misprint, leave open of the plan's scale.</summary>
    public static IReadOnlyList<BoundCheck> Bounds { get; } =
    [
        .. Scale("Renstra").Categories.SkipLast(1).Select(category =>
        {
            var pairs = ReferenceData.Shipped.PrintedCategories.Where(pair => pair.Line != Misprint).ToList();
            var better = Scale("Renstra").Categories.Where(each => each.Order <= category.Order).Select(each => each.Label).ToList();
            return new BoundCheck(
                category.Label,
                pairs.Where(pair => !better.Contains(pair.Label)).Max(pair => pair.Achievement),
                pairs.Where(pair => better.Contains(pair.Label)).Min(pair => pair.Achievement),
                category.LowerBound);
        }),
    ];

    private static CategoryScale Scale(string name) => ReferenceData.Shipped.Scales.Single(scale => scale.Name == name);

    private static string Label(string scale, decimal achievement) => Scale(scale).LabelOf(achievement).Label;
}
