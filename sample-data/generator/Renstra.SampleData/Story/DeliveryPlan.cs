using System.Globalization;
using Renstra.SampleData.Anchors;
using Renstra.SampleData.Figures;
using Renstra.SampleData.Writing.Styles;
using Renstra.Transform.Calendar;
using Renstra.Transform.Regions;

namespace Renstra.SampleData.Story;

/// <summary>All files of the year in the order in which they were sent.</summary>
internal static class DeliveryPlan
{
    public static IReadOnlyList<Delivery> Make(IReadOnlyList<Office> offices, SampleYear year, Region province)
    {
        var deliveries =
            from office in offices
            from month in ReportingMonth.Range(new ReportingMonth(SampleYear.Year, 1), new ReportingMonth(SampleYear.Year, 12))
            from episode in Story2024.Find(office.Region.Code.Value, month.Month) ?? [InTime(office, month)]
            let figures = episode.Wrote(year.Of(office.Region.Code, month))
            select new Delivery(
                office,
                month,
                episode.Moment,
                episode.IsFromProvince ? province.FolderName : office.Region.FolderName,
                $"{office.FileNameOf(month)}{episode.Suffix}{HouseStyle.Of(office).Ending}",
                figures,
                [.. Enumerable.Range(1, month.Month - 1).Select(earlier => year.Of(office.Region.Code, new ReportingMonth(SampleYear.Year, earlier)))],
                year.Breakdowns.Of(office, month, figures),
                episode);
        return [.. deliveries.OrderBy(delivery => delivery.SentAt).ThenBy(delivery => delivery.Office.Region.Code)];
    }

    private static Episode InTime(Office office, ReportingMonth month)
    {
        var due = month.AddMonths(1);

        // The reports about March 2024 were due on the day of Lebaran: offices sent them before the holidays.
        var last = due.Month == 4 ? 5 : 9;
        var usual = Chance.Between(2.5m, 7.5m, "hari kirim", office.Region.Code);
        var day = (int)Math.Clamp(usual + Chance.Between(-2.5m, 2.5m, "hari kirim", office.Region.Code, month), 2, last);
        var date = Workday(new DateOnly(due.Year, due.Month, day));
        var time = new TimeOnly(
            Chance.Whole(8, 15, "jam kirim", office.Region.Code, month),
            Chance.Whole(0, 59, "menit kirim", office.Region.Code, month));
        return new Episode(date.ToDateTime(time).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), "Tepat waktu");
    }

    private static DateOnly Workday(DateOnly date) => date.DayOfWeek switch
    {
        DayOfWeek.Saturday => date.AddDays(date.Day > 2 ? -1 : 2),
        DayOfWeek.Sunday => date.AddDays(1),
        _ => date,
    };
}
