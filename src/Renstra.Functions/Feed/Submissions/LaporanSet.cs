using Renstra.Functions.Feed.Model;
using Renstra.Functions.Feed.Query;

namespace Renstra.Functions.Feed.Submissions;

/// <summary>Every report, accepted or returned.</summary>
internal sealed class LaporanSet(KnownReports reports) : FeedSet(
    "Laporan",
    "Semua laporan per wilayah dan bulan yang terbaca dari berkas, yang diterima maupun dikembalikan; Berlaku menandai yang dipakai sekarang.",
    typeof(LaporanRow),
    nameof(LaporanRow.Bulan),
    nameof(LaporanRow.KodeWilayah),
    nameof(LaporanRow.PemegangData),
    nameof(LaporanRow.LaporanMasuk))
{
    public override IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(FeedReading reading, CancellationToken cancellation) =>
        reports.ReadAsync(reading.Scope, cancellation)
            .Select(IReadOnlyList<object> (portion) => [.. portion.Select(known => new LaporanRow(known, reading.Reference))]);
}
