using System.Globalization;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;

namespace Renstra.Transform.Tests.Conformance;

/// <summary>Tables 7.1 and 7.2 of the plan (lines 2549 to 2616): what is promised for 2024 to 2026.</summary>
public sealed class Table72Tests
{
    [Theory]
    [InlineData("IKU-1", "90", "92", "95")]
    [InlineData("IKU-2", "75", "77", "78")]
    [InlineData("IKU-3", "12.40", "13.63", "14.86")]
    [InlineData("IKU-4", "65", "67", "70")]
    [InlineData("IKU-5", "89", "90", "92")]
    [InlineData("IKU-6", "89", "90", "92")]
    [InlineData("IKU-7", "89", "90", "92")]
    [InlineData("IKK-1", "3.2-3.0", "2.75-2.5", "2.25-2.05")]
    [InlineData("IKK-2", "20-19.63", "19.35-18.15", "17.05-15.03")]
    public void The_targets_are_the_printed_ones(string code, params string[] printed)
    {
        var targets = ReferenceData.Shipped.Targets.All.Where(target => target.Indicator.Value == code).ToList();

        Assert.Equal([2024, 2025, 2026], targets.Select(target => target.Year));
        Assert.Equal(printed.Select(Ends), targets.Select(target => (target.Value, target.StretchValue)));
    }

    [Fact]
    public void That_two_tables_end_the_third_indicator_at_15_is_noted()
    {
        var target = ReferenceData.Shipped.Targets.All.Single(target => target.Indicator.Value == "IKU-3" && target.Year == 2026);

        Assert.Contains("Tabel 7.1 dan 7.2 mencetak 15", target.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void The_plan_counts_seven_indicators_upwards_and_two_downwards()
    {
        Assert.Equal(
            Enumerable.Repeat(Polarity.Naik, 7).Concat([Polarity.Turun, Polarity.Turun]),
            ReferenceData.Shipped.Indicators.All.Select(indicator => indicator.Polarity));
    }

    private static (decimal Value, decimal? StretchValue) Ends(string printed)
    {
        var ends = printed.Split('-').Select(end => decimal.Parse(end, CultureInfo.InvariantCulture)).ToList();
        return (ends[0], ends.Count > 1 ? ends[1] : null);
    }
}
