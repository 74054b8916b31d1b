using System.Globalization;

namespace Renstra.Transform.Calendar;

/// <summary>
/// Central Indonesian time (<c>WITA</c>), UTC+8 all year: the clock of every office in Nusa Tenggara Timur.
/// Instants are kept in UTC; deadlines, and whatever an end user reads, are in WITA.
/// </summary>
public static class Wita
{
    /// <summary>WITA's distance from UTC; there is no daylight saving time.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The same instant on a WITA clock.</summary>
    public static DateTimeOffset From(DateTimeOffset instant) => instant.ToOffset(Offset);

    /// <summary>The calendar month in WITA in which an instant lies.</summary>
    public static ReportingMonth MonthOf(DateTimeOffset instant) => ReportingMonth.Of(DateOnly.FromDateTime(From(instant).DateTime));

    /// <summary>The instant at which a day's wall clock in WITA shows a time.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day.ToDateTime(time), Offset);

    /// <summary>As an official writes a moment: <c>5 Agustus 2024 pukul 09.30 WITA</c>.</summary>
    public static string Write(DateTimeOffset instant)
    {
        var local = From(instant);
        var time = local.ToString("HH.mm", CultureInfo.InvariantCulture);
        return $"{WriteDay(DateOnly.FromDateTime(local.DateTime))} pukul {time} WITA";
    }

    /// <summary>As an official writes a day: <c>5 Agustus 2024</c>.</summary>
    public static string WriteDay(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day} {ReportingMonth.NameOf(day.Month)} {day.Year}");
}
