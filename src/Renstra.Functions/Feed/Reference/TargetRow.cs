using System.ComponentModel;
using Renstra.Transform.Indicators;

namespace Renstra.Functions.Feed.Reference;

/// <summary>What was promised for a year or a quarter of it.</summary>
internal sealed record TargetRow
{
    public TargetRow(Target target)
    {
        KodeIndikator = target.Indicator.Value;
        Tahun = target.Year;
        KodeWilayahTarget = target.Region?.Value ?? "semua";
        PeriodeTarget = target.Quarter switch
        {
            null => "Tahun",
            1 => "Triwulan I",
            2 => "Triwulan II",
            3 => "Triwulan III",
            _ => "Triwulan IV",
        };
        BerlakuMulai = target.InForceFrom.FirstDay;
        Target = target.Value;
        TargetSampai = target.StretchValue;
        DasarHukum = target.LegalBasis;
        Sumber = target.Source;
        Catatan = target.Note.Length == 0 ? null : target.Note;
    }

    [Description("Kode indikator.")]
    public string KodeIndikator { get; }

    [Description("Tahun target.")]
    public int Tahun { get; }

    [Description("Kode wilayah yang dituju, atau semua bila target berlaku untuk semua wilayah.")]
    public string KodeWilayahTarget { get; }

    [Description("Tahun untuk target tahunan, atau Triwulan I sampai IV untuk target rencana aksi.")]
    public string PeriodeTarget { get; }

    [Description("Bulan pertama yang diukur dengan target ini; versi yang lebih baru menggantikannya mulai bulannya sendiri.")]
    public DateOnly BerlakuMulai { get; }

    [Description("Target dalam satuan indikator; pada rentang target, ujung yang lebih ringan, yang dipakai mengukur.")]
    public decimal Target { get; }

    [Description("Ujung rentang target yang lebih berat; kosong bila targetnya satu angka.")]
    public decimal? TargetSampai { get; }

    [Description("Keputusan yang menetapkan target.")]
    public string DasarHukum { get; }

    [Description("Tabel dalam Renstra yang memuat target.")]
    public string Sumber { get; }

    [Description("Catatan bila sumbernya tidak konsisten.")]
    public string? Catatan { get; }
}
