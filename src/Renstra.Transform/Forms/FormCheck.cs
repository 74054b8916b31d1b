using System.Globalization;
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

/// <summary>
/// What the form itself says of a breakdown while the officer types. As on the report sheet, it repeats the rules that a report is
/// returned for.
/// </summary>
internal static class BreakdownCheck
{
    /// <summary>The formula for a dimension, without the equals sign.</summary>
    /// <param name="breakdown">The dimension.</param>
    /// <param name="cells">For each of its columns the cells of the parts, such as <c>D9:D12</c>, and the cell of the whole.</param>
    public static string Formula(FormBreakdown breakdown, IReadOnlyList<(string Parts, string Whole)> cells)
    {
        var all = string.Join(',', cells.Select(column => column.Parts));
        var count = breakdown.Parts.Count.ToString(CultureInfo.InvariantCulture);
        List<(string Condition, string Text)> cases =
        [
            ($"COUNTA({all})=0", FormTexts.CheckNotBrokenDown),
            ($"COUNT({all})<COUNTA({all})", FormTexts.CheckNotANumber),
        ];
        if (breakdown.IsWhole)
        {
            cases.Add((Any(column => $"AND(COUNTA({column.Parts})={count},SUM({column.Parts})<>N({column.Whole}))"), FormTexts.CheckPartsDiffer(breakdown.Differing)));
        }

        cases.Add((Any(column => $"SUM({column.Parts})>N({column.Whole})"), FormTexts.CheckPartsExceed(breakdown.Exceeding)));
        if (breakdown.IsWhole)
        {
            cases.Add((Any(column => $"AND(COUNTA({column.Parts})>0,COUNTA({column.Parts})<{count})"), FormTexts.CheckPartsMissing));
        }

        return FormCheck.Choose(FormTexts.CheckPartsAgree, cases);

        string Any(Func<(string Parts, string Whole), string> condition) =>
            cells.Count == 1 ? condition(cells[0]) : $"OR({string.Join(',', cells.Select(condition))})";
    }

    /// <summary>What the formula says of the amounts already known.</summary>
    public static string Evaluate(FormBreakdown breakdown)
    {
        var given = breakdown.Columns.Where(column => column.Amounts.Any(amount => amount is not null)).ToList();
        return given.Count == 0 ? FormTexts.CheckNotBrokenDown
            : breakdown.IsWhole && given.Any(column => !column.Amounts.Contains(null) && Sum(column) != (column.Whole ?? 0)) ? FormTexts.CheckPartsDiffer(breakdown.Differing)
            : given.Any(column => Sum(column) > (column.Whole ?? 0)) ? FormTexts.CheckPartsExceed(breakdown.Exceeding)
            : breakdown.IsWhole && given.Any(column => column.Amounts.Contains(null)) ? FormTexts.CheckPartsMissing
            : FormTexts.CheckPartsAgree;
    }

    private static decimal Sum(FormBreakdown.Column column) => column.Amounts.Sum(amount => amount ?? 0);
}
