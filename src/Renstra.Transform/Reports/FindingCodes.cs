namespace Renstra.Transform.Reports;

/// <summary>
/// The stable codes of findings. B: the file (<i>berkas</i>); I: identity; T: table; N: numbers (<i>nilai</i>). A code is never
/// reused with another meaning. Their severities are reference data (<c>aturan.csv</c>), their texts are in
/// <see cref="FindingTexts"/>.
/// </summary>
public static class FindingCodes
{
    /// <summary>No region is named.</summary>
    public const string RegionMissing = "I01";

    /// <summary>The region named is not one of the province's.</summary>
    public const string RegionUnknown = "I02";

    /// <summary>No month is named.</summary>
    public const string MonthMissing = "I03";

    /// <summary>The month named is not a month, or lies outside the months that can be reported.</summary>
    public const string MonthWrong = "I04";

    /// <summary>The folder belongs to one region, the workbook names another.</summary>
    public const string RegionContradiction = "I05";

    /// <summary>No table of indicators was found.</summary>
    public const string TableMissing = "T01";

    /// <summary>An indicator that the region has to report has no row.</summary>
    public const string IndicatorMissing = "T02";

    /// <summary>The same indicator stands twice.</summary>
    public const string IndicatorTwice = "T03";

    /// <summary>An indicator that does not apply to the region has figures.</summary>
    public const string IndicatorNotApplicable = "T04";

    /// <summary>An indicator that another holder reports has figures.</summary>
    public const string IndicatorOfOtherHolder = "T05";

    /// <summary>A cell for a count holds something that is not a number.</summary>
    public const string NotANumber = "N01";

    /// <summary>A count has decimals.</summary>
    public const string NotWhole = "N02";

    /// <summary>A count is below 0.</summary>
    public const string Negative = "N03";

    /// <summary>The numerator is over the denominator.</summary>
    public const string NumeratorOverDenominator = "N04";

    /// <summary>The denominator is 0 and the numerator is not.</summary>
    public const string DenominatorZero = "N05";

    /// <summary>One component of an indicator is filled in, the other is blank.</summary>
    public const string HalfFilled = "N06";

    /// <summary>An indicator's cells are blank: not reported, which is not 0.</summary>
    public const string NotReported = "N07";

    /// <summary>Every code, in order.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        RegionMissing, RegionUnknown, MonthMissing, MonthWrong, RegionContradiction,
        TableMissing, IndicatorMissing, IndicatorTwice, IndicatorNotApplicable, IndicatorOfOtherHolder,
        NotANumber, NotWhole, Negative, NumeratorOverDenominator, DenominatorZero, HalfFilled, NotReported,
    ];
}
