using System.ComponentModel;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Transform.Calendar;

namespace Renstra.Functions.Feed.Sets;

/// <summary>The months that anything can be said of, and those still to come this year.</summary>
internal sealed class KalenderSet() : ReferenceSet<KalenderRow>(
    "Kalender",
    "Bulan-bulan dari bulan pelaporan pertama sampai dengan akhir tahun berjalan, dengan triwulan, semester, dan nama-namanya.",
    nameof(KalenderRow.Bulan))
{
    public override string? LinkName => "Kalender";

    protected override IEnumerable<KalenderRow> Rows(FeedReading reading) =>
        from month in ReportingMonth.Range(reading.Reference.FirstMonth, new ReportingMonth(reading.CurrentMonth.Year, 12))
        select new KalenderRow(month, reading.CurrentMonth, reading.Reference.Calendar.DueOn(month));
}

/// <summary>A month.</summary>
internal sealed class KalenderRow(ReportingMonth month, ReportingMonth current, DateOnly dueOn)
{
    [Description("Bulan, ditulis sebagai hari pertamanya.")]
    public DateOnly Bulan { get; } = month.FirstDay;

    [NumberOf(nameof(Bulan), DateNumber.Month)]
    public int BulanAngka { get; } = ReferenceNames.NumberOf(month);

    [NumberOf(nameof(Bulan), DateNumber.Year)]
    [Description("Tahun.")]
    [Unit("tahun")]
    public int Tahun { get; } = month.Year;

    [Description("Semester dalam tahun itu, 1 atau 2.")]
    [Unit("semester")]
    public int Semester { get; } = ReportingPeriod.Of(PeriodKind.Semester, month).Number;

    [Description("Triwulan dalam tahun itu, 1 sampai 4.")]
    [Unit("triwulan")]
    public int Triwulan { get; } = month.Quarter;

    [Description("Bulan dalam tahun itu, 1 (Januari) sampai 12 (Desember); untuk mengurutkan NamaBulan.")]
    [Unit("bulan")]
    public int NomorBulan { get; } = month.Month;

    [Description("Nama bulan, misalnya Juli.")]
    public string NamaBulan { get; } = ReportingMonth.NameOf(month.Month);

    [Description("Nama bulan dengan tiga huruf, misalnya Jul.")]
    public string NamaBulanSingkat { get; } = ReportingMonth.NameOf(month.Month)[..3];

    [Description("Nama bulan dan tahun, misalnya Juli 2024.")]
    public string BulanTahun { get; } = month.IndonesianName;

    [Description("Kode triwulan sebagaimana dalam kolom Periode pada KinerjaPeriode, misalnya 2024-T3.")]
    public string KodeTriwulan { get; } = ReportingPeriod.Of(PeriodKind.Triwulan, month).ToString();

    [Description("Nama triwulan dan tahun, misalnya Triwulan III 2024.")]
    public string NamaTriwulan { get; } = ReportingPeriod.Of(PeriodKind.Triwulan, month).IndonesianName;

    [Description("Kode semester sebagaimana dalam kolom Periode pada KinerjaPeriode, misalnya 2024-S2.")]
    public string KodeSemester { get; } = ReportingPeriod.Of(PeriodKind.Semester, month).ToString();

    [Description("Nama semester dan tahun, misalnya Semester II 2024.")]
    public string NamaSemester { get; } = ReportingPeriod.Of(PeriodKind.Semester, month).IndonesianName;

    [Description("Hari terakhir bulan itu.")]
    public DateOnly HariTerakhir { get; } = month.FirstDay.AddMonths(1).AddDays(-1);

    [Description("Hari terakhir laporan bulan itu masih tepat waktu (WITA).")]
    public DateOnly BatasWaktu { get; } = dueOn;

    [Description("Lalu bila bulan itu sudah lewat, Berjalan bila sedang berjalan, Mendatang bila belum mulai (WITA).")]
    public string StatusKalender { get; } = month == current ? "Berjalan" : month < current ? "Lalu" : "Mendatang";
}
