using System.ComponentModel;
using System.Runtime.CompilerServices;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Transform.Calendar;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Feed.Sets;

/// <summary>The months of <see cref="KinerjaSet"/> seen by quarter and half-year.</summary>
internal sealed class KinerjaPeriodeSet(PerformanceReader performance) : FeedSet(
    "KinerjaPeriode",
    "Capaian setiap indikator menurut wilayah dan triwulan atau semester, dihitung dari baris-baris Kinerja bulan yang bersangkutan.",
    typeof(KinerjaPeriodeRow),
    nameof(KinerjaPeriodeRow.BulanAkhir),
    nameof(KinerjaPeriodeRow.Periode),
    nameof(KinerjaPeriodeRow.KodeWilayah),
    nameof(KinerjaPeriodeRow.KodeIndikator))
{
    private readonly MadeOfMonths _rows = new();

    public override async IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(
        FeedReading reading, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (first, current) = (reading.Reference.FirstMonth, reading.CurrentMonth);
        var periods = ReportingPeriod.Covering(first, current).Where(period => Wants(reading.Scope, period)).ToList();
        var months = ReportingMonth.Range(first, current).Where(month => periods.Exists(period => Holds(period, month))).ToList();
        var calculator = new PeriodCalculator(reading.Reference);

        var seen = new SortedDictionary<ReportingMonth, MonthPerformance>();
        await foreach (var month in performance.ReadAsync(reading, new PerformanceScope(months, PerformanceScope.RegionsOf(reading)), cancellation))
        {
            seen.Add(month.Month, month);
            foreach (var ended in periods.Where(period => LatestOf(period, current) == month.Month).GroupBy(period => period.LastMonth))
            {
                IReadOnlyList<MonthPerformance> parts = [.. seen.Where(entry => ended.Any(period => Holds(period, entry.Key))).Select(entry => entry.Value)];
                yield return _rows.Of(parts, reading.Reference, string.Join(' ', ended), () => InKeyOrder(ended.SelectMany(period => RowsOf(period, [.. parts.Where(part => Holds(period, part.Month))]))));
            }
        }

        IEnumerable<object> RowsOf(ReportingPeriod period, IReadOnlyList<MonthPerformance> parts) => calculator
            .Calculate(period, [.. parts.Select(part => part.Rows)])
            .Select(row => new KinerjaPeriodeRow(row, parts, reading.Reference));
    }

    private static bool Wants(ReadScope scope, ReportingPeriod period) =>
        scope.Allows(nameof(KinerjaPeriodeRow.BulanAkhir), period.LastMonth.FirstDay)
        && scope.Allows(nameof(KinerjaPeriodeRow.BulanAwal), period.FirstMonth.FirstDay)
        && scope.Allows(nameof(KinerjaPeriodeRow.Periode), period.ToString())
        && scope.Allows(nameof(KinerjaPeriodeRow.NamaPeriode), period.IndonesianName)
        && scope.Allows(nameof(KinerjaPeriodeRow.JenisPeriode), period.Kind.ToString());

    private static bool Holds(ReportingPeriod period, ReportingMonth month) => period.FirstMonth <= month && month <= period.LastMonth;

    /// <summary>The last month of a period that there is: of a running one the current month.</summary>
    private static ReportingMonth LatestOf(ReportingPeriod period, ReportingMonth current) => period.LastMonth < current ? period.LastMonth : current;
}

/// <summary>Performance of a quarter or half-year.</summary>
/// <param name="row">The row.</param>
/// <param name="months">The months of the period that there are, ascending.</param>
/// <param name="reference">Gives the names.</param>
[ColumnsAsIn(typeof(KinerjaRow))]
internal sealed class KinerjaPeriodeRow(PeriodRow row, IReadOnlyList<MonthPerformance> months, ReferenceData reference)
{
    // What a month's row says of the region, the indicator and the year to date, the period's says in the same words.
    private readonly KinerjaRow _latest = new(row.Latest, months[^1].Release, reference);

    [Description("Bulan terakhir periode, ditulis sebagai hari pertamanya.")]
    public DateOnly BulanAkhir { get; } = row.Period.LastMonth.FirstDay;

    [NumberOf(nameof(BulanAkhir), DateNumber.Month)]
    public int BulanAngka { get; } = ReferenceNames.NumberOf(row.Period.LastMonth);

    [Description("Periode: 2024-T3 untuk Triwulan III 2024, 2024-S2 untuk Semester II 2024.")]
    public string Periode { get; } = row.Period.ToString();

    [Description("Triwulan atau Semester.")]
    public string JenisPeriode { get; } = row.Period.Kind.ToString();

    [Description("Nama periode, misalnya Triwulan III 2024.")]
    public string NamaPeriode { get; } = row.Period.IndonesianName;

    [Description("Bulan pertama periode, ditulis sebagai hari pertamanya.")]
    public DateOnly BulanAwal { get; } = row.Period.FirstMonth.FirstDay;

