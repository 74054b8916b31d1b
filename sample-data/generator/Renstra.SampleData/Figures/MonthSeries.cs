namespace Renstra.SampleData.Figures;

/// <summary>An amount for each month of the year.</summary>
internal sealed class MonthSeries(IReadOnlyList<int> amounts)
{
    public const int Months = 12;

    /// <summary>The amount of a month, 1 to 12.</summary>
    public int this[int month] => amounts[month - 1];

    public static MonthSeries Constant(int amount) => new([.. Enumerable.Repeat(amount, Months)]);

    /// <summary>What happened in each month of some events.</summary>
    public static MonthSeries Counting(IEnumerable<(int Month, int Amount)> events)
    {
        var amounts = new int[Months];
        foreach (var (month, amount) in events)
        {
            amounts[month - 1] += amount;
        }

        return new MonthSeries(amounts);
    }

    /// <summary>The year's total spread over the months by season, unevenly as life is.</summary>
    public static MonthSeries Seasonal(int total, IReadOnlyList<decimal> season, string what) => new(
        Apportionment.Divide(total, [.. season.Select((weight, index) => weight * Chance.Between(0.75m, 1.25m, what, index))]));

    /// <summary>The running total.</summary>
    public MonthSeries ToDate()
    {
        var sum = 0;
        return new MonthSeries([.. amounts.Select(amount => sum += amount)]);
    }

    public MonthSeries Plus(int constant) => new([.. amounts.Select(amount => amount + constant)]);
}
