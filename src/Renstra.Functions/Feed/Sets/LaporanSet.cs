using System.ComponentModel;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Functions.Ingestion;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Feed.Sets;

/// <summary>Every report, accepted or returned.</summary>
internal sealed class LaporanSet(KnownReports reports) : FeedSet(
    "Laporan",
    "Semua laporan per wilayah dan bulan yang terbaca dari berkas, yang diterima maupun dikembalikan; Berlaku menandai yang dipakai sekarang.",
    typeof(LaporanRow),
    nameof(LaporanRow.Bulan),
    nameof(LaporanRow.KodeWilayah),
    nameof(LaporanRow.PemegangData),
    nameof(LaporanRow.LaporanMasuk))
{
    public override IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(FeedReading reading, CancellationToken cancellation) =>
        reports.ReadAsync(reading.Scope, cancellation)
            .Select(IReadOnlyList<object> (portion) => [.. portion.Select(known => new LaporanRow(known, reading.Reference))]);
}

/// <summary>A report: what a file says of one region and month.</summary>
internal sealed class LaporanRow(KnownReport known, ReferenceData reference)
{
    [Description("Bulan yang dilaporkan, ditulis sebagai hari pertamanya.")]
    public DateOnly Bulan { get; } = known.Report.Key.Month.FirstDay;

    [NumberOf(nameof(Bulan), DateNumber.Month)]
    public int BulanAngka { get; } = ReferenceNames.NumberOf(known.Report.Key.Month);

    [Description("Kode wilayah yang dilaporkan.")]
    public string KodeWilayah { get; } = known.Report.Key.Region.Value;

    [Description("Siapa yang melaporkan: KAB untuk kabupaten/kota, selain itu unit kerja provinsi.")]
    public string PemegangData { get; } = known.Report.Key.Holder.Value;

    [Description("Kiriman yang memuat laporan.")]
    public string LaporanMasuk { get; } = known.Report.Submission.ToString();

    [Description("Nama lengkap wilayah.")]
    public string NamaWilayah { get; } = ReferenceNames.Of(known.Report.Key.Region, reference);

    [Description("Diterima atau Dikembalikan; laporan diterima atau dikembalikan seutuhnya.")]
    public string StatusLaporan { get; } = known.Report.IsAccepted ? "Diterima" : "Dikembalikan";

    [Description("Benar bila laporan ini yang berlaku sekarang untuk wilayah, bulan, dan pemegang data itu.")]
    public bool Berlaku { get; } = known.IsCurrent;

    [Description("Benar bila kirimannya ditarik; alasannya ada di LaporanMasuk.")]
    public bool Ditarik { get; } = reference.Withdrawals.ContainsKey(known.Report.Submission);

    [Description("Banyaknya indikator yang terbaca dalam laporan.")]
    [Unit("indikator")]
    public long JumlahIndikator { get; } = known.Report.Figures.Count;

    [Description("Waktu berkas diserahkan.")]
    public DateTimeOffset DiserahkanPada { get; } = known.Report.Submission.SubmittedAt;

    [Description("Nama berkas sebagaimana dikirim.")]
    public string NamaBerkas { get; } = SubmissionBlobName.Parse(known.Report.BlobName).FileName;
}
