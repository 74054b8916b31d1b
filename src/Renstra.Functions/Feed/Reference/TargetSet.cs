using Renstra.Functions.Feed.Query;

namespace Renstra.Functions.Feed.Reference;

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
