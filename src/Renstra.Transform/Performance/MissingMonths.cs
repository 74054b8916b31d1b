using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Performance;

/// <summary>The months that a region's year to date adds up without, because their figures are not in.</summary>
/// <param name="reference">The reference data that the rows were computed by.</param>
/// <param name="month">The month.</param>
/// <param name="reports">The reports that the rows were computed from.</param>
internal sealed class MissingMonths(ReferenceData reference, ReportingMonth month, IReadOnlyCollection<CurrentReport> reports)
{
    private readonly FigureHistory _history = new(reference, reports);

    /// <summary>The months, ascending, the month itself included; none of what does not add up.</summary>
    public IReadOnlyList<ReportingMonth> Of(RegionCode region, Indicator indicator)
    {
        var figures = _history.Countable(region, indicator);
        return [.. indicator.Components.SelectMany(component => YearToDate.MissingIn(component, figures, month, reference.FirstMonth)).Distinct().Order()];
    }
}
