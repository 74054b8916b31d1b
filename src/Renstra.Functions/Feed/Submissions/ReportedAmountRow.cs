using System.ComponentModel;
using Renstra.Functions.Ingestion;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Feed.Submissions;

/// <summary>An amount that an office reported, and where it stands in which file.</summary>
internal abstract record ReportedAmountRow
{
    protected ReportedAmountRow(KnownReport known, IndicatorCode indicator, ComponentRole role, ComponentAmount amount, ReferenceData reference)
    {
        var report = known.Report;
        var component = reference.Indicators.TryFind(indicator, out var found) ? found.Components.SingleOrDefault(each => each.Role == role) : null;
        Bulan = report.Key.Month.FirstDay;
        KodeWilayah = report.Key.Region.Value;
        PemegangData = report.Key.Holder.Value;
        LaporanMasuk = report.Submission.ToString();
        KodeIndikator = indicator.Value;
        Peran = role.ToString();
        NamaWilayah = RegionNames.Of(report.Key.Region, reference);
        NamaKomponen = component?.Name;
        Satuan = component?.Unit;
        Jumlah = amount.Amount;
        Berlaku = known.IsCurrent;
        NamaBerkas = SubmissionBlobName.Parse(report.BlobName).FileName;
        Lembar = amount.Location.Sheet;
        Sel = amount.Location.Cell;
        IsiSel = amount.Raw;
        DiserahkanPada = report.Submission.SubmittedAt;
        NamaBlob = report.BlobName;
    }

    [Description("Bulan yang dilaporkan, ditulis sebagai hari pertamanya.")]
    public DateOnly Bulan { get; }

    [Description("Kode wilayah yang dilaporkan.")]
    public string KodeWilayah { get; }

    [Description("Siapa yang melaporkan: KAB untuk kabupaten/kota, selain itu unit kerja provinsi.")]
    public string PemegangData { get; }

    [Description("Kiriman yang memuat angka.")]
    public string LaporanMasuk { get; }

    [Description("Kode indikator.")]
    public string KodeIndikator { get; }

    [Description("Pembilang atau Penyebut.")]
    public string Peran { get; }

    [Description("Nama lengkap wilayah.")]
    public string NamaWilayah { get; }

    [Description("Apa yang dihitung.")]
    public string? NamaKomponen { get; }

    [Description("Satuan yang dihitung.")]
    public string? Satuan { get; }

    [Description("Angka sebagaimana dipahami.")]
    public decimal Jumlah { get; }

    [Description("Benar bila laporannya yang berlaku sekarang. Saring dengan kolom ini sebelum menjumlahkan.")]
    public bool Berlaku { get; }

    [Description("Nama berkas asal angka.")]
    public string NamaBerkas { get; }

    [Description("Nama lembar kerja asal angka.")]
    public string Lembar { get; }

    [Description("Sel asal angka, misalnya F9.")]
    public string Sel { get; }

    [Description("Isi sel sebagaimana tertulis.")]
    public string IsiSel { get; }

    [Description("Waktu berkas diserahkan.")]
    public DateTimeOffset DiserahkanPada { get; }

    [Description("Letak berkas di penyimpanan kiriman.")]
    public string NamaBlob { get; }
}
