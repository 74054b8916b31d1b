using System.ComponentModel;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Feed.Sets;

/// <summary>Everything that was found wrong or odd in files.</summary>
internal sealed class CatatanVerifikasiSet(FindingStore findings) : FeedSet(
    "CatatanVerifikasi",
    "Kesalahan dan peringatan yang ditemukan dalam berkas, sampai ke selnya.",
    typeof(CatatanVerifikasiRow),
    nameof(CatatanVerifikasiRow.LaporanMasuk),
    nameof(CatatanVerifikasiRow.Nomor))
{
    public override IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(FeedReading reading, CancellationToken cancellation) =>
        findings.ReceivedAsync(ReceivedScope.Of(reading.Scope), cancellation)
            .Select(IReadOnlyList<object> (portion) => [.. portion.Select(finding => new CatatanVerifikasiRow(finding, reading.Reference))]);
}

/// <summary>Something wrong or odd in a file.</summary>
internal sealed class CatatanVerifikasiRow(StoredFinding stored, ReferenceData reference)
{
    [Description("Kiriman tempat catatan ditemukan.")]
    public string LaporanMasuk { get; } = stored.Submission.ToString();

    [Description("Nomor urut catatan dalam kiriman, mulai dari 1.")]
    [Unit("urutan")]
    public int Nomor { get; } = stored.Sequence;

    [Description("Bulan diterimanya berkas (WITA), ditulis sebagai hari pertamanya.")]
    public DateOnly BulanTerima { get; } = Wita.MonthOf(stored.Submission.SubmittedAt).FirstDay;

    [Description("Waktu berkas diserahkan.")]
    public DateTimeOffset DiserahkanPada { get; } = stored.Submission.SubmittedAt;

    [Description("Kode catatan yang tetap, misalnya N04.")]
    public string KodeCatatan { get; } = stored.Finding.Code;

    [Description("Kesalahan (laporan dikembalikan untuk diperbaiki) atau Peringatan.")]
    public string TingkatCatatan { get; } = stored.Finding.Severity.ToString();

    [Description("Apa yang keliru dan cara memperbaikinya.")]
    public string Uraian { get; } = stored.Finding.Message;

    [Description("Nama lembar kerja; kosong bila catatan mengenai seluruh berkas.")]
    public string? Lembar { get; } = stored.Finding.Location?.Sheet;

    [Description("Sel yang dimaksud, misalnya F9.")]
    [Empty("bila catatan tidak mengenai satu sel")]
    public string? Sel { get; } = stored.Finding.Location?.Cell;

    [Description("Isi sel sebagaimana tertulis, paling banyak 200 huruf.")]
    [Empty("bila catatan tidak mengenai isi sebuah sel")]
    public string? IsiSel { get; } = stored.Finding.Raw;

    [Description("Kode indikator yang bersangkutan, bila ada.")]
    [Empty("bila catatan tidak mengenai satu indikator")]
    public string? KodeIndikator { get; } = stored.Finding.Indicator?.Value;

    [Description("Kode wilayah laporan yang bersangkutan; kosong bila catatan mengenai seluruh kiriman.")]
    public string? KodeWilayah { get; } = stored.Finding.Report?.Region.Value;

    [Description("Nama wilayah laporan yang bersangkutan.")]
    [Empty("bila KodeWilayah kosong")]
    public string? NamaWilayah { get; } = stored.Finding.Report is { } about ? ReferenceNames.Of(about.Region, reference) : null;

    [Description("Bulan laporan yang bersangkutan, ditulis sebagai hari pertamanya.")]
    [Empty("bila KodeWilayah kosong")]
    public DateOnly? Bulan { get; } = stored.Finding.Report?.Month.FirstDay;

    [Description("Pemegang data laporan yang bersangkutan.")]
    [Empty("bila KodeWilayah kosong")]
    public string? PemegangData { get; } = stored.Finding.Report?.Holder.Value;
}
