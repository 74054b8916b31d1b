using System.Globalization;

namespace Renstra.Functions.Tests.Feed.OData;

/// <summary>The columns of a set that random queries are made of, by type.</summary>
internal sealed record QueriedSet(string Name, string[] Keys, string[] Whole, string[] Decimal, string[] Text, string[] Day, string[] Moment, string[] Flag);

/// <summary>An expression as text, and what the specification says that it is worth in a row.</summary>
internal sealed record SpecifiedExpression(string Text, Func<IReadOnlyDictionary<string, object?>, object?> ValueIn);

/// <summary>
/// Makes random expressions together with their meaning. It is written from OData 4.01 (URL Conventions, 5.1.1) and knows nothing of
/// the feed's code. Values are null, bool, long, decimal, string, <see cref="DateOnly"/> or <see cref="DateTimeOffset"/>.
/// </summary>
internal sealed class SpecificationQuery(Random random, QueriedSet set, IReadOnlyList<IReadOnlyDictionary<string, object?>> rows)
{
    private static readonly string[] Comparisons = ["eq", "ne", "gt", "ge", "lt", "le"];

    private readonly List<string> _aliases = [];

    /// <summary>The values of the parameter aliases that its expressions refer to, as options of the request.</summary>
    public IEnumerable<string> Aliases => _aliases.Select((value, index) => Invariant($"@p{index}={Uri.EscapeDataString(value)}"));

    /// <summary>A condition.</summary>
    public SpecifiedExpression Condition(int depth = 3) => depth == 0 ? Comparison() : random.Next(8) switch
    {
        0 or 1 => Logical("and", Condition(depth - 1), Condition(depth - 1)),
        2 or 3 => Logical("or", Condition(depth - 1), Condition(depth - 1)),
        4 => Not(Condition(depth - 1)),
        5 => In(),
        6 => Contains(),
        _ => Comparison(),
    };

    /// <summary>Something to sort by.</summary>
    public SpecifiedExpression Term() => random.Next(6) switch
    {
        0 => Number(2),
        1 => Text(1),
        _ => Column(Pick(set.Whole, set.Decimal, set.Text, set.Day, set.Moment, set.Flag)),
    };

