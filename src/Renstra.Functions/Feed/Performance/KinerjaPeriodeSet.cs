using System.Runtime.CompilerServices;
using Renstra.Functions.Feed.Model;
using Renstra.Functions.Feed.Query;
using Renstra.Transform.Calendar;
using Renstra.Transform.Performance;

namespace Renstra.Functions.Feed.Performance;

/// <summary>The months of <see cref="KinerjaSet"/> seen by quarter and half-year.</summary>
internal sealed class KinerjaPeriodeSet(PerformanceReader performance) : FeedSet(
    "KinerjaPeriode",
    "Capaian setiap indikator menurut wilayah dan triwulan atau semester, dihitung dari baris-baris Kinerja bulan yang bersangkutan.",
    typeof(KinerjaPeriodeRow),
    nameof(KinerjaPeriodeRow.BulanAkhir),
    nameof(KinerjaPeriodeRow.Periode),
    nameof(KinerjaPeriodeRow.KodeWilayah),
    nameof(KinerjaPeriodeRow.KodeIndikator))
{
    public override async IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(
        FeedReading reading, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (first, current) = (reading.Reference.FirstMonth, reading.CurrentMonth);
        var periods = ReportingPeriod.Covering(first, current).Where(period => Wants(reading.Scope, period)).ToList();
        var months = ReportingMonth.Range(first, current).Where(month => periods.Exists(period => Holds(period, month))).ToList();
        var calculator = new PeriodCalculator(reading.Reference);

        var seen = new SortedDictionary<ReportingMonth, MonthPerformance>();
        await foreach (var month in performance.ReadAsync(reading, new PerformanceScope(months, PerformanceScope.RegionsOf(reading)), cancellation))
        {
            seen.Add(month.Month, month);
            foreach (var ended in periods.Where(period => LatestOf(period, current) == month.Month).GroupBy(period => period.LastMonth))
            {
                yield return InKeyOrder(ended.SelectMany(period => RowsOf(period, [.. seen.Where(entry => Holds(period, entry.Key)).Select(entry => entry.Value)])));
            }
        }

        IEnumerable<object> RowsOf(ReportingPeriod period, IReadOnlyList<MonthPerformance> parts) => calculator
            .Calculate(period, [.. parts.Select(part => part.Rows)])
            .Select(row => new KinerjaPeriodeRow(row, parts, reading.Reference));
    }

    private static bool Wants(ReadScope scope, ReportingPeriod period) =>
        scope.Allows(nameof(KinerjaPeriodeRow.BulanAkhir), period.LastMonth.FirstDay)
        && scope.Allows(nameof(KinerjaPeriodeRow.BulanAwal), period.FirstMonth.FirstDay)
        && scope.Allows(nameof(KinerjaPeriodeRow.Periode), period.ToString())
        && scope.Allows(nameof(KinerjaPeriodeRow.NamaPeriode), period.IndonesianName)
        && scope.Allows(nameof(KinerjaPeriodeRow.JenisPeriode), period.Kind.ToString());

    private static bool Holds(ReportingPeriod period, ReportingMonth month) => period.FirstMonth <= month && month <= period.LastMonth;

    /// <summary>The last month of a period that there is: of a running one the current month.</summary>
    private static ReportingMonth LatestOf(ReportingPeriod period, ReportingMonth current) => period.LastMonth < current ? period.LastMonth : current;
}
