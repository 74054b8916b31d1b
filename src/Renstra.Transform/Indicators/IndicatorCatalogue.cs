using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Renstra.Transform.Regions;

namespace Renstra.Transform.Indicators;

/// <summary>All indicators, and to which regions each applies in which year.</summary>
public sealed class IndicatorCatalogue
{
    private readonly FrozenDictionary<IndicatorCode, Indicator> _byCode;
    private readonly ILookup<(IndicatorCode, RegionCode), Applicability> _applicability;

    internal IndicatorCatalogue(IReadOnlyList<Indicator> indicators, IReadOnlyList<Applicability> applicability)
    {
        All = indicators;
        Applicability = applicability;
        _byCode = All.ToFrozenDictionary(indicator => indicator.Code);
        _applicability = applicability.ToLookup(entry => (entry.Indicator, entry.Region));
    }

    /// <summary>Every indicator, in the order of the plan, which is that of the lines of <c>indikator.csv</c>.</summary>
    public IReadOnlyList<Indicator> All { get; }

    /// <summary>Every statement of applicability.</summary>
    public IReadOnlyList<Applicability> Applicability { get; }

    /// <summary>The indicator of a code.</summary>
    /// <exception cref="KeyNotFoundException">No indicator has it.</exception>
    public Indicator this[IndicatorCode code] => _byCode[code];

    /// <summary>Finds the indicator of a code.</summary>
    public bool TryFind(IndicatorCode code, [NotNullWhen(true)] out Indicator? indicator) => _byCode.TryGetValue(code, out indicator);

    /// <summary>Whether an indicator applies to a region, or to the province itself, in a year.</summary>
    public bool Applies(IndicatorCode code, RegionCode region, int year) =>
        _byCode.TryGetValue(code, out var indicator)
        && indicator.IsValidIn(year)
        && _applicability[(code, region)].Any(entry => year >= entry.FirstYear && year <= entry.LastYear);

    /// <summary>The indicators that apply to a region in a year, in the order of the plan.</summary>
    public IEnumerable<Indicator> ApplyingTo(RegionCode region, int year) => All.Where(indicator => Applies(indicator.Code, region, year));

    /// <summary>The indicators about a region that one holder reports in a year, in the order of the plan.</summary>
    public IEnumerable<Indicator> ReportedBy(DataHolder holder, RegionCode region, int year) =>
        ApplyingTo(region, year).Where(indicator => indicator.Holder == holder);
}

/// <summary>
/// That an indicator applies to a region in some years (<c>Keberlakuan</c>). Where it applies to the province itself, the province's
/// figure is a reported one, such as the statistics office's; elsewhere it is the sum of the regions'.
/// </summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Region">The kabupaten or kota, or the province.</param>
/// <param name="FirstYear">The first year.</param>
/// <param name="LastYear">The last year.</param>
/// <param name="Source">Table of the plan.</param>
/// <param name="Note">What is peculiar about it; mostly empty.</param>
public sealed record Applicability(IndicatorCode Indicator, RegionCode Region, int FirstYear, int LastYear, string Source, string Note);
