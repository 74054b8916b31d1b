using Renstra.Functions.Feed.Query;
using Renstra.Functions.Feed.Reference;

namespace Renstra.Functions.Feed.Plan;

/// <summary>Table 2.3.2 of the plan.</summary>
internal sealed class AnggaranSet() : ReferenceSet<AnggaranRow>(
    "Anggaran",
    "Anggaran dan realisasinya tahun 2022 dan 2023 sebagaimana tercetak dalam Tabel 2.3.2 Renstra.",
    nameof(AnggaranRow.Urutan))
{
    protected override IEnumerable<AnggaranRow> Rows(FeedReading reading) =>
        reading.Reference.Budget.Select((line, index) => new AnggaranRow(line, index + 1));
}
