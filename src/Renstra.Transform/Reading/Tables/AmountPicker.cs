using Renstra.Transform.Indicators;
using Renstra.Transform.Reading.Amounts;
using Renstra.Transform.Reports;
using Renstra.Transform.Wordings;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reading.Tables;

/// <summary>
/// Chooses, of the cells of a row that could hold a component's amount, the one that does: of several periods the one that the
/// component asks for, of several columns the one with a number in it.
/// </summary>
internal sealed class AmountPicker(AmountParser parser, IndicatorNames names, Vocabulary vocabulary)
{
    private readonly Heading _heading = new(vocabulary);

    /// <summary>The cell of a component, and what is odd about the choice; no cell when there is no column for it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="row">The row.</param>
    /// <param name="component">The component.</param>
    /// <param name="columns">The columns that could hold it.</param>
    public (AmountCell? Cell, IReadOnlyList<Remark> Remarks) Pick(Table table, int row, ComponentOf component, IReadOnlyList<Column> columns)
    {
        if (columns.Count == 0 || (columns is [{ IsNumeric: false } only] && NamesComponent(table.Sheet.Sheet[row, only.Index])))
        {
            return (null, []);
        }

        var rowPeriod = RowPeriod(table, row, component.Role);
        var remarks = new List<Remark>();
        var byPeriod = columns
            .GroupBy(column => column.Period ?? rowPeriod)
            .Select(group => (Period: group.Key, Cell: PickOne(table, row, component, [.. group], remarks) with { IsPeriodSaid = group.Key is not null }))
            .ToList();
        var cells = new PeriodCells(
            byPeriod.FirstOrDefault(entry => entry.Period is null).Cell,
            byPeriod.FirstOrDefault(entry => entry.Period == PeriodWord.ThisMonth).Cell,
            byPeriod.FirstOrDefault(entry => entry.Period == PeriodWord.ToDate).Cell,
            byPeriod.FirstOrDefault(entry => entry.Period == PeriodWord.Position).Cell);
        return (Choose(component, cells, remarks), remarks);
    }

    private static AmountCell Choose(ComponentOf component, PeriodCells cells, List<Remark> remarks)
    {
        var isStock = component.Component.Accumulation is Accumulation.Posisi or Accumulation.Tahunan;
        var asked = isStock ? cells.Position : component.Component.Accumulation == Accumulation.Jumlah ? cells.ThisMonth : cells.ToDate;
        var isBothFilled = cells is { ThisMonth.Reading.Amount: not null, ToDate.Reading.Amount: not null };
        if (isStock)
        {
            // What there is of a stock, or of a year, this month is what there is of it to date; either heading will do, if they agree.
            var either = Filled(asked) ?? Filled(cells.Unsaid);
            return either is null && isBothFilled && cells.ThisMonth!.Reading.Amount != cells.ToDate!.Reading.Amount
                ? Undecided(component, cells, remarks)
                : either ?? Filled(cells.ToDate) ?? Filled(cells.ThisMonth) ?? cells.All.Last();
        }

        if (isBothFilled && cells.ToDate!.Reading.Amount < cells.ThisMonth!.Reading.Amount)
        {
            remarks.Add(RemarkOn(component, FindingCodes.CumulativeDisagrees, cells.ToDate, FindingTexts.CumulativeDisagrees(
                component.Component, cells.ToDate.Place, cells.ThisMonth.Reading.Amount.Value, cells.ToDate.Reading.Amount.Value)));
        }

        if ((asked ?? cells.Unsaid) is { } chosen)
        {
            return chosen;
        }

        if (cells.All.FirstOrDefault(cell => cell.Reading.IsAttempted) is not { } wrong)
        {
            return cells.All.First() with { Reading = AmountReading.Blank };
        }

        remarks.Add(RemarkOn(component, FindingCodes.WrongPeriod, wrong, FindingTexts.WrongPeriod(component.Component, wrong.Place)));
        return wrong with { Reading = AmountReading.Undecided };
    }

