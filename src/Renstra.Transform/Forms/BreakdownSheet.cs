using DocumentFormat.OpenXml.Spreadsheet;
using Renstra.Transform.Indicators;

namespace Renstra.Transform.Forms;

/// <summary>
/// The sheet on which an officer may break down what stands on the report sheet; one page A4. Whoever has no breakdown never needs to
/// look at it.
/// </summary>
internal sealed class BreakdownSheet(FormContent content, SharedStrings strings)
{
    private const char Code = 'A';
    private const char Explanation = 'B';
    private const char Dimension = 'C';
    private const char Part = 'D';
    private const char NumeratorAmount = 'E';
    private const char DenominatorAmount = 'F';
    private const char Check = 'G';

    private const uint TitleRow = 1;
    private const uint ReminderRow = 2;
    private const uint HeaderRow = 3;

    private readonly SheetComposer _cells = new(strings);
    private readonly List<(uint Row, FormBreakdown Breakdown, string[] Entries)> _written = [];
    private uint _row = HeaderRow + 1;

    /// <summary>The range that is printed, as the workbook names it.</summary>
    public string PrintArea => $"{FormTexts.BreakdownSheet}!$A$1:${Check}${_row - 1}";

    public Worksheet Build()
    {
        WriteHeading();
        foreach (var indicator in content.Breakdowns.GroupBy(breakdown => breakdown.Indicator))
        {
            var first = _row;
            foreach (var breakdown in indicator)
            {
                Write(breakdown);
            }

            _cells.Merge(Explanation, Explanation, first, _row - 1, FormStyle.Description);
            _cells.Text(Explanation, first, FormTexts.BrokenDown(indicator.Key), FormStyle.Description);
        }

        return Frame();
    }

    private void WriteHeading()
    {
        _cells.Height(TitleRow, 22.5);
        _cells.Merge(Code, DenominatorAmount, TitleRow, TitleRow, FormStyle.Title);
        _cells.Text(Code, TitleRow, FormTexts.BreakdownTitle, FormStyle.Title);
        _cells.Text(Check, TitleRow, FormTexts.Version, FormStyle.TitleRight);
        _cells.Height(ReminderRow, 33);
        _cells.Merge(Code, Check, ReminderRow, ReminderRow, FormStyle.Reminder);
        _cells.Text(Code, ReminderRow, FormTexts.BreakdownReminder, FormStyle.Reminder);

        _cells.Height(HeaderRow, 25.5);
        _cells.Text(Code, HeaderRow, FormTexts.CodeHeader, FormStyle.Header);
        _cells.Text(Explanation, HeaderRow, FormTexts.ExplanationHeader, FormStyle.Header);
        _cells.Text(Dimension, HeaderRow, FormTexts.DimensionHeader, FormStyle.Header);
        _cells.Text(Part, HeaderRow, FormTexts.PartHeader, FormStyle.Header);
        _cells.Text(NumeratorAmount, HeaderRow, FormTexts.NumeratorAmountHeader, FormStyle.NumeratorHeader);
        _cells.Text(DenominatorAmount, HeaderRow, FormTexts.DenominatorAmountHeader, FormStyle.DenominatorHeader);
        _cells.Text(Check, HeaderRow, FormTexts.CheckHeader, FormStyle.Header);
    }

