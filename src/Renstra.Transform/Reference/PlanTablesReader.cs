using Renstra.Transform.Indicators;
using Renstra.Transform.Plan;

namespace Renstra.Transform.Reference;

/// <summary>Reads what the plan prints about the years before it: performance, its labels, and budgets.</summary>
internal sealed class PlanTablesReader
{
    public const string ResultsFile = "kinerja-tahunan.csv";
    public const string CategoriesFile = "kategori-tercetak.csv";
    public const string BudgetFile = "anggaran.csv";

    private const int LastNumber = 18;
    private const int LastLine = 10_000;

    private readonly KnownKeys<(int Number, int Year)> _results;

    public PlanTablesReader(ReferenceTables tables)
    {
        var results = tables.Open(
            ResultsFile, "Nomor", "Tahun", "Indikator", "Satuan", "Jenis", "Bidang", "Target", "Realisasi", "RasioCapaian", "Pembilang", "Penyebut", "Sumber", "Catatan");
        Results = results.Select(Result, result => (result.Number, result.Year));
        _results = new KnownKeys<(int, int)>(results, row => (Number(row), row.Year("Tahun")));
        Categories = tables.Open(CategoriesFile, "Baris", "Nomor", "Tahun", "RasioCapaian", "Kategori", "Catatan").Select(Category, category => category.Line);
        Budget = tables.Open(BudgetFile, "Uraian", "Tahun", "Anggaran", "Realisasi", "Rasio", "RataRataAnggaran", "RataRataRealisasi", "Sumber", "Catatan")
            .Select(BudgetLine, line => (line.Item, line.Year));
    }

    public IReadOnlyList<AnnualResult> Results { get; }

    public IReadOnlyList<PrintedCategory> Categories { get; }

    public IReadOnlyList<BudgetLine> Budget { get; }

    private static AnnualResult Result(ReferenceRow row)
    {
        var result = new AnnualResult(
            Number(row),
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

        if (!row.IsFaulty && (result.Numerator is null) != (result.Denominator is null))
        {
            row.Report("Pembilang and Penyebut stand together or not at all");
        }

        return result;
    }

    private PrintedCategory Category(ReferenceRow row)
    {
        var category = new PrintedCategory(
            row.Whole("Baris", 1, LastLine), Number(row), row.Year("Tahun"), row.Number("RasioCapaian"), row.Required("Kategori"), row.Optional("Catatan"));
        if (!row.IsFaulty && !_results.Contains((category.Number, category.Year)))
        {
            row.Report($"{ResultsFile} has no such Nomor and Tahun");
        }

        return category;
    }

    private static BudgetLine BudgetLine(ReferenceRow row) => new(
        row.Required("Uraian"),
        row.Year("Tahun"),
        row.Number("Anggaran"),
        row.Number("Realisasi"),
        row.Number("Rasio"),
        row.Number("RataRataAnggaran"),
        row.Number("RataRataRealisasi"),
        row.Required("Sumber"),
        row.Optional("Catatan"));

    private static int Number(ReferenceRow row) => row.Whole("Nomor", 1, LastNumber);
}
