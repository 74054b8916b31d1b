using Renstra.Transform.Calendar;

namespace Renstra.Transform.Performance;

/// <summary>An indicator's components as they stand in the year to date.</summary>
/// <param name="Numerator">In the component's unit.</param>
/// <param name="Denominator">In the component's unit; of a growth, the numerator of a year ago; null for a value.</param>
/// <param name="DataMonth">
/// The month the amounts speak of: the latest that is in a sum, or the one that a value was carried from. Where numerator and
/// denominator differ, the earlier one, so that an amount never looks fresher than its stalest part.
/// </param>
/// <param name="HasGaps">Whether a month of the year to date, from the first month reported at all, is missing from it.</param>
/// <param name="ChangedAt">When the latest of the submissions that are in it was handed in, UTC.</param>
internal sealed record Amounts(decimal Numerator, decimal? Denominator, ReportingMonth DataMonth, bool HasGaps, DateTimeOffset ChangedAt);
