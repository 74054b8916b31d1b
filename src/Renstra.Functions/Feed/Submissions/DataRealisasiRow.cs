using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Feed.Submissions;

/// <summary>The amount of a whole component.</summary>
internal sealed record DataRealisasiRow : ReportedAmountRow
{
    public DataRealisasiRow(KnownReport known, IndicatorCode indicator, ComponentRole role, ComponentAmount amount, ReferenceData reference)
        : base(known, indicator, role, amount, reference)
    {
    }
}
