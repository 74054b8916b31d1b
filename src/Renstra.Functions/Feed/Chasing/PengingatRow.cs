using System.ComponentModel;
using Renstra.Functions.Chasing;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Feed.Chasing;

/// <summary>A reminder.</summary>
internal sealed record PengingatRow
{
    public PengingatRow(RemindersOfDay day, OfficeReminder office, ReferenceData reference)
    {
        Bulan = day.Month.FirstDay;
        HariPengingat = day.Day;
        KodeWilayah = office.Region.Value;
        NamaWilayah = RegionNames.Of(office.Region, reference);
        BatasWaktu = day.DueOn;
        JumlahLaporan = office.Reports;
        Teks = office.Text;
        DibuatPada = day.MadeAt;
    }

    [Description("Bulan laporan yang diingatkan, ditulis sebagai hari pertamanya.")]
    public DateOnly Bulan { get; }

    [Description("Hari pengingat menurut kalender (WITA).")]
    public DateOnly HariPengingat { get; }

    [Description("Kode wilayah kantor yang diingatkan; kode provinsi untuk laporan unit kerja provinsi.")]
    public string KodeWilayah { get; }

    [Description("Nama lengkap wilayah.")]
    public string NamaWilayah { get; }

    [Description("Hari terakhir laporan bulan itu masih tepat waktu (WITA).")]
    public DateOnly BatasWaktu { get; }

    [Description("Banyaknya laporan yang belum ada, juga dari bulan-bulan sebelumnya.")]
    public int JumlahLaporan { get; }

    [Description("Isi pengingat, siap diteruskan kepada kantor yang bersangkutan.")]
    public string Teks { get; }

    [Description("Waktu pengingat dibuat.")]
    public DateTimeOffset DibuatPada { get; }
}
