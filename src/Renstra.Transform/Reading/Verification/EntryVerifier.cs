using Renstra.Transform.Indicators;
using Renstra.Transform.Reading.Amounts;
using Renstra.Transform.Reading.Tables;
using Renstra.Transform.Reports;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reading.Verification;

/// <summary>Checks the numbers of one indicator and makes a figure of them when both are there.</summary>
internal static class EntryVerifier
{
    /// <summary>All that is wrong or odd, and the figure; null when there is none.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="report">The report it belongs to; null when that is not known.</param>
    /// <param name="maxRaw">Characters kept of what a cell holds.</param>
    public static (Figure? Figure, IReadOnlyList<Remark> Remarks) Verify(IndicatorEntry entry, ReportKey? report, int maxRaw)
    {
        var indicator = entry.Indicator;
        var remarks = entry.Remarks.Select(remark => remark with { Report = report }).ToList();
        remarks.AddRange(new[]
        {
            entry.Numerator is { } above ? AmountRemarks.Of(above, indicator, indicator.Numerator, report) : null,
            entry.Denominator is { } below ? AmountRemarks.Of(below, indicator, indicator.Denominator!, report) : null,
        }.OfType<Remark>());
        var breakdown = new BreakdownVerifier(entry, report, maxRaw);
        remarks.AddRange(breakdown.Remarks);
        if (entry.IsPartRow)
        {
            return (null, remarks);
        }

        if (remarks.Count == 0 || entry.IsAttempted)
        {
            remarks.AddRange(Missing(entry, breakdown, report));
        }

        if (entry.Cells.FirstOrDefault(cell => cell.IsHidden && !cell.Cell.IsBlank) is { } hidden)
        {
            remarks.Add(new Remark(
                FindingCodes.HiddenCellsRead, FindingTexts.HiddenCellsRead(hidden.Place), hidden.Place, hidden.Cell.Raw, indicator.Code, report));
        }

        if (entry.Numerator?.Reading.Amount is not { } numerator)
        {
            return (null, remarks);
        }

        if (indicator.Denominator is null)
        {
            return (new Figure(indicator.Code, entry.Numerator.Of(numerator, maxRaw), null) { Parts = breakdown.Parts }, remarks);
        }

        if (entry.Denominator?.Reading.Amount is not { } denominator)
        {
            return (null, remarks);
        }

        if (Comparison(entry, numerator, denominator, report) is { } comparison)
        {
            remarks.Add(comparison);
        }

        return (new Figure(indicator.Code, entry.Numerator.Of(numerator, maxRaw), entry.Denominator.Of(denominator, maxRaw)) { Parts = breakdown.Parts }, remarks);
    }

    /// <summary>What is not filled in: all of it is "not reported", half of it is a mistake.</summary>
    private static IEnumerable<Remark> Missing(IndicatorEntry entry, BreakdownVerifier breakdown, ReportKey? report)
    {
        var indicator = entry.Indicator;
        if (!entry.Wholes.Any(cell => cell.Reading.IsAttempted))
        {
            if (breakdown.WithoutWhole() is { } remark)
            {
                return [remark];
            }

            var place = entry.Numerator?.Place ?? entry.Denominator?.Place ?? entry.Place;
            return [new Remark(FindingCodes.NotReported, FindingTexts.NotReported(place, indicator), place, null, indicator.Code, report)];
        }

        // Both may stand in the one cell; what is wrong with that is said already.
        return entry.Wholes.Any(cell => cell.Reading.Problem == AmountProblem.SeveralNumbers) ? [] : indicator.Components
            .Select(component => (Component: component, Cell: component.Role == ComponentRole.Pembilang ? entry.Numerator : entry.Denominator))
            .Where(part => part.Cell?.Reading.IsAttempted != true)
            .Select(part => Half(entry, part.Component, part.Cell, report));
    }

    private static Remark Half(IndicatorEntry entry, Component component, AmountCell? cell, ReportKey? report)
    {
        var place = cell?.Place ?? entry.Place;
        var message = cell is null ? FindingTexts.ComponentMissing(entry.Indicator, component)
            : cell.Reading.IsMarkedAsMissing ? FindingTexts.HalfMarked(place, component, cell.Cell.Raw)
            : FindingTexts.HalfFilled(place, component);
        return new Remark(FindingCodes.HalfFilled, message, place, cell?.Cell.Raw, entry.Indicator.Code, report);
    }

    private static Remark? Comparison(IndicatorEntry entry, decimal numerator, decimal denominator, ReportKey? report)
    {
        var (place, raw, indicator) = (entry.Numerator!.Place, entry.Numerator.Cell.Raw, entry.Indicator);
        return numerator <= denominator ? null
            : denominator == 0
                ? new Remark(FindingCodes.DenominatorZero, FindingTexts.DenominatorZero(indicator, place, numerator), place, raw, indicator.Code, report)
                : new Remark(
                    FindingCodes.NumeratorOverDenominator,
                    FindingTexts.NumeratorOverDenominator(indicator, place, numerator, denominator),
                    place,
                    raw,
                    indicator.Code,
                    report);
    }
}

/// <summary>What is said of a cell whose amount could not be read.</summary>
internal static class AmountRemarks
{
    /// <summary>The remark on a cell; null when there is nothing to say.</summary>
    public static Remark? Of(AmountCell cell, Indicator indicator, Component component, ReportKey? report)
    {
        var (place, raw) = (cell.Place, cell.Cell.Raw);
        var (code, message) = cell.Reading.Problem switch
        {
            AmountProblem.NotANumber => (FindingCodes.NotANumber, AmountParser.MentionsSeveral(raw) ? FindingTexts.SeveralNumbers(place, raw) : FindingTexts.NotANumber(place, raw)),
            AmountProblem.SetApart => (FindingCodes.NotANumber, FindingTexts.SetApart(place, raw)),
            AmountProblem.SeveralNumbers => (FindingCodes.NotANumber, FindingTexts.SeveralNumbers(place, raw)),
            AmountProblem.TooManyDecimals => (FindingCodes.NotWhole, FindingTexts.NotWhole(place, raw, component, NumberFormatCode.ShowsWholeNumbers(cell.Cell.NumberFormat))),
            AmountProblem.Negative => (FindingCodes.Negative, FindingTexts.Negative(place, raw)),
            AmountProblem.ShownOtherwise => (FindingCodes.AmbiguousNumber, FindingTexts.NumberShownOtherwise(place, raw, cell.Cell.NumberFormat)),
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
