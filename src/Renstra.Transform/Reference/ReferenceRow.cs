using System.Globalization;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Regions;

namespace Renstra.Transform.Reference;

/// <summary>
/// One row of a reference file. A field that does not hold what it should is reported and read as a default; the row is then
/// dropped by <see cref="ReferenceTable.Select"/>.
/// </summary>
internal sealed class ReferenceRow(string file, int line, IReadOnlyDictionary<string, string> fields, List<ReferenceProblem> problems)
{
    public int Line => line;

    public string Optional(string column) => fields.GetValueOrDefault(column, "");

    public string Required(string column)
    {
        var text = Optional(column);
        if (text.Length == 0 && fields.ContainsKey(column))
        {
            Report($"{column} is empty");
        }

        return text;
    }

    public IReadOnlyList<string> List(string column) => Optional(column).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IndicatorCode Indicator(string column) =>
        Parsed<IndicatorCode>(column, IndicatorCode.TryParse, "an indicator code such as IKU-1");

    public IndicatorCode? OptionalIndicator(string column) => Optional(column).Length == 0 ? null : Indicator(column);

    public RegionCode Region(string column) => Parsed<RegionCode>(column, RegionCode.TryParse, "a region code such as 53.02");

    public DataHolder Holder(string column) => Parsed<DataHolder>(column, DataHolder.TryParse, "a data holder such as KAB");

    public ReportingMonth Month(string column) => Parsed<ReportingMonth>(column, ReportingMonth.TryParse, "a month such as 2024-07");

    public decimal Number(string column) => Parsed<decimal>(
        column,
        static (string? text, out decimal value) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value),
        "a number such as 12.40");

    public int Whole(string column, int least, int most) => Parsed<int>(
        column,
        (string? text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most,
        string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));

    public TEnum OneOf<TEnum>(string column)
        where TEnum : struct, Enum => Parsed<TEnum>(
            column,
            static (string? text, out TEnum value) => Enum.TryParse(text, out value) && Enum.GetName(value) == text,
            $"one of {string.Join(", ", Enum.GetNames<TEnum>())}");

    public void Report(string text) => problems.Add(new ReferenceProblem(file, line, text));

    private delegate bool TryParse<T>(string? text, out T value);

    private T Parsed<T>(string column, TryParse<T> tryParse, string expected)
    {
        var text = Required(column);
        if (!tryParse(text, out var value) && text.Length > 0)
        {
            Report($"{column} is '{text}', which is not {expected}");
        }

        return value;
    }
}
