using Renstra.Testing;
using Renstra.Transform.Calendar;
using Renstra.Transform.Chasing;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Tests.Reference;

namespace Renstra.Transform.Tests.Chasing;

public sealed class ReminderTests
{
    private static readonly ReportingMonth July = ReportingMonth.Parse("2024-07");

    [Fact]
    public void Who_has_reported_everything_is_left_in_peace()
    {
        var received = ReferenceData.Shipped.Regions.Reporting.Where(region => region.Code.Value != "53.05")
            .SelectMany(region => new[] { "2024-05", "2024-06", "2024-07" }.Select(month => $"{region.Code} KAB {month} 2024-08-01T09:30"));

        var reminders = Of(ReferenceData.Shipped, "2024-08-05", received);

        Assert.Equal(("53.05", 3), (Assert.Single(reminders).Region.Value, reminders[0].Reports.Count));
    }

    [Fact]
    public void A_revision_that_was_returned_is_no_reason_to_remind()
    {
        var received = ReferenceData.Shipped.Regions.Reporting
            .SelectMany(region => new[] { "2024-05", "2024-06", "2024-07" }.Select(month => $"{region.Code} KAB {month} 2024-08-01T09:30"))
            .Append("!53.05 KAB 2024-07 2024-08-02T09:30");

        Assert.Empty(Of(ReferenceData.Shipped, "2024-08-05", received));
    }

    [Fact]
    public void What_a_unit_of_the_province_owes_is_told_to_the_province()
    {
        var reference = ReferenceData.Read(ReferenceFiles.Shipped.Replacing(
            "indikator.csv",
            "% Perusahaan yang Melaksanakan Norma Kerja,%,Proporsi,Naik,2,KAB,",
            "% Perusahaan yang Melaksanakan Norma Kerja,%,Proporsi,Naik,2,WAS,"));

        var reminders = Of(reference, "2024-08-05", []);

        Assert.Equal(23, reminders.Count);
        Assert.All(reminders[0].Reports, report => Assert.Equal(DataHolder.Parse("WAS"), report.Key.Holder));
        Assert.Equal("53", reminders[0].Region.Value);
        Assert.Contains("- Bulan Juli 2024, Kabupaten Alor, pemegang data WAS, paling lambat 10 Agustus 2024", reminders[0].Text, StringComparison.Ordinal);
    }

    /// <summary>The texts as offices get them: nothing sent, on the day itself, a file returned, months long overdue.</summary>
    [Theory]
    [InlineData("pengingat-awal", "2024-08-05", "53.02 KAB 2024-05 2024-06-05T09:30;53.02 KAB 2024-06 2024-07-05T09:30")]
    [InlineData("pengingat-hari-terakhir", "2024-08-10", "53.02 KAB 2024-05 2024-06-05T09:30;53.02 KAB 2024-06 2024-07-05T09:30;!53.02 KAB 2024-07 2024-08-03T14:05")]
    [InlineData("pengingat-tunggakan", "2024-08-08", "53.02 KAB 2024-07 2024-08-03T14:05;!53.02 KAB 2024-06 2024-07-03T14:05")]
    public void The_text_is_polite_says_what_is_missing_until_when_and_what_to_do(string name, string today, string received)
    {
        var text = Of(ReferenceData.Shipped, today, received.Split(';')).Single(reminder => reminder.Region == RegionCode.Parse("53.02")).Text;

        Assert.Equal(GoldenFile.Read($"tests/Renstra.Transform.Tests/Chasing/{name}.txt", text), text);
    }

    private static IReadOnlyList<Reminder> Of(ReferenceData reference, string today, IEnumerable<string> received)
    {
        var now = Received.At($"{today}T07:00");
        var reports = Received.Of(received);
        var due = ReportingMonth.Range(ReportingMonth.Parse("2024-05"), July).SelectMany(month => DueReport.For(reference, month, reports, now));
        return Reminder.For(reference, July, due, DateOnly.FromDateTime(now.DateTime));
    }
}
