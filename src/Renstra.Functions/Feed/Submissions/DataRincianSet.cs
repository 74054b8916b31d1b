using Renstra.Functions.Feed.Model;
using Renstra.Functions.Feed.Query;

namespace Renstra.Functions.Feed.Submissions;

/// <summary>
/// Every part of every accepted report's breakdowns, beside the wholes and not among them: whoever adds up
/// <see cref="DataRealisasiSet"/> must not count anything twice.
/// </summary>
internal sealed class DataRincianSet(KnownReports reports) : FeedSet(
    "DataRincian",
    "Rincian pembilang dan penyebut dari laporan yang diterima, bila kantor merincinya, dengan berkas, lembar, dan sel asalnya; juga dari laporan yang sudah digantikan.",
    typeof(DataRincianRow),
    nameof(DataRincianRow.Bulan),
    nameof(DataRincianRow.KodeWilayah),
    nameof(DataRincianRow.PemegangData),
    nameof(DataRincianRow.LaporanMasuk),
    nameof(DataRincianRow.KodeIndikator),
    nameof(DataRincianRow.Peran),
    nameof(DataRincianRow.Dimensi),
    nameof(DataRincianRow.Bagian))
{
    public override IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(FeedReading reading, CancellationToken cancellation) =>
        reports.ReadAsync(reading.Scope, cancellation).Select(portion => InKeyOrder(
            from known in portion
            where known.Report.IsAccepted
            from figure in known.Report.Figures
            from part in figure.Parts
            select new DataRincianRow(known, figure.Indicator, part, reading.Reference)));
}
