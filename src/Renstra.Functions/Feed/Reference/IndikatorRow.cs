using System.ComponentModel;

namespace Renstra.Functions.Feed.Reference;

/// <summary>An indicator.</summary>
internal sealed record IndikatorRow
{
    [Description("Kode indikator, misalnya IKU-1.")]
    public required string KodeIndikator { get; init; }

    [Description("Urutan indikator menurut Renstra, mulai dari 1.")]
    public required int UrutanIndikator { get; init; }

    [Description("Nama indikator sebagaimana tercetak dalam Renstra.")]
    public required string NamaIndikator { get; init; }

    [Description("Satuan realisasi dan target, umumnya %.")]
    public required string Satuan { get; init; }

    [Description("Cara menghitung realisasi: Proporsi (pembilang dibagi penyebut dikali 100), Pertumbuhan (perubahan terhadap bulan yang sama tahun lalu, dalam persen), atau Nilai (angka yang dilaporkan).")]
    public required string Jenis { get; init; }

    [Description("Naik bila makin besar makin baik, Turun bila makin kecil makin baik.")]
    public required string Polaritas { get; init; }

    [Description("Banyaknya angka di belakang koma pada realisasi yang diterbitkan.")]
    public required int Desimal { get; init; }

    [Description("Siapa yang melaporkan: KAB untuk kabupaten/kota, selain itu unit kerja provinsi.")]
    public required string PemegangData { get; init; }

    [Description("Bidang pada dinas yang bertanggung jawab atas indikator.")]
    public required string Bidang { get; init; }

    [Description("Tahun pertama berlakunya indikator.")]
    public required int TahunAwal { get; init; }

    [Description("Tahun terakhir berlakunya indikator.")]
    public required int TahunAkhir { get; init; }

    [Description("Tabel dalam Renstra yang memuat indikator.")]
    public required string Sumber { get; init; }
}
