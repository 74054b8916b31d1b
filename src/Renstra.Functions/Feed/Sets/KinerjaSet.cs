using System.ComponentModel;
using System.Runtime.CompilerServices;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Functions.Storage;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Feed.Sets;

/// <summary>What dashboards read.</summary>
internal sealed class KinerjaSet(PerformanceReader performance) : FeedSet(
    "Kinerja",
    "Capaian setiap indikator menurut wilayah dan bulan, untuk dasbor: angka yang ditetapkan, atau angka sementara bila bulan itu belum ditetapkan.",
    typeof(KinerjaRow),
    nameof(KinerjaRow.Bulan),
    nameof(KinerjaRow.KodeWilayah),
    nameof(KinerjaRow.KodeIndikator))
{
    private readonly MadeOfMonths _rows = new();

    public override async IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(
        FeedReading reading, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var month in performance.ReadAsync(reading, PerformanceScope.Of(reading), cancellation))
        {
            yield return _rows.Of([month], reading.Reference, "", () => InKeyOrder(month.Rows.Select(row => new KinerjaRow(row, month.Release, reading.Reference))));
        }
    }
}

/// <summary>A set's rows that are made of months' performance, kept for as long as that is.</summary>
internal sealed class MadeOfMonths
{
    private readonly ConditionalWeakTable<MonthPerformance, Made> _made = [];

    /// <summary>The rows, made now or before.</summary>
    /// <param name="months">What they are made of, in order; at least one.</param>
    /// <param name="reference">Gives the names.</param>
    /// <param name="kind">Tells what is made of them.</param>
    /// <param name="make">Makes them.</param>
    public IReadOnlyList<object> Of(IReadOnlyList<MonthPerformance> months, ReferenceData reference, string kind, Func<IReadOnlyList<object>> make)
    {
        if (_made.TryGetValue(months[^1], out var made) && ReferenceEquals(made.Reference, reference) && made.Kind == kind && made.Before.SequenceEqual(months.SkipLast(1)))
        {
            return made.Rows;
        }

        var rows = make();
        _made.AddOrUpdate(months[^1], new Made([.. months.SkipLast(1)], reference, kind, rows));
        return rows;
    }

    private sealed record Made(IReadOnlyList<MonthPerformance> Before, ReferenceData Reference, string Kind, IReadOnlyList<object> Rows);
}

/// <summary>What rows of performance have in common, whichever release they belong to or whether to one at all.</summary>
internal abstract class CapaianRow(PerformanceRow row, ReferenceData reference)
{
    [Description("Bulan pelaporan, ditulis sebagai hari pertamanya.")]
    public DateOnly Bulan { get; } = row.Month.FirstDay;

    [NumberOf(nameof(Bulan), DateNumber.Month)]
    public int BulanAngka { get; } = ReferenceNames.NumberOf(row.Month);

    [NumberOf(nameof(Bulan), DateNumber.Year)]
    [Description("Tahun pelaporan.")]
    [Unit("tahun")]
    public int Tahun { get; } = row.Month.Year;

    [Description("Triwulan dalam tahun itu, 1 sampai 4.")]
    [Unit("triwulan")]
    public int Triwulan { get; } = row.Month.Quarter;

    [Description("Kode wilayah menurut Kementerian Dalam Negeri; 53 untuk provinsi.")]
    public string KodeWilayah { get; } = row.Region.Value;

    [Description("Nama lengkap wilayah.")]
    public string NamaWilayah { get; } = ReferenceNames.Of(row.Region, reference);

    [Description("Provinsi, Kabupaten, atau Kota. Baris Provinsi adalah jumlah komponen kabupaten/kota, bukan rata-rata persentasenya.")]
    public string Tingkat { get; } = ReferenceNames.LevelOf(row.Region, reference);

    [Description("Kode indikator.")]
    public string KodeIndikator { get; } = row.Indicator.Value;

    [Description("Nama indikator sebagaimana tercetak dalam Renstra.")]
    public string NamaIndikator { get; } = ReferenceNames.NameOf(row.Indicator, reference);

    [Description("Satuan target dan realisasi, umumnya %; kosong bila indikator sudah tidak ada dalam data rujukan.")]
    public string? Satuan { get; } = ReferenceNames.IndicatorOf(row.Indicator, reference)?.Unit;

    [Description("Naik bila makin besar makin baik, Turun bila makin kecil makin baik; kosong bila indikator sudah tidak ada dalam data rujukan.")]
    public string? Polaritas { get; } = ReferenceNames.IndicatorOf(row.Indicator, reference)?.Polarity.ToString();

    [Description("Pembilang bulan itu sendiri; kosong bila belum dilaporkan.")]
    [Unit("satuan komponennya; lihat Komponen")]
    public decimal? PembilangBulan { get; } = row.MonthNumerator;

    [Description("Penyebut bulan itu sendiri, pada pertumbuhan angka bulan yang sama tahun lalu; kosong bila belum dilaporkan.")]
    [Unit("satuan komponennya; lihat Komponen")]
    public decimal? PenyebutBulan { get; } = row.MonthDenominator;

    [Description("Realisasi bulan itu sendiri dalam satuan indikator, dibulatkan; tanpa kategori karena target berlaku untuk setahun.")]
    [Unit("satuan indikator, di kolom Satuan")]
    [Empty("bila belum dilaporkan atau penyebutnya 0")]
    public decimal? RealisasiBulan { get; } = row.MonthRealisation;

