using System.ComponentModel;
using System.Runtime.CompilerServices;
using Renstra.Functions.Chasing;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Transform.Chasing;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Feed.Sets;

/// <summary>Who has reported, who is late, who still has to mend something.</summary>
internal sealed class KepatuhanLaporanSet(DueReports dueReports) : FeedSet(
    "KepatuhanLaporan",
    "Setiap laporan yang wajib sampai dengan bulan berjalan: batas waktunya, kapan diterima, dan berapa hari terlambat.",
    typeof(KepatuhanLaporanRow),
    nameof(KepatuhanLaporanRow.Bulan),
    nameof(KepatuhanLaporanRow.KodeWilayah),
    nameof(KepatuhanLaporanRow.PemegangData))
{
    public override async IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(
        FeedReading reading, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var months = reading.Scope.Months(nameof(KepatuhanLaporanRow.Bulan), reading.Reference.FirstMonth, reading.CurrentMonth).ToList();
        if (months.Count > 0)
        {
            var due = await dueReports.ReadAsync(reading.Reference, months[0], months[^1], reading.Now, cancellation).ToListAsync(cancellation);
            yield return InKeyOrder(due.Select(report => new KepatuhanLaporanRow(report, reading.Reference)));
        }
    }
}

/// <summary>A report that is due, and what has come of it.</summary>
internal sealed class KepatuhanLaporanRow(DueReport report, ReferenceData reference)
{
    [Description("Bulan yang harus dilaporkan, ditulis sebagai hari pertamanya.")]
    public DateOnly Bulan { get; } = report.Key.Month.FirstDay;

    [NumberOf(nameof(Bulan), DateNumber.Month)]
    public int BulanAngka { get; } = ReferenceNames.NumberOf(report.Key.Month);

    [Description("Kode wilayah yang harus dilaporkan.")]
    public string KodeWilayah { get; } = report.Key.Region.Value;

    [Description("Siapa yang harus melaporkan: KAB untuk kabupaten/kota, selain itu unit kerja provinsi.")]
    public string PemegangData { get; } = report.Key.Holder.Value;

    [Description("Nama lengkap wilayah.")]
    public string NamaWilayah { get; } = ReferenceNames.Of(report.Key.Region, reference);

    [Description("Hari terakhir laporan masih tepat waktu (WITA).")]
    public DateOnly BatasWaktu { get; } = report.DueOn;

    [Description("Sudah (tepat waktu), Terlambat (sudah ada, tetapi lewat batas), Belum jatuh tempo, Belum (lewat batas dan belum ada), atau Dikembalikan (berkas terakhir dikembalikan dan belum diperbaiki). Berkas yang wilayah atau bulannya tidak terbaca tidak dapat dihitung di sini; lihat LaporanMasuk.")]
    public string StatusKepatuhan { get; } = report.Status switch
    {
        ReportStatus.BelumJatuhTempo => "Belum jatuh tempo",
        _ => report.Status.ToString(),
    };

    [Description("Hari sejak batas waktu sampai laporan pertama diterima, atau sampai hari ini selama belum ada; 0 bila tidak terlambat.")]
    [Unit("hari")]
    public int HariTerlambat { get; } = report.DaysLate;

    [Description("Waktu penyerahan laporan pertama yang diterima: yang menentukan tepat waktu atau tidak.")]
    [Empty("selama belum ada")]
    public DateTimeOffset? DiterimaPertamaPada { get; } = report.First?.SubmittedAt;

    [Description("Kiriman yang berlaku sekarang; kosong selama belum ada.")]
    public string? LaporanMasuk { get; } = report.Standing?.ToString();

    [Description("Waktu kiriman yang berlaku sekarang diserahkan.")]
    [Empty("bila LaporanMasuk kosong")]
    public DateTimeOffset? DiserahkanPada { get; } = report.Standing?.SubmittedAt;

    [Description("Kiriman terakhir yang dikembalikan, bila sesudahnya belum ada yang diterima.")]
    [Empty("bila tidak ada")]
    public string? DikembalikanLaporanMasuk { get; } = report.Returned?.Submission.ToString();

    [Description("Waktu kiriman yang dikembalikan itu diserahkan.")]
    [Empty("bila DikembalikanLaporanMasuk kosong")]
    public DateTimeOffset? DikembalikanDiserahkanPada { get; } = report.Returned?.Submission.SubmittedAt;
}
