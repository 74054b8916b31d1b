using BenchmarkDotNet.Attributes;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;
using Renstra.Transform.Releases;
using Renstra.Transform.Reports;

namespace Renstra.Benchmarks;

/// <summary>
/// Closing the sixtieth month, without storage: for the province, and for a roll-out to 514 regions and 25 indicators. What is read
/// are the months behind, however many are kept.
/// </summary>
[MemoryDiagnoser]
public class MonthClosing
{
    private static readonly ReportingMonth December = new(2026, 12);

    private ReferenceData _reference = null!;
    private IReadOnlyList<ReleaseSource> _oneMonth = [];
    private IReadOnlyList<ReleaseSource> _sixtyMonths = [];
    private ReleaseContent _before = null!;

    /// <summary>Regions × indicators.</summary>
    [Params("22 x 7", "514 x 25")]
    public string Size { get; set; } = "";

    [GlobalSetup]
    public void MakeReports()
    {
        _reference = Size == "22 x 7" ? ReferenceData.Shipped : NationalRollOut.Reference();
        _oneMonth = [.. SourcesOf(December)];
        _sixtyMonths = [.. Behind(ReportingMonth.Range(December.AddMonths(-59), December))];
        _before = ReleaseContent.Compute(_reference, December, 1, _oneMonth);
    }

    /// <summary>Rows, fingerprint and completeness, with one month of history.</summary>
    [Benchmark(Baseline = true)]
    public int ComputeWithOneMonthKept() => ReleaseContent.Compute(_reference, December, 1, _oneMonth).Rows.Count;

    /// <summary>The same with sixty: thirteen of them are behind the month.</summary>
    [Benchmark]
    public int ComputeWithSixtyMonthsKept() => ReleaseContent.Compute(_reference, December, 1, _sixtyMonths).Rows.Count;

    /// <summary>The whole of it: the differences from the release before, workbook, CSV and list of sources too.</summary>
    [Benchmark]
    public long WholeReleaseWithSixtyMonthsKept()
    {
        var content = ReleaseContent.Compute(_reference, December, 2, _sixtyMonths);
        return ReleaseFiles.Write(_reference, content, ReleaseDifference.Between(_before, content)).Sum(file => (long)file.Content.Length);
    }

    /// <summary>What a closer reads of the months that are kept.</summary>
    private IEnumerable<ReleaseSource> Behind(IEnumerable<ReportingMonth> kept) =>
        kept.Intersect(new PerformanceCalculator(_reference).MonthsBehind(December)).SelectMany(SourcesOf);

    private IEnumerable<ReleaseSource> SourcesOf(ReportingMonth month) =>
        from region in _reference.Regions.Reporting
        let figures = _reference.Indicators.ReportedBy(DataHolder.Region, region.Code, month.Year)
            .Select(indicator => new Figure(indicator.Code, Amount(3), Amount(10)))
        let submission = SubmissionId.Of(Wita.At(month.AddMonths(1).FirstDay, new TimeOnly(9, 0)), "0123456789ab")
        select new ReleaseSource(
            new CurrentReport(new ReportKey(region.Code, month, DataHolder.Region), submission, [.. figures]),
            $"{region.Code}/{submission}-laporan.xlsx");

    private static ComponentAmount Amount(decimal amount) => new(amount, new CellLocation("Laporan", "E9"), "");
}
