using System.ComponentModel;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Transform.Indicators;
using Component = Renstra.Transform.Indicators.Component;

namespace Renstra.Functions.Feed.Sets;

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
        select new KomponenRow(indicator, component);
}

/// <summary>A component of an indicator.</summary>
internal sealed class KomponenRow(Indicator indicator, Component component)
{
    [Description("Kode indikator.")]
    public string KodeIndikator { get; } = indicator.Code.Value;

    [Description("Pembilang atau Penyebut.")]
    public string Peran { get; } = component.Role.ToString();

    [Description("Apa yang dihitung, menurut rumus dalam Renstra.")]
    public string NamaKomponen { get; } = component.Name;

    [Description("Satuan yang dihitung, misalnya orang atau perusahaan.")]
    public string Satuan { get; } = component.Unit;

    [Description("Cara bulan-bulan digabung: Jumlah (dijumlahkan), Kumulatif (angka terakhir dalam tahun itu), Posisi (angka terakhir, paling lama dua belas bulan), atau Tahunan (satu angka untuk setahun).")]
    public string Akumulasi { get; } = component.Accumulation.ToString();

    [Description("Angka yang diminta formulir: bulan ini, s.d. bulan ini, posisi akhir bulan, atau angka tahun ini.")]
    public string Periode { get; } = component.PeriodLabel;

    [Description("Banyaknya angka di belakang koma yang boleh dilaporkan; 0 untuk bilangan bulat.")]
    [Unit("angka di belakang koma")]
    public int Desimal { get; } = component.Decimals;

    [Description("Tabel atau baris dalam Renstra yang menjadi dasar.")]
    public string Sumber { get; } = component.Source;
}
