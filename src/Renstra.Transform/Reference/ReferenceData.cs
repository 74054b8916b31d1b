using System.Diagnostics.CodeAnalysis;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Plan;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;
using Renstra.Transform.Wordings;

namespace Renstra.Transform.Reference;

/// <summary>
/// Everything that the plan fixes and that can change without new code: regions, indicators, targets, scales, severities, and the
/// tables of the plan itself.
/// Immutable, and valid as a whole.
/// </summary>
public sealed class ReferenceData
{
    private static readonly Lazy<ReferenceData> ShippedData = new(() => Read(ReferenceFiles.Shipped));

    internal ReferenceData(
        string version,
        string figuresVersion,
        RegionRegister regions,
        IndicatorCatalogue indicators,
        TargetTable targets,
        IReadOnlyList<CategoryScale> scales,
        CategoryScale scale,
        SeverityRules severities,
        ReportingMonth firstMonth,
        IReadOnlyList<AnnualResult> history,
        IReadOnlyList<PrintedCategory> printedCategories,
        IReadOnlyList<BudgetLine> budget,
        IReadOnlyList<Programme> programmes,
        Vocabulary vocabulary,
        ReportingCalendar calendar,
        IReadOnlyDictionary<SubmissionId, Withdrawal> withdrawals)
    {
        Version = version;
        FiguresVersion = figuresVersion;
        Regions = regions;
        Indicators = indicators;
        Targets = targets;
        Scales = scales;
        Scale = scale;
        Severities = severities;
        FirstMonth = firstMonth;
        History = history;
        PrintedCategories = printedCategories;
        Budget = budget;
        Programmes = programmes;
        Vocabulary = vocabulary;
        Calendar = calendar;
        Withdrawals = withdrawals;
    }

    /// <summary>The reference data as shipped with the product.</summary>
    public static ReferenceData Shipped => ShippedData.Value;

    /// <summary>The version, as <see cref="ReferenceFiles.Version"/> defines it.</summary>
    public string Version { get; }

    /// <summary>The version of what figures depend on, as <see cref="ReferenceFiles.FiguresVersion"/> defines it.</summary>
    public string FiguresVersion { get; }

    /// <summary>The province and its kabupaten and kota.</summary>
    public RegionRegister Regions { get; }

    /// <summary>The indicators and where they apply.</summary>
    public IndicatorCatalogue Indicators { get; }

    /// <summary>What the plan promised.</summary>
    public TargetTable Targets { get; }

    /// <summary>Every scale that can be selected.</summary>
    public IReadOnlyList<CategoryScale> Scales { get; }

    /// <summary>The scale in use.</summary>
    public CategoryScale Scale { get; }

    /// <summary>What returns a report and what is only remarked on.</summary>
    public SeverityRules Severities { get; }

    /// <summary>The first month that is reported and released (<c>BulanPertama</c>).</summary>
    public ReportingMonth FirstMonth { get; }

    /// <summary>The eighteen indicators of 2022 and 2023 (<c>KinerjaTahunan</c>, Table 2.3.1), by number and year.</summary>
    public IReadOnlyList<AnnualResult> History { get; }

    /// <summary>The achievements that the narrative of Chapter II gives a label, by line.</summary>
    public IReadOnlyList<PrintedCategory> PrintedCategories { get; }

    /// <summary>Budgets and their absorption in 2022 and 2023 (<c>Anggaran</c>, Table 2.3.2).</summary>
    public IReadOnlyList<BudgetLine> Budget { get; }

    /// <summary>What the province funds in 2024 to 2026 (<c>ProgramKegiatan</c>, Table 6.1), in the order of the table.</summary>
    public IReadOnlyList<Programme> Programmes { get; }

    /// <summary>When reports are due and months close.</summary>
    public ReportingCalendar Calendar { get; }

    /// <summary>The submissions that were withdrawn. One that was never received can be among them.</summary>
    public IReadOnlyDictionary<SubmissionId, Withdrawal> Withdrawals { get; }

    /// <summary>The words by which offices mean the same thing.</summary>
    internal Vocabulary Vocabulary { get; }

    /// <summary>Reads and validates reference data.</summary>
    /// <exception cref="ReferenceDataException">Anything is wrong; everything that is, is said.</exception>
    public static ReferenceData Read(ReferenceFiles files) => new ReferenceDataReader(files).Read();

    /// <summary>Reads reference data that are expected to be valid, where it is enough to know that they are not.</summary>
    public static bool TryRead(ReferenceFiles files, [NotNullWhen(true)] out ReferenceData? data)
    {
        try
        {
            data = Read(files);
            return true;
        }
        catch (ReferenceDataException)
        {
            data = null;
            return false;
        }
    }
}

/// <summary>Makes reference data of the files: first each row by itself, then what rows say of one another.</summary>
internal sealed class ReferenceDataReader(ReferenceFiles files)
{
    private readonly ReferenceProblems _problems = new();

    public ReferenceData Read()
    {
        var tables = new ReferenceTables(files, _problems);
        var regions = new RegionsReader(tables);
        var indicators = new IndicatorsReader(tables);
        var applicability = new ApplicabilityReader(tables, regions, indicators).Read();
        var targets = new TargetsReader(tables, regions, indicators, applicability).Read();
        var scales = new ScalesReader(tables);
        var severities = new SeverityReader(tables, indicators).Read();
        var (firstMonth, scale) = new SettingsReader(tables, scales).Read();
        var plan = new PlanTablesReader(tables);
        var programmes = new ProgrammesReader(tables).Read();
        var synonyms = new SynonymsReader(tables, indicators).Read();
        var calendar = new CalendarReader(tables).Read();
        var withdrawals = new WithdrawalsReader(tables).Read();
        _problems.ThrowIfAny();
        return new ReferenceData(
            files.Version,
            files.FiguresVersion,
            new RegionRegister(regions.Regions),
            new IndicatorCatalogue(indicators.Indicators, applicability),
            new TargetTable(targets),
            scales.Scales,
            scale!,
            new SeverityRules(severities),
            firstMonth,
            plan.Results,
            plan.Categories,
            plan.Budget,
            programmes,
            new Vocabulary(synonyms),
            calendar,
            withdrawals);
    }
}

/// <summary>Reads which submissions were withdrawn. Whether they exist is for storage to say.</summary>
internal sealed class WithdrawalsReader(ReferenceTables tables)
{
    public const string File = "penarikan.csv";

    public IReadOnlyDictionary<SubmissionId, Withdrawal> Read() =>
        tables.Open(File, "LaporanMasuk", "Alasan", "DitarikOleh", "DitarikPada").Select(
            row => new Withdrawal(row.Submission("LaporanMasuk"), row.Required("Alasan"), row.Required("DitarikOleh"), row.Day("DitarikPada")),
            withdrawal => withdrawal.Submission).ToDictionary(withdrawal => withdrawal.Submission);
}
