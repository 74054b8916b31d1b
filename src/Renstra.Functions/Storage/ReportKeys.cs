using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Storage;

/// <summary>Keys of <c>Laporan</c>: partition the reporting month, row <c>&lt;region&gt;-&lt;holder&gt;</c>.</summary>
internal static class ReportKeys
{
    public static string Partition(ReportKey report) => report.Month.ToString();

    public static string Row(ReportKey report) => $"{report.Region}-{report.Holder}";

    public static ReportKey Parse(string partitionKey, string rowKey)
    {
        var parts = rowKey.Split('-', 3);
        return new ReportKey(RegionCode.Parse(parts[0]), ReportingMonth.Parse(partitionKey), DataHolder.Parse(parts[1]));
    }

    public static RowRange In(ReportingMonth month) => new(month.ToString());

    public static RowRange Of(ReportingMonth month, RegionCode region) => new(month.ToString(), $"{region}-");
}
