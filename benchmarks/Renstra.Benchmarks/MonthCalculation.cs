using BenchmarkDotNet.Attributes;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;

namespace Renstra.Benchmarks;

/// <summary>A month's rows of 22 regions and the province: on one month of reports, and on the thirteen that it can depend on.</summary>
[MemoryDiagnoser]
public class MonthCalculation
{
    private static readonly ReportingMonth December = new(2024, 12);

    private readonly PerformanceCalculator _calculator = new(ReferenceData.Shipped);
    private IReadOnlyList<CurrentReport> _oneMonth = [];
    private IReadOnlyList<CurrentReport> _allMonths = [];

    [GlobalSetup]
    public void MakeReports()
    {
        _allMonths = [.. ReportingMonth.Range(December.AddMonths(-11), December).SelectMany(ReportsOf)];
        _oneMonth = [.. ReportsOf(December)];
    }

    [Benchmark(Baseline = true)]
    public int OneMonthOfReports() => _calculator.Calculate(December, _oneMonth).Count;

    [Benchmark]
    public int AYearOfReports() => _calculator.Calculate(December, _allMonths).Count;

    private static IEnumerable<CurrentReport> ReportsOf(ReportingMonth month) =>
        from region in ReferenceData.Shipped.Regions.Reporting
        let figures = ReferenceData.Shipped.Indicators.ReportedBy(DataHolder.Region, region.Code, month.Year)
            .Select(indicator => new Figure(indicator.Code, Amount(3), Amount(10)))
        select new CurrentReport(
            new ReportKey(region.Code, month, DataHolder.Region),
            SubmissionId.Of(Wita.At(month.AddMonths(1).FirstDay, new TimeOnly(9, 0)), "0123456789ab"),
            [.. figures]);

    private static ComponentAmount Amount(decimal amount) => new(amount, new CellLocation("Laporan", "E9"), "");
}