    private void Write(FormBreakdown breakdown)
    {
        var (first, last) = (_row, _row + (uint)breakdown.Parts.Count - 1);
        _cells.Merge(Dimension, Dimension, first, last, FormStyle.Description);
        _cells.Text(Dimension, first, breakdown.IsWhole ? breakdown.Dimension : FormTexts.AmongThem, FormStyle.Description);
        _cells.Merge(Check, Check, first, last, FormStyle.Check);
        for (var at = 0; at < breakdown.Parts.Count; at++)
        {
            var row = first + (uint)at;
            _cells.Height(row, 21);
            _cells.Text(Code, row, breakdown.Indicator.Code.Value, FormStyle.Code);
            _cells.Text(Part, row, breakdown.Parts[at].Name, FormStyle.Description);
            _cells.Fill(NumeratorAmount, DenominatorAmount, row, FormStyle.NoNumber);
            foreach (var column in breakdown.Columns.Where(column => column.Component.Breakdown.Contains(breakdown.Parts[at])))
            {
                _cells.Number(ColumnOf(column.Component), row, column.Amounts[at], StyleOf(column.Component));
            }
        }

        var cells = breakdown.Columns
            .Select(column => (
                Parts: SheetFrame.Range(ColumnOf(column.Component), first, ColumnOf(column.Component), last),
                Whole: ReportSheet.AmountCell(breakdown.Row, column.Component.Role)))
            .ToList();
        _cells.Formula(Check, first, BreakdownCheck.Formula(breakdown, cells), BreakdownCheck.Evaluate(breakdown), FormStyle.Check);
        _written.Add((first, breakdown, [.. cells.Select(column => column.Parts)]));
        _row = last + 1;
    }

    private static char ColumnOf(Component component) => component.Role == ComponentRole.Pembilang ? NumeratorAmount : DenominatorAmount;

    private static FormStyle StyleOf(Component component) => component.Decimals == 0 ? FormStyle.OptionalWholeNumber : FormStyle.OptionalDecimalNumber;

    private IEnumerable<ConditionalFormatting> Conditions()
    {
        var priority = 0;
        foreach (var (row, _, entries) in _written)
        {
            var check = $"${Check}${row}";
            var odd = $"OR({check}=\"{FormTexts.CheckPartsMissing}\",RIGHT({check},{FormTexts.PleaseLook.Length})=\"{FormTexts.PleaseLook}\")";
            var wrong = $"AND({check}<>\"{FormTexts.CheckNotBrokenDown}\",{check}<>\"{FormTexts.CheckPartsAgree}\",NOT({odd}))";
            yield return new ConditionalFormatting(
                SheetRules.Rule(++priority, FormStyleSheet.Overlay.Good, $"{check}=\"{FormTexts.CheckPartsAgree}\""),
                SheetRules.Rule(++priority, FormStyleSheet.Overlay.Odd, odd),
                SheetRules.Rule(++priority, FormStyleSheet.Overlay.Wrong, wrong))
            {
                SequenceOfReferences = SheetRules.References(SheetComposer.Address(Check, row)),
            };
            yield return new ConditionalFormatting(
                SheetRules.Rule(++priority, FormStyleSheet.Overlay.WrongEntry, $"AND(LEN({entries[0].Split(':')[0]})>0,{wrong})"))
            {
                SequenceOfReferences = SheetRules.References(entries),
            };
        }
    }

    private DataValidations Validations()
    {
        var cells =
            from written in _written
            from column in written.Breakdown.Columns.Zip(written.Entries)
            group column.Second by column.First.Component.Decimals > 0;
        var validations = cells.Select(byDecimals => SheetRules.Amount(byDecimals.Key, [.. byDecimals])).ToList();
        return new DataValidations(validations) { Count = (uint)validations.Count };
    }

    private Worksheet Frame()
    {
        var worksheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView { ShowGridLines = false, ZoomScale = 100, WorkbookViewId = 0 }),
            SheetFrame.RowsEndHere(),
            SheetFrame.Columns(48, 216, 100, 220, 112, 112, 236),
            _cells.Rows(),
            SheetFrame.Protection(entriesOnly: true));
        worksheet.Append(_cells.Merges()!);
        worksheet.Append(Conditions());
        worksheet.Append(
            Validations(),
            new PrintOptions { HorizontalCentered = true },
            SheetFrame.Margins(),
            SheetFrame.Page(OrientationValues.Landscape),
            SheetFrame.HeaderAndFooter());
        return worksheet;
    }
}
