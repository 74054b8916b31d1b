using Renstra.Transform.Calendar;
using Renstra.Transform.Reading.Tables;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Reading.Verification;

/// <summary>Checks a report as a whole: that everything that has to be in it is there, once, and nothing else is counted.</summary>
/// <param name="reference">What applies to whom, and who reports it.</param>
/// <param name="latest">The latest month that can be reported about.</param>
/// <param name="maxRaw">Characters kept of what a cell holds.</param>
internal sealed class ReportVerifier(ReferenceData reference, ReportingMonth latest, int maxRaw)
{
    /// <summary>One stock may be 100; that several counts of different things are is no accident.</summary>
    private const int LeastDenominatorsOfHundred = 3;

    /// <summary>The figures of a report, and all that is wrong or odd about it.</summary>
    /// <param name="key">What it speaks about.</param>
    /// <param name="entries">What the submission says about that.</param>
    public (IReadOnlyList<Figure> Figures, IReadOnlyList<Remark> Remarks) Verify(ReportKey key, IReadOnlyList<IndicatorEntry> entries)
    {
        var region = reference.Regions[key.Region];
        var remarks = new List<Remark>();
        var figures = new List<Figure>();
        var denominators = new List<AmountCell>();
        var isReportable = key.Month >= reference.FirstMonth && key.Month <= latest;
        if (!isReportable)
        {
            remarks.Add(new Remark(FindingCodes.MonthWrong, MonthWrong(key.Month), Report: key));
        }

        var byIndicator = entries.ToLookup(entry => entry.Indicator);
        var expected = isReportable
            ? reference.Indicators.ReportedBy(key.Holder, key.Region, key.Month.Year).ToList()
            : [.. byIndicator.Select(group => group.Key).Where(indicator => indicator.Holder == key.Holder)];
        foreach (var indicator in expected.OrderBy(indicator => indicator.Code))
        {
            var wholes = byIndicator[indicator].Where(entry => !entry.IsPartRow).ToList();
            if (OneOf(wholes, key, remarks) is { } entry)
            {
                var (figure, found) = EntryVerifier.Verify(WithParts(entry, byIndicator[indicator].Where(each => each.IsPartRow)), key, maxRaw);
                remarks.AddRange(found);
                figures.AddRange(figure is null ? [] : [figure]);
                denominators.AddRange(figure?.Denominator is null ? [] : [entry.Denominator!]);
            }
            else if (wholes.Count == 0)
            {
                remarks.Add(new Remark(FindingCodes.IndicatorMissing, FindingTexts.IndicatorMissing(indicator, region), null, null, indicator.Code, key));
            }
        }

        if (denominators.Count >= LeastDenominatorsOfHundred && denominators.All(cell => cell.Reading.Amount == 100))
        {
            var (place, raw) = (denominators[0].Place, denominators[0].Cell.Raw);
            remarks.Add(new Remark(FindingCodes.DenominatorsOfHundred, FindingTexts.DenominatorsOfHundred(place), place, raw, null, key));
        }

        if (isReportable && !entries.Any(entry => expected.Contains(entry.Indicator) && (entry.IsAttempted || entry.Remarks.Count > 0)))
        {
            remarks.RemoveAll(remark => remark.Code == FindingCodes.NotReported);
            remarks.Add(new Remark(FindingCodes.NothingReported, FindingTexts.NothingReported, entries[0].Place, null, null, key));
        }

        if (isReportable)
        {
            remarks.AddRange(entries.Where(entry => !expected.Contains(entry.Indicator) && !entry.IsPartRow && entry.IsAttempted).Select(entry => NotCounted(entry, region, key)));
        }

        return (figures, remarks);
    }

    /// <summary>
    /// The entry that counts for an indicator. Blank rows beside a filled one do not matter, nor does the same said on another sheet;
    /// anything else that stands twice is a mistake, and counts neither time.
    /// </summary>
    private static IndicatorEntry? OneOf(List<IndicatorEntry> all, ReportKey key, List<Remark> remarks)
    {
        var filled = all.Where(entry => entry.Cells.Any(cell => cell.Reading.IsAttempted || cell.Reading.IsMarkedAsMissing)).ToList();
        if (filled.Count <= 1)
        {
            return filled.FirstOrDefault() ?? all.FirstOrDefault();
        }

        var first = filled[0];
        var others = filled.Skip(1).Where(other => other.Place.SheetIndex == first.Place.SheetIndex || !SaysTheSame(other, first)).ToList();
        remarks.AddRange(others.Select(other => new Remark(
            FindingCodes.IndicatorTwice,
            FindingTexts.IndicatorTwice(first.Indicator, other.Place, first.Place, first.Wholes.Any(cell => cell.IsHidden) != other.Wholes.Any(cell => cell.IsHidden)),
            other.Place,
            null,
            first.Indicator.Code,
            key)));
        return others.Count == 0 ? first : null;
    }

    /// <summary>What rows of their own say of parts, wherever they stand, belongs to the row of the whole.</summary>
    private static IndicatorEntry WithParts(IndicatorEntry whole, IEnumerable<IndicatorEntry> partRows)
    {
        var rows = partRows.ToList();
        return whole with
        {
            Parts = [.. whole.Parts, .. rows.SelectMany(row => row.Parts)],
            Remarks = [.. whole.Remarks, .. rows.SelectMany(row => row.Remarks)],
        };
    }

    private static bool SaysTheSame(IndicatorEntry one, IndicatorEntry other) =>
        one.Numerator?.Reading == other.Numerator?.Reading && one.Denominator?.Reading == other.Denominator?.Reading;

    private static Remark NotCounted(IndicatorEntry entry, Region region, ReportKey key, bool applies) => applies
        ? new Remark(
            FindingCodes.IndicatorOfOtherHolder, FindingTexts.IndicatorOfOtherHolder(entry.Place, entry.Indicator), entry.Place, null, entry.Indicator.Code, key)
        : new Remark(
            FindingCodes.IndicatorNotApplicable, FindingTexts.IndicatorNotApplicable(entry.Place, entry.Indicator, region), entry.Place, null, entry.Indicator.Code, key);

    private Remark NotCounted(IndicatorEntry entry, Region region, ReportKey key) =>
        NotCounted(entry, region, key, reference.Indicators.Applies(entry.Indicator.Code, key.Region, key.Month.Year));

    private string MonthWrong(ReportingMonth month) =>
        month < reference.FirstMonth ? FindingTexts.MonthTooEarly(month, reference.FirstMonth) : FindingTexts.MonthNotBegun(month, latest);
}
