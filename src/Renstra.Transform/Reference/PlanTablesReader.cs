using Renstra.Transform.Indicators;
using Renstra.Transform.Plan;

namespace Renstra.Transform.Reference;

/// <summary>Reads what the plan prints about the years before it: performance, its labels, and budgets.</summary>
internal sealed class PlanTablesReader(ReferenceTables tables)
{
    public const string ResultsFile = "kinerja-tahunan.csv";
    public const string CategoriesFile = "kategori-tercetak.csv";
    public const string BudgetFile = "anggaran.csv";

    private const int LastNumber = 18;

    public IReadOnlyList<AnnualResult> ReadResults() =>
        tables.Open(
            ResultsFile, "Nomor", "Tahun", "Indikator", "Satuan", "Jenis", "Bidang", "Target", "Realisasi", "RasioCapaian", "Pembilang", "Penyebut", "Sumber", "Catatan").Select(
            row =>
            {
                var result = new AnnualResult(
                    row.Whole("Nomor", 1, LastNumber),
                    row.Year("Tahun"),
                    row.Required("Indikator"),
                    row.Required("Satuan"),
                    row.OneOf<IndicatorKind>("Jenis"),
                    row.Required("Bidang"),
                    row.Number("Target"),
                    row.Number("Realisasi"),
                    row.Number("RasioCapaian"),
                    row.OptionalNumber("Pembilang"),
                    row.OptionalNumber("Penyebut"),
                    row.Required("Sumber"),
                    row.Optional("Catatan"));
                if (!row.IsFaulty && result.Target <= 0)
                {
                    row.Report("Target must be over 0: achievements are divided by it");
                }

                if (!row.IsFaulty && result.Numerator is null != (result.Denominator is null))
                {
                    row.Report("Pembilang and Penyebut stand together or not at all");
                }

                return result;
            },
            result => (result.Number, result.Year));

    /// <param name="results">What the labels were given to.</param>
    public IReadOnlyList<PrintedCategory> ReadCategories(IReadOnlyList<AnnualResult> results) =>
        tables.Open(CategoriesFile, "Baris", "Nomor", "Tahun", "RasioCapaian", "Kategori", "Catatan").Select(
            row =>
            {
                var category = new PrintedCategory(
                    row.Whole("Baris", 1, 10_000),
                    row.Whole("Nomor", 1, LastNumber),
                    row.Year("Tahun"),
                    row.Number("RasioCapaian"),
                    row.Required("Kategori"),
                    row.Optional("Catatan"));
                if (!row.IsFaulty && results.Count > 0 && !results.Any(result => result.Number == category.Number && result.Year == category.Year))
                {
                    row.Report($"{ResultsFile} has no such Nomor and Tahun");
                }

                return category;
            },
            category => category.Line);

    public IReadOnlyList<BudgetLine> ReadBudget() =>
        tables.Open(BudgetFile, "Uraian", "Tahun", "Anggaran", "Realisasi", "Rasio", "RataRataAnggaran", "RataRataRealisasi", "Sumber", "Catatan").Select(
            row => new BudgetLine(
                row.Required("Uraian"),
                row.Year("Tahun"),
                row.Number("Anggaran"),
                row.Number("Realisasi"),
                row.Number("Rasio"),
                row.Number("RataRataAnggaran"),
                row.Number("RataRataRealisasi"),
                row.Required("Sumber"),
                row.Optional("Catatan")),
            line => (line.Item, line.Year));
}
