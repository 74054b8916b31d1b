namespace Renstra.Transform.Calendar;

/// <summary>The parts of a year that the office reports about besides months.</summary>
public enum PeriodKind
{
    /// <summary>A half-year: January through June, or July through December.</summary>
    Semester,

    /// <summary>A quarter, the first from January through March.</summary>
    Triwulan,
}
