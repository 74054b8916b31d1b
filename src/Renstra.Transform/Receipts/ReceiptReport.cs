using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Receipts;

/// <summary>One report of a submission, as its receipt shows it.</summary>
/// <param name="Key">What it speaks about.</param>
/// <param name="Region">The region's full name.</param>
/// <param name="IsAccepted">Accepted whole, or returned whole.</param>
/// <param name="Indicators">
/// Every indicator that the holder reports about the region, whether or not anything was understood of it, in the order of the plan.
/// </param>
public sealed record ReceiptReport(ReportKey Key, string Region, bool IsAccepted, IReadOnlyList<ReceiptIndicator> Indicators)
{
    internal static ReceiptReport For(ReportReading report, ReferenceData reference)
    {
        var figures = report.Figures.ToDictionary(figure => figure.Indicator);
        var indicators = reference.Indicators.ReportedBy(report.Key.Holder, report.Key.Region, report.Key.Month.Year)
            .Union(figures.Keys.Select(code => reference.Indicators[code]))
            .OrderBy(indicator => indicator.Code);
        return new ReceiptReport(
            report.Key,
            reference.Regions.TryFind(report.Key.Region, out var region) ? region.FullName : report.Key.Region.Value,
            report.IsAccepted,
            [.. indicators.Select(indicator => ReceiptIndicator.For(indicator, figures.GetValueOrDefault(indicator.Code)))]);
    }
}

/// <summary>One indicator of a report, as its receipt shows it.</summary>
/// <param name="Code">The indicator.</param>
/// <param name="Name">As the plan prints it.</param>
/// <param name="Amounts">What was understood, numerator first; none when nothing was reported.</param>
/// <param name="Share">
/// Numerator / denominator × 100 of these very amounts, rounded as published, so that two amounts in each other's place are noticed;
/// null when there is no such share.
/// </param>
public sealed record ReceiptIndicator(IndicatorCode Code, string Name, IReadOnlyList<ReceiptAmount> Amounts, decimal? Share)
{
    internal static ReceiptIndicator For(Indicator indicator, Figure? figure)
    {
        var amounts = new List<ReceiptAmount>();
        if (figure is not null)
        {
            amounts.Add(ReceiptAmount.For(indicator.Numerator, figure.Numerator, figure.Parts));
        }

        if (figure?.Denominator is not null && indicator.Denominator is not null)
        {
            amounts.Add(ReceiptAmount.For(indicator.Denominator, figure.Denominator, figure.Parts));
        }

        return new ReceiptIndicator(indicator.Code, indicator.Name, amounts, ShareOf(indicator, figure));
    }

    private static decimal? ShareOf(Indicator indicator, Figure? figure) =>
        indicator.Kind == IndicatorKind.Proporsi
        && figure?.Denominator is { } denominator
        && Arithmetic.Share(figure.Numerator.Amount, denominator.Amount) is { } share
            ? Arithmetic.Publish(share, indicator.Decimals)
            : null;
}

/// <summary>One amount of a report, as its receipt shows it.</summary>
/// <param name="Component">What was counted.</param>
/// <param name="Unit">In what.</param>
/// <param name="Period">Over which time, in an officer's words.</param>
/// <param name="Amount">How it was understood, and from which cell.</param>
public sealed record ReceiptAmount(string Component, string Unit, string Period, ComponentAmount Amount)
{
    /// <summary>What it was broken down into; mostly none.</summary>
    public IReadOnlyList<ReceiptPart> Parts { get; init; } = [];

    internal static ReceiptAmount For(Component component, ComponentAmount amount, IReadOnlyList<PartAmount> parts) =>
        new(component.Name, component.Unit, component.PeriodLabel, amount)
        {
            Parts = [.. parts.Where(part => part.Role == component.Role).Select(part => ReceiptPart.For(component, part))],
        };
}
