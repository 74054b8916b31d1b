using System.ComponentModel;
using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Feed.Submissions;

/// <summary>Something wrong or odd in a file.</summary>
internal sealed record CatatanVerifikasiRow
{
    public CatatanVerifikasiRow(StoredFinding stored, ReferenceData reference)
    {
        var finding = stored.Finding;
        LaporanMasuk = stored.Submission.ToString();
        Nomor = stored.Sequence;
        BulanTerima = Wita.MonthOf(stored.Submission.SubmittedAt).FirstDay;
        DiserahkanPada = stored.Submission.SubmittedAt;
        KodeCatatan = finding.Code;
        TingkatCatatan = finding.Severity.ToString();
        Uraian = finding.Message;
        Lembar = finding.Location?.Sheet;
        Sel = finding.Location?.Cell;
        IsiSel = finding.Raw;
        KodeIndikator = finding.Indicator?.Value;
        KodeWilayah = finding.Report?.Region.Value;
        NamaWilayah = finding.Report is { } report ? RegionNames.Of(report.Region, reference) : null;
        Bulan = finding.Report?.Month.FirstDay;
        PemegangData = finding.Report?.Holder.Value;
    }

    [Description("Kiriman tempat catatan ditemukan.")]
    public string LaporanMasuk { get; }

    [Description("Nomor urut catatan dalam kiriman, mulai dari 1.")]
    public int Nomor { get; }

    [Description("Bulan diterimanya berkas (WITA), ditulis sebagai hari pertamanya.")]
    public DateOnly BulanTerima { get; }

    [Description("Waktu berkas diserahkan.")]
    public DateTimeOffset DiserahkanPada { get; }

    [Description("Kode catatan yang tetap, misalnya N04.")]
    public string KodeCatatan { get; }

    [Description("Kesalahan (laporan dikembalikan untuk diperbaiki) atau Peringatan.")]
    public string TingkatCatatan { get; }

    [Description("Apa yang keliru dan cara memperbaikinya.")]
    public string Uraian { get; }

    [Description("Nama lembar kerja; kosong bila catatan mengenai seluruh berkas.")]
    public string? Lembar { get; }

    [Description("Sel yang dimaksud, misalnya F9.")]
    public string? Sel { get; }

    [Description("Isi sel sebagaimana tertulis, paling banyak 200 huruf.")]
    public string? IsiSel { get; }

    [Description("Kode indikator yang bersangkutan, bila ada.")]
    public string? KodeIndikator { get; }

    [Description("Kode wilayah laporan yang bersangkutan; kosong bila catatan mengenai seluruh kiriman.")]
    public string? KodeWilayah { get; }

    [Description("Nama wilayah laporan yang bersangkutan.")]
    public string? NamaWilayah { get; }

    [Description("Bulan laporan yang bersangkutan, ditulis sebagai hari pertamanya.")]
    public DateOnly? Bulan { get; }

    [Description("Pemegang data laporan yang bersangkutan.")]
    public string? PemegangData { get; }
}
