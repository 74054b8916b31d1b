using Renstra.Transform.Calendar;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;

namespace Renstra.Transform.Releases;

/// <summary>All that a release says of its month (<c>Penetapan</c>). It depends on the reports and the reference data alone, never on when it was made.</summary>
/// <param name="Month">The reporting month.</param>
/// <param name="Number">From 1, counting the releases of the month.</param>
/// <param name="Fingerprint">Of all that the release depends on: <see cref="ReleaseFingerprint"/>.</param>
/// <param name="FiguresVersion">The version of that part of the reference data that figures depend on; of the rest a release says nothing.</param>
/// <param name="CalculationVersion">The calculation it was computed by.</param>
/// <param name="Completeness">How many of the reports due were in.</param>
/// <param name="Rows">The province's rows and every region's.</param>
/// <param name="Sources">The reports it rests on; null when it is no longer known which they were.</param>
public sealed record ReleaseContent(
    ReportingMonth Month,
    int Number,
    string Fingerprint,
    string FiguresVersion,
    int CalculationVersion,
    Completeness Completeness,
    IReadOnlyList<PerformanceRow> Rows,
    IReadOnlyList<ReleaseSource>? Sources)
{
    /// <summary>Computes a release.</summary>
    /// <param name="reference">The reference data in force.</param>
    /// <param name="month">The reporting month.</param>
    /// <param name="number">The number it will have.</param>
    /// <param name="sources">The reports that stand in <see cref="PerformanceCalculator.MonthsBehind"/>, in any order.</param>
    public static ReleaseContent Compute(ReferenceData reference, ReportingMonth month, int number, IReadOnlyCollection<ReleaseSource> sources)
    {
        var ordered = sources
            .OrderBy(source => source.Report.Key.Month)
            .ThenBy(source => source.Report.Key.Region)
            .ThenBy(source => source.Report.Key.Holder)
            .ToList();
        var reports = ordered.ConvertAll(source => source.Report);
        return new ReleaseContent(
            month,
            number,
            ReleaseFingerprint.Of(month, reference, reports),
            reference.FiguresVersion,
            PerformanceCalculator.Version,
            Completeness.Of(reference, month, reports),
            new PerformanceCalculator(reference).Calculate(month, reports),
            ordered);
    }
}
