using Renstra.SampleData.Anchors;
using Renstra.Transform.Calendar;
using Renstra.Transform.Forms;
using Renstra.Transform.Indicators;

namespace Renstra.SampleData.Figures;

/// <summary>The breakdowns that some offices give: of IKU-2's placements by way, of IKU-1 by sex, in one also of people with disabilities.</summary>
internal sealed class Breakdowns(IReadOnlyList<Office> offices, JobSeekers jobSeekers)
{
    private const string CountsDisabilities = "53.01";

    private static readonly IndicatorCode Training = IndicatorCode.Parse("IKU-1");
    private static readonly IndicatorCode Placement = IndicatorCode.Parse("IKU-2");

    /// <summary>The month from which on an office fills in the sheet of breakdowns; most never do.</summary>
    private static readonly Dictionary<string, int> FirstMonths = new() { ["53.07"] = 1, ["53.19"] = 4, ["53.12"] = 7, [CountsDisabilities] = 7 };

    /// <summary>What an office breaks its figures of a month down into; it always agrees with them.</summary>
    public IReadOnlyDictionary<FormPart, decimal> Of(Office office, ReportingMonth month, IReadOnlyDictionary<IndicatorCode, FormAmounts> figures)
    {
        var parts = new Dictionary<FormPart, decimal>();
        var region = office.Region.Code.Value;
        if (month.Month < FirstMonths.GetValueOrDefault(region, int.MaxValue))
        {
            return parts;
        }

        foreach (var (way, placed) in jobSeekers.ByWay(offices.ToList().IndexOf(office), (int)figures[Placement].Numerator!.Value))
        {
            parts[new FormPart(Placement, ComponentRole.Pembilang, way)] = placed;
        }

        BySex(parts, ComponentRole.Pembilang, (int)figures[Training].Numerator!.Value, region, month);
        BySex(parts, ComponentRole.Penyebut, (int)figures[Training].Denominator!.Value, region, month);
        if (region == CountsDisabilities)
        {
            parts[new FormPart(Placement, ComponentRole.Pembilang, "Disabilitas")] = Chance.Whole(0, Math.Min(2, (int)figures[Placement].Numerator!.Value), "disabilitas", month);
        }

        return parts;
    }

    private static void BySex(Dictionary<FormPart, decimal> parts, ComponentRole role, int total, string region, ReportingMonth month)
    {
        var women = (int)(total * Chance.Between(0.35m, 0.65m, "perempuan", role, region, month));
        parts[new FormPart(Training, role, "LakiLaki")] = total - women;
        parts[new FormPart(Training, role, "Perempuan")] = women;
    }
}
