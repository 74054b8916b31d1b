using Renstra.Transform.Indicators;

namespace Renstra.Transform.Reference;

/// <summary>Reads what the plan promised.</summary>
internal sealed class TargetsReader(ReferenceTables tables, IndicatorsReader indicators)
{
    public const string File = "target.csv";

    public IReadOnlyList<Target> Read() =>
        tables.Open(File, "Indikator", "Tahun", "Target", "Sumber", "Catatan").Select(
            row =>
            {
                var value = row.Number("Target");
                if (!row.IsFaulty && value <= 0)
                {
                    row.Report("Target must be over 0: achievements are divided by it");
                }

                return new Target(indicators.Known(row, "Indikator"), row.Year("Tahun"), value, row.Required("Sumber"), row.Optional("Catatan"));
            },
            target => (target.Indicator, target.Year));
}
