using System.Globalization;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Receipts.Comparing;

/// <summary>A report beside the reports that stood when it was compared. It remarks on what is unusual and decides nothing.</summary>
/// <param name="Key">What the report speaks about.</param>
/// <param name="Region">The region's full name.</param>
/// <param name="IsFirstMonth">Whether no month before it is reported.</param>
/// <param name="HasPrevious">Whether a report of the month before stood.</param>
/// <param name="RepeatsPrevious">Whether every number is that of the month before, as when last month's file was sent.</param>
/// <param name="Rows">The amounts of the report beside those of the month before; none without such a report.</param>
/// <param name="Changes">What is different from the report that it replaces; null when it replaces none.</param>
public sealed record ReportComparison(
    ReportKey Key,
    string Region,
    bool IsFirstMonth,
    bool HasPrevious,
    bool RepeatsPrevious,
    IReadOnlyList<ComparedAmount> Rows,
    IReadOnlyList<ComparedAmount>? Changes)
{
    /// <summary>Whether the report is accepted, and stands in place of the one before.</summary>
    public bool IsAccepted { get; init; }

    /// <summary>Compares a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="earlier">The reports of the same region and holder that stand for months before; months may be missing.</param>
    /// <param name="replaced">The report of the same key that stood before this one; null when there was none.</param>
    /// <param name="reference">The indicators.</param>
    /// <param name="thresholds">From where on a change is unusual.</param>
    public static ReportComparison Of(
        ReportReading report, IReadOnlyCollection<CurrentReport> earlier, CurrentReport? replaced, ReferenceData reference, ComparisonThresholds thresholds)
    {
        var byMonth = earlier.ToDictionary(each => each.Key.Month, each => Amounts(each.Figures, reference));
        var now = Amounts(report.Figures, reference);
        var previous = byMonth.GetValueOrDefault(report.Key.Month.AddMonths(-1));
        return new ReportComparison(
            report.Key,
            reference.Regions.TryFind(report.Key.Region, out var region) ? region.FullName : report.Key.Region.Value,
            report.Key.Month <= reference.FirstMonth,
            previous is not null,
            previous is not null && Repeats(now, previous),
            previous is null ? [] : [.. Pair(now, previous).Select(pair => pair with { Remark = UnusualChange.Of(pair, report.Key.Month, byMonth, thresholds) })],
            replaced is null ? null : [.. Pair(now, Amounts(replaced.Figures, reference)).Where(pair => pair.Now != pair.Before)])
        {
            IsAccepted = report.IsAccepted,
        };
    }

    private static OrderedDictionary<AmountKey, decimal> Amounts(IEnumerable<Figure> figures, ReferenceData reference)
    {
        var amounts = new OrderedDictionary<AmountKey, decimal>();
        foreach (var figure in figures.Where(figure => reference.Indicators.All.Any(indicator => indicator.Code == figure.Indicator)).OrderBy(figure => figure.Indicator))
        {
            var indicator = reference.Indicators[figure.Indicator];
            amounts.Add(new AmountKey(indicator.Code, indicator.Numerator), figure.Numerator.Amount);
            if (figure.Denominator is { } denominator && indicator.Denominator is { } component)
            {
                amounts.Add(new AmountKey(indicator.Code, component), denominator.Amount);
            }
        }

        return amounts;
    }

    private static IEnumerable<ComparedAmount> Pair(OrderedDictionary<AmountKey, decimal> now, OrderedDictionary<AmountKey, decimal> before) => now.Keys
        .Union(before.Keys)
        .OrderBy(key => key.Indicator)
        .ThenBy(key => key.Component.Role)
        .Select(key => new ComparedAmount(
            key.Indicator,
            key.Component,
            before.TryGetValue(key, out var earlier) ? earlier : null,
            now.TryGetValue(key, out var amount) ? amount : null,
            null));

    // Stocks stay for months; that what happened in a month happens again in every number is what tells a file sent twice.
    private static bool Repeats(OrderedDictionary<AmountKey, decimal> now, OrderedDictionary<AmountKey, decimal> before) =>
        now.Count == before.Count
        && now.All(amount => before.TryGetValue(amount.Key, out var earlier) && earlier == amount.Value)
        && now.Any(amount => amount.Key.Component.Accumulation == Accumulation.Jumlah && amount.Value > 0);
}

