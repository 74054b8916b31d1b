using Renstra.Transform.Calendar;

namespace Renstra.Transform.Reading.Identities;

/// <summary>What a text says of a month: its number, its year, or both.</summary>
/// <param name="Year">The calendar year; null when not said.</param>
/// <param name="Month">1 to 12; null when not said.</param>
internal readonly record struct MonthPart(int? Year, int? Month)
{
    /// <summary>The month, when both parts are there.</summary>
    public ReportingMonth? Whole => this is { Year: { } year, Month: { } month } ? new ReportingMonth(year, month) : null;

    /// <summary>Whether a month is one that this could mean.</summary>
    public bool Allows(ReportingMonth month) => (Year is null || Year == month.Year) && (Month is null || Month == month.Month);
}
