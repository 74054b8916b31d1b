using System.Runtime.CompilerServices;
using Renstra.Functions.Feed.Model;
using Renstra.Functions.Feed.Query;
using Renstra.Functions.Storage;
using Renstra.Transform.Releases;

namespace Renstra.Functions.Feed.Performance;

/// <summary>What has changed in closed years since their last releases, which stay.</summary>
internal sealed class PerubahanSusulanSet(ReportStore reports, ReleaseStore releases) : FeedSet(
    "PerubahanSusulan",
    "Laporan untuk tahun yang sudah ditutup yang berubah sesudah penetapan terakhir: tercatat, tetapi tidak mengubah penetapan.",
    typeof(PerubahanSusulanRow),
    nameof(PerubahanSusulanRow.Bulan),
    nameof(PerubahanSusulanRow.KodeWilayah),
    nameof(PerubahanSusulanRow.PemegangData))
{
    public override async IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(
        FeedReading reading, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reference = reading.Reference;
        foreach (var month in reading.Scope.Months(nameof(PerubahanSusulanRow.Bulan), reference.FirstMonth, reading.CurrentMonth).Where(month => reference.Calendar.IsClosed(month.Year)))
        {
            if (await releases.InForceAsync(month, cancellation) is { } release)
            {
                var released = await releases.RowsAsync(month, release.Fingerprint, region: null, cancellation);
                var standing = await reports.CurrentAsync(month, region: null, cancellation);
                var changes = LateChange.Since(reference, released, standing.Select(report => report.ToCurrent()));
                yield return InKeyOrder(changes.Select(change => new PerubahanSusulanRow(change, release, reference)));
            }
        }
    }
}
