using Renstra.Functions.Feed.Model;
using Renstra.Functions.Feed.Query;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Feed.Submissions;

/// <summary>Every amount of every accepted report. Those replaced since are kept, since a release may rest on them.</summary>
internal sealed class DataRealisasiSet(KnownReports reports) : FeedSet(
    "DataRealisasi",
    "Setiap angka dari laporan yang diterima, dengan berkas, lembar, dan sel asalnya; juga dari laporan yang sudah digantikan.",
    typeof(DataRealisasiRow),
    nameof(DataRealisasiRow.Bulan),
    nameof(DataRealisasiRow.KodeWilayah),
    nameof(DataRealisasiRow.PemegangData),
    nameof(DataRealisasiRow.LaporanMasuk),
    nameof(DataRealisasiRow.KodeIndikator),
    nameof(DataRealisasiRow.Peran))
{
    public override IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(FeedReading reading, CancellationToken cancellation) =>
        reports.ReadAsync(reading.Scope, cancellation)
            .Select(portion => InKeyOrder(portion.Where(known => known.Report.IsAccepted).SelectMany(known => Rows(known, reading.Reference))));

    private static IEnumerable<DataRealisasiRow> Rows(KnownReport known, ReferenceData reference)
    {
        foreach (var figure in known.Report.Figures)
        {
            yield return new DataRealisasiRow(known, figure.Indicator, ComponentRole.Pembilang, figure.Numerator, reference);
            if (figure.Denominator is { } denominator)
            {
                yield return new DataRealisasiRow(known, figure.Indicator, ComponentRole.Penyebut, denominator, reference);
            }
        }
    }
}
