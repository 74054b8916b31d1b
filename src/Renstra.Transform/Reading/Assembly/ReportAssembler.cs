using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reading.Identities;
using Renstra.Transform.Reading.Tables;
using Renstra.Transform.Receipts;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Reading.Assembly;

/// <summary>
/// Divides what a workbook says into reports by region, month and holder. A kabupaten or kota speaks for itself alone; the province, and
/// a file from nowhere, for any region and for the holder of each indicator.
/// </summary>
/// <param name="reference">The regions and indicators.</param>
/// <param name="folder">The kabupaten or kota whose folder the file came from; null when it may speak for any.</param>
internal sealed class ReportAssembler(ReferenceData reference, RegionCode? folder)
{
    private readonly MonthMentions _months = new(reference.Vocabulary);
    private readonly RegionMentions _regions = new(reference.Regions);

    public AssembledReports Assemble(WorkbookContent content, string fileName)
    {
        var identifiers = content.Tables.Select(table => new EntryIdentifier(reference, folder, table)).ToList();
        var entries = identifiers.SelectMany(identifier => identifier.Identify()).ToList();
        var assigned = entries.Where(entry => entry is { ReportedRegion: not null, ReportedMonth: not null }).ToList();
        var reports = assigned
            .GroupBy(entry => KeyOf(entry.ReportedRegion!, entry.ReportedMonth!.Value, entry.Indicator))
            .Select(group => (group.Key, Entries: (IReadOnlyList<IndicatorEntry>)[.. group]))
            .OrderBy(report => report.Key.Month)
            .ThenBy(report => report.Key.Region)
            .ThenBy(report => report.Key.Holder)
            .ToList();

        // In a workbook for a whole year, or for all regions, what is blank throughout is not there yet.
        if (reports.Any(report => IsFilled(report.Entries)))
        {
            reports.RemoveAll(report => !IsFilled(report.Entries));
        }

        return new AssembledReports(
            reports,
            [.. entries.Except(assigned)],
            [
                .. content.Remarks,
                .. identifiers.SelectMany(identifier => identifier.Remarks),
                .. identifiers.SelectMany(identifier => identifier.Foreign).DistinctBy(foreign => foreign.Region).Select(foreign => OfOtherFolder(foreign.Region, foreign.Claim)),
                .. Contradictions(content.Cover, reports, fileName),
            ]);
    }

    /// <summary>However many cells say so, it is one mistake.</summary>
    private Remark OfOtherFolder(Region region, RegionClaim claim) =>
        new(FindingCodes.RegionContradiction, FindingTexts.FolderIsAnothers(claim.Place, region, reference.Regions[folder!.Value]), claim.Place, claim.Raw);

    private ReportKey KeyOf(Region region, ReportingMonth month, Indicator indicator) =>
        new(region.Code, month, folder is null ? indicator.Holder : DataHolder.Region);

    private static bool IsFilled(IReadOnlyList<IndicatorEntry> entries) => entries.Any(entry => entry.IsAttempted);

    /// <summary>What a cover sheet or the file's name says must be true of at least one report.</summary>
    private IEnumerable<Remark> Contradictions(
        IdentityEvidence cover, IReadOnlyList<(ReportKey Key, IReadOnlyList<IndicatorEntry> Entries)> reports, string fileName)
    {
        if (reports.Count == 0)
        {
            yield break;
        }

        var first = reports[0].Key;
        var region = reference.Regions[first.Region];
        if (RegionResolver.Resolve(cover.WithoutProvince).Region is { } covered && reports.All(report => report.Key.Region != covered.Code))
        {
            var claim = cover.WithoutProvince.Regions[0];
            yield return new Remark(FindingCodes.RegionsDisagree, FindingTexts.CoverNamesOtherRegion(claim.Place, claim.Raw, region), claim.Place, claim.Raw);
        }

        if (MonthResolver.Resolve(cover).Part is { } part && reports.All(report => !part.Allows(report.Key.Month)))
        {
            var claim = cover.Months[0];
            yield return new Remark(FindingCodes.MonthContradiction, FindingTexts.CoverNamesOtherMonth(claim.Place, claim.Raw, first.Month), claim.Place, claim.Raw);
        }

        var name = ReceiptFileName.WithoutReceipt(Path.GetFileNameWithoutExtension(fileName));
        var named = _regions.InName(name);
        if (named.Count > 0 && reports.All(report => named.All(each => each.Code != report.Key.Region)))
        {
            yield return new Remark(FindingCodes.RegionsDisagree, FindingTexts.FileNameNamesOtherRegion(fileName, region));
        }

        var months = _months.InFileName(name);
        if (months.Count > 0 && reports.All(report => months.All(month => !month.Allows(report.Key.Month))))
        {
            yield return new Remark(FindingCodes.MonthContradiction, FindingTexts.FileNameNamesOtherMonth(fileName, first.Month));
        }
    }
}

/// <summary>A submission divided into reports.</summary>
/// <param name="Reports">The entries of each report; by month, region and holder.</param>
/// <param name="Unassigned">Entries whose region or month cannot be told.</param>
/// <param name="Remarks">What is wrong or odd about the submission as a whole.</param>
internal sealed record AssembledReports(
    IReadOnlyList<(ReportKey Key, IReadOnlyList<IndicatorEntry> Entries)> Reports,
    IReadOnlyList<IndicatorEntry> Unassigned,
    IReadOnlyList<Remark> Remarks);
