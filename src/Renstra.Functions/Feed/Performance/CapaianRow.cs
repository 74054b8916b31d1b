using System.ComponentModel;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;

namespace Renstra.Functions.Feed.Performance;

/// <summary>What rows of performance have in common, whichever release they belong to or whether to one at all.</summary>
internal abstract record CapaianRow
{
    protected CapaianRow(PerformanceRow row, ReferenceData reference)
    {
        var region = reference.Regions.TryFind(row.Region, out var found) ? found : null;
        Bulan = row.Month.FirstDay;
        KodeWilayah = row.Region.Value;
        NamaWilayah = RegionNames.Of(row.Region, reference);
        Tingkat = (region?.Level ?? (row.Region.IsProvince ? RegionLevel.Provinsi : RegionLevel.Kabupaten)).ToString();
        KodeIndikator = row.Indicator.Value;
        NamaIndikator = reference.Indicators.TryFind(row.Indicator, out var indicator) ? indicator.Name : row.Indicator.Value;
        PembilangBulan = row.MonthNumerator;
        PenyebutBulan = row.MonthDenominator;
        RealisasiBulan = row.MonthRealisation;
        Pembilang = row.Numerator;
        Penyebut = row.Denominator;
        Realisasi = row.Realisation;
        Target = row.Target;
        RasioCapaian = row.Achievement;
        Kategori = row.Category?.Label;
        UrutanKategori = row.Category?.Order;
        Berjalan = row.IsRunning;
        StatusLapor = row.IsReported ? "Sudah" : "Belum";
        DataBulan = row.DataMonth?.FirstDay;
        WilayahMelapor = row.RegionsReporting;
        WilayahWajib = row.RegionsRequired;
        Lengkap = row.IsComplete;
        WilayahBelum = RegionNames.Listed(row.MissingRegions, reference);
        LaporanMasuk = row.Submission?.ToString();
    }

    [Description("Bulan pelaporan, ditulis sebagai hari pertamanya.")]
    public DateOnly Bulan { get; }

    [Description("Kode wilayah menurut Kementerian Dalam Negeri; 53 untuk provinsi.")]
    public string KodeWilayah { get; }

    [Description("Nama lengkap wilayah.")]
    public string NamaWilayah { get; }

    [Description("Provinsi, Kabupaten, atau Kota. Baris Provinsi adalah jumlah komponen kabupaten/kota, bukan rata-rata persentasenya.")]
    public string Tingkat { get; }

    [Description("Kode indikator.")]
    public string KodeIndikator { get; }

    [Description("Nama indikator sebagaimana tercetak dalam Renstra.")]
    public string NamaIndikator { get; }

    [Description("Pembilang bulan itu sendiri; kosong bila belum dilaporkan.")]
    public decimal? PembilangBulan { get; }

    [Description("Penyebut bulan itu sendiri, pada pertumbuhan angka bulan yang sama tahun lalu; kosong bila belum dilaporkan.")]
    public decimal? PenyebutBulan { get; }

    [Description("Realisasi bulan itu sendiri dalam satuan indikator, dibulatkan; tanpa kategori karena target berlaku untuk setahun.")]
    public decimal? RealisasiBulan { get; }

    [Description("Pembilang sampai dengan bulan itu dalam tahun berjalan.")]
    public decimal? Pembilang { get; }

    [Description("Penyebut sampai dengan bulan itu dalam tahun berjalan.")]
    public decimal? Penyebut { get; }

    [Description("Realisasi sampai dengan bulan itu dalam satuan indikator, dibulatkan; kosong bila penyebutnya 0 atau belum dilaporkan.")]
    public decimal? Realisasi { get; }

    [Description("Target yang dipakai mengukur bulan itu, dalam satuan indikator.")]
    public decimal? Target { get; }

    [Description("Realisasi dibandingkan dengan target, dalam persen, dua angka di belakang koma; dapat melebihi 100.")]
    public decimal? RasioCapaian { get; }

    [Description("Kategori capaian menurut skala yang dipakai, misalnya Sangat Berhasil.")]
    public string? Kategori { get; }

    [Description("Urutan kategori, 1 yang terbaik; untuk mengurutkan dan mewarnai.")]
    public int? UrutanKategori { get; }

    [Description("Benar dari Januari sampai November: capaian tahun berjalan yang belum final.")]
    public bool Berjalan { get; }

    [Description("Sudah atau Belum: angka bulan itu sendiri, pada indikator tahunan angka tahun itu; pada baris provinsi Sudah bila semua wilayah yang wajib telah melapor.")]
    public string StatusLapor { get; }

    [Description("Bulan asal angka Pembilang dan Penyebut; lebih awal daripada Bulan bila diteruskan dari bulan sebelumnya.")]
    public DateOnly? DataBulan { get; }

    [Description("Baris provinsi: banyaknya wilayah yang telah melaporkan bulan itu.")]
    public int? WilayahMelapor { get; }

    [Description("Baris provinsi: banyaknya wilayah yang wajib melaporkan indikator.")]
    public int? WilayahWajib { get; }

    [Description("Benar bila angka tahun berjalan lengkap: bulan itu sudah dilaporkan dan tidak ada bulan yang kurang; pada baris provinsi, bila itu berlaku untuk semua wilayah yang wajib.")]
    public bool? Lengkap { get; }

    [Description("Baris provinsi: wilayah yang belum melaporkan bulan itu, dipisahkan titik koma.")]
    public string? WilayahBelum { get; }

    [Description("Baris kabupaten/kota: kiriman asal angka bulan itu; lihat DataRealisasi untuk sel asalnya.")]
    public string? LaporanMasuk { get; }
}
