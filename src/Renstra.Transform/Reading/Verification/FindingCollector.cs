using Renstra.Transform.Reports;

namespace Renstra.Transform.Reading.Verification;

/// <summary>Makes findings of remarks: each once, with its severity, in the order in which an officer meets them, and not too many.</summary>
internal sealed class FindingCollector(SeverityRules severities, ReadingLimits limits)
{
    /// <summary>The findings to keep, and how many there are in all.</summary>
    public (IReadOnlyList<Finding> Kept, IReadOnlyList<Finding> All) Collect(IEnumerable<Remark> remarks)
    {
        var all = remarks
            .Distinct()
            .OrderBy(remark => remark.Place?.SheetIndex ?? -1)
            .ThenBy(remark => remark.Place?.Row)
            .ThenBy(remark => remark.Place?.Column)
            .Select(FindingOf)
            .ToList();
        if (all.Count <= limits.MaxFindings)
        {
            return (all, all);
        }

        // What returns a report is told before what is only odd.
        var kept = all
            .Select((finding, order) => (Finding: finding, Order: order))
            .OrderBy(entry => entry.Finding.Severity)
            .ThenBy(entry => entry.Order)
            .Take(limits.MaxFindings)
            .OrderBy(entry => entry.Order)
            .Select(entry => entry.Finding);
        return ([.. kept], all);
    }

    private Finding FindingOf(Remark remark) => new(
        remark.Code,
        severities.Of(remark.Code, remark.Indicator),
        remark.Message,
        remark.Place?.Location,
        remark.Raw is null ? null : IndonesianText.Cut(remark.Raw, limits.MaxRawCharacters),
        remark.Indicator,
        remark.Report);
}
