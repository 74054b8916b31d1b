using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Tests.Performance;

public sealed class LineageTests
{
    private static readonly ReferenceData Reference = ReferenceData.Shipped;

    [Fact]
    public void A_sum_consists_of_every_month_of_the_year_that_was_reported()
    {
        var lines = LinesOf("2024-03", Offices.Report("53.02", "2024-01", "IKU-2", "12/30"), Offices.Report("53.02", "2024-03", "IKU-2", "5/10"));

        Assert.Equal(["Pembilang 2024-01 12", "Pembilang 2024-03 5", "Penyebut 2024-01 30", "Penyebut 2024-03 10"], lines);
    }

    [Fact]
    public void A_stock_consists_of_the_latest_month_even_of_last_year()
    {
        var lines = LinesOf("2025-02", Offices.Report("53.02", "2024-10", "IKU-3", "11/30"), Offices.Report("53.02", "2024-11", "IKU-3", "12/30"));

        Assert.Equal(["Pembilang 2024-11 12", "Penyebut 2024-11 30"], lines);
    }

    [Fact]
    public void Half_a_figure_consists_of_nothing()
    {
        var lines = LinesOf("2025-01", Offices.Report("53.02", "2024-11", "IKU-4", "12/30"));

        Assert.Empty(lines);
    }

    [Fact]
    public void A_value_has_a_numerator_alone()
    {
        var lines = LinesOf("2024-12", Offices.Report("53", "2024-08", "IKK-1", "3.2", "PROV"));

        Assert.Equal(["Pembilang 2024-08 3.2"], lines);
    }

    [Fact]
    public void A_growth_consists_of_this_year_and_of_the_same_months_a_year_ago()
    {
        var reference = GrowthTests.ReferenceMeasuring("Jumlah");

        var lines = Lineage.Of(reference, ReportingMonth.Parse("2025-01"),
            [Offices.Report("53.08", "2024-01", "IKU-8", "100"), Offices.Report("53.08", "2025-01", "IKU-8", "150")]);

        Assert.Equal(["Pembilang 2025-01 150", "Penyebut 2024-01 100"], lines.Select(Write));
    }

    [Fact]
    public void The_amounts_add_up_to_what_the_rows_say()
    {
        CurrentReport[] reports =
        [
            .. from region in Reference.Regions.Reporting
               from month in ReportingMonth.Range(new ReportingMonth(2024, 1), new ReportingMonth(2025, 3))
               where (month.Month + region.Code.Value[^1]) % 3 != 0
               select Offices.Report(region.Code.Value, month.ToString(), month.Month % 2 == 0 ? "IKU-2" : "IKU-4", $"{month.Month}/{month.Month + 20}"),
        ];

        foreach (var month in new[] { "2024-07", "2024-12", "2025-01", "2025-03" }.Select(ReportingMonth.Parse))
        {
            var sums = Lineage.Of(Reference, month, reports).GroupBy(line => (line.Region, line.Indicator, line.Role)).ToDictionary(part => part.Key, part => part.Sum(line => line.Amount.Amount));
            var rows = new PerformanceCalculator(Reference).Calculate(month, reports).Where(row => !row.Region.IsProvince).ToList();

            Assert.All(rows, row =>
            {
                Assert.Equal(row.Numerator, sums.TryGetValue((row.Region, row.Indicator, ComponentRole.Pembilang), out var above) ? above : null);
                Assert.Equal(row.Denominator, sums.TryGetValue((row.Region, row.Indicator, ComponentRole.Penyebut), out var below) ? below : null);
            });
        }
    }

    private static IEnumerable<string> LinesOf(string month, params CurrentReport[] reports) =>
        Lineage.Of(Reference, ReportingMonth.Parse(month), reports)
            .Select(Write);

    private static string Write(LineageLine line) => FormattableString.Invariant($"{line.Role} {line.ReportedMonth} {line.Amount.Amount}");
}
