using Renstra.Transform.Calendar;
using Renstra.Transform.Regions;

namespace Renstra.Transform.Indicators;

/// <summary>The targets of every indicator: for years and quarters, for all regions and for single ones, in all their versions.</summary>
public sealed class TargetTable
{
    private readonly ILookup<(IndicatorCode, int), Target> _targets;

    internal TargetTable(IReadOnlyList<Target> targets)
    {
        All = targets;
        _targets = targets.ToLookup(target => (target.Indicator, target.Year));
    }

    /// <summary>Every target, as the reference data lists them.</summary>
    public IReadOnlyList<Target> All { get; }

    /// <summary>
    /// The target of an indicator for a year that is meant for all regions, in its unit and its latest version; null when the plan has
    /// none.
    /// </summary>
    public decimal? Find(IndicatorCode indicator, int year) =>
        _targets[(indicator, year)]
            .Where(target => target.Region is null && target.Quarter is null)
            .MaxBy(target => target.InForceFrom)?.Value;

    /// <summary>
    /// The target that a region's year to date is measured against in a month; null when there is none. What was set for the region
    /// itself goes before what was set for all, the quarter's before the year's; of several versions, the latest that the month has
    /// reached counts.
    /// </summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="region">The kabupaten or kota, or the province.</param>
    /// <param name="month">The month.</param>
    public Target? Find(IndicatorCode indicator, RegionCode region, ReportingMonth month) =>
        _targets[(indicator, month.Year)]
            .Where(target => target.InForceFrom <= month)
            .Where(target => target.Region is null || target.Region == region)
            .Where(target => target.Quarter is null || target.Quarter == month.Quarter)
            .OrderByDescending(target => target.Region is not null)
            .ThenByDescending(target => target.Quarter is not null)
            .ThenByDescending(target => target.InForceFrom)
            .FirstOrDefault();
}

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
