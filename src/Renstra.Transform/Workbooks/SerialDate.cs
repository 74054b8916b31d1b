namespace Renstra.Transform.Workbooks;

/// <summary>The day numbers that spreadsheets keep dates as (ECMA-376 part 1, 18.17.4.1).</summary>
internal static class SerialDate
{
    /// <summary>Day 0 of the 1900 system; a time of day alone falls on it.</summary>
    public static readonly DateTime DayZero = new(1899, 12, 31);

    /// <summary>Between the two date systems lie four years and a day.</summary>
    private const decimal Days1904 = 1462;

    /// <summary>Safely beyond 31 December 9999 in either system.</summary>
    private const decimal MaxSerial = 3_000_000;

    private const long MillisecondsPerDay = 86_400_000;

    /// <summary>
    /// The date of a day number; false when it lies outside 31 December 1899 to 31 December 9999. The 1900 system counts a 29 February 1900
    /// that never was: day 60 is shown as 28 February, as no later day must move for it.
    /// </summary>
    public static bool TryGet(decimal serial, bool is1904, out DateTime date)
    {
        if (serial is < 0 or > MaxSerial)
        {
            date = default;
            return false;
        }

        var day = is1904 ? serial + Days1904 : serial;
        var milliseconds = (long)decimal.Round((day >= 60 ? day - 1 : day) * MillisecondsPerDay, MidpointRounding.AwayFromZero);
        var isThere = milliseconds <= (long)(DateTime.MaxValue - DayZero).TotalMilliseconds;
        date = isThere ? DayZero.AddMilliseconds(milliseconds) : default;
        return isThere;
    }

    /// <summary>The day number of a date in the 1900 system.</summary>
    public static decimal Of(DateTime date)
    {
        var days = (decimal)(date - DayZero).Ticks / TimeSpan.TicksPerDay;
        return days >= 60 ? days + 1 : days;
    }
}
