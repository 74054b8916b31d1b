using Renstra.Transform.Indicators;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;
using Renstra.Transform.Wordings;

namespace Renstra.Transform.Reference;

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
