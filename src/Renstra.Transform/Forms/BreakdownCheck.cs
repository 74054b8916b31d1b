using System.Globalization;

namespace Renstra.Transform.Forms;

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
