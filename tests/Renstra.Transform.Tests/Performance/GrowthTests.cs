using Renstra.Transform.Calendar;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;
using Renstra.Transform.Tests.Reference;
using static Renstra.Transform.Tests.Performance.Offices;

namespace Renstra.Transform.Tests.Performance;

/// <summary>Indicators that grow against the same month of the previous year, such as no. 4 of Table 2.3.1.</summary>
public sealed class GrowthTests
{
    private static readonly PerformanceCalculator Calculator = Measuring("Jumlah");

    [Fact]
    public void A_month_is_set_against_the_same_month_of_the_previous_year()
    {
        var row = Calculator.Row("2025-01", "53.08", "IKU-8",
            Report("53.08", "2024-01", "IKU-8", "1767151675322"),
            Report("53.08", "2025-01", "IKU-8", "3245677475322"));

        Assert.Equal((3245677475322m, 1767151675322m, 83.67m), (row.MonthNumerator, row.MonthDenominator, row.MonthRealisation));
        Assert.Equal((3245677475322m, 1767151675322m, 83.67m), (row.Numerator, row.Denominator, row.Realisation));
        Assert.True(row.IsComplete);
    }

    [Fact]
    public void Without_last_years_month_there_is_no_growth_and_the_report_still_counts_as_one()
    {
        var report = Report("53.08", "2024-01", "IKU-8", "100");

        var row = Calculator.Row("2024-01", "53.08", "IKU-8", report);

        Assert.True(row.IsReported);
        Assert.False(row.IsComplete);
        Assert.Equal((100m, report.Submission, report.Submission.SubmittedAt), (row.MonthNumerator, row.Submission, row.ChangedAt));
        Assert.Null(row.MonthDenominator);
        Assert.Null(row.MonthRealisation);
        Assert.Null(row.Numerator);
        Assert.Null(row.Realisation);
    }

    [Fact]
    public void From_nothing_there_is_no_growth_either()
    {
        var row = Calculator.Row("2025-01", "53.08", "IKU-8",
            Report("53.08", "2024-01", "IKU-8", "0"),
            Report("53.08", "2025-01", "IKU-8", "5"));

        Assert.Equal((5m, 0m), (row.Numerator, row.Denominator));
        Assert.Null(row.Realisation);
    }

    [Fact]
    public void The_year_to_date_adds_up_only_months_that_both_years_have()
    {
        var row = Calculator.Row("2025-03", "53.08", "IKU-8",
            Report("53.08", "2024-01", "IKU-8", "100"),
            Report("53.08", "2024-02", "IKU-8", "100"),
            Report("53.08", "2025-01", "IKU-8", "150"),
            Report("53.08", "2025-03", "IKU-8", "500"));

        Assert.Equal((150m, 100m, 50m, "2025-01"), (row.Numerator, row.Denominator, row.Realisation, row.DataMonth.ToString()));
        Assert.False(row.IsComplete);
    }

    [Fact]
    public void The_province_adds_up_only_regions_that_have_both_years()
    {
        var row = Calculator.Row("2025-01", "53", "IKU-8",
            Report("53.08", "2024-01", "IKU-8", "100"),
            Report("53.08", "2025-01", "IKU-8", "150"),
            Report("53.71", "2025-01", "IKU-8", "900"));

        Assert.Equal((150m, 100m, 50m), (row.Numerator, row.Denominator, row.Realisation));
        Assert.Equal((150m, 100m, 50m), (row.MonthNumerator, row.MonthDenominator, row.MonthRealisation));
    }

    [Fact]
    public void A_stock_is_carried_together_with_its_value_of_a_year_before()
    {
        var calculator = Measuring("Posisi");

        var row = calculator.Row("2025-05", "53.08", "IKU-8",
            Report("53.08", "2024-02", "IKU-8", "100"),
            Report("53.08", "2024-04", "IKU-8", "300"),
            Report("53.08", "2025-02", "IKU-8", "110"));

        Assert.Equal((110m, 100m, 10m, "2025-02"), (row.Numerator, row.Denominator, row.Realisation, row.DataMonth.ToString()));
    }

    [Fact]
    public void A_revision_of_last_year_changes_this_years_growth()
    {
        var row = Calculator.Row("2025-01", "53.08", "IKU-8",
            Report("53.08", "2024-01", "IKU-8", "50", submitted: "2025-07-01"),
            Report("53.08", "2025-01", "IKU-8", "150"));

        Assert.Equal((200m, At("2025-07-01")), (row.Realisation, row.ChangedAt));
    }

    [Fact]
    public void Only_a_catalogue_with_growth_depends_on_another_year()
    {
        var months = Calculator.MonthsBehind(new ReportingMonth(2025, 3));

        Assert.Equal(("2024-01", "2025-03", 15), (months[0].ToString(), months[^1].ToString(), months.Count));
        Assert.Equal(13, new PerformanceCalculator(ReferenceData.Shipped).MonthsBehind(new ReportingMonth(2025, 3)).Count);
    }

    private static PerformanceCalculator Measuring(string accumulation) => new(ReferenceMeasuring(accumulation));

    /// <summary>Reference data with an indicator of growth, IKU-8, in Ende and Kota Kupang.</summary>
    internal static ReferenceData ReferenceMeasuring(string accumulation) => ReferenceData.Read(ReferenceFiles.Shipped
        .Adding("indikator.csv", "IKU-8,% Peningkatan Nilai Transaksi,%,Pertumbuhan,Naik,2,KAB,Bidang,2024,2026,contoh")
        .Adding("komponen.csv", $"IKU-8,Pembilang,Nilai transaksi,rupiah,{accumulation},0,contoh")
        .Adding("keberlakuan.csv", "IKU-8,53.08,2024,2026,contoh,", "IKU-8,53.71,2024,2026,contoh,")
        .Adding("target.csv", "IKU-8,,2025,,83,,2024-01,contoh,contoh,"));
}
