using Renstra.Functions.Feed.Query;

namespace Renstra.Functions.Feed.Reference;

/// <summary>The indicators.</summary>
internal sealed class IndikatorSet() : ReferenceSet<IndikatorRow>(
    "Indikator",
    "Indikator kinerja Renstra beserta cara menghitung dan penanggung jawabnya.",
    nameof(IndikatorRow.KodeIndikator))
{
    protected override IEnumerable<IndikatorRow> Rows(FeedReading reading) => reading.Reference.Indicators.All.Select((indicator, index) => new IndikatorRow
    {
        KodeIndikator = indicator.Code.Value,
        UrutanIndikator = index + 1,
        NamaIndikator = indicator.Name,
        Satuan = indicator.Unit,
        Jenis = indicator.Kind.ToString(),
        Polaritas = indicator.Polarity.ToString(),
        Desimal = indicator.Decimals,
        PemegangData = indicator.Holder.Value,
        Bidang = indicator.Division,
        TahunAwal = indicator.FirstYear,
        TahunAkhir = indicator.LastYear,
        Sumber = indicator.Source,
    });
}
