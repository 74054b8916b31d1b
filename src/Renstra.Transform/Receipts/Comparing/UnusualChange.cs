using System.Globalization;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Receipts.Comparing;

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
