using System.ComponentModel;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Feed.Submissions;

/// <summary>The amount of a part that a component was broken down into.</summary>
internal sealed record DataRincianRow : ReportedAmountRow
{
    public DataRincianRow(KnownReport known, IndicatorCode indicator, PartAmount part, ReferenceData reference)
        : base(known, indicator, part.Role, part.Amount, reference)
    {
        var component = reference.Indicators.TryFind(indicator, out var found) ? found.Components.SingleOrDefault(each => each.Role == part.Role) : null;
        Dimensi = part.Dimension;
        Bagian = part.Part;
        NamaBagian = component?.Breakdown.FirstOrDefault(each => each.Code == part.Part)?.Name;
    }

    [Description("Menurut apa dirinci, misalnya Jenis kelamin. Jumlahkan hanya bagian dari satu dimensi.")]
    public string Dimensi { get; }

    [Description("Kode bagian dalam dimensi itu, misalnya Perempuan; lihat Rincian.")]
    public string Bagian { get; }

    [Description("Nama bagian; kosong bila sudah tidak ada dalam data rujukan.")]
    public string? NamaBagian { get; }
}
