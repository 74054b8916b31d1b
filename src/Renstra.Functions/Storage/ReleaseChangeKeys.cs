using System.Globalization;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Regions;

namespace Renstra.Functions.Storage;

/// <summary>
/// Keys of <c>PerubahanPenetapan</c>: partition the reporting month, row
/// <c>&lt;n 0000&gt;-&lt;fingerprint12&gt;-&lt;region&gt;-&lt;indicator&gt;</c>. The number is part of it, because what a release changed depends on
/// the one before it as well: a month that goes from A to B and back to A has the same fingerprint twice.
/// </summary>
internal static class ReleaseChangeKeys
{
    public static string Partition(ReportingMonth month) => month.ToString();

    public static string Row(int number, string fingerprint, RegionCode region, IndicatorCode indicator) =>
        $"{Prefix(number, fingerprint)}{region}-{indicator}";

    public static (int Number, string Fingerprint, RegionCode Region, IndicatorCode Indicator) Parse(string rowKey)
    {
        var parts = rowKey.Split('-', 4);
        return (int.Parse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture), parts[1], RegionCode.Parse(parts[2]), IndicatorCode.Parse(parts[3]));
    }

    /// <summary>The changes of one release.</summary>
    public static RowRange Of(ReportingMonth month, int number, string fingerprint) => new(month.ToString(), Prefix(number, fingerprint));

    private static string Prefix(int number, string fingerprint) => $"{ReleaseKeys.Row(number)}-{fingerprint}-";
}
