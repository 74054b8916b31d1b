namespace Renstra.Transform.Reading.Identities;

/// <summary>Several months that a text runs together: <c>s.d. Juli 2024</c>, <c>April–Juni</c>.</summary>
/// <param name="First">The first month, 1 to 12; null where only the last one is said.</param>
/// <param name="Last">The last month, with its year where the text has one.</param>
internal readonly record struct MonthSpan(int? First, MonthPart Last)
{
    /// <summary>Whether the span is the year so far: nobody says where that begins, or says January.</summary>
    public bool IsYearToDate => First is null or 1;
}
