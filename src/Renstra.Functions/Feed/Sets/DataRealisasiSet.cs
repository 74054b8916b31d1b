using System.ComponentModel;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Functions.Ingestion;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Feed.Sets;

/// <summary>Every amount of every accepted report. Those replaced since are kept, since a release may rest on them.</summary>
internal sealed class DataRealisasiSet(KnownReports reports) : FeedSet(
    "DataRealisasi",
    "Setiap angka dari laporan yang diterima, dengan berkas, lembar, dan sel asalnya; juga dari laporan yang sudah digantikan.",
    typeof(DataRealisasiRow),
    nameof(DataRealisasiRow.Bulan),
    nameof(DataRealisasiRow.KodeWilayah),
    nameof(DataRealisasiRow.PemegangData),
    nameof(DataRealisasiRow.LaporanMasuk),
    nameof(DataRealisasiRow.KodeIndikator),
    nameof(DataRealisasiRow.Peran))
{
    public override IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(FeedReading reading, CancellationToken cancellation) =>
        reports.ReadAsync(reading.Scope, cancellation)
            .Select(portion => InKeyOrder(portion.Where(known => known.Report.IsAccepted).SelectMany(known => Rows(known, reading.Reference))));

    private static IEnumerable<DataRealisasiRow> Rows(KnownReport known, ReferenceData reference)
    {
        foreach (var figure in known.Report.Figures)
        {
            yield return new DataRealisasiRow(known, figure.Indicator, ComponentRole.Pembilang, figure.Numerator, reference);
            if (figure.Denominator is { } denominator)
            {
                yield return new DataRealisasiRow(known, figure.Indicator, ComponentRole.Penyebut, denominator, reference);
            }
        }
    }
}

/// <summary>An amount that an office reported, and where it stands in which file.</summary>
[ColumnsAsIn(typeof(CapaianRow))]
internal abstract class ReportedAmountRow(KnownReport known, IndicatorCode indicator, ComponentRole role, ComponentAmount amount, ReferenceData reference)
{
    [Description("Bulan yang dilaporkan, ditulis sebagai hari pertamanya.")]
    public DateOnly Bulan { get; } = known.Report.Key.Month.FirstDay;

    [NumberOf(nameof(Bulan), DateNumber.Month)]
    public int BulanAngka { get; } = ReferenceNames.NumberOf(known.Report.Key.Month);

    [NumberOf(nameof(Bulan), DateNumber.Year)]
    public int Tahun { get; } = known.Report.Key.Month.Year;

    public int Triwulan { get; } = known.Report.Key.Month.Quarter;

    [Description("Kode wilayah yang dilaporkan.")]
    public string KodeWilayah { get; } = known.Report.Key.Region.Value;

    [Description("Siapa yang melaporkan: KAB untuk kabupaten/kota, selain itu unit kerja provinsi.")]
    public string PemegangData { get; } = known.Report.Key.Holder.Value;

    [Description("Kiriman yang memuat angka.")]
    public string LaporanMasuk { get; } = known.Report.Submission.ToString();

    public string KodeIndikator { get; } = indicator.Value;

    [Description("Pembilang atau Penyebut.")]
    public string Peran { get; } = role.ToString();

    public string NamaWilayah { get; } = ReferenceNames.Of(known.Report.Key.Region, reference);

    [Description("Apa yang dihitung.")]
    [Empty("bila komponennya sudah tidak ada dalam data rujukan")]
    public string? NamaKomponen { get; } = ReferenceNames.ComponentOf(indicator, role, reference)?.Name;

    [Description("Satuan yang dihitung.")]
    [Empty("bila komponennya sudah tidak ada dalam data rujukan")]
    public string? Satuan { get; } = ReferenceNames.ComponentOf(indicator, role, reference)?.Unit;

    [Description("Angka sebagaimana dipahami.")]
    [Unit("satuan komponen, di kolom Satuan")]
    public decimal Jumlah { get; } = amount.Amount;

    [Description("Benar bila laporannya yang berlaku sekarang. Saring dengan kolom ini sebelum menjumlahkan.")]
    public bool Berlaku { get; } = known.IsCurrent;

    [Description("Nama berkas asal angka.")]
    public string NamaBerkas { get; } = SubmissionBlobName.Parse(known.Report.BlobName).FileName;

    [Description("Nama lembar kerja asal angka.")]
    public string Lembar { get; } = amount.Location.Sheet;

    [Description("Sel asal angka, misalnya F9.")]
    public string Sel { get; } = amount.Location.Cell;

    [Description("Isi sel sebagaimana tertulis.")]
    public string IsiSel { get; } = amount.Raw;

    [Description("Waktu berkas diserahkan.")]
    public DateTimeOffset DiserahkanPada { get; } = known.Report.Submission.SubmittedAt;

    [Description("Letak berkas di penyimpanan kiriman.")]
    public string NamaBlob { get; } = known.Report.BlobName;
}

/// <summary>The amount of a whole component.</summary>
internal sealed class DataRealisasiRow(KnownReport known, IndicatorCode indicator, ComponentRole role, ComponentAmount amount, ReferenceData reference)
    : ReportedAmountRow(known, indicator, role, amount, reference);
