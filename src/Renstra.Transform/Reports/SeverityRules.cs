using Renstra.Transform.Indicators;

namespace Renstra.Transform.Reports;

/// <summary>Whether a rule's finding returns the report or remarks on it, per rule and indicator (<c>aturan.csv</c>).</summary>
public sealed class SeverityRules
{
    private readonly IReadOnlyDictionary<(string Code, IndicatorCode? Indicator), Severity> _rules;

    internal SeverityRules(IReadOnlyDictionary<(string Code, IndicatorCode? Indicator), Severity> rules) => _rules = rules;

    /// <summary>The severity of a rule for an indicator, or the rule's own where the indicator has none.</summary>
    /// <param name="code">One of <see cref="FindingCodes"/>.</param>
    /// <param name="indicator">The indicator concerned, if any.</param>
    public Severity Of(string code, IndicatorCode? indicator) =>
        indicator is not null && _rules.TryGetValue((code, indicator), out var severity) ? severity : _rules[(code, null)];
}
