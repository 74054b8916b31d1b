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
