using Renstra.Transform.Reading.Identities;
using Renstra.Transform.Reading.Tables;
using Renstra.Transform.Receipts;
using Renstra.Transform.Reports;
using Renstra.Transform.Wordings;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reading.Assembly;

/// <summary>
/// Reads what the sheets of a workbook say. Of several sheets those matter that have a table of indicators; instructions and hidden
/// sheets are looked at only when nothing else has one.
/// </summary>
internal sealed class WorkbookContentReader(TableFinder finder, TableReader reader, IdentityFinder identities, Vocabulary vocabulary)
{
    public WorkbookContent Read(Workbook workbook)
    {
        var sheets = workbook.Sheets.Select((sheet, index) => new SheetText(sheet, index)).Where(sheet => !ReturnedSheet.Is(sheet.Sheet)).ToList();
        var visible = sheets.Where(sheet => !sheet.Sheet.IsHidden && !IsInstructions(sheet)).ToList();
        var read = Read(visible);
        if (read.All(sheet => sheet.Tables.Count == 0))
        {
            // Where these have none either, what is wrong with the others is still to be said.
            var instructions = Read([.. sheets.Where(sheet => !sheet.Sheet.IsHidden && IsInstructions(sheet))]);
            read = instructions.Any(sheet => sheet.Tables.Count > 0) ? instructions : read;
        }

        var hidden = Read([.. sheets.Where(sheet => sheet.Sheet.IsHidden && !IsInstructions(sheet))])
            .Where(sheet => sheet.Tables.Count > 0)
            .Select(sheet => new Remark(
                FindingCodes.HiddenSheetIgnored, FindingTexts.HiddenSheetIgnored(sheet.Sheet.Sheet.Name), sheet.Sheet.At(0, 0), sheet.Sheet.Sheet.Name));
        var tables = read.SelectMany(sheet => sheet.Tables).ToList();
        var cover = visible
            .Where(sheet => tables.All(table => table.Content.Table.Sheet != sheet))
            .Select(sheet => identities.InRows(sheet, 0, sheet.Sheet.RowCount).LabelsOnly)
            .Aggregate(IdentityEvidence.None, (all, each) => all.And(each));
        var (placed, unplaced) = WithBreakdownsOfTheirOwn(tables.ConvertAll(table => table with { Evidence = table.Evidence.OrElse(cover) }));
        return new WorkbookContent(placed, cover, [.. hidden, .. read.SelectMany(sheet => sheet.Remarks), .. unplaced]);
    }

    /// <summary>
    /// A table of breakdowns alone, as on a sheet of its own, is about what the other tables are about. Where these are about several
    /// months or regions, and it does not say itself which it means, it is not read.
    /// </summary>
    private static (IReadOnlyList<IdentifiedTable> Placed, IEnumerable<Remark> Unplaced) WithBreakdownsOfTheirOwn(List<IdentifiedTable> tables)
    {
        var wholes = tables.Where(table => !IsBreakdown(table)).ToList();
        var subjects = wholes.DistinctBy(table => (RegionResolver.Resolve(table.Evidence).Region, MonthResolver.Resolve(table.Evidence).Part)).ToList();
        if (subjects is [var only] && wholes.All(table => table.Content.Entries.All(entry => entry.Month is null)))
        {
            return ([.. tables.Select(table => IsBreakdown(table) ? table with { Evidence = table.Evidence.OrElse(only.Evidence) } : table)], []);
        }

        var lost = tables.Where(table => IsBreakdown(table) && (wholes.Count == 0 || table.Evidence.Regions.Count == 0 || table.Evidence.Months.Count == 0)).ToList();
        return (
            [.. tables.Except(lost)],
            lost.SelectMany(table => table.Content.Entries)
                .Where(entry => entry.IsAttempted)
                .Select(entry => (entry.Place, Raw: entry.Parts[0].Part.Name))
                .Select(part => new Remark(FindingCodes.PartUnplaced, FindingTexts.PartUnplaced(part.Place, part.Raw), part.Place, part.Raw)));
    }

    private static bool IsBreakdown(IdentifiedTable table) => table.Content.Entries.All(entry => entry.IsPartRow);

    private List<SheetContent> Read(IReadOnlyList<SheetText> sheets) => [.. sheets.Select(Read)];

    private SheetContent Read(SheetText sheet)
    {
        var contents = finder.Find(sheet).Select(reader.Read).ToList();
        var tables = new List<IdentifiedTable>();
        var identity = IdentityEvidence.None;
        var zoneStart = 0;
        foreach (var beside in contents.Where(content => content.Entries.Count > 0).GroupBy(content => content.Table.HeaderRow))
        {
            identity = identities.InRows(sheet, zoneStart, beside.Key).OrElse(identity);
            zoneStart = beside.SelectMany(content => content.Entries).Max(entry => entry.Place.Row) + 1;
            tables.AddRange(beside.Select(content => new IdentifiedTable(content, identity.Above(content.Table.Span))));
        }

        // Some offices write region and month below the table.
        var below = tables.Count == 0 ? IdentityEvidence.None : identities.InRows(sheet, zoneStart, sheet.Sheet.RowCount).LabelsOnly;
        var name = identities.InName(sheet);
        var remarks = tables.Count > 0
            ? tables.SelectMany(table => table.Content.Remarks)
            : contents.SelectMany(content => content.Remarks).Where(remark => remark.Code is not (FindingCodes.RowUnknown or FindingCodes.PartUnplaced));
        return new SheetContent(sheet, [.. tables.Select(table => table with { Evidence = table.Evidence.OrElse(below).And(name) })], [.. remarks]);
    }

    private bool IsInstructions(SheetText sheet) => vocabulary.StartsWith(Wording.Normalise(sheet.Sheet.Name), Meaning.LembarPetunjuk);

    private sealed record SheetContent(SheetText Sheet, IReadOnlyList<IdentifiedTable> Tables, IReadOnlyList<Remark> Remarks);
}
