using System.Globalization;
using System.Text;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;

namespace Renstra.Transform.Chasing;

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
