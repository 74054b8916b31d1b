using System.Globalization;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;

namespace Renstra.Transform.Tests.Conformance;

/// <summary>The plan prints labels and no thresholds: lines 484 to 1357 hold all that is known of its scale.</summary>
public sealed class CategoriesOfChapter2Tests
{
    [Fact]
    public void Of_37_printed_labels_36_come_out_and_the_37th_is_a_misprint()
    {
        Assert.Equal(37, CategoriesOfChapter2.All.Count);
        var missed = Assert.Single(CategoriesOfChapter2.All, check => check.Renstra != check.Printed.Label);
        Assert.Equal(CategoriesOfChapter2.Misprint, missed.Printed.Line);
    }

    [Fact]
    public void The_misprint_repeats_the_achievement_of_2022_and_labels_that_of_2023()
    {
        var misprint = CategoriesOfChapter2.All.Single(check => check.Printed.Line == CategoriesOfChapter2.Misprint).Printed;
        var history = ReferenceData.Shipped.History.Where(result => result.Number == misprint.Number).ToDictionary(result => result.Year);

        Assert.Equal((10, 2023, 74.31m, "Sangat Berhasil"), (misprint.Number, misprint.Year, misprint.Achievement, misprint.Label));
        Assert.Equal(history[2022].Achievement, misprint.Achievement);
        Assert.Equal(159.55m, history[2023].Achievement);
        Assert.Equal(misprint.Label, ReferenceData.Shipped.Scale.LabelOf(history[2023].Achievement).Label);
        Assert.Contains("salah cetak", misprint.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(542, "100.80", "2022")]
    [InlineData(739, "142.86", "target 70")]
    [InlineData(1353, "94.12", "no. 17")]
    public void Three_more_pairs_are_copies_or_use_another_target(int line, string achievement, string explanation)
    {
        var printed = CategoriesOfChapter2.All.Single(check => check.Printed.Line == line).Printed;

        Assert.Equal(achievement, printed.Achievement.ToString(CultureInfo.InvariantCulture));
        Assert.Contains(explanation, printed.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_other_pair_repeats_the_table_or_the_unrounded_way()
    {
        var narratives = Table231.Narratives.Select(check => check.Line).ToHashSet();

        var others = ReferenceData.Shipped.PrintedCategories.Where(printed => printed.Note.Length == 0 && !narratives.Contains(printed.Line)).ToList();

        Assert.Equal(37 - 4 - 5, others.Count);
        Assert.All(others, printed => Assert.Equal(
            ReferenceData.Shipped.History.Single(result => result.Number == printed.Number && result.Year == printed.Year).Achievement,
            printed.Achievement));
    }

    [Fact]
    public void Line_739_divides_by_70_where_the_table_has_a_target_of_75()
    {
        var printed = ReferenceData.Shipped.History.Single(result => result.Number == 11 && result.Year == 2022);

        Assert.Equal((75m, 100m, 133.33m), (printed.Target, printed.Realisation, printed.Achievement));
        Assert.Equal(142.86m, Arithmetic.Publish(Arithmetic.Achievement(printed.Realisation, 70, Polarity.Naik), 2));
    }

    [Fact]
    public void The_general_scale_of_performance_reports_gives_35()
    {
        var missed = CategoriesOfChapter2.All.Where(check => check.Lakip != check.Printed.Label);

        Assert.Equal([484, CategoriesOfChapter2.Misprint], missed.Select(check => check.Printed.Line));
    }

    [Fact]
    public void The_pairs_confine_the_bounds_and_the_chosen_ones_lie_within()
    {
        Assert.Equal(
            [("Sangat Berhasil", 77.83m, 81.06m), ("Berhasil", 69.02m, 73.54m), ("Cukup Berhasil", 52.53m, 61.20m)],
            CategoriesOfChapter2.Bounds.Select(bound => (bound.Label, bound.Above, bound.UpTo)));
        Assert.All(CategoriesOfChapter2.Bounds, bound => Assert.True(bound.Above < bound.Chosen && bound.Chosen <= bound.UpTo));
    }
}
