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
internal sealed class WorkbookContentReader(TableFinder finder, TableReader reader, TableTrouble trouble, IdentityFinder identities, Vocabulary vocabulary)
{
    public WorkbookContent Read(Workbook workbook)
    {
        var sheets = workbook.Sheets.Select((sheet, index) => new SheetText(sheet, index)).Where(sheet => !ReturnedSheet.Is(sheet.Sheet)).ToList();
        var visible = sheets.Where(sheet => !sheet.Sheet.IsHidden && !IsInstructions(sheet)).ToList();
        var read = Read(visible);
        var instructions = Read([.. sheets.Where(sheet => !sheet.Sheet.IsHidden && IsInstructions(sheet))]);
        IReadOnlyList<Remark> overlooked = [];
        if (read.All(sheet => sheet.Tables.All(table => table.IsBreakdown)))
        {
            // Where these have none either, what is wrong with the others is still to be said.
            read = instructions.Any(sheet => sheet.Tables.Count > 0) ? [.. read.Where(sheet => sheet.Tables.Count > 0), .. instructions] : read;
        }
        else if (!read.Any(sheet => sheet.Tables.Any(table => table.IsAttempted)))
        {
            // Examples are no report; but the report itself may stand on a sheet of that name.
            overlooked = [.. instructions.Where(sheet => sheet.Tables.Any(table => table.IsAttempted)).Select(sheet => new Remark(
                FindingCodes.HiddenSheetIgnored, FindingTexts.InstructionsIgnored(sheet.Sheet.Sheet.Name), sheet.Sheet.At(0, 0), sheet.Sheet.Sheet.Name))];
        }

        var hidden = Read([.. sheets.Where(sheet => sheet.Sheet.IsHidden && !IsInstructions(sheet))])
            .Where(sheet => sheet.Tables.Count > 0)
            .Select(sheet => new Remark(
                FindingCodes.HiddenSheetIgnored, FindingTexts.HiddenSheetIgnored(sheet.Sheet.Sheet.Name), sheet.Sheet.At(0, 0), sheet.Sheet.Sheet.Name));
        var tables = read.SelectMany(sheet => sheet.Tables).ToList();
        var others = visible.Where(sheet => tables.All(table => table.Table.Sheet != sheet)).Select(sheet => (Sheet: sheet, Evidence: identities.InRows(sheet, 0, sheet.Sheet.RowCount))).ToList();
        var cover = others.Select(other => other.Evidence.LabelsOnly).Aggregate(IdentityEvidence.None, (all, each) => all.And(each));

        // A first sheet that is nothing but a cover says by its titles what the others are about.
        var titles = others.Where(other => other.Sheet.Index == 0 && TableTrouble.HoldsNoNumber(other.Sheet.Sheet)).Select(other => other.Evidence).FirstOrDefault(IdentityEvidence.None);
        var (placed, unplaced) = WithBreakdownsOfTheirOwn(tables.ConvertAll(table => table with { Evidence = table.Evidence.OrElse(cover).OrElse(titles) }));
        return new WorkbookContent(placed, cover, [.. hidden, .. overlooked, .. read.SelectMany(sheet => sheet.Remarks), .. unplaced]);
    }

    /// <summary>
    /// A table of breakdowns alone, as on a sheet of its own, is about what the other tables are about. Where these are about several
    /// months or regions, and it does not say itself which it means, it is not read.
    /// </summary>
    private static (IReadOnlyList<TableContent> Placed, IEnumerable<Remark> Unplaced) WithBreakdownsOfTheirOwn(List<TableContent> tables)
    {
        var wholes = tables.Where(table => !table.IsBreakdown).ToList();
        var subjects = wholes.DistinctBy(table => (RegionResolver.Resolve(table.Evidence).Region, MonthResolver.Resolve(table.Evidence).Part)).ToList();
        if (subjects is [var only] && wholes.All(table => table.Entries.All(entry => entry.Month is null)))
        {
            return ([.. tables.Select(table => table.IsBreakdown ? table with { Evidence = table.Evidence.OrElse(only.Evidence) } : table)], []);
        }

        var lost = tables.Where(table => table.IsBreakdown && (wholes.Count == 0 || table.Evidence.Regions.Count == 0 || table.Evidence.Months.Count == 0)).ToList();
        return (
            [.. tables.Except(lost)],
            lost.SelectMany(table => table.Entries)
                .Where(entry => entry.IsAttempted)
                .Select(entry => (entry.Place, Raw: entry.Parts[0].Part.Name))
                .Select(part => new Remark(FindingCodes.PartUnplaced, FindingTexts.PartUnplaced(part.Place, part.Raw), part.Place, part.Raw)));
    }

