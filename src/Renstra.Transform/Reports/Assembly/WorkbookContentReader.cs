using Renstra.Transform.Reports.Identities;
using Renstra.Transform.Reports.Tables;
using Renstra.Transform.Reports.Wordings;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reports.Assembly;

/// <summary>
/// Reads what the sheets of a workbook say. Of several sheets those matter that have a table of indicators; instructions and hidden
/// sheets are looked at only when nothing else has one.
/// </summary>
internal sealed class WorkbookContentReader(TableFinder finder, TableReader reader, IdentityFinder identities, Vocabulary vocabulary)
{
    public WorkbookContent Read(Workbook workbook)
    {
        var sheets = workbook.Sheets.Select((sheet, index) => new SheetText(sheet, index)).ToList();
        var visible = sheets.Where(sheet => !sheet.Sheet.IsHidden && !IsInstructions(sheet)).ToList();
        var read = Read(visible);
        if (read.All(sheet => sheet.Tables.Count == 0))
        {
            read = Read([.. sheets.Where(sheet => !sheet.Sheet.IsHidden && IsInstructions(sheet))]);
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
        return new WorkbookContent(
            [.. tables.Select(table => table with { Evidence = table.Evidence.OrElse(cover) })],
            cover,
            [.. hidden, .. read.SelectMany(sheet => sheet.Remarks)]);
    }

    private List<SheetContent> Read(IReadOnlyList<SheetText> sheets) => [.. sheets.Select(Read)];

    private SheetContent Read(SheetText sheet)
    {
        var contents = finder.Find(sheet).Select(reader.Read).ToList();
        var tables = new List<IdentifiedTable>();
        var identity = IdentityEvidence.None;
        var zoneStart = 0;
        foreach (var content in contents.Where(content => content.Entries.Count > 0))
        {
            identity = identities.InRows(sheet, zoneStart, content.Table.HeaderRow).OrElse(identity);
            zoneStart = content.Entries.Max(entry => entry.Place.Row) + 1;
            tables.Add(new IdentifiedTable(content, identity));
        }

        // Some offices write region and month below the table.
        var below = tables.Count == 0 ? IdentityEvidence.None : identities.InRows(sheet, zoneStart, sheet.Sheet.RowCount).LabelsOnly;
        var name = identities.InName(sheet);
        var remarks = tables.Count > 0
            ? tables.SelectMany(table => table.Content.Remarks)
            : contents.SelectMany(content => content.Remarks).Where(remark => remark.Code != FindingCodes.RowUnknown);
        return new SheetContent(sheet, [.. tables.Select(table => table with { Evidence = table.Evidence.OrElse(below).And(name) })], [.. remarks]);
    }

    private bool IsInstructions(SheetText sheet) => vocabulary.StartsWith(Wording.Normalise(sheet.Sheet.Name), Meaning.LembarPetunjuk);

    private sealed record SheetContent(SheetText Sheet, IReadOnlyList<IdentifiedTable> Tables, IReadOnlyList<Remark> Remarks);
}
