using Renstra.Functions.Feed.Query;
using Renstra.Functions.Feed.Reference;

namespace Renstra.Functions.Feed.Plan;

/// <summary>Table 2.3.1 of the plan.</summary>
internal sealed class KinerjaTahunanSet() : ReferenceSet<KinerjaTahunanRow>(
    "KinerjaTahunan",
    "Delapan belas indikator tahun 2022 dan 2023 sebagaimana tercetak dalam Tabel 2.3.1 Renstra.",
    nameof(KinerjaTahunanRow.Nomor),
    nameof(KinerjaTahunanRow.Tahun))
{
    protected override IEnumerable<KinerjaTahunanRow> Rows(FeedReading reading) => reading.Reference.History.Select(result => new KinerjaTahunanRow(result));
}
