using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reading.Identities;
using Renstra.Transform.Reading.Tables;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Reading.Assembly;

/// <summary>Decides for every entry of a table which region and which month it is about, and says where that cannot be told.</summary>
internal sealed class EntryIdentifier
{
    private readonly ReferenceData _reference;
    private readonly Region? _folder;
    private readonly Table _table;
    private readonly IReadOnlyList<IndicatorEntry> _entries;
    private readonly IdentityEvidence _evidence;
    private readonly bool _mayBeProvince;
    private readonly List<Remark> _remarks = [];
    private readonly List<(Region Region, RegionClaim Claim)> _foreign = [];

    /// <param name="reference">The regions, and what the province itself reports.</param>
    /// <param name="folder">The kabupaten or kota whose folder the file came from; null when it may speak for any.</param>
    /// <param name="table">The table.</param>
    public EntryIdentifier(ReferenceData reference, RegionCode? folder, TableContent table)
    {
        _reference = reference;
        _folder = folder is { } code && reference.Regions.TryFind(code, out var region) ? region : null;
        _table = table.Table;
        _mayBeProvince = folder is null && table.Entries.Any(entry => IsOfProvince(entry.Indicator));
        _evidence = _mayBeProvince ? table.Evidence : table.Evidence.WithoutProvince;
        _entries = [.. table.Entries.Select(WithPeriod)];
    }

    /// <summary>What could not be told, and why.</summary>
    public IReadOnlyList<Remark> Remarks => _remarks;

    /// <summary>Where it says that it is about another region than the one whose folder the file came from, and which.</summary>
    public IReadOnlyList<(Region Region, RegionClaim Claim)> Foreign => _foreign;

    public IReadOnlyList<IndicatorEntry> Identify() =>
        _entries.Any(entry => entry.Month is not null) ? ByColumns() : AgreeingWithTable([.. _entries.Select(ByRow)]);

    private bool IsOfProvince(Indicator indicator) =>
        _reference.Indicators.Applicability.Any(entry => entry.Indicator == indicator.Code && entry.Region == _reference.Regions.Province.Code);

    /// <summary>
    /// A title such as "s.d. Juli 2024" over columns that say nothing of their period: what is counted by the month is not the month's
    /// then, as far as anyone can tell.
    /// </summary>
    private IndicatorEntry WithPeriod(IndicatorEntry entry)
    {
        if (entry.Month?.Month is not null || entry.RowIdentity.Months.Count > 0 || _evidence.Months.FirstOrDefault(claim => claim.IsOfOtherPeriod) is not { } claim)
        {
            return entry;
        }

        var remarks =
            from component in entry.Indicator.Components
            let cell = component.Role == ComponentRole.Pembilang ? entry.Numerator : entry.Denominator
            where component.Accumulation == Accumulation.Jumlah && cell is { IsPeriodSaid: false, Reading.IsAttempted: true }
            select new Remark(
                FindingCodes.WrongPeriod,
                FindingTexts.SheetIsOfOtherPeriod(component, cell.Place, claim.Source, claim.Place, claim.Raw),
                cell.Place,
                cell.Cell.Raw,
                entry.Indicator.Code);
        return entry with { Remarks = [.. entry.Remarks, .. remarks] };
    }

    private IndicatorEntry ByRow(IndicatorEntry entry)
    {
        var evidence = entry.RowIdentity.OrElse(_evidence);
        return entry with { ReportedRegion = RegionOf(evidence), ReportedMonth = MonthOf(evidence) };
    }

    private Region? RegionOf(IdentityEvidence evidence)
    {
        var (region, remarks) = RegionResolver.Resolve(evidence, _folder);
        _remarks.AddRange(remarks);
        if (region is null)
        {
            return null;
        }

        var claim = evidence.Regions.OrderBy(each => each.Source).First();
        if (region.Level == RegionLevel.Provinsi && !_mayBeProvince)
        {
            _remarks.Add(new Remark(FindingCodes.RegionUnknown, FindingTexts.RegionUnknown(claim.Place, claim.Raw, null, _folder), claim.Place, claim.Raw));
            return null;
        }

        if (_folder is not null && region != _folder)
        {
            _foreign.Add((region, claim));
            return null;
        }

        return region;
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
    private List<IndicatorEntry> ByColumns()
    {
        var (stated, remarks) = MonthResolver.Resolve(_evidence);
        _remarks.AddRange(remarks);
        var identified = _entries
            .Select(entry => entry with
            {
                ReportedRegion = RegionOf(entry.RowIdentity.OrElse(_evidence)),
                ReportedMonth = stated is { } part ? Complete(new MonthPart(entry.Month!.Value.Year ?? part.Year, entry.Month.Value.Month ?? part.Month), _evidence) : null,
            })
            .ToList();
        return stated is { Month: { } month } whole ? OfMonth(whole, month, identified) : identified;
    }

    private List<IndicatorEntry> OfMonth(MonthPart stated, int statedMonth, List<IndicatorEntry> identified)
    {
        var place = _table.Sheet.At(_table.HeaderRow, 0);
        var months = identified.Select(each => each.ReportedMonth).OfType<ReportingMonth>().Distinct().ToList();
        if (months.Where(month => stated.Allows(month)).ToList() is not [var only])
        {
            if (months.Count > 0)
            {
                var month = stated.Whole ?? new ReportingMonth(months[0].Year, statedMonth);
                _remarks.Add(new Remark(FindingCodes.MonthContradiction, FindingTexts.ColumnsAreOfOtherMonths(place, month, months), place));
            }

            return [.. identified.Select(each => each with { ReportedMonth = null })];
        }

        var others = identified.Where(each => each.ReportedMonth != only && each.IsAttempted).Select(each => each.ReportedMonth).OfType<ReportingMonth>().Distinct().ToList();
        if (others.Count > 0)
        {
            _remarks.Add(new Remark(FindingCodes.OtherMonthsNotRead, FindingTexts.OtherMonthsNotRead(place, only, others), place));
        }

        return [.. identified.Where(each => each.ReportedMonth == only)];
    }

    /// <summary>Rows that name their region or month themselves must not all be about others than the sheet says it is about.</summary>
    private IReadOnlyList<IndicatorEntry> AgreeingWithTable(List<IndicatorEntry> identified)
    {
        if (identified.All(each => each.RowIdentity == IdentityEvidence.None))
        {
            return identified;
        }

        var place = identified[0].Place;
        if (RegionResolver.Resolve(_evidence).Region is { } region && identified.All(each => each.ReportedRegion is not null && each.ReportedRegion != region))
        {
            _remarks.Add(new Remark(FindingCodes.RegionsDisagree, FindingTexts.RowsAreOfOtherRegions(place, region), place));
            return [.. identified.Select(each => each with { ReportedRegion = null })];
        }

        if (MonthResolver.Resolve(_evidence).Part?.Whole is { } month && identified.All(each => each.ReportedMonth is not null && each.ReportedMonth != month))
        {
            _remarks.Add(new Remark(FindingCodes.MonthContradiction, FindingTexts.RowsAreOfOtherMonths(place, month), place));
            return [.. identified.Select(each => each with { ReportedMonth = null })];
        }

        return identified;
    }
}
