using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Regions;

namespace Renstra.Transform.Forms;

/// <summary>What a form's file is called. Offices may rename it: nothing is read from the name that is not in the form.</summary>
public static class FormFileName
{
    /// <summary>
    /// <c>Laporan IKU 53.02 Timor Tengah Selatan 2024-07.xlsx</c>, sortable by region and month; a holder other than the region
    /// itself is named at the end.
    /// </summary>
    public static string Of(Region region, ReportingMonth month, DataHolder holder)
    {
        var suffix = holder == DataHolder.Region ? "" : $" {holder}";
        return $"Laporan IKU {region.Code} {region.Name} {month}{suffix}.xlsx";
    }
}
