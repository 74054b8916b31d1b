using Renstra.Functions.Feed.Query;

namespace Renstra.Functions.Feed.Reference;

/// <summary>The components of the indicators.</summary>
internal sealed class KomponenSet() : ReferenceSet<KomponenRow>(
    "Komponen",
    "Pembilang dan penyebut setiap indikator, dan cara bulan-bulannya digabung.",
    nameof(KomponenRow.KodeIndikator),
    nameof(KomponenRow.Peran))
{
    protected override IEnumerable<KomponenRow> Rows(FeedReading reading) =>
        from indicator in reading.Reference.Indicators.All
        from component in indicator.Components
        select new KomponenRow
        {
            KodeIndikator = indicator.Code.Value,
            Peran = component.Role.ToString(),
            NamaKomponen = component.Name,
            Satuan = component.Unit,
            Akumulasi = component.Accumulation.ToString(),
            Periode = component.PeriodLabel,
            Desimal = component.Decimals,
            Sumber = component.Source,
        };
}