/// <summary>What an amount is an amount of.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Component">Its numerator or denominator.</param>
internal readonly record struct AmountKey(IndicatorCode Indicator, Component Component);

/// <summary>An amount of a report beside an earlier one.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Component">Its numerator or denominator.</param>
/// <param name="Before">The earlier amount; null when it was not reported.</param>
/// <param name="Now">The amount; null when it is not reported.</param>
/// <param name="Remark">What is unusual about it, in Indonesian; null when nothing is.</param>
public sealed record ComparedAmount(IndicatorCode Indicator, Component Component, decimal? Before, decimal? Now, string? Remark);

/// <summary>From where on a change is called unusual. They decide about remarks to officers alone, never about acceptance.</summary>
/// <param name="StockFactor">A stock that becomes this many times larger or smaller, above 1.</param>
/// <param name="FlowFactor">A month's count that becomes this many times larger or smaller, above 1.</param>
/// <param name="LeastChange">Changes by less than so many units are never unusual, so that small numbers may double.</param>
/// <param name="QuietMonths">A month's count of 0 after so many months that all had more, 1 or more.</param>
public sealed record ComparisonThresholds(decimal StockFactor, decimal FlowFactor, decimal LeastChange, int QuietMonths);

/// <summary>Says what is unusual about an amount, given the months before.</summary>
internal static class UnusualChange
{
    /// <summary>The remark; null when nothing is unusual.</summary>
    public static string? Of(
        ComparedAmount amount,
        ReportingMonth month,
        IReadOnlyDictionary<ReportingMonth, OrderedDictionary<AmountKey, decimal>> earlier,
        ComparisonThresholds thresholds)
    {
        if (amount is not { Now: { } now, Before: { } before })
        {
            return null;
        }

        return amount.Component.Accumulation switch
        {
            Accumulation.Kumulatif when month.Month > 1 && now < before =>
                $"Berkurang, padahal angka “s.d. bulan ini” tidak mungkin berkurang dalam tahun yang sama. Mohon diperiksa.",
            Accumulation.Posisi when IsJump(before, now, thresholds.StockFactor, thresholds.LeastChange) =>
                "Berubah sangat besar dalam satu bulan. Mohon diperiksa.",
            Accumulation.Jumlah when now == 0 && IsSilence(amount, month, earlier, thresholds.QuietMonths) =>
                string.Create(CultureInfo.InvariantCulture, $"Nol, padahal {thresholds.QuietMonths} bulan sebelumnya selalu ada. Mohon diperiksa."),
            Accumulation.Jumlah when now > 0 && before > 0 && IsJump(before, now, thresholds.FlowFactor, thresholds.LeastChange) =>
                $"Lebih dari {IndonesianText.Number(thresholds.FlowFactor)} kali lebih {(now > before ? "besar" : "kecil")} daripada bulan lalu. Mohon diperiksa.",
            _ => null,
        };
    }

    private static bool IsJump(decimal before, decimal now, decimal factor, decimal leastChange) =>
        Math.Abs(now - before) >= leastChange && (now > before * factor || before > now * factor);

    private static bool IsSilence(
        ComparedAmount amount, ReportingMonth month, IReadOnlyDictionary<ReportingMonth, OrderedDictionary<AmountKey, decimal>> earlier, int months) =>
        Enumerable.Range(1, months).All(back =>
            earlier.TryGetValue(month.AddMonths(-back), out var amounts)
            && amounts.TryGetValue(new AmountKey(amount.Indicator, amount.Component), out var value)
            && value > 0);
}
