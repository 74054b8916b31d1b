using Renstra.Transform.Calendar;
using Renstra.Transform.Regions;

namespace Renstra.Functions.Storage;

/// <summary>Keys of <c>KinerjaTetap</c>: partition the reporting month, row <c>&lt;fingerprint12&gt;-&lt;region&gt;</c>.</summary>
internal static class ReleasedRowKeys
{
    public static string Partition(ReportingMonth month) => month.ToString();

    public static string Row(string fingerprint, RegionCode region) => $"{fingerprint}-{region}";

    public static string ParseFingerprint(string rowKey) => rowKey[..rowKey.IndexOf('-', StringComparison.Ordinal)];

    public static RegionCode ParseRegion(string rowKey) => RegionCode.Parse(rowKey[(rowKey.IndexOf('-', StringComparison.Ordinal) + 1)..]);

    public static RowRange Of(ReportingMonth month, string fingerprint) => new(month.ToString(), $"{fingerprint}-");
}
