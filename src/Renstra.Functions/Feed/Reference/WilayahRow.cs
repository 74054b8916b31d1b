using System.ComponentModel;

namespace Renstra.Functions.Feed.Reference;

/// <summary>A region.</summary>
internal sealed record WilayahRow
{
    [Description("Kode wilayah menurut Kementerian Dalam Negeri, misalnya 53.02; 53 untuk provinsi.")]
    public required string KodeWilayah { get; init; }

    [Description("Nama lengkap, misalnya Kabupaten Timor Tengah Selatan.")]
    public required string NamaWilayah { get; init; }

    [Description("Nama tanpa sebutan kabupaten atau provinsi.")]
    public required string NamaSingkat { get; init; }

    [Description("Provinsi, Kabupaten, atau Kota.")]
    public required string Tingkat { get; init; }

    [Description("Kode wilayah menurut Badan Pusat Statistik; untuk sebagian besar wilayah berbeda dengan KodeWilayah.")]
    public required string KodeBps { get; init; }

    [Description("Sebutan lain yang dikenali pada laporan, dipisahkan titik koma.")]
    public string? NamaLain { get; init; }
}
