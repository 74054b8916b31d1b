using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Renstra.Transform.Forms.Styling;

namespace Renstra.Transform.Forms;

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
