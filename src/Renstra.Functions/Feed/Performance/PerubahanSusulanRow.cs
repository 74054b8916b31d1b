using System.ComponentModel;
using Renstra.Functions.Storage;
using Renstra.Transform.Reference;
using Renstra.Transform.Releases;

namespace Renstra.Functions.Feed.Performance;

/// <summary>A report of a closed year that came, or was withdrawn, after the last release.</summary>
internal sealed record PerubahanSusulanRow
{
    public PerubahanSusulanRow(LateChange change, Release release, ReferenceData reference)
    {
        Bulan = change.Key.Month.FirstDay;
        KodeWilayah = change.Key.Region.Value;
        PemegangData = change.Key.Holder.Value;
        NamaWilayah = RegionNames.Of(change.Key.Region, reference);
        PenetapanKe = release.Number;
        LaporanDitetapkan = change.Released?.ToString();
        LaporanSekarang = change.Standing?.ToString();
        DiserahkanPada = change.Standing?.SubmittedAt;
    }

    [Description("Bulan yang dilaporkan, ditulis sebagai hari pertamanya.")]
    public DateOnly Bulan { get; }

    [Description("Kode wilayah yang dilaporkan.")]
    public string KodeWilayah { get; }

    [Description("Siapa yang melaporkan: KAB untuk kabupaten/kota, selain itu unit kerja provinsi.")]
    public string PemegangData { get; }

    [Description("Nama lengkap wilayah.")]
    public string NamaWilayah { get; }

    [Description("Penetapan yang berlaku dan tidak diubah lagi.")]
    public int PenetapanKe { get; }

    [Description("Kiriman yang menjadi dasar penetapan; kosong bila waktu itu belum ada.")]
    public string? LaporanDitetapkan { get; }

    [Description("Kiriman yang berlaku sekarang; kosong bila ditarik tanpa pengganti.")]
    public string? LaporanSekarang { get; }

    [Description("Waktu kiriman yang berlaku sekarang diserahkan.")]
    public DateTimeOffset? DiserahkanPada { get; }
}
