using Renstra.Functions.Feed.Model;
using Renstra.Functions.Feed.Query;
using Renstra.Functions.Storage;

namespace Renstra.Functions.Feed.Submissions;

/// <summary>Everything that was found wrong or odd in files.</summary>
internal sealed class CatatanVerifikasiSet(SubmissionStore submissions) : FeedSet(
    "CatatanVerifikasi",
    "Kesalahan dan peringatan yang ditemukan dalam berkas, sampai ke selnya.",
    typeof(CatatanVerifikasiRow),
    nameof(CatatanVerifikasiRow.LaporanMasuk),
    nameof(CatatanVerifikasiRow.Nomor))
{
    public override IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(FeedReading reading, CancellationToken cancellation) =>
        submissions.FindingsAsync(ReceivedScope.Of(reading.Scope), cancellation)
            .Select(IReadOnlyList<object> (portion) => [.. portion.Select(finding => new CatatanVerifikasiRow(finding, reading.Reference))]);
}
