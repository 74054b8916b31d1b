namespace Renstra.Transform.Reports;

/// <summary>
/// The stable codes of findings. B: the file (<i>berkas</i>); I: identity; T: table; N: numbers (<i>nilai</i>); R: breakdowns (<i>rincian</i>). A code is never
/// reused with another meaning. Their severities are reference data (<c>aturan.csv</c>), their texts are in
/// <c>FindingTexts</c>.
/// </summary>
public static class FindingCodes
{
    /// <summary>The file is empty.</summary>
    public const string FileEmpty = "B01";

    /// <summary>The file has more bytes than are read.</summary>
    public const string FileTooLarge = "B02";

    /// <summary>The file opens only with a password.</summary>
    public const string FilePasswordProtected = "B03";

    /// <summary>The file is damaged or cut short.</summary>
    public const string FileCorrupt = "B04";

    /// <summary>The file expands to more bytes than are read.</summary>
    public const string FileTooLargeUncompressed = "B05";

    /// <summary>The file has more sheets than are read.</summary>
    public const string FileTooManySheets = "B06";

    /// <summary>A sheet has more rows than are read.</summary>
    public const string FileTooManyRows = "B07";

    /// <summary>A sheet has more columns than are read.</summary>
    public const string FileTooManyColumns = "B08";

    /// <summary>The file has more filled cells than are read.</summary>
    public const string FileTooManyCells = "B09";

    /// <summary>The file has more text than is read.</summary>
    public const string FileTooMuchText = "B10";

    /// <summary>A PDF, often a scan.</summary>
    public const string FilePdf = "B11";

    /// <summary>A picture.</summary>
    public const string FileImage = "B12";

    /// <summary>A text document.</summary>
    public const string FileWordDocument = "B13";

    /// <summary>A presentation.</summary>
    public const string FilePresentation = "B14";

    /// <summary>An OpenDocument file that is no spreadsheet: a drawing, a chart, a database.</summary>
    public const string FileOpenDocument = "B15";

    /// <summary>A web page whose table cannot be read.</summary>
    public const string FileHtml = "B16";

    /// <summary>An archive.</summary>
    public const string FileArchive = "B17";

    /// <summary>Content of no known kind.</summary>
    public const string FileUnknown = "B18";

    /// <summary>The owner file that Office keeps beside an open document.</summary>
    public const string FileOfficeLock = "B19";

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

    /// <summary>Two places in the file, or the file and its name, name different months.</summary>
    public const string MonthContradiction = "I06";

    /// <summary>The region named could be two: a bare "Kupang", or a code that the two systems give to different regions.</summary>
    public const string RegionAmbiguous = "I07";

    /// <summary>Two places in the file, or the file and its name, name different regions.</summary>
    public const string RegionsDisagree = "I08";

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

    /// <summary>A row with numbers is about no known indicator and is not read.</summary>
    public const string RowUnknown = "T06";

    /// <summary>A row's name is like several indicators' and clearly none's.</summary>
    public const string IndicatorUnclear = "T07";

    /// <summary>Two cells could be the amount of one component.</summary>
    public const string AmountTwice = "T08";

    /// <summary>A row's code and its name belong to different indicators.</summary>
    public const string CodeAndNameDisagree = "T09";

    /// <summary>The numbers are about another period than the one asked for.</summary>
    public const string WrongPeriod = "T10";

    /// <summary>The month's number and the cumulative number beside it cannot both be right.</summary>
    public const string CumulativeDisagrees = "T11";

    /// <summary>A stock has different numbers for the month and to date, and neither is called its state at the month's end.</summary>
    public const string PositionUnclear = "T12";

    /// <summary>Numbers were read from a hidden row or column.</summary>
    public const string HiddenCellsRead = "T13";

    /// <summary>A sheet with a table was not read: it is hidden, or called instructions.</summary>
    public const string HiddenSheetIgnored = "T14";

    /// <summary>The file has columns for several months and says itself which one it reports; the others were not read.</summary>
    public const string OtherMonthsNotRead = "T15";

    /// <summary>An indicator was known by a name cut short, which its number or its place in the table confirms.</summary>
    public const string NameAbbreviated = "T16";

    /// <summary>A heading or a note says that numbers are in thousands or millions.</summary>
    public const string NumbersScaled = "T17";

    /// <summary>A table whose title calls it targets, or an example, was not read.</summary>
    public const string TargetsIgnored = "T18";

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

    /// <summary>Not one indicator of the report is filled in.</summary>
    public const string NothingReported = "N08";

    /// <summary>A number that is one thing in Indonesian notation and another in English, such as <c>1,234</c>.</summary>
    public const string AmbiguousNumber = "N09";

    /// <summary>A date where a number belongs.</summary>
    public const string DateInsteadOfNumber = "N10";

    /// <summary>An error value such as <c>#DIV/0!</c>.</summary>
    public const string CellError = "N11";

    /// <summary>A formula whose result was not saved.</summary>
    public const string FormulaWithoutValue = "N12";

    /// <summary>A sign or word such as <c>-</c> was read as not reported, which is not 0.</summary>
    public const string MarkedAsMissing = "N13";

    /// <summary>A percentage where a count belongs.</summary>
    public const string Percentage = "N14";

    /// <summary>A number too large to be true.</summary>
    public const string TooLarge = "N15";

    /// <summary>Every denominator is 100, as if percentages had been typed.</summary>
    public const string DenominatorsOfHundred = "N16";

    /// <summary>The parts of a breakdown do not add up to their component.</summary>
    public const string PartsDoNotAddUp = "R01";

    /// <summary>Some of what a component counts is more than all of it.</summary>
    public const string PartsOverTotal = "R02";

    /// <summary>Of the parts that together are the component some are filled in and others blank.</summary>
    public const string BreakdownIncomplete = "R03";

    /// <summary>A breakdown is filled in, what it breaks down is not.</summary>
    public const string BreakdownWithoutTotal = "R04";

    /// <summary>A part is filled in, but of which component is not clear, or it is no part of that one; it is not read.</summary>
    public const string PartUnplaced = "R05";

    /// <summary>Every code, in order.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        FileEmpty, FileTooLarge, FilePasswordProtected, FileCorrupt, FileTooLargeUncompressed, FileTooManySheets, FileTooManyRows,
        FileTooManyColumns, FileTooManyCells, FileTooMuchText, FilePdf, FileImage, FileWordDocument, FilePresentation,
        FileOpenDocument, FileHtml, FileArchive, FileUnknown, FileOfficeLock,
        RegionMissing, RegionUnknown, MonthMissing, MonthWrong, RegionContradiction, MonthContradiction, RegionAmbiguous, RegionsDisagree,
        TableMissing, IndicatorMissing, IndicatorTwice, IndicatorNotApplicable, IndicatorOfOtherHolder, RowUnknown, IndicatorUnclear,
        AmountTwice, CodeAndNameDisagree, WrongPeriod, CumulativeDisagrees, PositionUnclear, HiddenCellsRead, HiddenSheetIgnored,
        OtherMonthsNotRead, NameAbbreviated, NumbersScaled, TargetsIgnored,
        NotANumber, NotWhole, Negative, NumeratorOverDenominator, DenominatorZero, HalfFilled, NotReported, NothingReported,
        AmbiguousNumber, DateInsteadOfNumber, CellError, FormulaWithoutValue, MarkedAsMissing, Percentage, TooLarge, DenominatorsOfHundred,
        PartsDoNotAddUp, PartsOverTotal, BreakdownIncomplete, BreakdownWithoutTotal, PartUnplaced,
    ];
}