    [Description("Pembilang sampai dengan bulan itu dalam tahun berjalan.")]
    [Unit("satuan komponennya; lihat Komponen")]
    [Empty("bila belum ada angka yang dapat dipakai sampai dengan bulan itu")]
    public decimal? Pembilang { get; } = row.Numerator;

    [Description("Penyebut sampai dengan bulan itu dalam tahun berjalan.")]
    [Unit("satuan komponennya; lihat Komponen")]
    [Empty("bila belum ada angka yang dapat dipakai sampai dengan bulan itu, dan pada indikator tanpa penyebut")]
    public decimal? Penyebut { get; } = row.Denominator;

    [Description("Realisasi sampai dengan bulan itu dalam satuan indikator, dibulatkan; kosong bila penyebutnya 0 atau belum dilaporkan.")]
    [Unit("satuan indikator, di kolom Satuan")]
    public decimal? Realisasi { get; } = row.Realisation;

    [Description("Target yang dipakai mengukur bulan itu, dalam satuan indikator.")]
    [Unit("satuan indikator, di kolom Satuan")]
    [Empty("bila tidak ada target untuk tahun itu")]
    public decimal? Target { get; } = row.Target;

    [Description("Realisasi dibandingkan dengan target, dalam persen, dua angka di belakang koma; dapat melebihi 100.")]
    [Unit("persen")]
    [Empty("bila Realisasi atau Target kosong")]
    public decimal? RasioCapaian { get; } = row.Achievement;

    [Description("Kategori capaian menurut skala yang dipakai, misalnya Sangat Berhasil.")]
    [Empty("bila RasioCapaian kosong")]
    public string? Kategori { get; } = row.Category?.Label;

    [Description("Urutan kategori, 1 yang terbaik; untuk mengurutkan dan mewarnai.")]
    [Unit("urutan")]
    [Empty("bila RasioCapaian kosong")]
    public int? UrutanKategori { get; } = row.Category?.Order;

    [Description("Benar dari Januari sampai November: capaian tahun berjalan yang belum final.")]
    public bool Berjalan { get; } = row.IsRunning;

    [Description("Sudah atau Belum: angka bulan itu sendiri, pada indikator tahunan angka tahun itu; pada baris provinsi Sudah bila semua wilayah yang wajib telah melapor.")]
    public string StatusLapor { get; } = row.IsReported ? "Sudah" : "Belum";

    [Description("Bulan asal angka Pembilang dan Penyebut; lebih awal daripada Bulan bila diteruskan dari bulan sebelumnya.")]
    [Empty("bila Pembilang kosong")]
    public DateOnly? DataBulan { get; } = row.DataMonth?.FirstDay;

    [Description("Baris provinsi: banyaknya wilayah yang telah melaporkan bulan itu.")]
    [Unit("wilayah")]
    [Empty("pada baris kabupaten/kota")]
    public long? WilayahMelapor { get; } = row.RegionsReporting;

    [Description("Baris provinsi: banyaknya wilayah yang wajib melaporkan indikator.")]
    [Unit("wilayah")]
    [Empty("pada baris kabupaten/kota")]
    public long? WilayahWajib { get; } = row.RegionsRequired;

    [Description("Benar bila angka tahun berjalan lengkap: bulan itu sudah dilaporkan dan tidak ada bulan yang kurang; pada baris provinsi, bila itu berlaku untuk semua wilayah yang wajib.")]
    [Empty("bila penetapan yang lama tidak memuatnya")]
    public bool? Lengkap { get; } = row.IsComplete;

    [Description("Baris provinsi: wilayah yang belum melaporkan bulan itu, dipisahkan titik koma.")]
    [Empty("pada baris kabupaten/kota, dan bila semua telah melapor")]
    public string? WilayahBelum { get; } = ReferenceNames.Listed(row.MissingRegions, reference);

    [Description("Baris kabupaten/kota: kiriman asal angka bulan itu; lihat DataRealisasi untuk sel asalnya.")]
    [Empty("pada baris provinsi yang berupa jumlah, dan bila belum dilaporkan")]
    public string? LaporanMasuk { get; } = row.Submission?.ToString();
}

/// <summary>Performance as it stands: of the release in force, or computed now while the month has none.</summary>
internal sealed class KinerjaRow(PerformanceRow row, Release? release, ReferenceData reference) : CapaianRow(row, reference)
{
    [Description("Tetap bila bulan itu sudah ditetapkan, Sementara bila masih dihitung dari laporan yang masuk.")]
    public string StatusBulan { get; } = release is null ? "Sementara" : "Tetap";

    [Description("Penetapan keberapa yang berlaku untuk bulan itu; kosong bila Sementara.")]
    [Unit("penetapan")]
    public int? PenetapanKe { get; } = release?.Number;

    [Description("Waktu penetapan yang berlaku; kosong bila Sementara.")]
    public DateTimeOffset? DitetapkanPada { get; } = release?.ReleasedAt;

    [Description("Waktu terakhir angka baris ini dapat berubah: penetapannya, atau bila Sementara kiriman terakhir yang menyumbang angka.")]
    [Empty("bila Sementara dan belum ada kiriman yang menyumbang angka")]
    public DateTimeOffset? DiubahPada { get; } = release?.ReleasedAt ?? row.ChangedAt;
}
