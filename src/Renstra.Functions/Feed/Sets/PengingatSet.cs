using System.ComponentModel;
using System.Runtime.CompilerServices;
using Renstra.Functions.Chasing;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Feed.Sets;

/// <summary>Every reminder that was written.</summary>
internal sealed class PengingatSet(ReminderBlobs reminders) : FeedSet(
    "Pengingat",
    "Pengingat kepada kantor yang laporannya belum ada, sebagaimana ditulis pada harinya.",
    typeof(PengingatRow),
    nameof(PengingatRow.Bulan),
    nameof(PengingatRow.HariPengingat),
    nameof(PengingatRow.KodeWilayah))
{
    public override async IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(
        FeedReading reading, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var month in reading.Scope.Months(nameof(PengingatRow.Bulan), reading.Reference.FirstMonth, reading.CurrentMonth))
        {
            await foreach (var day in reminders.ReadAsync(month, cancellation))
            {
                yield return InKeyOrder(day.Offices.Select(office => new PengingatRow(day, office, reading.Reference)));
            }
        }
    }
}

/// <summary>A reminder.</summary>
internal sealed class PengingatRow(RemindersOfDay day, OfficeReminder office, ReferenceData reference)
{
    [Description("Bulan laporan yang diingatkan, ditulis sebagai hari pertamanya.")]
    public DateOnly Bulan { get; } = day.Month.FirstDay;

    [NumberOf(nameof(Bulan), DateNumber.Month)]
    public int BulanAngka { get; } = ReferenceNames.NumberOf(day.Month);

    [Description("Hari pengingat menurut kalender (WITA).")]
    public DateOnly HariPengingat { get; } = day.Day;

    [Description("Kode wilayah kantor yang diingatkan; kode provinsi untuk laporan unit kerja provinsi.")]
    public string KodeWilayah { get; } = office.Region.Value;

    [Description("Nama lengkap wilayah.")]
    public string NamaWilayah { get; } = ReferenceNames.Of(office.Region, reference);

    [Description("Hari terakhir laporan bulan itu masih tepat waktu (WITA).")]
    public DateOnly BatasWaktu { get; } = day.DueOn;

    [Description("Banyaknya laporan yang belum ada, juga dari bulan-bulan sebelumnya.")]
    [Unit("laporan")]
    public long JumlahLaporan { get; } = office.Reports;

    [Description("Isi pengingat, siap diteruskan kepada kantor yang bersangkutan.")]
    public string Teks { get; } = office.Text;

    [Description("Waktu pengingat dibuat.")]
    public DateTimeOffset DibuatPada { get; } = day.MadeAt;
}
