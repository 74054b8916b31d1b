using System.ComponentModel;
using Renstra.Functions.Storage;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Feed.Performance;

/// <summary>Performance as a release has it.</summary>
internal sealed record KinerjaTetapRow : CapaianRow
{
    public KinerjaTetapRow(PerformanceRow row, Release release, ReferenceData reference)
        : base(row, reference)
    {
        PenetapanKe = release.Number;
        DitetapkanPada = release.ReleasedAt;
    }

    [Description("Penetapan keberapa untuk bulan itu; lihat Penetapan untuk yang berlaku.")]
    public int PenetapanKe { get; }

    [Description("Waktu penetapan.")]
    public DateTimeOffset DitetapkanPada { get; }
}
