using Renstra.SampleData.Anchors;
using Renstra.Transform.Regions;

namespace Renstra.SampleData.Figures;

/// <summary>IKU-5 to IKU-7: areas, sites and settlements of Tables 2.7, 2.9 and 2.10, and since when each is helped.</summary>
internal sealed class Transmigration
{
    private readonly IReadOnlyList<AnchorRow> _areas = AnchorFile.Read("kawasan");
    private readonly IReadOnlyList<AnchorRow> _sites = AnchorFile.Read("lokasi");
    private readonly IReadOnlyList<AnchorRow> _settlements = AnchorFile.Read("permukiman");

    public int Areas(RegionCode region) => Of(_areas, region).Count();

    public MonthSeries AreasHelped(RegionCode region) => Since(Of(_areas, region), "DifasilitasiSejakBulan");

    public int CandidateSites(RegionCode region) => Of(_sites, region).Count(site => site.Yes("CalonLokasi"));

    public MonthSeries SitesHelped(RegionCode region) => Since(Of(_sites, region), "DifasilitasiSejakBulan");

    public int Settlements(RegionCode region) => Of(_settlements, region).Count(settlement => settlement.Yes("BerkembangDanMandiri"));

    public MonthSeries SettlementsHelped(RegionCode region) => Since(Of(_settlements, region), "DifasilitasiBulan");

    private static IEnumerable<AnchorRow> Of(IReadOnlyList<AnchorRow> rows, RegionCode region) => rows.Where(row => row.Region == region);

    private static MonthSeries Since(IEnumerable<AnchorRow> rows, string column) =>
        MonthSeries.Counting(rows.Select(row => row.Month(column)).OfType<int>().Select(month => (month, 1))).ToDate();
}
