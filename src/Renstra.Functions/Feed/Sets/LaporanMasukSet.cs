using System.ComponentModel;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;
using Renstra.Transform.Receipts;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Feed.Sets;

/// <summary>Every file received.</summary>
internal sealed class LaporanMasukSet(SubmissionStore submissions) : FeedSet(
    "LaporanMasuk",
    "Semua berkas yang diterima, dengan putusan dan nomor tanda terimanya.",
    typeof(LaporanMasukRow),
    nameof(LaporanMasukRow.LaporanMasuk))
{
    public override string? LinkName => "Kiriman";

    public override IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(FeedReading reading, CancellationToken cancellation) =>
        submissions.ReceivedAsync(ReceivedScope.Of(reading.Scope), cancellation)
            .Select(IReadOnlyList<object> (portion) => [.. portion.Select(submission => new LaporanMasukRow(submission, reading.Reference))]);
}

/// <summary>A file received.</summary>
internal sealed class LaporanMasukRow(StoredSubmission submission, ReferenceData reference)
{
    [Description("Identitas kiriman: waktu penyerahan (UTC) dan awal sidik jari berkas.")]
    public string LaporanMasuk { get; } = submission.Id.ToString();

    [Description("Bulan diterimanya berkas (WITA), ditulis sebagai hari pertamanya.")]
    public DateOnly BulanTerima { get; } = Wita.MonthOf(submission.Id.SubmittedAt).FirstDay;

    [Description("Waktu berkas diserahkan.")]
    public DateTimeOffset DiserahkanPada { get; } = submission.Id.SubmittedAt;

    [Description("Nama berkas sebagaimana dikirim.")]
    public string NamaBerkas { get; } = submission.FileName;

    [Description("Kode wilayah pemilik folder asal berkas; kosong bila tidak diketahui.")]
    public string? KodeWilayahFolder { get; } = submission.Folder?.Value;

    [Description("Nama wilayah pemilik folder asal berkas.")]
    [Empty("bila KodeWilayahFolder kosong")]
    public string? NamaWilayahFolder { get; } = submission.Folder is { } folder ? ReferenceNames.Of(folder, reference) : null;

    [Description("Selesai, atau Diproses selama berkas belum selesai diperiksa.")]
    public string Status { get; } = submission.IsFinished ? "Selesai" : "Diproses";

    [Description("DITERIMA, DITERIMA SEBAGIAN, atau DIKEMBALIKAN (untuk diperbaiki); kosong selama Diproses.")]
    public string? Putusan { get; } = submission.Outcome?.Verdict switch
    {
        null => null,
        Verdict.Diterima => "DITERIMA",
        Verdict.DiterimaSebagian => "DITERIMA SEBAGIAN",
        _ => "DIKEMBALIKAN",
    };

    [Description("Nomor tanda terima yang disampaikan kepada pengirim.")]
    public string NomorTandaTerima { get; } = submission.ReceiptNumber;

    [Description("Banyaknya laporan di dalam berkas.")]
    [Unit("laporan")]
    [Empty("selama Diproses")]
    public long? JumlahLaporan { get; } = submission.Outcome?.Reports;

    [Description("Banyaknya laporan yang diterima.")]
    [Unit("laporan")]
    [Empty("selama Diproses")]
    public long? JumlahDiterima { get; } = submission.Outcome?.AcceptedReports;

    [Description("Banyaknya catatan verifikasi; paling banyak 200 yang disimpan.")]
    [Unit("catatan")]
    [Empty("selama Diproses")]
    public long? JumlahCatatan { get; } = submission.Outcome?.Findings;

    [Description("Waktu pemeriksaan selesai.")]
    [Empty("selama Diproses")]
    public DateTimeOffset? SelesaiPada { get; } = submission.Outcome?.FinishedAt;

    [Description("Waktu tanda terima diletakkan di folder pengirim.")]
    [Empty("selama belum diantar")]
    public DateTimeOffset? DiantarPada { get; } = submission.DeliveredAt;

    [Description("Nama berkas tanda terima di subfolder hasil pada folder pengirim; kosong selama Diproses.")]
    public string? BerkasTandaTerima { get; } = submission.Outcome is { } outcome
        ? ReceiptFileName.For(submission.FileName, outcome.Verdict, submission.ReceiptNumber, ".html")
        : null;

    [Description("Ukuran berkas dalam byte.")]
    [Unit("byte")]
    public long Ukuran { get; } = submission.Size;

    [Description("Sidik jari SHA-256 berkas; kosong untuk berkas yang terlalu besar untuk dibaca.")]
    public string? Sha256 { get; } = submission.Sha256;

    [Description("Letak berkas di penyimpanan kiriman.")]
    public string NamaBlob { get; } = submission.BlobName;

    [Description("Versi data acuan yang dipakai saat memeriksa.")]
    public string VersiReferensi { get; } = submission.ReferenceVersion;

    [Description("Benar bila kiriman ditarik: laporannya tidak berlaku lagi, dan laporan sebelumnya berlaku kembali.")]
    public bool Ditarik { get; } = reference.Withdrawals.ContainsKey(submission.Id);

    [Description("Mengapa kiriman ditarik.")]
    [Empty("bila tidak ditarik")]
    public string? AlasanPenarikan { get; } = reference.Withdrawals.GetValueOrDefault(submission.Id)?.Reason;

    [Description("Siapa yang menarik kiriman.")]
    [Empty("bila tidak ditarik")]
    public string? DitarikOleh { get; } = reference.Withdrawals.GetValueOrDefault(submission.Id)?.WithdrawnBy;

    [Description("Hari kiriman ditarik.")]
    [Empty("bila tidak ditarik")]
    public DateOnly? DitarikPada { get; } = reference.Withdrawals.GetValueOrDefault(submission.Id)?.WithdrawnOn;
}

/// <summary>The part of a table of submissions that a request needs: by month received, by time handed in, or by the submission itself.</summary>
internal static class ReceivedScope
{
    public static PartitionRange Of(ReadScope scope)
    {
        var (first, last) = scope.MonthBounds(nameof(LaporanMasukRow.BulanTerima));
        var moments = scope[nameof(LaporanMasukRow.DiserahkanPada)];
        var submissions = scope[nameof(LaporanMasukRow.LaporanMasuk)];
        return new PartitionRange(
            Later(first, Later(MonthOf(moments?.Least), MonthOf(submissions?.Least))),
            Earlier(last, Earlier(MonthOf(moments?.Greatest), MonthOf(submissions?.Greatest))),
            scope.OnlyText(nameof(LaporanMasukRow.LaporanMasuk)) is { } only && SubmissionId.TryParse(only, out _) ? only : "");
    }

    private static ReportingMonth? MonthOf(object? bound) => bound switch
    {
        DateTimeOffset moment => Wita.MonthOf(moment),
        string text when SubmissionId.TryParse(text, out var submission) => Wita.MonthOf(submission.SubmittedAt),
        _ => null,
    };

    private static ReportingMonth? Later(ReportingMonth? left, ReportingMonth? right) => left is null || right > left ? right ?? left : left;

    private static ReportingMonth? Earlier(ReportingMonth? left, ReportingMonth? right) => left is null || right < left ? right ?? left : left;
}
