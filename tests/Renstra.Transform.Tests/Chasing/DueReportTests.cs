using Renstra.Transform.Calendar;
using Renstra.Transform.Chasing;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Tests.Reference;

namespace Renstra.Transform.Tests.Chasing;

public sealed class DueReportTests
{
    private const string Tts = "53.02 KAB 2024-07";

    private static readonly ReportingMonth July = ReportingMonth.Parse("2024-07");

    [Theory]
    [InlineData("", "2024-08-10T23:59", ReportStatus.BelumJatuhTempo, 0)]
    [InlineData("", "2024-08-11T00:15", ReportStatus.BelumJatuhTempo, 0)]
    [InlineData("", "2024-08-11T00:16", ReportStatus.Belum, 1)]
    [InlineData("", "2024-09-01T08:00", ReportStatus.Belum, 22)]
    [InlineData($"{Tts} 2024-08-05T09:30", "2024-09-01T08:00", ReportStatus.Sudah, 0)]
    [InlineData($"{Tts} 2024-08-11T00:10", "2024-09-01T08:00", ReportStatus.Sudah, 0)]
    [InlineData($"{Tts} 2024-08-13T09:30", "2024-09-01T08:00", ReportStatus.Terlambat, 3)]
    [InlineData($"{Tts} 2024-08-05T09:30;{Tts} 2024-08-20T09:30", "2024-09-01T08:00", ReportStatus.Sudah, 0)]
    [InlineData($"!{Tts} 2024-08-05T09:30", "2024-08-06T08:00", ReportStatus.Dikembalikan, 0)]
    [InlineData($"!{Tts} 2024-08-05T09:30", "2024-08-14T08:00", ReportStatus.Dikembalikan, 4)]
    [InlineData($"!{Tts} 2024-08-05T09:30;{Tts} 2024-08-12T09:30", "2024-09-01T08:00", ReportStatus.Terlambat, 2)]
    [InlineData($"{Tts} 2024-08-05T09:30;!{Tts} 2024-08-12T09:30", "2024-09-01T08:00", ReportStatus.Sudah, 0)]
    [InlineData("53.02 KAB 2024-06 2024-08-05T09:30", "2024-09-01T08:00", ReportStatus.Belum, 22)]
    public void What_came_and_when_says_how_a_report_stands(string received, string now, ReportStatus status, int daysLate)
    {
        var report = Of(received, now);

        Assert.Equal((status, daysLate), (report.Status, report.DaysLate));
    }

    [Fact]
    public void The_first_accepted_report_says_whether_it_was_in_time_and_the_last_one_stands()
    {
        var report = Of($"{Tts} 2024-08-20T09:30;{Tts} 2024-08-05T09:30", "2024-09-01T08:00");

        Assert.Equal((Received.At("2024-08-05T09:30"), Received.At("2024-08-20T09:30")), (report.First!.Value.SubmittedAt, report.Standing!.Value.SubmittedAt));
    }

    [Fact]
    public void A_revision_that_was_returned_is_told_although_the_report_before_it_stands()
    {
        var report = Of($"{Tts} 2024-08-05T09:30;!{Tts} 2024-08-12T09:30", "2024-09-01T08:00");

        Assert.Equal(Received.At("2024-08-12T09:30"), report.Returned!.Submission.SubmittedAt);
        Assert.False(report.IsMissing);
    }

    [Fact]
    public void Every_region_and_holder_is_due_once_whatever_has_come()
    {
        var reference = ReferenceData.Read(ReferenceFiles.Shipped.Replacing(
            "indikator.csv",
            "% Perusahaan yang Melaksanakan Norma Kerja,%,Proporsi,Naik,2,KAB,",
            "% Perusahaan yang Melaksanakan Norma Kerja,%,Proporsi,Naik,2,WAS,"));

        var due = DueReport.For(reference, July, Received.Of($"{Tts} 2024-08-05T09:30"), Received.At("2024-08-12T08:00")).ToList();

        Assert.Equal(44, due.Count);
        Assert.Equal([ReportStatus.Sudah], due.Where(report => report.Key.ToString().Contains("53.02", StringComparison.Ordinal) && report.Key.Holder.Value == "KAB").Select(report => report.Status));
        Assert.Equal(43, due.Count(report => report.Status == ReportStatus.Belum));
    }

    private static DueReport Of(string received, string now) => DueReport
        .For(ReferenceData.Shipped, July, Received.Of(received.Split(';', StringSplitOptions.RemoveEmptyEntries)), Received.At(now))
        .Single(report => report.Key.Region == RegionCode.Parse("53.02"));
}