    /// <summary>The order of two values (5.1.1.11 and 11.2.6.2 of the protocol): null comes first.</summary>
    public static int Order(object? left, object? right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string one, string other) => string.CompareOrdinal(one, other),
        (long or decimal, long or decimal) => AsDecimal(left).CompareTo(AsDecimal(right)),
        _ => ((IComparable)left).CompareTo(right),
    };

    public static string Literal(object? value) => value switch
    {
        null => "null",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        bool flag => flag ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        decimal number when decimal.IsInteger(number) => number.ToString("0.0", CultureInfo.InvariantCulture),
        _ => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
    };

    private static decimal AsDecimal(object value) => Convert.ToDecimal(value, CultureInfo.InvariantCulture);

    private static SpecifiedExpression Column(string name) => new(name, row => row[name]);

    private SpecifiedExpression Comparison()
    {
        var (left, right) = Pair();
        var kind = Comparisons[random.Next(Comparisons.Length)];
        return new($"{left.Text} {kind} {right.Text}", row => Compare(kind, left.ValueIn(row), right.ValueIn(row)));
    }

    private static bool Compare(string kind, object? left, object? right) => kind switch
    {
        "eq" => left is null || right is null ? left is null && right is null : Order(left, right) == 0,
        "ne" => !Compare("eq", left, right),
        "gt" => left is not null && right is not null && Order(left, right) > 0,
        "lt" => left is not null && right is not null && Order(left, right) < 0,
        "ge" => Compare("gt", left, right) || Compare("eq", left, right),
        _ => Compare("lt", left, right) || Compare("eq", left, right),
    };

    private (SpecifiedExpression Left, SpecifiedExpression Right) Pair()
    {
        var (left, right) = random.Next(7) switch
        {
            0 or 1 => (Number(2), Number(2)),
            2 => (Text(1), Text(1)),
            3 when set.Day.Length > 0 => (Day(), Day()),
            4 when set.Moment.Length > 0 => (Value(set.Moment), Value(set.Moment)),
            5 when set.Flag.Length > 0 => (Value(set.Flag), Value(set.Flag)),
            _ => (Column(Pick(set.Decimal, set.Whole)), Number(1)),
        };
        return random.Next(8) == 0 ? (left, new("null", _ => null)) : (left, right);
    }

    private static SpecifiedExpression Logical(string kind, SpecifiedExpression left, SpecifiedExpression right) => new(
        $"({left.Text} {kind} {right.Text})",
        row =>
        {
            // One operand decides alone where it can; otherwise an unknown one leaves the whole unknown.
            var deciding = kind == "or";
            var (one, other) = (left.ValueIn(row), right.ValueIn(row));
            return Equals(one, deciding) || Equals(other, deciding) ? deciding : one is null || other is null ? null : !deciding;
        });

    private static SpecifiedExpression Not(SpecifiedExpression operand) => new($"not ({operand.Text})", row => operand.ValueIn(row) is bool value ? !value : null);

    private SpecifiedExpression In()
    {
        var column = Pick(set.Whole, set.Decimal, set.Text, set.Day);
        var values = Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(6) == 0 ? null : rows[random.Next(rows.Count)][column]).ToList();
        return new($"{column} in ({string.Join(',', values.Select(value => value is long && random.Next(3) == 0 ? $"{Literal(value)}.0" : Literal(value)))})", row => values.Exists(value => Compare("eq", row[column], value)));
    }

    private SpecifiedExpression Contains()
    {
        var (text, part) = (Text(1), Part());
        var name = random.Next(3);
        return new($"{(name == 0 ? "contains" : name == 1 ? "startswith" : "endswith")}({text.Text},{part.Text})", row => (text.ValueIn(row), part.ValueIn(row)) switch
        {
            (string one, string other) => name == 0
                ? one.Contains(other, StringComparison.Ordinal)
                : name == 1 ? one.StartsWith(other, StringComparison.Ordinal) : one.EndsWith(other, StringComparison.Ordinal),
            _ => null,
        });
    }

    private SpecifiedExpression Part()
    {
        if (rows[random.Next(rows.Count)][Pick(set.Text)] is not string { Length: > 0 } text)
        {
            return Column(Pick(set.Text));
        }

        var start = random.Next(text.Length);
        var part = text.Substring(start, random.Next(Math.Min(4, text.Length - start) + 1));
        return new(Literal(part), _ => part);
    }

    private SpecifiedExpression Text(int depth) => depth == 0 ? Value(set.Text) : random.Next(8) switch
    {
        0 => OfText("tolower", value => value.ToLowerInvariant()),
        1 => OfText("toupper", value => value.ToUpperInvariant()),
        2 => OfText("trim", value => value.Trim()),
        3 => Concat(Text(depth - 1), Text(depth - 1)),
        4 => Substring(Text(depth - 1), random.Next(6), random.Next(2) == 0 ? null : random.Next(5)),
        _ => Value(set.Text),
    };

    private SpecifiedExpression OfText(string name, Func<string, string> function)
    {
        var operand = Text(0);
        return new($"{name}({operand.Text})", row => operand.ValueIn(row) is string value ? function(value) : null);
    }

    private static SpecifiedExpression Concat(SpecifiedExpression left, SpecifiedExpression right) => new(
        $"concat({left.Text},{right.Text})", row => left.ValueIn(row) is string one && right.ValueIn(row) is string other ? one + other : null);

    private static SpecifiedExpression Substring(SpecifiedExpression text, int start, int? length) => new(
        length is null ? Invariant($"substring({text.Text},{start})") : Invariant($"substring({text.Text},{start},{length})"),
        row => text.ValueIn(row) is string value ? string.Concat(value.Skip(start).Take(length ?? int.MaxValue)) : null);

    private SpecifiedExpression Day() => set.Moment.Length > 0 && random.Next(3) == 0
        ? Map("date", Value(set.Moment), value => DateOnly.FromDateTime(((DateTimeOffset)value).UtcDateTime))
        : Value(set.Day);

    private SpecifiedExpression Number(int depth) => depth == 0 ? Value(Pick(2) == 0 ? set.Whole : set.Decimal) : random.Next(10) switch
    {
        0 => Arithmetic("add", Number(depth - 1), Number(depth - 1)),
        1 => Arithmetic("sub", Number(depth - 1), Number(depth - 1)),
        2 => Arithmetic("mul", Number(depth - 1), Number(0)),
        3 => Arithmetic("div", Number(depth - 1), Divisor()),
        4 => Arithmetic("mod", Number(depth - 1), Divisor()),
        5 => Rounded(Number(depth - 1)),
        6 => random.Next(2) == 0 ? Map("length", Value(set.Text), value => (long)((string)value).Length) : IndexOf(Value(set.Text), Part()),
        7 when set.Day.Length > 0 => random.Next(3) switch
        {
            0 => Map("year", Day(), value => (long)((DateOnly)value).Year),
            1 => Map("month", Day(), value => (long)((DateOnly)value).Month),
            _ => Map("day", Day(), value => (long)((DateOnly)value).Day),
        },
        8 when set.Moment.Length > 0 => random.Next(4) switch
        {
            0 => Map("year", Value(set.Moment), value => (long)((DateTimeOffset)value).UtcDateTime.Year),
            1 => Map("hour", Value(set.Moment), value => (long)((DateTimeOffset)value).UtcDateTime.Hour),
            2 => Map("minute", Value(set.Moment), value => (long)((DateTimeOffset)value).UtcDateTime.Minute),
            _ => Map("second", Value(set.Moment), value => (long)((DateTimeOffset)value).UtcDateTime.Second),
        },
        _ => Value(Pick(2) == 0 ? set.Whole : set.Decimal),
    };

    private static SpecifiedExpression IndexOf(SpecifiedExpression text, SpecifiedExpression part) => new(
        $"indexof({text.Text},{part.Text})",
        row => text.ValueIn(row) is string one && part.ValueIn(row) is string other ? (long)one.IndexOf(other, StringComparison.Ordinal) : null);

    private SpecifiedExpression Divisor()
    {
        object divisor = random.Next(2) == 0 ? (long)random.Next(1, 9) : random.Next(1, 99) / 8m;
        return new(Literal(divisor), _ => divisor);
    }

    private SpecifiedExpression Rounded(SpecifiedExpression number) => random.Next(3) switch
    {
        0 => Map("round", number, value => value is long ? value : decimal.Truncate((decimal)value + (Math.Sign((decimal)value) * 0.5m))),
        1 => Map("floor", number, value => value is long ? value : Math.Floor((decimal)value)),
        _ => Map("ceiling", number, value => value is long ? value : Math.Ceiling((decimal)value)),
    };

    private static SpecifiedExpression Arithmetic(string kind, SpecifiedExpression left, SpecifiedExpression right) => new(
        $"({left.Text} {kind} {right.Text})",
        row => (left.ValueIn(row), right.ValueIn(row)) switch
        {
            (null, _) or (_, null) => null,
            (long one, long other) => kind switch
            {
                "add" => checked(one + other),
                "sub" => checked(one - other),
                "mul" => checked(one * other),
                "div" => one / other,
                _ => one % other,
            },
            var (one, other) => kind switch
            {
                "add" => AsDecimal(one) + AsDecimal(other),
                "sub" => AsDecimal(one) - AsDecimal(other),
                "mul" => AsDecimal(one) * AsDecimal(other),
                "div" => AsDecimal(one) / AsDecimal(other),
                _ => AsDecimal(one) % AsDecimal(other),
            },
        });

    private static SpecifiedExpression Map(string name, SpecifiedExpression operand, Func<object, object> function) => new(
        $"{name}({operand.Text})", row => operand.ValueIn(row) is { } value ? function(value) : null);

    /// <summary>A column, or a value that some row has in it.</summary>
    private SpecifiedExpression Value(string[] columns)
    {
        if (columns.Length == 0)
        {
            return new("7", _ => 7L);
        }

        var column = columns[random.Next(columns.Length)];
        if (random.Next(3) > 0)
        {
            return Column(column);
        }

        var value = rows[random.Next(rows.Count)][column];
        if (random.Next(6) > 0)
        {
            return new(Literal(value), _ => value);
        }

        _aliases.Add(Literal(value));
        return new(Invariant($"@p{_aliases.Count - 1}"), _ => value);
    }

    private string Pick(params string[][] columns)
    {
        var all = columns.SelectMany(each => each).ToList();
        return all[random.Next(all.Count)];
    }

    private int Pick(int count) => random.Next(count);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
