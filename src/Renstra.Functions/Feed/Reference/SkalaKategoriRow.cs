using System.ComponentModel;

namespace Renstra.Functions.Feed.Reference;

/// <summary>A category of a scale.</summary>
internal sealed record SkalaKategoriRow
{
    [Description("Nama skala, misalnya Renstra.")]
    public required string Skala { get; init; }

    [Description("Urutan kategori, 1 yang terbaik.")]
    public required int UrutanKategori { get; init; }

    [Description("Sebutan kategori, misalnya Sangat Berhasil.")]
    public required string Kategori { get; init; }

    [Description("Rasio capaian terendah yang masuk kategori ini, dalam persen; 0 pada kategori terakhir berarti tanpa batas.")]
    public required decimal BatasBawah { get; init; }

    [Description("Benar bila skala ini yang dipakai untuk menilai capaian.")]
    public required bool Dipakai { get; init; }

    [Description("Asal batas kategori.")]
    public string? Catatan { get; init; }
}
