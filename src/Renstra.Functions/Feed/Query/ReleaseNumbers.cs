using Renstra.Transform.Calendar;

namespace Renstra.Functions.Feed.Query;

/// <summary>Which release of each month was in force at one moment, so that a walk over many pages never mixes releases.</summary>
/// <param name="First">The first month.</param>
/// <param name="Numbers">The number of the release (<c>PenetapanKe</c>) of it and of each following month; 0 for a month without one.</param>
internal sealed record ReleaseNumbers(ReportingMonth First, IReadOnlyList<int> Numbers)
{
    /// <summary>The release in force in a month; null when it had none.</summary>
    public int? Of(ReportingMonth month) =>
        month.MonthsAfter(First) is var index && index >= 0 && index < Numbers.Count && Numbers[index] > 0 ? Numbers[index] : null;
}
