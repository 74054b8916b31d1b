using System.ComponentModel;
using System.Runtime.CompilerServices;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Functions.Storage;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Feed.Sets;

/// <summary>The rows of every release.</summary>
internal sealed class KinerjaTetapSet(ReleaseStore releases, ReleasedRows released) : FeedSet(
    "KinerjaTetap",
    "Capaian menurut semua penetapan, juga yang sudah digantikan: untuk memeriksa apa yang pernah ditetapkan.",
    typeof(KinerjaTetapRow),
    nameof(KinerjaTetapRow.Bulan),
    nameof(KinerjaTetapRow.PenetapanKe),
    nameof(KinerjaTetapRow.KodeWilayah),
    nameof(KinerjaTetapRow.KodeIndikator))
{
    public override async IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(
        FeedReading reading, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var scope = PerformanceScope.Of(reading);
        if (scope.IsEmpty)
        {
            yield break;
        }

        foreach (var (release, _) in await releases.AllAsync(new PartitionRange(scope.Months[0], scope.Months[^1]), cancellation))
        {
            var month = await released.ReadAsync(release, scope.Regions, cancellation);
            yield return InKeyOrder(month.Rows.Select(row => new KinerjaTetapRow(row, release, reading.Reference)));
        }
    }
}

/// <summary>Performance as a release has it.</summary>
internal sealed class KinerjaTetapRow(PerformanceRow row, Release release, ReferenceData reference) : CapaianRow(row, reference)
{
    [Description("Penetapan keberapa untuk bulan itu; lihat Penetapan untuk yang berlaku.")]
    [Unit("penetapan")]
    public int PenetapanKe { get; } = release.Number;

    [Description("Waktu penetapan.")]
    public DateTimeOffset DitetapkanPada { get; } = release.ReleasedAt;
}
