using Renstra.Transform.Indicators;

namespace Renstra.Transform.Reference;

/// <summary>Reads which indicator applies to which region in which years.</summary>
internal sealed class ApplicabilityReader(ReferenceTables tables, RegionsReader regions, IndicatorsReader indicators)
{
    public const string File = "keberlakuan.csv";

    public IReadOnlyList<Applicability> Read() =>
        tables.Open(File, "Indikator", "KodeWilayah", "TahunAwal", "TahunAkhir", "Sumber", "Catatan").Select(
            row =>
            {
                var (firstYear, lastYear) = row.Years();
                var region = regions.Known(row, row.Region("KodeWilayah"));
                return new Applicability(indicators.Known(row, row.Indicator("Indikator")), region, firstYear, lastYear, row.Required("Sumber"), row.Optional("Catatan"));
            },
            entry => (entry.Indicator, entry.Region, entry.FirstYear));
}
