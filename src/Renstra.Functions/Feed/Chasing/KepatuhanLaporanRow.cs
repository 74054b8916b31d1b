using System.ComponentModel;
using Renstra.Transform.Chasing;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Feed.Chasing;

/// <summary>A report that is due, and what has come of it.</summary>
internal sealed record KepatuhanLaporanRow
{
    public KepatuhanLaporanRow(DueReport report, ReferenceData reference)
    {
        Bulan = report.Key.Month.FirstDay;
        KodeWilayah = report.Key.Region.Value;
        PemegangData = report.Key.Holder.Value;
        NamaWilayah = RegionNames.Of(report.Key.Region, reference);
        BatasWaktu = report.DueOn;
        StatusKepatuhan = report.Status switch
        {
            ReportStatus.BelumJatuhTempo => "Belum jatuh tempo",
            _ => report.Status.ToString(),
        };
        HariTerlambat = report.DaysLate;
        DiterimaPertamaPada = report.First?.SubmittedAt;
        LaporanMasuk = report.Standing?.ToString();
        DiserahkanPada = report.Standing?.SubmittedAt;
        DikembalikanLaporanMasuk = report.Returned?.Submission.ToString();
        DikembalikanDiserahkanPada = report.Returned?.Submission.SubmittedAt;
    }

    [Description("Bulan yang harus dilaporkan, ditulis sebagai hari pertamanya.")]
    public DateOnly Bulan { get; }

    [Description("Kode wilayah yang harus dilaporkan.")]
    public string KodeWilayah { get; }

    [Description("Siapa yang harus melaporkan: KAB untuk kabupaten/kota, selain itu unit kerja provinsi.")]
    public string PemegangData { get; }

    [Description("Nama lengkap wilayah.")]
    public string NamaWilayah { get; }

    [Description("Hari terakhir laporan masih tepat waktu (WITA).")]
    public DateOnly BatasWaktu { get; }

    [Description("Sudah (tepat waktu), Terlambat (sudah ada, tetapi lewat batas), Belum jatuh tempo, Belum (lewat batas dan belum ada), atau Dikembalikan (berkas terakhir dikembalikan dan belum diperbaiki). Berkas yang wilayah atau bulannya tidak terbaca tidak dapat dihitung di sini; lihat LaporanMasuk.")]
    public string StatusKepatuhan { get; }

    [Description("Hari sejak batas waktu sampai laporan pertama diterima, atau sampai hari ini selama belum ada; 0 bila tidak terlambat.")]
    public int HariTerlambat { get; }

    [Description("Waktu penyerahan laporan pertama yang diterima: yang menentukan tepat waktu atau tidak.")]
    public DateTimeOffset? DiterimaPertamaPada { get; }

    [Description("Kiriman yang berlaku sekarang; kosong selama belum ada.")]
    public string? LaporanMasuk { get; }

    [Description("Waktu kiriman yang berlaku sekarang diserahkan.")]
    public DateTimeOffset? DiserahkanPada { get; }

    [Description("Kiriman terakhir yang dikembalikan, bila sesudahnya belum ada yang diterima.")]
    public string? DikembalikanLaporanMasuk { get; }

    [Description("Waktu kiriman yang dikembalikan itu diserahkan.")]
    public DateTimeOffset? DikembalikanDiserahkanPada { get; }
}
