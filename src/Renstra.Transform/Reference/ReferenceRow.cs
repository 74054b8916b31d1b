using System.Globalization;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Reference;

/// <summary>
/// One row of a reference file. A field that does not hold what it should is reported and read as a default; the row is then
/// faulty, and <see cref="ReferenceTable.Select"/> drops it.
/// </summary>
internal sealed class ReferenceRow(string file, int line, IReadOnlyDictionary<string, string> fields, ReferenceProblems problems)
{
    private const int FirstPossibleYear = 2018;
    private const int LastPossibleYear = 2100;

    private delegate bool TryParse<T>(string? text, out T value);

    public int Line => line;

    /// <summary>Whether anything was found wrong in the row.</summary>
    public bool IsFaulty { get; private set; }

    public string Optional(string column) => fields[column];

    public string Required(string column)
    {
        var text = Optional(column);
        if (text.Length == 0)
        {
            Report($"{column} is empty");
        }

        return text;
    }

    public void Empty(string column)
    {
        if (!IsBlank(column))
        {
            Report($"{column} must be empty here");
        }
    }

    public IReadOnlyList<string> List(string column) => Optional(column).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IndicatorCode Indicator(string column) =>
        Parsed<IndicatorCode>(column, IndicatorCode.TryParse, "an indicator code such as IKU-1");

    public IndicatorCode? OptionalIndicator(string column) => IsBlank(column) ? null : Indicator(column);

    public RegionCode Region(string column) => Parsed<RegionCode>(column, RegionCode.TryParse, "a region code such as 53.02");

    public RegionCode? OptionalRegion(string column) => IsBlank(column) ? null : Region(column);

    public DataHolder Holder(string column) => Parsed<DataHolder>(column, DataHolder.TryParse, "a data holder such as KAB");

    public ReportingMonth Month(string column) => Parsed<ReportingMonth>(column, ReportingMonth.TryParse, "a month such as 2024-07");

    public DateOnly Day(string column) => Parsed<DateOnly>(
        column,
        static (string? text, out DateOnly value) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value),
        "a day such as 2024-08-12");

    public TimeOnly Time(string column) => Parsed<TimeOnly>(
        column,
        static (string? text, out TimeOnly value) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out value),
        "a time such as 06:00");

    public SubmissionId Submission(string column) =>
        Parsed<SubmissionId>(column, SubmissionId.TryParse, "a submission such as 20240805013000000-0123456789ab");

    public decimal Number(string column) => Parsed<decimal>(
        column,
        static (string? text, out decimal value) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value),
        "a number such as 12.40");

    public decimal? OptionalNumber(string column) => IsBlank(column) ? null : Number(column);

    public int Whole(string column, int least, int most) => Parsed<int>(
        column,
        (string? text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most,
        string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));

    public int? OptionalWhole(string column, int least, int most) => IsBlank(column) ? null : Whole(column, least, most);

    public int Year(string column) => Whole(column, FirstPossibleYear, LastPossibleYear);

    /// <summary>The years from TahunAwal through TahunAkhir.</summary>
    public (int FirstYear, int LastYear) Years()
    {
        var (first, last) = (Year("TahunAwal"), Year("TahunAkhir"));
        if (first > 0 && last > 0 && last < first)
        {
            Report("TahunAkhir is before TahunAwal");
        }

        return (first, last);
    }

    public TEnum OneOf<TEnum>(string column)
        where TEnum : struct, Enum => Parsed<TEnum>(
            column,
            static (string? text, out TEnum value) => Enum.TryParse(text, out value) && Enum.GetName(value) == text,
            $"one of {string.Join(", ", Enum.GetNames<TEnum>())}");

    public void Report(string text)
    {
        IsFaulty = true;
        problems.Add(file, line, text);
    }

    /// <summary>Drops the row without a word: what it depends on is faulty, and reported where it stands.</summary>
    public void Discard() => IsFaulty = true;

    private bool IsBlank(string column) => Optional(column).Length == 0;

    private T Parsed<T>(string column, TryParse<T> tryParse, string expected)
    {
        var text = Required(column);
        if (!tryParse(text, out var value) && text.Length > 0)
        {
            Report($"{column} is '{text}', which is not {expected}");
            return default!;
        }

        return value;
    }
}
