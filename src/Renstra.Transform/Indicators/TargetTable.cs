namespace Renstra.Transform.Indicators;

/// <summary>The targets of every indicator and year.</summary>
public sealed class TargetTable
{
    private readonly Dictionary<(IndicatorCode, int), Target> _targets;

    internal TargetTable(IReadOnlyList<Target> targets)
    {
        All = targets;
        _targets = targets.ToDictionary(target => (target.Indicator, target.Year));
    }

    /// <summary>Every target, as the reference data lists them.</summary>
    public IReadOnlyList<Target> All { get; }

    /// <summary>The target of an indicator for a year, in its unit; null when the plan has none.</summary>
    public decimal? Find(IndicatorCode indicator, int year) =>
        _targets.TryGetValue((indicator, year), out var target) ? target.Value : null;
}
