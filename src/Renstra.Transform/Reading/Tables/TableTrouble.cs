using Renstra.Transform.Indicators;
using Renstra.Transform.Reading.Amounts;
using Renstra.Transform.Reading.Identities;
using Renstra.Transform.Reports;
using Renstra.Transform.Wordings;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reading.Tables;

/// <summary>Looks for what keeps a table from being read, so that the officer is told the cause and not only the effect.</summary>
internal sealed class TableTrouble(IndicatorNames names, IdentityFinder identities, Vocabulary vocabulary)
{
    /// <summary>Whoever made the table put its headings here; what lies beyond is not worth the time.</summary>
    private const int MostRows = 200;
    private const int MostColumns = 60;

    private static readonly string[] Scales = ["RIBU", "RIBUAN", "JUTA", "JUTAAN", "MILIAR"];

    private readonly Heading _heading = new(vocabulary);

    /// <summary>
    /// A heading or a note such as "(dalam ribuan)" down to the last heading of a sheet's tables: numbers are not what they seem below it.
    /// Null for none.
    /// </summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="tables">The tables found on it; where there are none, only a heading counts.</param>
    public Remark? Scaled(SheetText sheet, IReadOnlyList<TableContent> tables)
    {
        var end = Math.Min(MostRows, tables.Count > 0 ? tables.Max(table => table.Table.FirstRow) : sheet.Sheet.RowCount);
        for (var row = 0; row < end; row++)
        {
            for (var column = 0; column < Math.Min(MostColumns, sheet.Sheet.ColumnCount); column++)
            {
                var cell = sheet.Sheet[row, column];
                var words = sheet.Words(cell);
                if (words.Length > 0 && IsScaled(words) && (tables.Count > 0 || _heading.IsHeadingOfNumbers(words)))
                {
                    return new Remark(FindingCodes.NumbersScaled, FindingTexts.NumbersScaled(sheet.At(row, column), cell.Text), sheet.At(row, column), cell.Text);
                }
            }
        }

        return null;
    }

    /// <summary>A row that names several indicators: the table lies on its side. Null for none.</summary>
    public Remark? OnItsSide(SheetText sheet)
    {
        for (var row = 0; row < Math.Min(MostRows, sheet.Sheet.RowCount); row++)
        {
            var named = Enumerable.Range(0, Math.Min(MostColumns, sheet.Sheet.ColumnCount))
                .Select(column => (Column: column, Indicator: IndicatorIn(sheet.Sheet[row, column])))
                .Where(found => found.Indicator is not null)
                .DistinctBy(found => found.Indicator)
                .ToList();
            if (named.Count > 1)
            {
                var place = sheet.At(row, named[0].Column);
                return new Remark(FindingCodes.TableMissing, FindingTexts.TableOnItsSide(place), place, sheet.Sheet[row, named[0].Column].Text);
            }
        }

        return null;
    }

    /// <summary>Headings that name several regions over columns of numbers, of which nothing says which one is meant. Null for none.</summary>
    public Remark? RegionsSideBySide(Table table)
    {
        var named = Enumerable.Range(table.HeaderRow, table.FirstRow - table.HeaderRow)
            .SelectMany(row => table.Columns.Select(column => table.Sheet.At(row, column.Index)))
            .Select(place => (Place: place, Cell: table.Sheet.Sheet[place.Row, place.Column]))
            .Where(found => found.Cell.Kind == CellKind.Text)
            .Select(found => (found.Place, found.Cell.Text, Regions: identities.RegionsNamedIn(found.Cell.Text)))
            .Where(found => found.Regions.Count > 0)
            .ToList();
        return named.SelectMany(found => found.Regions).Distinct().Skip(1).Any()
            ? new Remark(FindingCodes.AmountTwice, FindingTexts.RegionsSideBySide(named[0].Place, named[^1].Place), named[0].Place, named[0].Text)
            : null;
    }

    /// <summary>Whether no cell of a sheet holds a number, as one or as text.</summary>
    public static bool HoldsNoNumber(Sheet sheet) => !Enumerable.Range(0, Math.Min(MostRows, sheet.RowCount))
        .SelectMany(row => Enumerable.Range(0, Math.Min(MostColumns, sheet.ColumnCount)).Select(column => sheet[row, column]))
        .Any(NumberText.IsNumber);

    private static bool IsScaled(string words) =>
        Array.Exists(Scales, scale => words == scale || Wording.Mentions(words, $"DALAM {scale}") || Wording.Mentions(words, $"DLM {scale}") || words.EndsWith($" {scale}", StringComparison.Ordinal))
        || (Array.Exists(Scales, scale => Wording.Mentions(words, scale)) && words.Split(' ') is ["X", ..] or ["SATUAN", ..]);

    private Indicator? IndicatorIn(Cell cell) => cell.Kind != CellKind.Text || cell.Text.Length > Wording.LongestPhrase
        ? null
        : names.FindByCode(cell.Text, out _) ?? (names.Indicators.FindExact(IndicatorNames.Core(cell.Text)) is [var only] ? only : null);
}
