using System.Globalization;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reading.Amounts;
using Renstra.Transform.Reports;
using Renstra.Transform.Wordings;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reading.Tables;

/// <summary>
/// Tells the rows of one indicator apart where its components stand side by side and it has several: its target above its realisation,
/// last year's beside this year's, the month's above the year's so far. What is not told apart is not read.
/// </summary>
internal sealed class LabelledRows(Table table, TableColumns columns, Vocabulary vocabulary)
{
    private const int LongestLabel = 6;
    private const int MostRows = 200;

    private static readonly HashSet<string> Fillers = ["BULAN", "BLN", "INI", "TAHUN", "THN", "ORANG"];

    private readonly Heading _heading = new(vocabulary);
    private readonly HashSet<int> _numbers = [.. columns.Amounts.Concat(table.Of(ColumnKind.Part)).Select(column => column.Index)];

    private bool? _namesStandAlone;

    /// <summary>
    /// Whether every name takes a row of its own and leaves its numbers to the row below, where nothing else stands. One such row could be a
    /// total.
    /// </summary>
    private bool NamesStandAlone => _namesStandAlone ??= Enumerable.Range(table.FirstRow, table.EndRow - table.FirstRow)
        .Where(row => columns.HasNumber(table, row))
        .Take(MostRows)
        .ToList() is [_, _, ..] filled && filled.TrueForAll(row => IsBare(row) && !IsBare(row - 1));

    /// <summary>What stands before the numbers of a row.</summary>
    private enum Label
    {
        None,
        Realisation,
        ThisMonth,
        ToDate,
        Position,
        Other,
    }

    /// <summary>
    /// The row that each component of an indicator is read from, and the last of the rows that belong to it. Without a row, the remark
    /// says why.
    /// </summary>
    /// <param name="subject">What the indicator's own row says.</param>
    /// <param name="row">The indicator's own row.</param>
    /// <param name="namesNothing">Whether a row further down is about no indicator, component or part.</param>
    public (Func<ComponentRole, int?> RowOf, int Last, Remark? Remark) Choose(RowSubject subject, int row, Func<int, bool> namesNothing)
    {
        if (row + 1 < table.EndRow && !columns.HasNumber(table, row) && columns.HasNumber(table, row + 1) && NamesStandAlone)
        {
            return (_ => row + 1, row + 1, null);
        }

        var rows = new List<(int Row, Label Label)> { (row, LabelOf(row, subject.Place.Column)) };
        var last = row;
        for (var below = row + 1; below < table.EndRow && columns.HasNumber(table, below) && namesNothing(below); below++)
        {
            var label = LabelOf(below, null);
            if (label == Label.None && rows[0].Label != Label.Other)
            {
                break;
            }

            rows.Add((below, label));
            last = below;
        }

        rows.RemoveAll(each => !columns.HasNumber(table, each.Row));
        if (rows.Count == 0 || rows is [{ Label: not Label.Other }])
        {
            var only = rows.Count == 0 ? row : rows[0].Row;
            return rows is [{ Label: Label.ThisMonth or Label.ToDate }] && !table.Of(ColumnKind.Period).Any() && WrongPeriod(subject, rows) is { } wrong
                ? (_ => null, last, wrong)
                : (_ => only, last, null);
        }

        Func<ComponentRole, int?> rowOf = role => RowFor(rows, subject.Indicator!.Components.FirstOrDefault(component => component.Role == role));
        return subject.Indicator!.Components.All(component => rowOf(component.Role) is not null)
            ? (rowOf, last, null)
            : (_ => null, last, RemarkOn(subject, rows[0].Row));
    }

    private bool IsBare(int row) => table.Columns.All(column => _numbers.Contains(column.Index) || table.Sheet.Sheet[row, column.Index].IsBlank);

    private static int? RowFor(List<(int Row, Label Label)> rows, Component? component)
    {
        Label[] wanted = component?.Accumulation switch
        {
            null => [],
            Accumulation.Jumlah => [Label.Realisation, Label.ThisMonth],
            Accumulation.Kumulatif => [Label.Realisation, Label.ToDate],
            _ => [Label.Realisation, Label.Position, Label.ToDate, Label.ThisMonth],
        };
        foreach (var label in wanted)
        {
            var found = rows.Where(each => each.Label == label).ToList();
            if (found.Count > 0)
            {
                return found is [var only] ? only.Row : null;
            }
        }

        // Beside rows that say what else they are, the one that says nothing is the report.
        return component is not null && rows.Where(each => each.Label == Label.None).ToList() is [var unlabelled] && rows[0] == unlabelled ? unlabelled.Row : null;
    }

    /// <summary>A single row that says it is about another period than a component asks for.</summary>
    private Remark? WrongPeriod(RowSubject subject, List<(int Row, Label Label)> rows)
    {
        var component = subject.Indicator!.Components.FirstOrDefault(each => RowFor(rows, each) is null);
        var (place, raw) = NumberOf(rows[0].Row);
        return component is null ? null : new Remark(FindingCodes.WrongPeriod, FindingTexts.WrongPeriod(component, place), place, raw, subject.Indicator.Code);
    }

    private Remark RemarkOn(RowSubject subject, int row)
    {
        var (place, raw) = NumberOf(row);
        return new Remark(FindingCodes.AmountTwice, FindingTexts.RowsNotTold(place, subject.Indicator!), place, raw, subject.Indicator!.Code);
    }

    private (Place Place, string Raw) NumberOf(int row)
    {
        var column = columns.Amounts.Concat(table.Of(ColumnKind.Part)).First(each => NumberText.IsNumber(table.Sheet.Sheet[row, each.Index])).Index;
        return (table.Sheet.At(row, column), table.Sheet.Sheet[row, column].Text);
    }

    /// <summary>What the cells before the numbers say of a row; the cell that names the indicator is no label.</summary>
    private Label LabelOf(int row, int? named)
    {
        var first = table.Columns[0].Index;
        var last = _numbers.Count == 0 ? first : _numbers.Max();
        for (var column = first; column < last; column++)
        {
            var cell = table.Sheet.Sheet[row, column];
            if (column != named && !_numbers.Contains(column) && cell.Kind == CellKind.Text && LabelIn(table.Sheet.Words(cell)) is var label && label != Label.None)
            {
                return label;
            }
        }

        return Label.None;
    }

    private Label LabelIn(string words)
    {
        var each = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (each.Length is 0 or > LongestLabel)
        {
            return Label.None;
        }

        var core = string.Join(' ', each.Where(word => !Fillers.Contains(word) && vocabulary.MonthOf(word) is null && !int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out _)));
        if (vocabulary.Mentions(words, Meaning.PeriodeLalu) || vocabulary.Is(core, Meaning.KolomAbaikan) || (each.Contains("%") && IsRealisation(core.Replace("%", "", StringComparison.Ordinal).Trim())))
        {
            return Label.Other;
        }

        return _heading.PeriodIn(words) switch
        {
            PeriodWord.ThisMonth when IsPeriod(words, core) => Label.ThisMonth,
            PeriodWord.ToDate => Label.ToDate,
            PeriodWord.Position when IsPeriod(words, core) => Label.Position,
            _ => IsRealisation(core) ? Label.Realisation : Label.None,
        };
    }

    private bool IsPeriod(string words, string core) =>
        core.Length == 0 || IsRealisation(core) || vocabulary.Is(words, Meaning.PeriodeBulanIni) || vocabulary.Is(words, Meaning.PeriodePosisi);

    private bool IsRealisation(string core) => vocabulary.Is(core, Meaning.KolomAngkaBilaSendiri);
}
