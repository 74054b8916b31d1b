using Renstra.Functions.Feed.Query;

namespace Renstra.Functions.Feed.Reference;

/// <summary>What components may be broken down into.</summary>
internal sealed class RincianSet() : ReferenceSet<RincianRow>(
    "Rincian",
    "Bagian yang boleh dirinci dari pembilang dan penyebut setiap indikator.",
    nameof(RincianRow.KodeIndikator),
    nameof(RincianRow.Peran),
    nameof(RincianRow.Dimensi),
    nameof(RincianRow.Bagian))
{
    protected override IEnumerable<RincianRow> Rows(FeedReading reading) =>
        from indicator in reading.Reference.Indicators.All
        from component in indicator.Components
        from part in component.Breakdown.Select((part, index) => (Definition: part, Order: index + 1))
        select new RincianRow
        {
            KodeIndikator = indicator.Code.Value,
            Peran = component.Role.ToString(),
            Dimensi = part.Definition.Dimension,
            Bagian = part.Definition.Code,
            NamaBagian = part.Definition.Name,
            Urutan = part.Order,
            Sifat = part.Definition.Kind.ToString(),
            Sumber = part.Definition.Source,
        };
}
