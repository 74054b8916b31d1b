using System.Runtime.CompilerServices;
using Renstra.Functions.Feed.Model;
using Renstra.Functions.Feed.Query;
using Renstra.Functions.Storage;

namespace Renstra.Functions.Feed.Performance;

/// <summary>What every release changed about the one before it.</summary>
internal sealed class PerubahanPenetapanSet(ReleaseStore releases) : FeedSet(
    "PerubahanPenetapan",
    "Angka yang berubah dari satu penetapan ke penetapan berikutnya untuk bulan yang sama: sebelum, sesudah, selisih, sebab, dan kiriman yang menyebabkannya.",
    typeof(PerubahanPenetapanRow),
    nameof(PerubahanPenetapanRow.Bulan),
    nameof(PerubahanPenetapanRow.PenetapanKe),
    nameof(PerubahanPenetapanRow.KodeWilayah),
    nameof(PerubahanPenetapanRow.KodeIndikator))
{
    public override async IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(
        FeedReading reading, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (first, last) = reading.Scope.MonthBounds(nameof(PerubahanPenetapanRow.Bulan));
        var range = new PartitionRange(first, last);
        var all = await releases.AllAsync(range, cancellation);
        var named = all.Select(entry => (entry.Release.Month, entry.Release.Number, entry.Release.Fingerprint)).ToHashSet();

        // What was prepared for a release that someone else made otherwise is no release's.
        await foreach (var portion in releases.ChangesAsync(range, cancellation))
        {
            yield return [.. portion
                .Where(change => named.Contains((change.Month, change.Number, change.Fingerprint)))
                .Select(change => new PerubahanPenetapanRow(change, reading.Reference))];
        }
    }
}
