using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Renstra.Transform.Indicators;

namespace Renstra.Transform.Forms;

/// <summary>What the report sheet accepts in its entries, and which colours it shows.</summary>
internal sealed record ReportSheetRules(
    IReadOnlyList<FormRow> Rows,
    IReadOnlyList<string> Entries,
    string Region,
    string Month,
    string Year,
    string Date,
    uint FirstRow,
    char NumeratorAmount,
    char DenominatorAmount,
    char Check)
{
    public DataValidations Validations()
    {
        List<DataValidation> validations =
        [
            Choice(Region, ListSheet.RegionList),
            Choice(Month, ListSheet.MonthList),
            Choice(Year, ListSheet.YearList),
            new DataValidation(new Formula1("36526"))
            {
                Type = DataValidationValues.Date,
                Operator = DataValidationOperatorValues.GreaterThanOrEqual,
                AllowBlank = true,
                ShowErrorMessage = true,
                ErrorTitle = FormTexts.DateErrorTitle,
                Error = FormTexts.DateError,
                SequenceOfReferences = SheetRules.References(Date),
            },
        ];
        foreach (var byDecimals in AmountCells().GroupBy(cell => cell.Component.Decimals > 0, cell => cell.Address))
        {
            validations.Add(SheetRules.Amount(byDecimals.Key, [.. byDecimals]));
        }

        return new DataValidations(validations) { Count = (uint)validations.Count };
    }

    public IEnumerable<ConditionalFormatting> Conditions()
    {
        var lastRow = FirstRow + (uint)Rows.Count - 1;
        var check = $"${Check}{FirstRow}";
        var complete = $"LEFT({check},{FormTexts.CheckComplete.Length})=\"{FormTexts.CheckComplete}\"";
        var wrong = $"AND({check}<>\"{FormTexts.CheckBlank}\",NOT({complete}))";
        yield return new ConditionalFormatting(
            SheetRules.Rule(1, FormStyleSheet.Overlay.Good, $"{check}=\"{FormTexts.CheckComplete}\""),
            SheetRules.Rule(2, FormStyleSheet.Overlay.Odd, complete),
            SheetRules.Rule(3, FormStyleSheet.Overlay.Wrong, wrong))
        {
            SequenceOfReferences = SheetRules.References(SheetFrame.Range(Check, FirstRow, Check, lastRow)),
        };

        var amounts = AmountCells().Select(cell => cell.Address).ToArray();
        yield return new ConditionalFormatting(
            SheetRules.Rule(4, FormStyleSheet.Overlay.WrongEntry, $"AND(LEN({amounts[0]})>0,{wrong})"),
            SheetRules.Rule(5, FormStyleSheet.Overlay.Filled, $"LEN({amounts[0]})>0"))
        {
            SequenceOfReferences = SheetRules.References(amounts),
        };
        yield return new ConditionalFormatting(SheetRules.Rule(6, FormStyleSheet.Overlay.Filled, $"LEN({Entries[0]})>0"))
        {
            SequenceOfReferences = SheetRules.References([.. Entries]),
        };
    }

    private IEnumerable<(string Address, Component Component)> AmountCells()
    {
        for (var index = 0; index < Rows.Count; index++)
        {
            var row = FirstRow + (uint)index;
            yield return (SheetComposer.Address(NumeratorAmount, row), Rows[index].Indicator.Numerator);
            if (Rows[index].Indicator.Denominator is { } denominator)
            {
                yield return (SheetComposer.Address(DenominatorAmount, row), denominator);
            }
        }
    }

    private static DataValidation Choice(string cell, string list) => new(new Formula1(list))
    {
        Type = DataValidationValues.List,
        AllowBlank = false,
        ShowErrorMessage = true,
        ErrorTitle = FormTexts.ListErrorTitle,
        Error = FormTexts.ListError,
        SequenceOfReferences = SheetRules.References(cell),
    };
}

/// <summary>The kinds of rules that sheets with entries have.</summary>
internal static class SheetRules
{
    /// <summary>Accepts numbers from 0 on, whole ones unless decimals are allowed.</summary>
    public static DataValidation Amount(bool hasDecimals, params string[] cells) => new(new Formula1("0"))
    {
        Type = hasDecimals ? DataValidationValues.Decimal : DataValidationValues.Whole,
        Operator = DataValidationOperatorValues.GreaterThanOrEqual,
        AllowBlank = true,
        ShowErrorMessage = true,
        ErrorTitle = FormTexts.NumberErrorTitle,
        Error = hasDecimals ? FormTexts.DecimalNumberError : FormTexts.WholeNumberError,
        SequenceOfReferences = References(cells),
    };

    /// <summary>A colour that a formula gives.</summary>
    public static ConditionalFormattingRule Rule(int priority, FormStyleSheet.Overlay overlay, string formula) => new(new Formula(formula))
    {
        Type = ConditionalFormatValues.Expression,
        FormatId = (uint)overlay,
        Priority = priority,
        StopIfTrue = true,
    };

    public static ListValue<StringValue> References(params string[] ranges) => new() { InnerText = string.Join(' ', ranges) };
}
