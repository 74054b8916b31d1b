using System.ComponentModel;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Transform.Indicators;

namespace Renstra.Functions.Feed.Sets;

/// <summary>The targets, in all their versions.</summary>
internal sealed class TargetSet() : ReferenceSet<TargetRow>(
    "Target",
    "Target setiap indikator per tahun dan triwulan, dengan dasar hukumnya.",
    nameof(TargetRow.KodeIndikator),
    nameof(TargetRow.Tahun),
    nameof(TargetRow.KodeWilayahTarget),
    nameof(TargetRow.PeriodeTarget),
    nameof(TargetRow.BerlakuMulai))
{
    protected override IEnumerable<TargetRow> Rows(FeedReading reading) => reading.Reference.Targets.All.Select(target => new TargetRow(target));
}

/// <summary>What was promised for a year or a quarter of it.</summary>
internal sealed class TargetRow(Target target)
{
    [Description("Kode indikator.")]
    public string KodeIndikator { get; } = target.Indicator.Value;

    [Description("Tahun target.")]
    [Unit("tahun")]
    public int Tahun { get; } = target.Year;

    [Description("Kode wilayah yang dituju, atau semua bila target berlaku untuk semua wilayah.")]
    public string KodeWilayahTarget { get; } = target.Region?.Value ?? "semua";

    [Description("Tahun untuk target tahunan, atau Triwulan I sampai IV untuk target rencana aksi.")]
    public string PeriodeTarget { get; } = target.Quarter switch
    {
        null => "Tahun",
        1 => "Triwulan I",
        2 => "Triwulan II",
        3 => "Triwulan III",
        _ => "Triwulan IV",
    };

    [Description("Bulan pertama yang diukur dengan target ini; versi yang lebih baru menggantikannya mulai bulannya sendiri.")]
    public DateOnly BerlakuMulai { get; } = target.InForceFrom.FirstDay;

    [Description("Target dalam satuan indikator; pada rentang target, ujung yang lebih ringan, yang dipakai mengukur.")]
    [Unit("satuan indikator, di set Indikator")]
    public decimal Target { get; } = target.Value;

    [Description("Ujung rentang target yang lebih berat; kosong bila targetnya satu angka.")]
    [Unit("satuan indikator, di set Indikator")]
    public decimal? TargetSampai { get; } = target.StretchValue;

    [Description("Keputusan yang menetapkan target.")]
    public string DasarHukum { get; } = target.LegalBasis;

    [Description("Tabel dalam Renstra yang memuat target.")]
    public string Sumber { get; } = target.Source;

    [Description("Catatan bila sumbernya tidak konsisten.")]
    [Empty("bila tidak ada catatan")]
    public string? Catatan { get; } = target.Note.Length == 0 ? null : target.Note;
}
