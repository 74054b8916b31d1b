using System.ComponentModel;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Feed.Performance;

/// <summary>Performance of a quarter or half-year.</summary>
internal sealed record KinerjaPeriodeRow
{
    /// <param name="row">The row.</param>
    /// <param name="months">The months of the period that there are, ascending.</param>
    /// <param name="reference">Gives the names.</param>
    public KinerjaPeriodeRow(PeriodRow row, IReadOnlyList<MonthPerformance> months, ReferenceData reference)
    {
        // What a month's row says of the region, the indicator and the year to date, the period's says in the same words.
        var latest = new KinerjaRow(row.Latest, months[^1].Release, reference);
        BulanAkhir = row.Period.LastMonth.FirstDay;
        Periode = row.Period.ToString();
        JenisPeriode = row.Period.Kind.ToString();
        NamaPeriode = row.Period.IndonesianName;
        BulanAwal = row.Period.FirstMonth.FirstDay;
        SampaiBulan = latest.Bulan;
        KodeWilayah = latest.KodeWilayah;
        NamaWilayah = latest.NamaWilayah;
        Tingkat = latest.Tingkat;
        KodeIndikator = latest.KodeIndikator;
        NamaIndikator = latest.NamaIndikator;
        PembilangPeriode = row.Numerator;
        PenyebutPeriode = row.Denominator;
        RealisasiPeriode = row.Realisation;
        LengkapPeriode = row.IsComplete;
        Pembilang = latest.Pembilang;
        Penyebut = latest.Penyebut;
        Realisasi = latest.Realisasi;
        Target = latest.Target;
        RasioCapaian = latest.RasioCapaian;
        Kategori = latest.Kategori;
        UrutanKategori = latest.UrutanKategori;
        Berjalan = latest.Berjalan;
        Lengkap = latest.Lengkap;
        DataBulan = latest.DataBulan;
        WilayahWajib = latest.WilayahWajib;
        WilayahMelapor = latest.WilayahWajib - row.MissingRegions.Count;
        WilayahBelum = RegionNames.Listed(row.MissingRegions, reference);
        StatusPeriode = row.Latest.Month == row.Period.LastMonth && months.All(month => month.Release is not null) ? "Tetap" : "Sementara";
    }

    [Description("Bulan terakhir periode, ditulis sebagai hari pertamanya.")]
    public DateOnly BulanAkhir { get; }

    [Description("Periode: 2024-T3 untuk Triwulan III 2024, 2024-S2 untuk Semester II 2024.")]
    public string Periode { get; }

    [Description("Triwulan atau Semester.")]
    public string JenisPeriode { get; }

    [Description("Nama periode, misalnya Triwulan III 2024.")]
    public string NamaPeriode { get; }

    [Description("Bulan pertama periode, ditulis sebagai hari pertamanya.")]
    public DateOnly BulanAwal { get; }

    [Description("Bulan terakhir yang sudah masuk hitungan: sama dengan BulanAkhir, atau lebih awal selama periode masih berjalan.")]
    public DateOnly SampaiBulan { get; }

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

    [Description("Pembilang periode itu sendiri: jumlah bulan-bulannya bila indikator dijumlahkan, selain itu angka yang berlaku pada SampaiBulan.")]
    public decimal? PembilangPeriode { get; }

    [Description("Penyebut periode itu sendiri, dengan cara yang sama.")]
    public decimal? PenyebutPeriode { get; }

    [Description("Realisasi periode itu sendiri dalam satuan indikator, dibulatkan; tanpa kategori karena target berlaku sejak awal tahun.")]
    public decimal? RealisasiPeriode { get; }

    [Description("Benar bila semua bulan yang diperlukan PembilangPeriode dan PenyebutPeriode sudah dilaporkan; pada baris provinsi, oleh semua wilayah yang wajib.")]
    public bool LengkapPeriode { get; }

    [Description("Pembilang sejak awal tahun sampai dengan SampaiBulan, sama dengan Kinerja bulan itu.")]
    public decimal? Pembilang { get; }

    [Description("Penyebut sejak awal tahun sampai dengan SampaiBulan, sama dengan Kinerja bulan itu.")]
    public decimal? Penyebut { get; }

    [Description("Realisasi sejak awal tahun sampai dengan SampaiBulan dalam satuan indikator, dibulatkan.")]
    public decimal? Realisasi { get; }

    [Description("Target yang dipakai mengukur SampaiBulan, dalam satuan indikator: target triwulan bila ada, selain itu target tahun.")]
    public decimal? Target { get; }

    [Description("Realisasi dibandingkan dengan target, dalam persen, dua angka di belakang koma; dapat melebihi 100.")]
    public decimal? RasioCapaian { get; }

    [Description("Kategori capaian menurut skala yang dipakai, misalnya Sangat Berhasil.")]
    public string? Kategori { get; }

    [Description("Urutan kategori, 1 yang terbaik; untuk mengurutkan dan mewarnai.")]
    public int? UrutanKategori { get; }

    [Description("Benar sampai November: capaian tahun berjalan yang belum final.")]
    public bool Berjalan { get; }

    [Description("Benar bila angka sejak awal tahun lengkap; lihat Kinerja.")]
    public bool? Lengkap { get; }

    [Description("Bulan asal angka Pembilang dan Penyebut; lebih awal daripada SampaiBulan bila diteruskan dari bulan sebelumnya.")]
    public DateOnly? DataBulan { get; }

    [Description("Baris provinsi: banyaknya wilayah yang telah melaporkan semua bulan yang diperlukan.")]
    public int? WilayahMelapor { get; }

    [Description("Baris provinsi: banyaknya wilayah yang wajib melaporkan indikator.")]
    public int? WilayahWajib { get; }

    [Description("Baris provinsi: wilayah yang belum melaporkan salah satu bulan yang diperlukan, dipisahkan titik koma.")]
    public string? WilayahBelum { get; }

    [Description("Tetap bila periode sudah lewat dan semua bulannya sudah ditetapkan, selain itu Sementara.")]
    public string StatusPeriode { get; }
}
