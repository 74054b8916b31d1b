using Renstra.Functions.Feed.Query;
using Renstra.Transform.Regions;

namespace Renstra.Functions.Feed.Reference;

/// <summary>The regions.</summary>
internal sealed class WilayahSet() : ReferenceSet<WilayahRow>(
    "Wilayah",
    "Provinsi dan seluruh kabupaten/kota, dengan kode dan namanya.",
    nameof(WilayahRow.KodeWilayah))
{
    protected override IEnumerable<WilayahRow> Rows(FeedReading reading) => reading.Reference.Regions.All.Select(region => new WilayahRow
    {
        KodeWilayah = region.Code.Value,
        NamaWilayah = region.FullName,
        NamaSingkat = region.Name,
        Tingkat = region.Level.ToString(),
        KodeBps = region.BpsCode,
        NamaLain = NamesOf(region),
    });

    private static string? NamesOf(Region region) => region.Aliases.Count == 0 ? null : string.Join("; ", region.Aliases);
}
