using System.Globalization;
using System.Text;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;

namespace Renstra.Transform.Chasing;

/// <summary>What one office is reminded of.</summary>
/// <param name="Region">The office: a kabupaten or kota, or the province for what its own units report.</param>
/// <param name="Reports">The reports that it owes, the earliest month first.</param>
/// <param name="Text">What it is told.</param>
public sealed record Reminder(RegionCode Region, IReadOnlyList<DueReport> Reports, string Text)
{
    /// <summary>The reminders for a month, one for each office that owes a report of that month or of one before it.</summary>
    /// <param name="reference">Says who reports what.</param>
    /// <param name="month">The reporting month.</param>
    /// <param name="reports">What is due for the month and for months before it.</param>
    /// <param name="today">Today (WITA).</param>
    public static IReadOnlyList<Reminder> For(ReferenceData reference, ReportingMonth month, IEnumerable<DueReport> reports, DateOnly today)
    {
        var offices =
            from report in reports
            where report.IsMissing && (report.Key.Month == month || report.DaysLate > 0)
            orderby report.Key.Month, report.Key.Region, report.Key.Holder
            group report by OfficeOf(reference, report) into office
            orderby office.Key
            select office;
        return [.. offices.Select(office => new Reminder(office.Key, [.. office], ReminderTexts.Write(reference, office.Key, [.. office], today)))];
    }

    /// <summary>A kabupaten or kota reports for itself; every other holder is a unit of the province.</summary>
    private static RegionCode OfficeOf(ReferenceData reference, DueReport report) =>
        report.Key.Holder == DataHolder.Region ? report.Key.Region : reference.Regions.Province.Code;
}

/// <summary>What a reminder says, in Indonesian, together so that it can be read and improved as one text. Plain text, to be passed on by any means.</summary>
internal static class ReminderTexts
{
    public static string Write(ReferenceData reference, RegionCode office, IReadOnlyList<DueReport> reports, DateOnly today)
    {
        var region = reference.Regions.All.Single(each => each.Code == office);
        var text = new StringBuilder();
        text.AppendLine("Yth. Bapak/Ibu petugas laporan indikator kinerja").AppendLine(region.FullName).AppendLine();
        text.AppendLine("Perihal: Pengingat laporan indikator kinerja").AppendLine();
        text.AppendLine("Laporan berikut belum tercatat di tempat kami:");
        foreach (var report in reports)
        {
            text.Append("- ").Append(Subject(reference, report)).Append(", ").Append(Deadline(report, today)).AppendLine(".");
            if (report.Returned is { } returned)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  Berkas “{returned.FileName}” yang dikirim pada {Wita.Write(returned.Submission.SubmittedAt)} dikembalikan karena ada yang perlu diperbaiki.");
            }
        }

        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"Mohon simpan formulir yang sudah diisi di folder bersama “{region.FolderName}”. Bila laporan baru saja dikirim, mohon abaikan pengingat ini; bila dikembalikan, sebabnya tertulis pada tanda terimanya di subfolder “hasil”.");
        return text.AppendLine().AppendLine("Terima kasih atas kerja sama Bapak/Ibu.").AppendLine(Forms.FormTexts.Office).ToString().ReplaceLineEndings("\n");
    }

    private static string Subject(ReferenceData reference, DueReport report)
    {
        var month = $"Bulan {report.Key.Month.IndonesianName}";
        return report.Key.Holder == DataHolder.Region
            ? month
            : $"{month}, {reference.Regions.All.Single(each => each.Code == report.Key.Region).FullName}, pemegang data {report.Key.Holder}";
    }

    private static string Deadline(DueReport report, DateOnly today) => report.DaysLate > 0
        ? string.Create(CultureInfo.InvariantCulture, $"batas waktunya {Wita.WriteDay(report.DueOn)}, sudah lewat {report.DaysLate} hari")
        : $"paling lambat {Wita.WriteDay(report.DueOn)} pukul 24.00 WITA ({DaysLeft(report.DueOn.DayNumber - today.DayNumber)})";

    private static string DaysLeft(int days) => days switch
    {
        0 => "hari ini",
        1 => "besok",
        _ => string.Create(CultureInfo.InvariantCulture, $"{days} hari lagi"),
    };
}
