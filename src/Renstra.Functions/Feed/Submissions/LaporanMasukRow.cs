using System.ComponentModel;
using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Feed.Submissions;

/// <summary>A file received.</summary>
internal sealed record LaporanMasukRow
{
    public LaporanMasukRow(StoredSubmission submission, ReferenceData reference)
    {
        LaporanMasuk = submission.Id.ToString();
        BulanTerima = Wita.MonthOf(submission.Id.SubmittedAt).FirstDay;
        DiserahkanPada = submission.Id.SubmittedAt;
        NamaBerkas = submission.FileName;
        KodeWilayahFolder = submission.Folder?.Value;
        NamaWilayahFolder = submission.Folder is { } folder ? RegionNames.Of(folder, reference) : null;
        Status = submission.IsFinished ? "Selesai" : "Diproses";
        Putusan = submission.Outcome?.Verdict switch
        {
            null => null,
            Verdict.Diterima => "DITERIMA",
            Verdict.DiterimaSebagian => "DITERIMA SEBAGIAN",
            _ => "DIKEMBALIKAN",
        };
        NomorTandaTerima = submission.ReceiptNumber;
        JumlahLaporan = submission.Outcome?.Reports;
        JumlahDiterima = submission.Outcome?.AcceptedReports;
        JumlahCatatan = submission.Outcome?.Findings;
        SelesaiPada = submission.Outcome?.FinishedAt;
        DiantarPada = submission.DeliveredAt;
        Ukuran = submission.Size;
        Sha256 = submission.Sha256;
        NamaBlob = submission.BlobName;
        VersiReferensi = submission.ReferenceVersion;
        var withdrawal = reference.Withdrawals.GetValueOrDefault(submission.Id);
        Ditarik = withdrawal is not null;
        AlasanPenarikan = withdrawal?.Reason;
        DitarikOleh = withdrawal?.WithdrawnBy;
        DitarikPada = withdrawal?.WithdrawnOn;
    }

    [Description("Identitas kiriman: waktu penyerahan (UTC) dan awal sidik jari berkas.")]
    public string LaporanMasuk { get; }

    [Description("Bulan diterimanya berkas (WITA), ditulis sebagai hari pertamanya.")]
    public DateOnly BulanTerima { get; }

    [Description("Waktu berkas diserahkan.")]
    public DateTimeOffset DiserahkanPada { get; }

    [Description("Nama berkas sebagaimana dikirim.")]
    public string NamaBerkas { get; }

    [Description("Kode wilayah pemilik folder asal berkas; kosong bila tidak diketahui.")]
    public string? KodeWilayahFolder { get; }

    [Description("Nama wilayah pemilik folder asal berkas.")]
    public string? NamaWilayahFolder { get; }

    [Description("Selesai, atau Diproses selama berkas belum selesai diperiksa.")]
    public string Status { get; }

    [Description("DITERIMA, DITERIMA SEBAGIAN, atau DIKEMBALIKAN (untuk diperbaiki); kosong selama Diproses.")]
    public string? Putusan { get; }

    [Description("Nomor tanda terima yang disampaikan kepada pengirim.")]
    public string NomorTandaTerima { get; }

    [Description("Banyaknya laporan di dalam berkas.")]
    public int? JumlahLaporan { get; }

    [Description("Banyaknya laporan yang diterima.")]
    public int? JumlahDiterima { get; }

    [Description("Banyaknya catatan verifikasi; paling banyak 200 yang disimpan.")]
    public int? JumlahCatatan { get; }

    [Description("Waktu pemeriksaan selesai.")]
    public DateTimeOffset? SelesaiPada { get; }

    [Description("Waktu tanda terima diletakkan di folder pengirim.")]
    public DateTimeOffset? DiantarPada { get; }

    [Description("Ukuran berkas dalam byte.")]
    public long Ukuran { get; }

    [Description("Sidik jari SHA-256 berkas; kosong untuk berkas yang terlalu besar untuk dibaca.")]
    public string? Sha256 { get; }

    [Description("Letak berkas di penyimpanan kiriman.")]
    public string NamaBlob { get; }

    [Description("Versi data acuan yang dipakai saat memeriksa.")]
    public string VersiReferensi { get; }

    [Description("Benar bila kiriman ditarik: laporannya tidak berlaku lagi, dan laporan sebelumnya berlaku kembali.")]
    public bool Ditarik { get; }

    [Description("Mengapa kiriman ditarik.")]
    public string? AlasanPenarikan { get; }

    [Description("Siapa yang menarik kiriman.")]
    public string? DitarikOleh { get; }

    [Description("Hari kiriman ditarik.")]
    public DateOnly? DitarikPada { get; }
}
