using Renstra.Transform.Reading.Amounts;
using Renstra.Transform.Reading.Identities;
using Renstra.Transform.Reports;
using Renstra.Transform.Wordings;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reading.Tables;

/// <summary>Looks for what keeps a table from being read, so that the officer is told the cause and not only the effect.</summary>
internal sealed class TableTrouble(IdentityFinder identities, HeadingSubjects subjects, Vocabulary vocabulary)
{
    /// <summary>Whoever made the table put its headings here; what lies beyond is not worth the time.</summary>
    private const int MostRows = 200;
    private const int MostColumns = 60;
    private const int MostTitleRows = 30;
    private const int MostTitleWords = 12;

    private static readonly string[] Scales = ["RIBU", "RIBUAN", "JUTA", "JUTAAN", "MILIAR"];

    /// <summary>No indicator counts money: a budget in millions says nothing of the numbers beside it.</summary>
    private static readonly HashSet<string> Money = ["ANGGARAN", "RP", "RUPIAH", "DANA", "BIAYA", "PAGU", "BELANJA"];

    /// <summary>What the title of a report says that it holds, targets beside it or not.</summary>
    private static readonly HashSet<string> Reported = ["REALISASI", "CAPAIAN", "PENCAPAIAN", "KETERCAPAIAN", "PELAKSANAAN", "HASIL", "LAPORAN"];

    private static readonly HashSet<string> NoTitle = ["%", "DAN", "TERHADAP", "DIBANDING", "DIBANDINGKAN", "DENGAN", "VS"];

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
                .Select(column => (Column: column, Indicator: subjects.IndicatorIn(sheet.Sheet[row, column])))
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

    /// <summary>
    /// The nearest title above a table, or else the sheet's name, where it calls the table targets or an example and nothing else: its numbers
    /// are no report then. Null for none.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="firstRow">The first row that can be about it.</param>
    public static (Place Place, string Raw)? TitleOfTargets(Table table, int firstRow)
    {
        var sheet = table.Sheet;
        for (var row = table.HeaderRow - 1; row >= Math.Max(firstRow, table.HeaderRow - MostTitleRows); row--)
        {
            var texts = Enumerable.Range(0, Math.Min(MostColumns, sheet.Sheet.ColumnCount))
                .Where(column => column >= table.Span.First && column < table.Span.End && !sheet.Sheet[row, column].IsBlank)
                .ToList();
            var words = texts is [var only] ? sheet.Words(sheet.Sheet[row, only]) : "";
            if (texts is [var column] && IsOfTargets(words))
            {
                return (sheet.At(row, column), sheet.Sheet[row, column].Text);
            }

            if (words.Split(' ').Any(Reported.Contains))
            {
                return null;
            }
        }

        return IsOfTargets(Wording.Normalise(sheet.Sheet.Name)) ? (sheet.At(0, 0), sheet.Sheet.Name) : null;
    }

    /// <summary>"TARGET IKU TAHUN 2024", but not "Target 65 %" nor "Target dan Realisasi".</summary>
    private static bool IsOfTargets(string words)
    {
        var each = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return each.Length is > 0 and <= MostTitleWords
            && (each.Contains("TARGET") || each[0] == "CONTOH")
            && !Array.Exists(each, word => Reported.Contains(word) || NoTitle.Contains(word) || (word.Length < 4 && word.All(char.IsAsciiDigit) && word != each[0]));
    }

    /// <summary>Whether no cell of a sheet holds a number, as one or as text.</summary>
    public static bool HoldsNoNumber(Sheet sheet) => !Enumerable.Range(0, Math.Min(MostRows, sheet.RowCount))
        .SelectMany(row => Enumerable.Range(0, Math.Min(MostColumns, sheet.ColumnCount)).Select(column => sheet[row, column]))
        .Any(NumberText.IsNumber);

    private static bool IsScaled(string words) =>
        !words.Split(' ').Any(Money.Contains) && (Array.Exists(Scales, scale => words == scale || Wording.Mentions(words, $"DALAM {scale}") || Wording.Mentions(words, $"DLM {scale}") || words.EndsWith($" {scale}", StringComparison.Ordinal))
        || (Array.Exists(Scales, scale => Wording.Mentions(words, scale)) && words.Split(' ') is ["X", ..] or ["SATUAN", ..]));
}
