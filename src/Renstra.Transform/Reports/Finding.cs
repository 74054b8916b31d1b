using Renstra.Transform.Indicators;

namespace Renstra.Transform.Reports;

/// <summary>One thing wrong or odd in a submission (<c>CatatanVerifikasi</c>).</summary>
/// <param name="Code">The stable code, listed in <see cref="FindingCodes"/> and documented in <c>docs/catatan-verifikasi.md</c>.</param>
/// <param name="Severity">From the reference data, per rule and indicator.</param>
/// <param name="Message">In Indonesian: what is wrong, and how to mend it.</param>
/// <param name="Location">The cell; null when the finding is about the whole file or sheet.</param>
/// <param name="Raw">What stands in the cell, cut at 200 characters; null when there is no cell.</param>
/// <param name="Indicator">The indicator concerned; null when the finding is not about one.</param>
/// <param name="Report">The report that it returns or remarks on; null when the finding concerns the whole submission.</param>
public sealed record Finding(
    string Code,
    Severity Severity,
    string Message,
    CellLocation? Location,
    string? Raw,
    IndicatorCode? Indicator,
    ReportKey? Report);

/// <summary>A finding as it is made: its severity is not yet looked up, and its cell not yet put into words.</summary>
/// <param name="Code">One of <see cref="FindingCodes"/>.</param>
/// <param name="Message">From <see cref="FindingTexts"/>.</param>
/// <param name="Place">The cell; null when it is about the whole file.</param>
/// <param name="Raw">What stands in the cell; null when there is no cell.</param>
/// <param name="Indicator">The indicator concerned, if any.</param>
/// <param name="Report">The report concerned; null when it concerns the whole submission.</param>
internal sealed record Remark(
    string Code,
    string Message,
    Place? Place = null,
    string? Raw = null,
    IndicatorCode? Indicator = null,
    ReportKey? Report = null)
{
    /// <summary>The indicators that a row could be about; that they have no row of their own is the same mistake, and said once.</summary>
    public IReadOnlyList<IndicatorCode> Candidates { get; init; } = [];
}

/// <summary>How grave a finding is (<c>Tingkat</c>).</summary>
public enum Severity
{
    /// <summary>Must be mended: the report is returned whole.</summary>
    Kesalahan,

    /// <summary>Odd, and said so; the report is accepted.</summary>
    Peringatan,
}

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
