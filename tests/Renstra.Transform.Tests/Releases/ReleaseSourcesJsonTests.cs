using Renstra.Transform.Releases;
using Renstra.Transform.Tests.Performance;

namespace Renstra.Transform.Tests.Releases;

public sealed class ReleaseSourcesJsonTests
{
    [Fact]
    public void What_is_written_is_read_whatever_the_files_are_called()
    {
        var report = Offices.Report("53.02", "2024-01", "IKU-2", "12/30");
        var ugly = "53.02/=cmd|' \"laporan\"; édisi ke-2, \t.xlsx";
        var content = ClosedMonth.Of("2024-01", 1, report) with { Sources = [new ReleaseSource(report, ugly)] };

        var read = ReleaseSourcesJson.Read(ReleaseSourcesJson.Write(content).Span);

        Assert.Equal([new NamedSource(report.Key, report.Submission, ugly)], read);
    }

    [Fact]
    public void The_order_in_which_reports_were_read_leaves_no_trace()
    {
        var first = Offices.Report("53.01", "2024-01", "IKU-2", "12/30");
        var second = Offices.Report("53.02", "2024-01", "IKU-2", "12/30");

        var one = ReleaseSourcesJson.Write(ClosedMonth.Of("2024-01", 1, first, second));
        var other = ReleaseSourcesJson.Write(ClosedMonth.Of("2024-01", 1, second, first));

        Assert.Equal(one.ToArray(), other.ToArray());
    }
}
