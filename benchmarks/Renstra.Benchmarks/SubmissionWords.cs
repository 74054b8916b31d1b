using System.Globalization;
using BenchmarkDotNet.Attributes;
using DocumentFormat.OpenXml.Spreadsheet;
using Renstra.Transform.Reading;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;
using Renstra.Transform.Workbooks;

namespace Renstra.Benchmarks;

/// <summary>
/// A submission of 100,000 cells that is no report: what the search for titles, labels, headings and names takes where there are words,
/// against numbers, of which none is searched.
/// </summary>
[MemoryDiagnoser]
public class SubmissionWords
{
    private const int Rows = 20_000;
    private const int Columns = 5;

    private static readonly SubmissionReader Reader = new(ReferenceData.Shipped, WorkbookLimits.Default, ReadingLimits.Default);
    private static readonly SubmissionSource Source = new("laporan.xlsx", RegionCode.Parse("53.02"), new DateTimeOffset(2024, 8, 5, 1, 0, 0, TimeSpan.Zero));

    private byte[] _numbers = [];
    private byte[] _texts = [];

    [GlobalSetup]
    public void MakeWorkbooks()
    {
        _numbers = WorkbookReading.WorkbookOf(Rows, Columns, CellValues.Number, (row, column) => (row * column).ToString(CultureInfo.InvariantCulture));
        _texts = WorkbookReading.WorkbookOf(Rows, Columns, CellValues.String, (row, column) => $"teks {row:x} {column}");
    }

    [Benchmark(Baseline = true)]
    public int Numbers() => Reader.Read(_numbers, Source).Findings.Count;

    [Benchmark]
    public int Texts() => Reader.Read(_texts, Source).Findings.Count;
}
