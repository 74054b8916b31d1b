using Renstra.Transform.Indicators;
using Renstra.Transform.Reading.Amounts;
using Renstra.Transform.Reading.Tables;
using Renstra.Transform.Reports;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reading.Verification;

/// <summary>What is said of a cell whose amount could not be read.</summary>
internal static class AmountRemarks
{
    /// <summary>The remark on a cell; null when there is nothing to say.</summary>
    public static Remark? Of(AmountCell cell, Indicator indicator, Component component, ReportKey? report)
    {
        var (place, raw) = (cell.Place, cell.Cell.Raw);
        var (code, message) = cell.Reading.Problem switch
        {
            AmountProblem.NotANumber => (FindingCodes.NotANumber, FindingTexts.NotANumber(place, raw)),
            AmountProblem.SetApart => (FindingCodes.NotANumber, FindingTexts.SetApart(place, raw)),
            AmountProblem.TooManyDecimals => (FindingCodes.NotWhole, FindingTexts.NotWhole(place, raw, component)),
            AmountProblem.Negative => (FindingCodes.Negative, FindingTexts.Negative(place, raw)),
            AmountProblem.Ambiguous => (FindingCodes.AmbiguousNumber, FindingTexts.AmbiguousNumber(place, raw)),
            AmountProblem.Percentage => (FindingCodes.Percentage, FindingTexts.Percentage(place, Shown(cell.Cell), component)),
            AmountProblem.Date => (FindingCodes.DateInsteadOfNumber, FindingTexts.DateInsteadOfNumber(place, cell.Cell.Date)),
            AmountProblem.CellError => (FindingCodes.CellError, FindingTexts.CellError(place, raw)),
            AmountProblem.FormulaWithoutValue => (FindingCodes.FormulaWithoutValue, FindingTexts.FormulaWithoutValue(place)),
            AmountProblem.TooLarge => (FindingCodes.TooLarge, FindingTexts.TooLarge(place, raw)),
            _ when cell.Reading.IsMarkedAsMissing => (FindingCodes.MarkedAsMissing, FindingTexts.MarkedAsMissing(place, raw)),
            _ => (null, ""),
        };
        return code is null ? null : new Remark(code, message, place, raw, indicator.Code, report);
    }

    /// <summary>A percentage as the office sees it: the cell that shows 75% holds 0.75.</summary>
    private static string Shown(Cell cell) => cell.Kind == CellKind.Number ? $"{IndonesianText.Number(decimal.Round(cell.Number * 100, 2))}%" : cell.Text;
}
