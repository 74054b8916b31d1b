using System.Globalization;
using Renstra.Transform.Calendar;
using Renstra.Transform.Chasing;
using Renstra.Transform.Indicators;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Tests.Chasing;

/// <summary>What offices sent, said in a line: <c>53.02 KAB 2024-07 2024-08-05T09:30</c> (WITA); one that begins with <c>!</c> was returned.</summary>
internal static class Received
{
    public static IReadOnlyList<ReceivedReport> Of(params IEnumerable<string> lines) => [.. lines.Select(One)];

    /// <summary>A moment on a WITA clock.</summary>
    public static DateTimeOffset At(string moment) => new(DateTime.Parse(moment, CultureInfo.InvariantCulture), Wita.Offset);

    private static ReceivedReport One(string line)
    {
        var parts = line.TrimStart('!').Split(' ');
        return new ReceivedReport(
            new ReportKey(RegionCode.Parse(parts[0]), ReportingMonth.Parse(parts[2]), DataHolder.Parse(parts[1])),
            SubmissionId.Of(At(parts[3]), "0123456789ab"),
            !line.StartsWith('!'),
            "laporan.xlsx");
    }
}
