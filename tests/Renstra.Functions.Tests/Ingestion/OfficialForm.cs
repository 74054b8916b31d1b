using Renstra.Transform.Calendar;
using Renstra.Transform.Forms;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;

namespace Renstra.Functions.Tests.Ingestion;

/// <summary>The official monthly form as an officer sends it.</summary>
internal static class OfficialForm
{
    /// <summary>A form of a kabupaten in which every indicator says 1 of 2.</summary>
    public static byte[] Filled(string region, string month)
    {
        var reference = ReferenceData.Shipped;
        var request = new FormRequest(RegionCode.Parse(region), ReportingMonth.Parse(month), DataHolder.Region)
        {
            Officer = "Maria",
            Amounts = reference.Indicators.ReportedBy(DataHolder.Region, RegionCode.Parse(region), ReportingMonth.Parse(month).Year)
                .ToDictionary(indicator => indicator.Code, _ => new FormAmounts(1, 2)),
        };
        using var output = new MemoryStream();
        new MonthlyFormWriter(reference).Write(output, request);
        return output.ToArray();
    }
}
