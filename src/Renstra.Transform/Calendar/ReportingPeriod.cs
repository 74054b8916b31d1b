using System.Globalization;

namespace Renstra.Transform.Calendar;

/// <summary>A quarter or half-year of a calendar year, written <c>2024-T3</c> (<c>Triwulan III</c>) or <c>2024-S2</c> (<c>Semester II</c>).</summary>
public readonly record struct ReportingPeriod
{
    private static readonly string[] RomanNumerals = ["I", "II", "III", "IV"];

    private ReportingPeriod(PeriodKind kind, ReportingMonth firstMonth) => (Kind, FirstMonth) = (kind, firstMonth);

    /// <summary>Quarter or half-year.</summary>
    public PeriodKind Kind { get; }

    /// <summary>Its first month.</summary>
    public ReportingMonth FirstMonth { get; }

    /// <summary>Its last month.</summary>
    public ReportingMonth LastMonth => FirstMonth.AddMonths(LengthOf(Kind) - 1);

    /// <summary>1 to 4 for a quarter, 1 or 2 for a half-year.</summary>
    public int Number => ((FirstMonth.Month - 1) / LengthOf(Kind)) + 1;

    /// <summary>As an Indonesian official writes it: <c>Triwulan III 2024</c>.</summary>
    public string IndonesianName => string.Create(CultureInfo.InvariantCulture, $"{Kind} {RomanNumerals[Number - 1]} {FirstMonth.Year}");

    /// <summary>The period of a kind that a month lies in.</summary>
    public static ReportingPeriod Of(PeriodKind kind, ReportingMonth month) => new(kind, month.AddMonths(-((month.Month - 1) % LengthOf(kind))));

    /// <summary>The periods, of either kind, that any month of a range lies in: ascending by last month, then the half-year before the quarter.</summary>
    public static IEnumerable<ReportingPeriod> Covering(ReportingMonth first, ReportingMonth last) => ReportingMonth.Range(first, last)
        .SelectMany(month => Enum.GetValues<PeriodKind>().Select(kind => Of(kind, month)))
        .Distinct()
        .OrderBy(period => period.LastMonth)
        .ThenBy(period => period.Kind);

    /// <summary>The period as <c>2024-T3</c> or <c>2024-S2</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{FirstMonth.Year:0000}-{(Kind == PeriodKind.Triwulan ? 'T' : 'S')}{Number}");

    private static int LengthOf(PeriodKind kind) => kind == PeriodKind.Triwulan ? 3 : 6;
}

/// <summary>The parts of a year that the office reports about besides months.</summary>
public enum PeriodKind
{
    /// <summary>A half-year: January through June, or July through December.</summary>
    Semester,

    /// <summary>A quarter, the first from January through March.</summary>
    Triwulan,
}
