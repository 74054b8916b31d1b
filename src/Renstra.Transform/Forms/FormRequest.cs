using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Regions;

namespace Renstra.Transform.Forms;

/// <summary>Which monthly form is wanted, and what is already written into it.</summary>
/// <param name="Region">The region reported about.</param>
/// <param name="Month">The month reported about.</param>
/// <param name="Holder">Who reports: the form has the rows of this holder's indicators alone.</param>
public sealed record FormRequest(RegionCode Region, ReportingMonth Month, DataHolder Holder)
{
    /// <summary>The name of the officer who fills it in; null leaves it to the officer.</summary>
    public string? Officer { get; init; }

    /// <summary>The day it was filled in; null leaves it to the officer.</summary>
    public DateOnly? FilledOn { get; init; }

    /// <summary>Numbers already known. An indicator that is not here has blank cells, which mean "not reported".</summary>
    public IReadOnlyDictionary<IndicatorCode, FormAmounts> Amounts { get; init; } = new Dictionary<IndicatorCode, FormAmounts>();

    /// <summary>Parts of breakdowns already known. Breakdowns need not be filled in: what is not here has a blank cell.</summary>
    public IReadOnlyDictionary<FormPart, decimal> Parts { get; init; } = new Dictionary<FormPart, decimal>();
}
