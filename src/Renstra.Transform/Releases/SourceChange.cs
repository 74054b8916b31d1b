using Renstra.Transform.Indicators;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Releases;

/// <summary>A report that is not the one it was in the release before.</summary>
/// <param name="Key">What it speaks about.</param>
/// <param name="Before">The report that stood; null when there was none.</param>
/// <param name="After">The report that stands; null when there is none.</param>
public sealed record SourceChange(ReportKey Key, ReleaseSource? Before, ReleaseSource? After)
{
    /// <summary>What became of it.</summary>
    public ChangeCause Cause => (Before, After) switch
    {
        (null, _) => ChangeCause.LaporanBaru,
        (_, null) => ChangeCause.LaporanDitarik,
        _ when After.Report.Submission < Before.Report.Submission => ChangeCause.LaporanDitarik,
        _ => ChangeCause.LaporanDiperbaiki,
    };

    /// <summary>The report that made the difference: the one that came, or the one that went.</summary>
    public ReleaseSource Source => Cause == ChangeCause.LaporanDitarik ? Before! : After!;

    /// <summary>Whether it says something else of an indicator than the report before did.</summary>
    public bool Concerns(IndicatorCode indicator) => AmountsOf(Before, indicator) != AmountsOf(After, indicator);

    private static (decimal?, decimal?) AmountsOf(ReleaseSource? source, IndicatorCode indicator)
    {
        var figure = source?.Report.Figures.FirstOrDefault(figure => figure.Indicator == indicator);
        return (figure?.Numerator.Amount, figure?.Denominator?.Amount);
    }
}
