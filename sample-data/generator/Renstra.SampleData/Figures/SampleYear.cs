using Renstra.SampleData.Anchors;
using Renstra.Transform.Calendar;
using Renstra.Transform.Forms;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;

namespace Renstra.SampleData.Figures;

/// <summary>What was really the case in every region and month of 2024: what a report says that is without mistakes.</summary>
internal sealed class SampleYear
{
    public const int Year = 2024;

    private readonly Dictionary<(RegionCode Region, int Month), IReadOnlyDictionary<IndicatorCode, FormAmounts>> _figures = [];

    public SampleYear(ReferenceData reference, IReadOnlyList<Office> offices)
    {
        var training = new Training();
        var jobSeekers = new JobSeekers(offices);
        Breakdowns = new Breakdowns(offices, jobSeekers);
        var companies = new Companies(offices);
        var transmigration = new Transmigration();
        for (var index = 0; index < offices.Count; index++)
        {
            var region = offices[index].Region.Code;
            var series = new Dictionary<string, (MonthSeries Numerator, MonthSeries Denominator)>(StringComparer.Ordinal)
            {
                ["IKU-1"] = (training.Certified(region), training.Participants(region)),
                ["IKU-2"] = (jobSeekers.Placed[index], jobSeekers.Registered[index]),
                ["IKU-3"] = (companies.Formed[index], companies.Obliged[index]),
                ["IKU-4"] = (companies.Compliant[index], companies.Existing[index]),
                ["IKU-5"] = (transmigration.AreasHelped(region), MonthSeries.Constant(transmigration.Areas(region))),
                ["IKU-6"] = (transmigration.SitesHelped(region), MonthSeries.Constant(transmigration.CandidateSites(region))),
                ["IKU-7"] = (transmigration.SettlementsHelped(region), MonthSeries.Constant(transmigration.Settlements(region))),
            };
            var indicators = reference.Indicators.ReportedBy(DataHolder.Region, region, Year).Select(indicator => indicator.Code).ToList();
            for (var month = 1; month <= MonthSeries.Months; month++)
            {
                _figures[(region, month)] = indicators.ToDictionary(
                    code => code,
                    code => new FormAmounts(series[code.Value].Numerator[month], series[code.Value].Denominator[month]));
            }
        }
    }

    /// <summary>What some offices break their figures down into.</summary>
    public Breakdowns Breakdowns { get; }

    public IReadOnlyDictionary<IndicatorCode, FormAmounts> Of(RegionCode region, ReportingMonth month) => _figures[(region, month.Month)];
}