    private static AmountCell Undecided(ComponentOf component, PeriodCells cells, List<Remark> remarks)
    {
        var (month, toDate) = (cells.ThisMonth!, cells.ToDate!);
        remarks.Add(RemarkOn(component, FindingCodes.PositionUnclear, month, FindingTexts.PositionUnclear(component.Component, month.Place, toDate.Place)));
        return month with { Reading = AmountReading.Undecided };
    }

    private static Remark RemarkOn(ComponentOf component, string code, AmountCell cell, string message) =>
        new(code, message, cell.Place, cell.Cell.Raw, component.Indicator.Code);

    /// <summary>The one filled cell of several columns for the same thing; visible ones first.</summary>
    private AmountCell PickOne(Table table, int row, ComponentOf component, IReadOnlyList<Column> columns, List<Remark> remarks)
    {
        var numeric = columns.Where(column => column.IsNumeric).ToList();
        var candidates = (numeric.Count > 0 ? numeric : columns)
            .Select(column => Read(table, row, column.Index, component))
            .ToList();
        var filled = candidates.Where(cell => !cell.Cell.IsBlank && (candidates.Count == 1 || !IsDescription(cell.Cell, component))).ToList();
        if (filled.Any(cell => !cell.IsHidden))
        {
            filled.RemoveAll(cell => cell.IsHidden);
        }

        if (filled.Count > 1)
        {
            remarks.Add(RemarkOn(
                component, FindingCodes.AmountTwice, filled[0], FindingTexts.AmountTwice(component.Component, filled[0].Place, filled[1].Place)));
            return filled[0] with { Reading = AmountReading.Undecided };
        }

        return filled.Count == 1 ? filled[0] : candidates[0] with { Reading = AmountReading.Blank, Cell = default };
    }

    private AmountCell Read(Table table, int row, int column, ComponentOf component)
    {
        var cell = table.Sheet.Sheet[row, column];
        return new AmountCell(parser.Read(cell, component.Component), cell, table.Sheet.At(row, column), table.IsHidden(row, column));
    }

    /// <summary>Whether a cell only says what is counted, and in which period or unit.</summary>
    private bool IsDescription(Cell cell, ComponentOf component)
    {
        if (cell.Kind != CellKind.Text || cell.Text.Length > Wording.LongestPhrase)
        {
            return false;
        }

        var words = Wording.Normalise(cell.Text);
        return _heading.PeriodIn(words) is not null
            || vocabulary.Is(words, Meaning.SatuanAngka)
            || words == Wording.Normalise(component.Component.Unit)
            || NamesComponent(cell);
    }

    /// <summary>Whether a cell holds a component's name; "12 perusahaan" is an amount, however much it is like one.</summary>
    private bool NamesComponent(Cell cell) =>
        cell.Kind == CellKind.Text
        && cell.Text.Length <= Wording.LongestPhrase
        && !cell.Text.Any(char.IsAsciiDigit)
        && names.Components.Find(IndicatorNames.Core(cell.Text)) is { Match: not null } or { Candidates.Count: > 0 };

    private PeriodWord? RowPeriod(Table table, int row, ComponentRole role) => table.Of(ColumnKind.Period)
        .Where(column => (column.Role ?? role) == role)
        .Select(column => _heading.PeriodIn(table.Sheet.Words(row, column.Index)))
        .FirstOrDefault(period => period is not null);

    private static AmountCell? Filled(AmountCell? cell) => cell is { Reading: { IsAttempted: true } or { IsMarkedAsMissing: true } } ? cell : null;

    private sealed record PeriodCells(AmountCell? Unsaid, AmountCell? ThisMonth, AmountCell? ToDate, AmountCell? Position)
    {
        public IEnumerable<AmountCell> All => new[] { Unsaid, ThisMonth, ToDate, Position }.OfType<AmountCell>();
    }
}
