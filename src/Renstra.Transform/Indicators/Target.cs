using Renstra.Transform.Calendar;
using Renstra.Transform.Regions;

namespace Renstra.Transform.Indicators;

/// <summary>What was promised for a year or a quarter of it (<c>Target</c>).</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Region">The one region that it is meant for, which may be the province; null when it is meant for all.</param>
/// <param name="Year">The calendar year.</param>
/// <param name="Quarter">1 to 4: what is to be reached by the end of that quarter (<c>rencana aksi</c>); null for the year.</param>
/// <param name="Value">In the indicator's unit, over 0; of a target range, its less demanding end, which is the one that counts.</param>
/// <param name="StretchValue">The more demanding end of a target range; null when the target is one value.</param>
/// <param name="InForceFrom">The first month that is measured against it. A later version takes its place from its own month on.</param>
/// <param name="LegalBasis">The decision that set it, with its date.</param>
/// <param name="Source">Table of the plan.</param>
/// <param name="Note">What is inconsistent in the source; mostly empty.</param>
public sealed record Target(
    IndicatorCode Indicator,
    RegionCode? Region,
    int Year,
    int? Quarter,
    decimal Value,
    decimal? StretchValue,
    ReportingMonth InForceFrom,
    string LegalBasis,
    string Source,
    string Note);
