using System.ComponentModel;

namespace Renstra.Functions.Feed.Reference;

/// <summary>What was promised for a year.</summary>
internal sealed record TargetRow
{
    [Description("Kode indikator.")]
    public required string KodeIndikator { get; init; }

    [Description("Tahun target.")]
    public required int Tahun { get; init; }

    [Description("Target dalam satuan indikator.")]
    public required decimal Target { get; init; }

    [Description("Tabel dalam Renstra yang memuat target.")]
    public required string Sumber { get; init; }

    [Description("Catatan bila sumbernya tidak konsisten.")]
    public string? Catatan { get; init; }
}