    private List<SheetContent> Read(IReadOnlyList<SheetText> sheets) => [.. sheets.Select(Read)];

    private SheetContent Read(SheetText sheet)
    {
        var contents = finder.Find(sheet).Select(reader.Read).ToList();
        var tables = new List<TableContent>();
        var targets = new List<Remark>();
        var identity = IdentityEvidence.None;
        var zoneStart = 0;
        foreach (var content in contents.Where(content => content.Entries.Count > 0).OrderBy(content => content.Table.HeaderRow))
        {
            var table = content.Table;
            var start = tables.Where(above => above.Table.HeaderRow < table.HeaderRow && above.Table.IsInTheWayOf(table)).Select(LastRow).DefaultIfEmpty(-1).Max() + 1;
            var evidence = Above(sheet, start, table, contents);
            var placed = content with { Evidence = evidence.Above(table.Span).OrElse(identity.Above(table.Span)) };
            identity = evidence.OrElse(identity);
            zoneStart = Math.Max(zoneStart, LastRow(content) + 1);
            tables.Add(placed);
            if (content.IsAttempted && TableTrouble.TitleOfTargets(table, start) is { } title)
            {
                targets.Add(new Remark(FindingCodes.TargetsIgnored, FindingTexts.TargetsIgnored(title.Place, title.Raw), title.Place, title.Raw));
                tables[^1] = placed with { IsOfTargets = true };
            }
        }

        tables.RemoveAll(table => table.IsOfTargets);

        // Some offices write region and month below the table.
        var below = tables.Count == 0 ? IdentityEvidence.None : identities.InRows(sheet, zoneStart, sheet.Sheet.RowCount).LabelsOnly;
        var name = identities.InName(sheet);
        var found = contents.SelectMany(content => content.Remarks).ToList();
        var isAboutIndicators = tables.Count > 0 || found.Exists(remark => remark.Code is FindingCodes.CodeAndNameDisagree or FindingCodes.IndicatorUnclear);
        var remarks = tables.Count > 0 ? tables.SelectMany(table => table.Remarks)
            : found.Where(remark => isAboutIndicators || remark.Code is not (FindingCodes.RowUnknown or FindingCodes.PartUnplaced));
        var scaled = trouble.Scaled(sheet, tables);
        return new SheetContent(sheet, [.. tables.Select(table => table with { Evidence = table.Evidence.OrElse(below).And(name) })], [.. remarks, .. targets, .. scaled is null ? [] : new[] { scaled }]);
    }

    private static int LastRow(TableContent content) => content.Entries.Max(entry => entry.Place.Row);

    /// <summary>
    /// What stands above a table. Below the header of one beside it, only what stands above this one alone counts: the other's rows are no
    /// titles.
    /// </summary>
    private IdentityEvidence Above(SheetText sheet, int start, Table table, List<TableContent> contents)
    {
        var aside = contents.Where(other => !other.Table.IsInTheWayOf(table)).Select(other => other.Table.HeaderRow).Where(row => row >= start).DefaultIfEmpty(table.HeaderRow).Min();
        var common = identities.InRows(sheet, start, Math.Min(aside, table.HeaderRow));
        return aside >= table.HeaderRow ? common : identities.InRows(sheet, start, table.HeaderRow).Within(table.Span).OrElse(common);
    }

    private bool IsInstructions(SheetText sheet) => vocabulary.StartsWith(Wording.Normalise(sheet.Sheet.Name), Meaning.LembarPetunjuk);

    private sealed record SheetContent(SheetText Sheet, IReadOnlyList<TableContent> Tables, IReadOnlyList<Remark> Remarks);
}

/// <summary>What a workbook says, before it is decided which reports that makes.</summary>
/// <param name="Tables">The tables with at least one indicator, in the order of the workbook.</param>
/// <param name="Cover">What the labels of sheets without such a table say.</param>
/// <param name="Remarks">What is wrong or odd about tables and sheets.</param>
internal sealed record WorkbookContent(IReadOnlyList<TableContent> Tables, IdentityEvidence Cover, IReadOnlyList<Remark> Remarks);
