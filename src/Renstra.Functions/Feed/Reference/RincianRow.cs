using System.ComponentModel;

namespace Renstra.Functions.Feed.Reference;

/// <summary>A part that a component may be broken down into.</summary>
internal sealed record RincianRow
{
    [Description("Kode indikator.")]
    public required string KodeIndikator { get; init; }

    [Description("Pembilang atau Penyebut.")]
    public required string Peran { get; init; }

    [Description("Menurut apa dirinci, misalnya Jenis kelamin.")]
    public required string Dimensi { get; init; }

    [Description("Kode bagian, misalnya Perempuan.")]
    public required string Bagian { get; init; }

    [Description("Nama bagian sebagaimana tercetak dalam formulir.")]
    public required string NamaBagian { get; init; }

    [Description("Urutan bagian dalam formulir, mulai dari 1; untuk mengurutkan.")]
    public required int Urutan { get; init; }

    [Description("Bagian (bersama bagian lain sama dengan jumlahnya), DiAntaranya (sebagian dari jumlahnya), atau Sisanya (selebihnya).")]
    public required string Sifat { get; init; }

    [Description("Tabel atau baris dalam Renstra yang menjadi dasar.")]
    public required string Sumber { get; init; }
}
