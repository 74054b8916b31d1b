using System.ComponentModel;
using Renstra.Functions.Storage;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Releases;

namespace Renstra.Functions.Feed.Performance;

/// <summary>A figure that a release changed about the one before it.</summary>
internal sealed record PerubahanPenetapanRow
{
    public PerubahanPenetapanRow(StoredChange change, ReferenceData reference)
    {
        var (before, after) = (change.Before, change.After);
        var region = reference.Regions.TryFind(change.Region, out var found) ? found : null;
        Bulan = change.Month.FirstDay;
        PenetapanKe = change.Number;
        KodeWilayah = change.Region.Value;
        NamaWilayah = RegionNames.Of(change.Region, reference);
        Tingkat = (region?.Level ?? (change.Region.IsProvince ? RegionLevel.Provinsi : RegionLevel.Kabupaten)).ToString();
        KodeIndikator = change.Indicator.Value;
        NamaIndikator = reference.Indicators.TryFind(change.Indicator, out var indicator) ? indicator.Name : change.Indicator.Value;
        PembilangSebelum = before?.Numerator;
        Pembilang = after?.Numerator;
        SelisihPembilang = RowChange.By(before, after, row => row.Numerator);
        PenyebutSebelum = before?.Denominator;
        Penyebut = after?.Denominator;
        SelisihPenyebut = RowChange.By(before, after, row => row.Denominator);
        RealisasiSebelum = before?.Realisation;
        Realisasi = after?.Realisation;
        SelisihRealisasi = RowChange.By(before, after, row => row.Realisation);
        TargetSebelum = before?.Target;
        Target = after?.Target;
        RasioCapaianSebelum = before?.Achievement;
        RasioCapaian = after?.Achievement;
        SelisihRasioCapaian = RowChange.By(before, after, row => row.Achievement);
        KategoriSebelum = before?.Category?.Label;
        Kategori = after?.Category?.Label;
        StatusLaporSebelum = StatusOf(before);
        StatusLapor = StatusOf(after);
        WilayahMelaporSebelum = before?.RegionsReporting;
        WilayahMelapor = after?.RegionsReporting;
        Sebab = ChangeCauseWords.Of(change.Causes);
        LaporanMasuk = change.Submissions.Count == 0 ? null : string.Join("; ", change.Submissions);
        BanyakLaporanMasuk = change.SubmissionsTotal;
    }

    [Description("Bulan yang ditetapkan, ditulis sebagai hari pertamanya.")]
    public DateOnly Bulan { get; }

    [Description("Penetapan yang mengubah, mulai dari 2; bandingannya penetapan sebelumnya untuk bulan itu.")]
    public int PenetapanKe { get; }

    [Description("Kode wilayah menurut Kementerian Dalam Negeri; 53 untuk provinsi.")]
    public string KodeWilayah { get; }

    [Description("Nama lengkap wilayah.")]
    public string NamaWilayah { get; }

    [Description("Provinsi, Kabupaten, atau Kota.")]
    public string Tingkat { get; }

    [Description("Kode indikator.")]
    public string KodeIndikator { get; }

    [Description("Nama indikator sebagaimana tercetak dalam Renstra.")]
    public string NamaIndikator { get; }

    [Description("Pembilang sampai dengan bulan itu menurut penetapan sebelumnya.")]
    public decimal? PembilangSebelum { get; }

    [Description("Pembilang sampai dengan bulan itu menurut penetapan ini.")]
    public decimal? Pembilang { get; }

    [Description("Pembilang dikurangi PembilangSebelum; kosong bila salah satunya belum ada.")]
    public decimal? SelisihPembilang { get; }

    [Description("Penyebut sampai dengan bulan itu menurut penetapan sebelumnya.")]
    public decimal? PenyebutSebelum { get; }

    [Description("Penyebut sampai dengan bulan itu menurut penetapan ini.")]
    public decimal? Penyebut { get; }

    [Description("Penyebut dikurangi PenyebutSebelum; kosong bila salah satunya belum ada.")]
    public decimal? SelisihPenyebut { get; }

    [Description("Realisasi sampai dengan bulan itu menurut penetapan sebelumnya, dalam satuan indikator.")]
    public decimal? RealisasiSebelum { get; }

    [Description("Realisasi sampai dengan bulan itu menurut penetapan ini, dalam satuan indikator.")]
    public decimal? Realisasi { get; }

    [Description("Realisasi dikurangi RealisasiSebelum; kosong bila salah satunya belum ada.")]
    public decimal? SelisihRealisasi { get; }

    [Description("Target menurut penetapan sebelumnya, dalam satuan indikator.")]
    public decimal? TargetSebelum { get; }

    [Description("Target menurut penetapan ini, dalam satuan indikator.")]
    public decimal? Target { get; }

    [Description("Rasio capaian menurut penetapan sebelumnya, dalam persen.")]
    public decimal? RasioCapaianSebelum { get; }

    [Description("Rasio capaian menurut penetapan ini, dalam persen.")]
    public decimal? RasioCapaian { get; }

    [Description("RasioCapaian dikurangi RasioCapaianSebelum, dalam persen; kosong bila salah satunya belum ada.")]
    public decimal? SelisihRasioCapaian { get; }

    [Description("Kategori capaian menurut penetapan sebelumnya.")]
    public string? KategoriSebelum { get; }

    [Description("Kategori capaian menurut penetapan ini.")]
    public string? Kategori { get; }

    [Description("Sudah atau Belum menurut penetapan sebelumnya; kosong bila indikatornya waktu itu tidak berlaku bagi wilayah.")]
    public string? StatusLaporSebelum { get; }

    [Description("Sudah atau Belum menurut penetapan ini; kosong bila indikatornya tidak lagi berlaku bagi wilayah.")]
    public string? StatusLapor { get; }

    [Description("Baris provinsi: banyaknya wilayah yang telah melapor menurut penetapan sebelumnya.")]
    public int? WilayahMelaporSebelum { get; }

    [Description("Baris provinsi: banyaknya wilayah yang telah melapor menurut penetapan ini.")]
    public int? WilayahMelapor { get; }

    [Description("Mengapa berubah: Laporan baru, Laporan diperbaiki, Laporan ditarik, Data acuan berganti, Cara penghitungan berganti; beberapa sebab dipisahkan titik koma.")]
    public string Sebab { get; }

    [Description("Kiriman yang menyebabkan perubahan, dipisahkan titik koma; yang ditarik bila laporannya ditarik. Paling banyak 500.")]
    public string? LaporanMasuk { get; }

    [Description("Banyaknya kiriman yang menyebabkan perubahan, termasuk yang tidak muat di LaporanMasuk.")]
    public int BanyakLaporanMasuk { get; }

    private static string? StatusOf(PerformanceRow? row) => row is null ? null : row.IsReported ? "Sudah" : "Belum";
}
