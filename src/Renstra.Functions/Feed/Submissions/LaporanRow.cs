using System.ComponentModel;
using Renstra.Functions.Ingestion;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Feed.Submissions;

/// <summary>A report: what a file says of one region and month.</summary>
internal sealed record LaporanRow
{
    public LaporanRow(KnownReport known, ReferenceData reference)
    {
        var report = known.Report;
        Bulan = report.Key.Month.FirstDay;
        KodeWilayah = report.Key.Region.Value;
        PemegangData = report.Key.Holder.Value;
        LaporanMasuk = report.Submission.ToString();
        NamaWilayah = RegionNames.Of(report.Key.Region, reference);
        StatusLaporan = report.IsAccepted ? "Diterima" : "Dikembalikan";
        Berlaku = known.IsCurrent;
        Ditarik = reference.Withdrawals.ContainsKey(report.Submission);
        JumlahIndikator = report.Figures.Count;
        DiserahkanPada = report.Submission.SubmittedAt;
        NamaBerkas = SubmissionBlobName.Parse(report.BlobName).FileName;
    }

    [Description("Bulan yang dilaporkan, ditulis sebagai hari pertamanya.")]
    public DateOnly Bulan { get; }

    [Description("Kode wilayah yang dilaporkan.")]
    public string KodeWilayah { get; }

    [Description("Siapa yang melaporkan: KAB untuk kabupaten/kota, selain itu unit kerja provinsi.")]
    public string PemegangData { get; }

    [Description("Kiriman yang memuat laporan.")]
    public string LaporanMasuk { get; }

    [Description("Nama lengkap wilayah.")]
    public string NamaWilayah { get; }

    [Description("Diterima atau Dikembalikan; laporan diterima atau dikembalikan seutuhnya.")]
    public string StatusLaporan { get; }

    [Description("Benar bila laporan ini yang berlaku sekarang untuk wilayah, bulan, dan pemegang data itu.")]
    public bool Berlaku { get; }

    [Description("Benar bila kirimannya ditarik; alasannya ada di LaporanMasuk.")]
    public bool Ditarik { get; }

    [Description("Banyaknya indikator yang terbaca dalam laporan.")]
    public int JumlahIndikator { get; }

    [Description("Waktu berkas diserahkan.")]
    public DateTimeOffset DiserahkanPada { get; }

    [Description("Nama berkas sebagaimana dikirim.")]
    public string NamaBerkas { get; }
}
