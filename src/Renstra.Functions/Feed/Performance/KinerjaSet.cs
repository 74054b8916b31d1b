using System.Runtime.CompilerServices;
using Renstra.Functions.Feed.Model;
using Renstra.Functions.Feed.Query;

namespace Renstra.Functions.Feed.Performance;

/// <summary>What dashboards read.</summary>
internal sealed class KinerjaSet(PerformanceReader performance) : FeedSet(
    "Kinerja",
    "Capaian setiap indikator menurut wilayah dan bulan, untuk dasbor: angka yang ditetapkan, atau angka sementara bila bulan itu belum ditetapkan.",
    typeof(KinerjaRow),
    nameof(KinerjaRow.Bulan),
    nameof(KinerjaRow.KodeWilayah),
    nameof(KinerjaRow.KodeIndikator))
{
    public override async IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(
        FeedReading reading, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var month in performance.ReadAsync(reading, PerformanceScope.Of(reading), cancellation))
        {
            yield return InKeyOrder(month.Rows.Select(row => new KinerjaRow(row, month.Release, reading.Reference)));
        }
    }
}