    [Description("Bulan terakhir yang sudah masuk hitungan: sama dengan BulanAkhir, atau lebih awal selama periode masih berjalan.")]
    public DateOnly SampaiBulan => _latest.Bulan;

    public string KodeWilayah => _latest.KodeWilayah;

    public string NamaWilayah => _latest.NamaWilayah;

    public string Tingkat => _latest.Tingkat;

    public string KodeIndikator => _latest.KodeIndikator;

    public string NamaIndikator => _latest.NamaIndikator;

    public string? Satuan => _latest.Satuan;

    public string? Polaritas => _latest.Polaritas;

    [Description("Pembilang periode itu sendiri: jumlah bulan-bulannya bila indikator dijumlahkan, selain itu angka yang berlaku pada SampaiBulan.")]
    [Unit("satuan komponennya; lihat Komponen")]
    [Empty("bila belum ada angka untuk periode itu")]
    public decimal? PembilangPeriode { get; } = row.Numerator;

    [Description("Penyebut periode itu sendiri, dengan cara yang sama.")]
    [Unit("satuan komponennya; lihat Komponen")]
    [Empty("bila belum ada angka untuk periode itu, dan pada indikator tanpa penyebut")]
    public decimal? PenyebutPeriode { get; } = row.Denominator;

    [Description("Realisasi periode itu sendiri dalam satuan indikator, dibulatkan; tanpa kategori karena target berlaku sejak awal tahun.")]
    [Unit("satuan indikator, di kolom Satuan")]
    [Empty("bila PembilangPeriode kosong atau PenyebutPeriode kosong atau 0")]
    public decimal? RealisasiPeriode { get; } = row.Realisation;

    [Description("Benar bila semua bulan yang diperlukan PembilangPeriode dan PenyebutPeriode sudah dilaporkan; pada baris provinsi, oleh semua wilayah yang wajib.")]
    public bool LengkapPeriode { get; } = row.IsComplete;

    [Description("Pembilang sejak awal tahun sampai dengan SampaiBulan, sama dengan Kinerja bulan itu.")]
    [Unit("satuan komponennya; lihat Komponen")]
    [Empty("seperti pada Kinerja bulan SampaiBulan")]
    public decimal? Pembilang => _latest.Pembilang;

    [Description("Penyebut sejak awal tahun sampai dengan SampaiBulan, sama dengan Kinerja bulan itu.")]
    [Unit("satuan komponennya; lihat Komponen")]
    [Empty("seperti pada Kinerja bulan SampaiBulan")]
    public decimal? Penyebut => _latest.Penyebut;

    [Description("Realisasi sejak awal tahun sampai dengan SampaiBulan dalam satuan indikator, dibulatkan.")]
    [Unit("satuan indikator, di kolom Satuan")]
    [Empty("seperti pada Kinerja bulan SampaiBulan")]
    public decimal? Realisasi => _latest.Realisasi;

    [Description("Target yang dipakai mengukur SampaiBulan, dalam satuan indikator: target triwulan bila ada, selain itu target tahun.")]
    [Unit("satuan indikator, di kolom Satuan")]
    [Empty("seperti pada Kinerja bulan SampaiBulan")]
    public decimal? Target => _latest.Target;

    public decimal? RasioCapaian => _latest.RasioCapaian;

    public string? Kategori => _latest.Kategori;

    public int? UrutanKategori => _latest.UrutanKategori;

    [Description("Benar sampai November: capaian tahun berjalan yang belum final.")]
    public bool Berjalan => _latest.Berjalan;

    [Description("Benar bila angka sejak awal tahun lengkap; lihat Kinerja.")]
    [Empty("seperti pada Kinerja bulan SampaiBulan")]
    public bool? Lengkap => _latest.Lengkap;

    [Description("Bulan asal angka Pembilang dan Penyebut; lebih awal daripada SampaiBulan bila diteruskan dari bulan sebelumnya.")]
    [Empty("seperti pada Kinerja bulan SampaiBulan")]
    public DateOnly? DataBulan => _latest.DataBulan;

    [Description("Baris provinsi: banyaknya wilayah yang telah melaporkan semua bulan yang diperlukan.")]
    [Unit("wilayah")]
    [Empty("pada baris kabupaten/kota")]
    public long? WilayahMelapor { get; } = row.Latest.RegionsRequired - row.MissingRegions.Count;

    public long? WilayahWajib => _latest.WilayahWajib;

    [Description("Baris provinsi: wilayah yang belum melaporkan salah satu bulan yang diperlukan, dipisahkan titik koma.")]
    [Empty("pada baris kabupaten/kota, dan bila semua telah melapor")]
    public string? WilayahBelum { get; } = ReferenceNames.Listed(row.MissingRegions, reference);

    [Description("Tetap bila periode sudah lewat dan semua bulannya sudah ditetapkan, selain itu Sementara.")]
    public string StatusPeriode { get; } = row.Latest.Month == row.Period.LastMonth && months.All(month => month.Release is not null) ? "Tetap" : "Sementara";
}
