using Renstra.Transform.Indicators;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Reading;

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
    ReportKey? Report = null);
