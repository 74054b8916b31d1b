using Renstra.Functions.Feed.Query;

namespace Renstra.Functions.Feed.Reference;

/// <summary>The targets.</summary>
internal sealed class TargetSet() : ReferenceSet<TargetRow>(
    "Target",
    "Target setiap indikator per tahun menurut Renstra.",
    nameof(TargetRow.KodeIndikator),
    nameof(TargetRow.Tahun))
{
    protected override IEnumerable<TargetRow> Rows(FeedReading reading) => reading.Reference.Targets.All.Select(target => new TargetRow
    {
        KodeIndikator = target.Indicator.Value,
        Tahun = target.Year,
        Target = target.Value,
        Sumber = target.Source,
        Catatan = target.Note.Length == 0 ? null : target.Note,
    });
}
