using System.Globalization;

namespace Renstra.Transform.Calendar;

/// <summary>
/// A calendar month that offices report about (<c>Bulan</c>), written <c>yyyy-MM</c>. A month 13 cannot be made; the default is
/// January of the year 1, as it is for <see cref="DateOnly"/>.
/// </summary>
public readonly record struct ReportingMonth : IComparable<ReportingMonth>
{
    private static readonly string[] IndonesianNames =
    [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni",
        "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ];

    private const int LastOrdinal = (9999 * 12) - 1;

    // Months since January of the year 1, so that the default value is a month as well.
    private readonly int _ordinal;

    /// <summary>The month of a year.</summary>
    /// <param name="year">1 to 9999.</param>
    /// <param name="month">1 (January) to 12 (December).</param>
    /// <exception cref="ArgumentOutOfRangeException">Either part is out of its range.</exception>
    public ReportingMonth(int year, int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        _ordinal = ((year - 1) * 12) + month - 1;
    }

    private ReportingMonth(int ordinal) => _ordinal = ordinal;

    /// <summary>The calendar year.</summary>
    public int Year => (_ordinal / 12) + 1;

    /// <summary>1 (January) to 12 (December).</summary>
    public int Month => (_ordinal % 12) + 1;

    /// <summary>1 (January through March) to 4: <c>triwulan</c>.</summary>
    public int Quarter => ((Month - 1) / 3) + 1;

    /// <summary>The first day of the month; in the feed a month is written as this date.</summary>
    public DateOnly FirstDay => new(Year, Month, 1);

    /// <summary>January of the same year.</summary>
    public ReportingMonth FirstOfYear => new(Year, 1);

    /// <summary>As an Indonesian official writes it: <c>Juli 2024</c>.</summary>
    public string IndonesianName => $"{NameOf(Month)} {Year.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The Indonesian name of a month of the year, such as <c>Agustus</c>.</summary>
    /// <param name="month">1 to 12.</param>
    public static string NameOf(int month) => IndonesianNames[month - 1];

    /// <summary>The month that a day lies in.</summary>
    public static ReportingMonth Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>All months from <paramref name="first"/> through <paramref name="last"/>, ascending; none when they are reversed.</summary>
    public static IEnumerable<ReportingMonth> Range(ReportingMonth first, ReportingMonth last)
    {
        for (var ordinal = first._ordinal; ordinal <= last._ordinal; ordinal++)
        {
            yield return new ReportingMonth(ordinal);
        }
    }

    /// <summary>Reads <c>yyyy-MM</c>.</summary>
    /// <exception cref="FormatException">The text is not of that form, or names no month.</exception>
    public static ReportingMonth Parse(string text) =>
        TryParse(text, out var month) ? month : throw new FormatException($"'{text}' is not a month; write it as yyyy-MM.");

    /// <summary>Reads <c>yyyy-MM</c>; false for anything else.</summary>
    public static bool TryParse(string? text, out ReportingMonth month)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            month = Of(day);
            return true;
        }

        month = default;
        return false;
    }

    /// <summary>The month so many months later, or earlier when negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The month would lie outside the years 1 to 9999.</exception>
    public ReportingMonth AddMonths(int months)
    {
        var ordinal = (long)_ordinal + months;
        ArgumentOutOfRangeException.ThrowIfNegative(ordinal, nameof(months));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ordinal, LastOrdinal, nameof(months));
        return new ReportingMonth((int)ordinal);
    }

    /// <summary>How many months lie between: positive when this month is the later one.</summary>
    public int MonthsAfter(ReportingMonth other) => _ordinal - other._ordinal;

    /// <inheritdoc/>
    public int CompareTo(ReportingMonth other) => _ordinal.CompareTo(other._ordinal);

    /// <summary>The month as <c>yyyy-MM</c>.</summary>
    public override string ToString() => FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>Earlier than.</summary>
    public static bool operator <(ReportingMonth left, ReportingMonth right) => left._ordinal < right._ordinal;

    /// <summary>Later than.</summary>
    public static bool operator >(ReportingMonth left, ReportingMonth right) => left._ordinal > right._ordinal;

    /// <summary>Earlier than or the same.</summary>
    public static bool operator <=(ReportingMonth left, ReportingMonth right) => left._ordinal <= right._ordinal;

    /// <summary>Later than or the same.</summary>
    public static bool operator >=(ReportingMonth left, ReportingMonth right) => left._ordinal >= right._ordinal;
}
