using System.Globalization;
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

/// <summary>Reads the programmes, activities and sub-activities of Table 6.1.</summary>
internal sealed class ProgrammesReader(ReferenceTables tables)
{
    public const string File = "program-kegiatan.csv";

    private static readonly int[] Years = [2024, 2025, 2026];

    /// <summary>How many parts a code has on each level: 2.07, 2.07.02, 2.07.02.1.01, 2.07.02.1.01.0001.</summary>
    private static readonly (int Parts, ProgrammeLevel Level)[] Levels =
    [
        (2, ProgrammeLevel.Urusan), (3, ProgrammeLevel.Program), (5, ProgrammeLevel.Kegiatan), (6, ProgrammeLevel.SubKegiatan),
    ];

    public IReadOnlyList<Programme> Read()
    {
        var table = tables.Open(
            File,
            [
                "Kode", "Nama", "Kinerja", "Satuan",
                .. Years.SelectMany(year => new[] { Column("Target", year), Column("Rp", year) }),
                "TargetAkhir", "RpAkhir", "UnitKerja", "Lokasi", "Sumber", "Catatan",
            ]);
        var codes = new KnownKeys<string>(table, row => row.Optional("Kode"));
        return table.Select(row => Make(row, codes), programme => programme.Code);
    }

    private static Programme Make(ReferenceRow row, KnownKeys<string> codes)
    {
        var code = row.Required("Kode");
        var parts = code.Split('.');
        var level = Levels.FirstOrDefault(level => level.Parts == parts.Length);
        if (level == default && code.Length > 0)
        {
            row.Report($"Kode is '{code}', which has not the parts of a code such as 2.07.02.1.01.0001");
        }

        return new Programme(
            code,
            level.Level,
            Parent(row, parts, level.Level, codes),
            row.Required("Nama"),
            row.Optional("Kinerja"),
            row.Optional("Satuan"),
            [.. Years.Select(year => new ProgrammeYear(year, Amounts(row, Column("Target", year), Column("Rp", year))))],
            Amounts(row, "TargetAkhir", "RpAkhir"),
            row.Optional("UnitKerja"),
            row.Optional("Lokasi"),
            row.Required("Sumber"),
            row.Optional("Catatan"));
    }

    /// <summary>The table prints no line for the field that the office's own programme (X.XX.01) belongs to: a programme may be outermost.</summary>
    private static string? Parent(ReferenceRow row, string[] parts, ProgrammeLevel level, KnownKeys<string> codes)
    {
        if (row.IsFaulty || level == ProgrammeLevel.Urusan)
        {
            return null;
        }

        var parent = string.Join('.', parts.Take(Levels.Last(outer => outer.Level < level).Parts));
        if (codes.Contains(parent))
        {
            return parent;
        }

        if (level != ProgrammeLevel.Program)
        {
            row.Report($"Kode {string.Join('.', parts)} is part of {parent}, which has no line");
        }

        return null;
    }

    private static ProgrammeAmounts Amounts(ReferenceRow row, string target, string rupiah) => new(row.OptionalNumber(target), row.OptionalNumber(rupiah));

    private static string Column(string name, int year) => string.Create(CultureInfo.InvariantCulture, $"{name}{year}");
}
