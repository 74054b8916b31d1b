using Renstra.Transform.Calendar;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports.Identities;
using Renstra.Transform.Reports.Tables;

namespace Renstra.Transform.Reports.Assembly;

/// <summary>Decides for every entry which region and which month it is about, and says where that cannot be told.</summary>
/// <param name="regions">The regions.</param>
/// <param name="folder">The kabupaten or kota whose folder the file came from; null when it may speak for any.</param>
internal sealed class EntryIdentifier(RegionRegister regions, RegionCode? folder)
{
    private readonly List<Remark> _remarks = [];

    /// <summary>What could not be told, and why; each once.</summary>
    public IReadOnlyList<Remark> Remarks => [.. _remarks.Distinct()];

    /// <summary>Decides for the entries of a table.</summary>
    public IReadOnlyList<IdentifiedEntry> Identify(IdentifiedTable table)
    {
        var entries = table.Content.Entries;
        var identified = entries.Any(entry => entry.Month is not null)
            ? ByColumns(table, entries)
            : entries.Select(entry => ByRow(table, entry)).ToList();
        return AgreeingWithTable(table, identified);
    }

    private IdentifiedEntry ByRow(IdentifiedTable table, IndicatorEntry entry)
    {
        var evidence = entry.RowIdentity.OrElse(table.Evidence);
        return new IdentifiedEntry(entry, RegionOf(evidence), MonthOf(evidence));
    }

    private Region? RegionOf(IdentityEvidence evidence)
    {
        var (region, remarks) = RegionResolver.Resolve(evidence);
        _remarks.AddRange(remarks);
        if (region is null || folder is null || region.Code == folder)
        {
            return region;
        }

        var claim = evidence.Regions.OrderBy(each => each.Source).First();
        _remarks.Add(new Remark(
            FindingCodes.RegionContradiction, FindingTexts.FolderIsAnothers(claim.Place, region, regions[folder.Value]), claim.Place, claim.Raw));
        return null;
    }

    private ReportingMonth? MonthOf(IdentityEvidence evidence)
    {
        var (part, remarks) = MonthResolver.Resolve(evidence);
        _remarks.AddRange(remarks);
        return part is { } resolved ? Complete(resolved, evidence) : null;
    }

    private ReportingMonth? Complete(MonthPart part, IdentityEvidence evidence)
    {
        var (month, missing) = MonthResolver.Complete(part, evidence);
        if (missing is not null)
        {
            _remarks.Add(missing);
        }

        return month;
    }

    /// <summary>
    /// Headings name the months. Where the file also says itself which month it reports, only that one is read: the others stand there
    /// for comparison, and a report is not replaced by what stands beside another.
    /// </summary>
    private List<IdentifiedEntry> ByColumns(IdentifiedTable table, IReadOnlyList<IndicatorEntry> entries)
    {
        var (stated, remarks) = MonthResolver.Resolve(table.Evidence);
        _remarks.AddRange(remarks);
        if (stated is not { } part)
        {
            return [.. entries.Select(entry => new IdentifiedEntry(entry, RegionOf(entry.RowIdentity.OrElse(table.Evidence)), null))];
        }

        var identified = entries
            .Select(entry => new IdentifiedEntry(
                entry,
                RegionOf(entry.RowIdentity.OrElse(table.Evidence)),
                Complete(new MonthPart(entry.Month!.Value.Year ?? part.Year, entry.Month.Value.Month), table.Evidence)))
            .ToList();
        if (part.Month is null)
        {
            return identified;
        }

        var months = identified.Select(each => each.Month).OfType<ReportingMonth>().Distinct().ToList();
        var read = months.Where(month => part.Allows(month)).ToList();
        var place = table.Content.Table.Sheet.At(table.Content.Table.HeaderRow, 0);
        if (read is not [var only])
        {
            var month = part.Whole ?? new ReportingMonth(months[0].Year, part.Month.Value);
            _remarks.Add(new Remark(FindingCodes.MonthContradiction, FindingTexts.ColumnsAreOfOtherMonths(place, month, months), place));
            return [.. identified.Select(each => each with { Month = null })];
        }

        var others = identified.Where(each => each.Month != only && each.Entry.IsAttempted).Select(each => each.Month).OfType<ReportingMonth>().Distinct().ToList();
        if (others.Count > 0)
        {
            _remarks.Add(new Remark(FindingCodes.OtherMonthsNotRead, FindingTexts.OtherMonthsNotRead(place, only, others), place));
        }

        return [.. identified.Where(each => each.Month == only)];
    }

    /// <summary>Rows that name their region or month themselves must not all be about others than the sheet says it is about.</summary>
    private IReadOnlyList<IdentifiedEntry> AgreeingWithTable(IdentifiedTable table, List<IdentifiedEntry> entries)
    {
        var place = entries.Count == 0 ? null : entries[0].Entry.Place;
        if (place is null || entries.All(each => each.Entry.RowIdentity == IdentityEvidence.None))
        {
            return entries;
        }

        if (RegionResolver.Resolve(table.Evidence).Region is { } region && entries.All(each => each.Region is not null && each.Region != region))
        {
            _remarks.Add(new Remark(FindingCodes.RegionsDisagree, FindingTexts.RowsAreOfOtherRegions(place, region), place));
            return [.. entries.Select(each => each with { Region = null })];
        }

        if (MonthResolver.Resolve(table.Evidence).Part?.Whole is { } month && entries.All(each => each.Month is not null && each.Month != month))
        {
            _remarks.Add(new Remark(FindingCodes.MonthContradiction, FindingTexts.RowsAreOfOtherMonths(place, month), place));
            return [.. entries.Select(each => each with { Month = null })];
        }

        return entries;
    }
}
