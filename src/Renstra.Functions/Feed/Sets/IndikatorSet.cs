using System.ComponentModel;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Transform.Indicators;

namespace Renstra.Functions.Feed.Sets;

/// <summary>The indicators.</summary>
internal sealed class IndikatorSet() : ReferenceSet<IndikatorRow>(
    "Indikator",
    "Indikator kinerja Renstra beserta cara menghitung dan penanggung jawabnya.",
    nameof(IndikatorRow.KodeIndikator))
{
    public override string? LinkName => "Indikator";

    protected override IEnumerable<IndikatorRow> Rows(FeedReading reading) => reading.Reference.Indicators.All.Select((indicator, index) => new IndikatorRow(indicator, index + 1));
}

/// <summary>An indicator.</summary>
internal sealed class IndikatorRow(Indicator indicator, int order)
{
    [Description("Kode indikator, misalnya IKU-1.")]
    public string KodeIndikator { get; } = indicator.Code.Value;

    [Description("Urutan indikator menurut Renstra, mulai dari 1.")]
    [Unit("urutan")]
    public int UrutanIndikator { get; } = order;

    [Description("Nama indikator sebagaimana tercetak dalam Renstra.")]
    public string NamaIndikator { get; } = indicator.Name;

    [Description("Satuan realisasi dan target, umumnya %.")]
    public string Satuan { get; } = indicator.Unit;

    [Description("Cara menghitung realisasi: Proporsi (pembilang dibagi penyebut dikali 100), Pertumbuhan (perubahan terhadap bulan yang sama tahun lalu, dalam persen), atau Nilai (angka yang dilaporkan).")]
    public string Jenis { get; } = indicator.Kind.ToString();

    [Description("Naik bila makin besar makin baik, Turun bila makin kecil makin baik.")]
    public string Polaritas { get; } = indicator.Polarity.ToString();

    [Description("Banyaknya angka di belakang koma pada realisasi yang diterbitkan.")]
    [Unit("angka di belakang koma")]
    public int Desimal { get; } = indicator.Decimals;

    [Description("Siapa yang melaporkan: KAB untuk kabupaten/kota, selain itu unit kerja provinsi.")]
    public string PemegangData { get; } = indicator.Holder.Value;

    [Description("Bidang pada dinas yang bertanggung jawab atas indikator.")]
    public string Bidang { get; } = indicator.Division;

    [Description("Tahun pertama berlakunya indikator.")]
    [Unit("tahun")]
    public int TahunAwal { get; } = indicator.FirstYear;

    [Description("Tahun terakhir berlakunya indikator.")]
    [Unit("tahun")]
    public int TahunAkhir { get; } = indicator.LastYear;

    [Description("Tabel dalam Renstra yang memuat indikator.")]
    public string Sumber { get; } = indicator.Source;
}
