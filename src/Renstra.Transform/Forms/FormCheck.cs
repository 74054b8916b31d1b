using Renstra.Transform.Indicators;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Forms;

/// <summary>
/// What the form itself says of a row while the officer types. It repeats the rules about numbers that a report is returned for,
/// so that most mistakes never leave the office; the rules themselves are applied when the file is read.
/// </summary>
/// <param name="OverDenominator">The severity of a numerator over its denominator.</param>
/// <param name="ZeroDenominator">The severity of a denominator 0 under a numerator over 0.</param>
/// <param name="Indicator">The indicator of the row.</param>
internal sealed record FormCheck(Severity OverDenominator, Severity ZeroDenominator, Indicator Indicator)
{
    /// <summary>The formula for the row's cell, without the equals sign.</summary>
    /// <param name="numerator">The numerator's cell, such as <c>E9</c>.</param>
    /// <param name="denominator">The denominator's cell.</param>
    public string Formula(string numerator, string denominator)
    {
        if (Indicator.Denominator is null)
        {
            return Choose(FormTexts.CheckComplete,
            [
                ($"LEN({numerator})=0", FormTexts.CheckBlank),
                ($"NOT(ISNUMBER({numerator}))", FormTexts.CheckNotANumber),
                (OutOfRange(Indicator.Numerator, numerator), FormTexts.CheckOutOfRange(Indicator.Numerator)),
            ]);
        }

        return Choose(FormTexts.CheckComplete,
        [
            ($"AND(LEN({numerator})=0,LEN({denominator})=0)", FormTexts.CheckBlank),
            ($"OR(LEN({numerator})=0,LEN({denominator})=0)", FormTexts.CheckHalfFilled),
            ($"COUNT({numerator},{denominator})<2", FormTexts.CheckNotANumber),
            (OutOfRange(Indicator.Numerator, numerator), FormTexts.CheckOutOfRange(Indicator.Numerator)),
            (OutOfRange(Indicator.Denominator, denominator), FormTexts.CheckOutOfRange(Indicator.Denominator)),
            ($"AND({denominator}=0,{numerator}>0)", FormTexts.CheckZeroDenominator(ZeroDenominator)),
            ($"{numerator}>{denominator}", FormTexts.CheckOverDenominator(OverDenominator)),
        ]);
    }

    /// <summary>What the formula says of the amounts, so that a viewer that does not compute shows it as well.</summary>
    public string Evaluate(FormAmounts amounts) => (amounts.Numerator, amounts.Denominator, Indicator.Denominator) switch
    {
        (null, _, null) or (null, null, _) => FormTexts.CheckBlank,
        (_, _, null) => FormTexts.CheckComplete,
        (null, _, _) or (_, null, _) => FormTexts.CheckHalfFilled,
        ( > 0, 0, _) => FormTexts.CheckZeroDenominator(ZeroDenominator),
        ({ } above, { } below, _) when above > below => FormTexts.CheckOverDenominator(OverDenominator),
        _ => FormTexts.CheckComplete,
    };

    /// <summary>A formula that gives the text of the first condition that holds, and of none another.</summary>
    public static string Choose(string otherwise, IReadOnlyList<(string Condition, string Text)> cases) =>
        cases.Reverse().Aggregate($"\"{otherwise}\"", (rest, each) => $"IF({each.Condition},\"{each.Text}\",{rest})");

    private static string OutOfRange(Component component, string cell) =>
        component.Decimals == 0 ? $"OR({cell}<0,{cell}<>INT({cell}))" : $"{cell}<0";
}
