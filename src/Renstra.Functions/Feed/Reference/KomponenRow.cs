using System.ComponentModel;

namespace Renstra.Functions.Feed.Reference;

/// <summary>A component of an indicator.</summary>
internal sealed record KomponenRow
{
    [Description("Kode indikator.")]
    public required string KodeIndikator { get; init; }

    [Description("Pembilang atau Penyebut.")]
    public required string Peran { get; init; }

    [Description("Apa yang dihitung, menurut rumus dalam Renstra.")]
    public required string NamaKomponen { get; init; }

    [Description("Satuan yang dihitung, misalnya orang atau perusahaan.")]
    public required string Satuan { get; init; }

    [Description("Cara bulan-bulan digabung: Jumlah (dijumlahkan), Kumulatif (angka terakhir dalam tahun itu), Posisi (angka terakhir, paling lama dua belas bulan), atau Tahunan (satu angka untuk setahun).")]
    public required string Akumulasi { get; init; }

    [Description("Angka yang diminta formulir: bulan ini, s.d. bulan ini, posisi akhir bulan, atau angka tahun ini.")]
    public required string Periode { get; init; }

    [Description("Banyaknya angka di belakang koma yang boleh dilaporkan; 0 untuk bilangan bulat.")]
    public required int Desimal { get; init; }

    [Description("Tabel atau baris dalam Renstra yang menjadi dasar.")]
    public required string Sumber { get; init; }
}
