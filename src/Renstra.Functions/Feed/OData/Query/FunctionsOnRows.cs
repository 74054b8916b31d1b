namespace Renstra.Functions.Feed.OData.Query;

/// <summary>The canonical functions of OData 4.01 that the feed offers (URL Conventions, 5.1.1.5 to 5.1.1.9): of null each makes null.</summary>
internal static class FunctionsOnRows
{
    /// <exception cref="RefusedRequest">There is no such function here, or a parameter is of another type.</exception>
    public static Operand Call(string name, IReadOnlyList<Operand> parameters) => (name, parameters) switch
    {
        ("contains", [var text, var part]) => OfTexts(text, part, static (one, other) => one.Contains(other, StringComparison.Ordinal)),
        ("startswith", [var text, var part]) => OfTexts(text, part, static (one, other) => one.StartsWith(other, StringComparison.Ordinal)),
        ("endswith", [var text, var part]) => OfTexts(text, part, static (one, other) => one.EndsWith(other, StringComparison.Ordinal)),
        ("indexof", [var text, var part]) => OfTexts(text, part, static (one, other) => (long)one.IndexOf(other, StringComparison.Ordinal)),
        ("length", [var text]) => OfText(text, static value => (long)value.Length),
        ("tolower", [var text]) => OfText(text, static value => value.ToLowerInvariant()),
        ("toupper", [var text]) => OfText(text, static value => value.ToUpperInvariant()),
        ("trim", [var text]) => OfText(text, static value => value.Trim()),
        ("concat", [var text, var other]) => Concat(Text(text), Text(other)),
        ("substring", [var text, var start]) => Substring(Text(text), Whole(start), null),
        ("substring", [var text, var start, var length]) => Substring(Text(text), Whole(start), Whole(length)),
        ("year", [var day]) => OfDay(day, static value => value.Year, static value => value.Year),
        ("month", [var day]) => OfDay(day, static value => value.Month, static value => value.Month),
        ("day", [var day]) => OfDay(day, static value => value.Day, static value => value.Day),
        ("hour", [var moment]) => OfMoment(moment, static value => (long)value.Hour),
        ("minute", [var moment]) => OfMoment(moment, static value => (long)value.Minute),
        ("second", [var moment]) => OfMoment(moment, static value => (long)value.Second),
        ("date", [var moment]) => OfMoment(moment, static value => DateOnly.FromDateTime(value.DateTime)),
        ("round", [var number]) => OfNumber(number, static value => decimal.Round(value, MidpointRounding.AwayFromZero), static value => Math.Round(value, MidpointRounding.AwayFromZero)),
        ("floor", [var number]) => OfNumber(number, decimal.Floor, Math.Floor),
        ("ceiling", [var number]) => OfNumber(number, decimal.Ceiling, Math.Ceiling),
        _ => throw RefusedRequest.NotOffered($"fungsi {name}"),
    };

    private static Operand<string?> Text(Operand operand) => OperatorsOnRows.As<string?>(operand);

    private static Func<object, long?> Whole(Operand operand) => OperatorsOnRows.As<long?>(operand).Read;

    private static Operand OfText(Operand text, Func<string, string> function)
    {
        var read = Text(text).Read;
        return new Operand<string?>(row => read(row) is { } value ? function(value) : null);
    }

    private static Operand OfText<T>(Operand text, Func<string, T> function)
        where T : struct
    {
        var read = Text(text).Read;
        return new Operand<T?>(row => read(row) is { } value ? function(value) : null);
    }

    private static Operand OfTexts<T>(Operand text, Operand part, Func<string, string, T> function)
        where T : struct
    {
        var (first, second) = (Text(text).Read, Text(part).Read);
        return new Operand<T?>(row => first(row) is { } one && second(row) is { } other ? function(one, other) : null);
    }

    private static Operand Concat(Operand<string?> text, Operand<string?> other)
    {
        var (first, second) = (text.Read, other.Read);
        return new Operand<string?>(row => first(row) is { } one && second(row) is { } two ? one + two : null);
    }

    private static Operand Substring(Operand<string?> text, Func<object, long?> start, Func<object, long?>? length)
    {
        var read = text.Read;
        return new Operand<string?>(row =>
        {
            if (read(row) is not { } value || start(row) is not { } first)
            {
                return null;
            }

            // A start below 0 counts from the end.
            var from = (int)Math.Clamp(first < 0 ? value.Length + first : first, 0, value.Length);
            return length is null
                ? value[from..]
                : length(row) switch
                {
                    null => null,
                    < 0 => throw RefusedRequest.Mistaken("Panjang dalam substring tidak boleh negatif."),
                    var many => value.Substring(from, (int)Math.Min(many.Value, value.Length - from)),
                };
        });
    }

    // The feed writes moments in UTC, and takes their parts in UTC whatever offset one was given in.
    private static Operand OfMoment<T>(Operand moment, Func<DateTimeOffset, T> function)
        where T : struct =>
        OperatorsOnRows.As<DateTimeOffset?>(moment).Map((DateTimeOffset value) => function(value.ToUniversalTime()));

    private static Operand OfDay(Operand operand, Func<DateOnly, int> ofDay, Func<DateTimeOffset, int> ofMoment) => operand is Operand<DateOnly?> day
        ? day.Map((DateOnly value) => (long)ofDay(value))
        : OfMoment(operand, value => (long)ofMoment(value));

    private static Operand OfNumber(Operand operand, Func<decimal, decimal> ofDecimal, Func<double, double> ofDouble) => operand switch
    {
        Operand<long?> whole => whole,
        Operand<double?> number => number.Map(ofDouble),
        _ => OperatorsOnRows.As<decimal?>(operand).Map(ofDecimal),
    };
}
