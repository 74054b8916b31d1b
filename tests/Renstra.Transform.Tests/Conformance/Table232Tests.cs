using Renstra.Transform.Reference;

namespace Renstra.Transform.Tests.Conformance;

/// <summary>Table 2.3.2 of the plan (lines 1425 to 1428): budgets and their absorption in 2022 and 2023.</summary>
public sealed class Table232Tests
{
    [Fact]
    public void The_ratio_of_every_line_comes_out()
    {
        Assert.Equal(6, Table232.Lines.Count);
        Assert.All(Table232.Lines, line => Assert.Equal(line.Printed.Ratio, line.Computed));
    }

    [Fact]
    public void The_total_adds_percentages_which_means_nothing()
    {
        Assert.Equal(
            [(2022, 224.56m, 224.56m, 80.06m, 80.26m), (2023, 157.15m, 157.15m, 58.44m, 58.59m)],
            Table232.Totals.Select(total => (total.Printed.Year, total.Printed.Ratio, total.SumOfRatios, total.RatioOfSums, total.RatioOfExpenditure)));
        Assert.All(Table232.Totals, total => Assert.Contains("sumber menjumlahkan rasio", total.Printed.Note, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2022)]
    [InlineData(2023)]
    public void The_total_adds_revenue_to_expenditure(int year)
    {
        var total = Table232.Totals.Single(total => total.Printed.Year == year).Printed;

        Assert.Equal(Table232.Parts(year).Sum(line => line.Budget), total.Budget);
        Assert.Equal(Table232.Parts(year).Sum(line => line.Realisation), total.Realisation);
    }

    [Fact]
    public void Its_averages_add_up_but_for_one_rupiah()
    {
        var total = Table232.Totals[0].Printed;

        Assert.Equal(total.AverageBudget, Table232.Parts(2022).Sum(line => line.AverageBudget));
        Assert.Equal(total.AverageRealisation + 1, Table232.Parts(2022).Sum(line => line.AverageRealisation));
    }

    [Fact]
    public void Its_averages_are_the_same_in_both_years_because_the_table_has_one_column_for_them()
    {
        Assert.All(ReferenceData.Shipped.Budget.GroupBy(line => line.Item), item =>
            Assert.Single(item.Select(line => (line.AverageBudget, line.AverageRealisation)).Distinct()));
    }
}
