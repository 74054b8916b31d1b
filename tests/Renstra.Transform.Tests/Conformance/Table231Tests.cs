using System.Globalization;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;

namespace Renstra.Transform.Tests.Conformance;

/// <summary>Table 2.3.1 of the plan (lines 1397 to 1417): performance of 2022 and 2023, and the narrative of Chapter II.</summary>
public sealed class Table231Tests
{
    [Fact]
    public void It_has_eighteen_indicators_in_two_years()
    {
        var expected = from number in Enumerable.Range(1, 18) from year in new[] { 2022, 2023 } select (number, year);

        Assert.Equal(expected, ReferenceData.Shipped.History.Select(result => (result.Number, result.Year)));
    }

    [Fact]
    public void All_36_printed_ratios_come_out_to_the_last_digit()
    {
        Assert.Equal(36, Table231.Ratios.Count);
        Assert.All(Table231.Ratios, ratio => Assert.Equal(ratio.Printed.Achievement, ratio.Computed));
    }

    [Fact]
    public void The_column_of_2022_divides_the_unrounded_realisation_wherever_counts_give_it()
    {
        var unrounded = Table231.Ratios.Where(ratio => ratio.IsUnrounded).Select(ratio => ratio.Printed).ToList();

        Assert.Equal(16, unrounded.Count);
        Assert.All(unrounded, result => Assert.Equal(2022, result.Year));
        // Nos. 5 and 6 have no counts, or none that give the printed realisation.
        Assert.Equal([5, 6], Table231.Ratios.Where(ratio => ratio.Printed.Year == 2022 && !ratio.IsUnrounded).Select(ratio => ratio.Printed.Number));
    }

    [Theory]
    [InlineData(2022, false, "1, 2, 3, 4, 9, 10, 14, 15")]
    [InlineData(2023, true, "2, 3, 8, 10, 12, 14")]
    public void Rounding_the_other_way_would_miss_printed_ratios(int year, bool unrounded, string numbers)
    {
        var missed = ReferenceData.Shipped.History
            .Where(result => result.Year == year && result.RealisationOfCounts is { } counted && Arithmetic.Publish(counted, 2) == result.Realisation)
            .Where(result => result.Achievement != Arithmetic.Publish(
                Arithmetic.Achievement(unrounded ? result.RealisationOfCounts!.Value : result.Realisation, result.Target, Polarity.Naik), 2));

        Assert.Equal(numbers, string.Join(", ", missed.Select(result => result.Number.ToString(CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData(2, 508, "52.53", "52.57")]
    [InlineData(3, 524, "2.33", "2.35")]
    [InlineData(8, 618, "31.25", "31.26")]
    [InlineData(12, 769, "20.92", "20.91")]
    [InlineData(14, 805, "28.96", "28.95")]
    public void Five_narratives_of_2023_print_the_unrounded_way_where_the_table_prints_the_rounded(int number, int line, string narrative, string table)
    {
        var check = Table231.Narratives.Single(check => check.Line == line);

        Assert.Equal((number, Number(narrative), Number(table)), (check.Table.Number, check.Narrative, check.Table.Achievement));
        Assert.Equal((check.Narrative, check.Table.Achievement), (check.OfUnrounded, check.OfRounded));
    }

    [Fact]
    public void There_is_no_sixth()
    {
        Assert.Equal([508, 524, 618, 769, 805], Table231.Narratives.Select(check => check.Line));
    }

    [Fact]
    public void Every_realisation_with_counts_comes_out_but_for_two_that_the_source_contradicts_itself_on()
    {
        Assert.Equal(33, Table231.Realisations.Count);
        var inconsistent = Table231.Realisations.Where(check => !check.Agrees).ToList();
        Assert.Equal(
            [(4, 2023, 98.47m, 104.75m), (6, 2022, 1.92m, 0.21m)],
            inconsistent.Select(check => (check.Printed.Number, check.Printed.Year, check.Printed.Realisation, check.Computed)));
        Assert.All(inconsistent, check => Assert.StartsWith("sumber tidak konsisten", check.Printed.Note, StringComparison.Ordinal));
    }

    [Fact]
    public void Three_realisations_have_no_counts()
    {
        var without = ReferenceData.Shipped.History.Where(result => result.RealisationOfCounts is null).ToList();

        Assert.Equal([(5, 2022), (9, 2023), (11, 2023)], without.Select(result => (result.Number, result.Year)));
        Assert.All(without, result => Assert.NotEmpty(result.Note));
    }

    [Fact]
    public void Two_of_the_eighteen_are_growth()
    {
        Assert.Equal([4, 5], ReferenceData.Shipped.History.Where(result => result.Kind == IndicatorKind.Pertumbuhan).Select(result => result.Number).Distinct());
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
